import fs from "node:fs";
import fc from "fast-check";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { canonicalRows } from "@/data/canonical";
import { ImportError } from "./import-error";
import {
  csvOf,
  ofNation,
  ofPlaces,
  ofSectors,
  type PublishedTable,
  published,
  workbookOf,
} from "./oews-published";
import { OfficialCopy, RAW } from "./official-copy";
import type { WrittenRelease } from "./run";

const official = new OfficialCopy();
const file = "oesm25st/state.xlsx";
const table = `${file} > state_M2025_dl`;
const OCCUPATIONS = 40;

/** California with some of its occupations, whose jobs add up. */
function small(): PublishedTable {
  const { sheet, rows } = ofPlaces("state", (area) => area === "06");
  const kept = rows.slice(0, 3 + OCCUPATIONS);
  const jobs = kept.reduce(
    (sum, { O_GROUP, TOT_EMP }) => sum + (O_GROUP === "detailed" ? Number(TOT_EMP) : 0),
    0,
  );
  return {
    sheet,
    rows: kept.map((row) => (row.O_GROUP === "detailed" ? row : { ...row, TOT_EMP: String(jobs) })),
  };
}

const withCell = (at: number, column: string, cell: string): PublishedTable => {
  const found = small();
  return { ...found, rows: found.rows.map((row, line) => (line === at ? { ...row, [column]: cell } : row)) };
};

const without = (column: string) => published.filter((name) => name !== column);

describe.skipIf(!fs.existsSync(RAW))("hostile tables of OEWS", () => {
  let whole: Uint8Array;
  beforeAll(() => {
    whole = workbookOf(small());
  });
  beforeEach(() => official.clear());

  async function refused(bytes: Uint8Array, message: RegExp): Promise<void> {
    official.write(file, bytes);
    expect(await official.refusal("oews-state")).toMatch(message);
  }

  test("the small workbook itself is read", async () => {
    official.write(file, whole);
    const { report, edition } = await official.read("oews-state");
    expect([report.rowsKept, edition]).toEqual([{ wages: OCCUPATIONS }, "May 2025"]);
  });

  /** Changes a cell in the XML of the sheet: the one at an address, with its style, type and content. */
  const cellXml = (address: string, to: string) => (xml: string) =>
    xml.replace(new RegExp(`<c r="${address}"[^>]*?(/>|>.*?</c>)`), to);
  const place = (column: string) => new RegExp(`^${table}, line 6, column "${column}": `);

  test.each([
    ["a formula", "L6", '<c r="L6"><f>SUM(L7:L9)</f><v>12</v></c>', "TOT_EMP", "the cell L6 is a formula"],
    ["a date by its style", "S6", '<c r="S6" s="3"><v>45000</v></c>', "A_MEAN", "the cell S6 is a date"],
    ["a date", "S6", '<c r="S6" t="d"><v>2025-05-01</v></c>', "A_MEAN", "the cell S6 is a date"],
    ["an error", "S6", '<c r="S6" t="e"><v>#REF!</v></c>', "A_MEAN", "the cell S6 holds #REF!"],
    [
      "a text that is nowhere",
      "J6",
      '<c r="J6" t="s"><v>99999</v></c>',
      "OCC_TITLE",
      "the text 99999 is not",
    ],
    ["a cell out of order", "S6", '<c r="B6"><v>1</v></c>', "AREA_TITLE", 'a cell has the address "B6"'],
    ["a cell of another row", "S6", '<c r="S9"><v>1</v></c>', "A_MEAN", 'a cell has the address "S9"'],
    [
      "text in a number",
      "AB6",
      '<c r="AB6" t="inlineStr"><is><t>n/a</t></is></c>',
      "A_MEDIAN",
      '"n/a" is no',
    ],
    ["an exponent", "AB6", '<c r="AB6"><v>1e5</v></c>', "A_MEDIAN", '"1e5" is no number'],
    ["a negative number", "AB6", '<c r="AB6"><v>-5</v></c>', "A_MEDIAN", '"-5" is no number'],
    ["half a dollar a year", "AB6", '<c r="AB6"><v>50000.5</v></c>', "A_MEDIAN", '"50000.5" is no number'],
  ])("%s is refused with its place", async (_, address, to, column, problem) => {
    const bytes = workbookOf(small(), { change: cellXml(address, to) });
    await refused(bytes, new RegExp(`${place(column).source}.*${problem}`));
  });

  test.each([
    [
      "a merged cell",
      (xml: string) =>
        xml.replace("</sheetData>", '</sheetData><mergeCells><mergeCell ref="S6:S7"/></mergeCells>'),
      /line 6, column "A_MEAN": the cells S6:S7 are merged/,
    ],
    [
      "a row twice",
      (xml: string) => xml.replace('<row r="7"', '<row r="6"'),
      /line 6: a row has the number "6"; expected rows that are numbered upwards/,
    ],
    [
      "a cell far out",
      (xml: string) => xml.replace('<row r="6" spans="1:32">', '<row r="6"><c r="XFD6"><v>1</v></c>'),
      /line 6, column "XFD": the sheet reaches to the cell XFD6/,
    ],
    [
      "a cell beyond the headings",
      (xml: string) => xml.replace(/(<c r="AF6"[^>]*?\/>)/, '$1<c r="AH6"><v>1</v></c>'),
      /line 6: the row has a cell beyond the headings/,
    ],
    ["a cut sheet", (xml: string) => xml.slice(0, xml.length / 2), /the XML is not well formed/],
    [
      "a document type",
      (xml: string) => xml.replace("<worksheet", '<!DOCTYPE a [<!ENTITY b "c">]><worksheet'),
      /the XML declares a document type/,
    ],
    [
      "tags without end",
      (xml: string) => xml.replace("<sheetData>", "<a>".repeat(100)),
      /the XML is nested too deep/,
    ],
  ])("%s is refused", async (_, change, message) => {
    await refused(workbookOf(small(), { change }), message);
  });

  test.each(["AREA", "AREA_TYPE", "PRIM_STATE", "OCC_CODE", "O_GROUP", "TOT_EMP", "A_MEDIAN", "H_PCT90"])(
    "a table without %s is refused",
    async (column) => {
      await refused(
        workbookOf(small(), { columns: without(column) }),
        new RegExp(`^${table}, line 1, column "${column}": the column is missing`),
      );
    },
  );

  test.each([
    ["AREA_TYPE", "two", /"two" is no type of area/],
    ["O_GROUP", "fine", /"fine" is no level of occupations/],
    ["OCC_CODE", "11-9999", /11-9999 is no occupation of the 2018 SOC/],
    ["OCC_CODE", "11-1011", /11-1011 US-CA stands on line 5 too/],
    ["A_PCT90", "10", /10 is below a lower percentile/],
    ["PRIM_STATE", "California", /"California" is no such code/],
    ["TOT_EMP", "12.5", /"12\.5" is no number/],
  ])("a wrong %s is refused: %s", async (column, cell, message) => {
    await refused(
      workbookOf(withCell(5, column, cell)),
      new RegExp(`^${table}, line 7, column "${column}": ${message.source}`),
    );
  });

  test("a text is refused with its place, too", async () => {
    const csv = (of: PublishedTable) => strToU8(csvOf(of));
    official.write("oesm25st.csv", csv(withCell(5, "A_MEDIAN", "1e5")));
    expect(await official.refusal("oews-state")).toMatch(
      /^oesm25st\.csv, line 7, column "A_MEDIAN": "1e5" is no/,
    );
    official.write("oesm25st.csv", csv(withCell(5, "OCC_TITLE", 'a "b"\nc, d')));
    expect(await official.refusal("oews-state")).toMatch(
      /line 7, column "OCC_TITLE": the cell holds a line break/,
    );
    official.write("oesm25st.csv", csv(small()).subarray(0, 4001));
    expect(await official.refusal("oews-state")).toMatch(
      /^oesm25st\.csv, line \d+: the file ends inside a line/,
    );
    official.write("oesm25st.csv", "AREA,AREA_TYPE,OCC_CODE,TOT_EMP\n");
    expect(await official.refusal("oews-state")).toMatch(/^oesm25st\.csv, line 1, column "PRIM_STATE"/);
  });

  test.each([
    ["series_id", "OEUS0600000", /column "series_id": "OEUS0600000" is no such value/],
    ["year", "25", /column "year": "25" is no such value/],
    ["value", "1e5", /column "value": "1e5" is no such value/],
  ])("a figure of the database with a wrong %s is refused", async (column, cell, message) => {
    const row = { series_id: "OEUS060000000000011101113", year: "2025", value: "100", [column]: cell };
    official.write("oe.data", `series_id\tyear\tvalue\n${row.series_id}\t${row.year}\t${row.value}\n`);
    expect(await official.refusal("oews-state")).toMatch(message);
  });

  test("a table of another year than it says is refused", async () => {
    official.write("n.xlsx", workbookOf({ ...ofNation(2024), sheet: "national_M2025_dl" }));
    expect(await official.refusal("oews-national-2025")).toMatch(
      /^n\.xlsx > national_M2025_dl: the table says May 2025, and counts 154187380 jobs in all; expected 155495730/,
    );
    official.clear();
    official.write("s.xlsx", workbookOf({ ...ofSectors(), sheet: "natsector_M2025_dl" }));
    expect(await official.refusal("oews-sector")).toMatch(
      /154187400 jobs in all.*expected 155495730, as of May 2025/,
    );
    official.clear();
    official.write("May 2026/state_M2025_dl.xlsx", workbookOf({ ...small(), sheet: "state_M2024_dl" }));
    expect(await official.refusal("oews-state")).toMatch(
      /the table is of May 2024, and named as one of May 2025/,
    );
    official.clear();
    await refused(
      workbookOf(small(), { description: "May 2024 OEWS Estimates" }),
      /the table says that it is of May 2025 and of May 2024; expected one year/,
    );
    official.clear();
    official.write("places.xlsx", workbookOf({ ...small(), sheet: "Sheet1" }));
    expect(await official.refusal("oews-state")).toMatch(/nothing says the year of this table/);
  });

  test("a table cut between two rows is refused", async () => {
    const { sheet, rows } = small();
    await refused(
      workbookOf({ sheet, rows: rows.slice(0, 8) }),
      /US-CA has \d+ jobs in all, \d+ in its occupations: the file is cut/,
    );
  });

  test("an archive cut anywhere is refused, alone and inside another", async () => {
    const outer = zipSync({ [file]: whole }, { level: 0 });
    for (const bytes of [whole, outer]) {
      for (const share of [0.001, 0.3, 0.9, 0.9999])
        await refused(
          bytes.subarray(0, Math.max(4, bytes.length * share)),
          /^oesm25st\/state\.xlsx: the file cannot/,
        );
    }
    await refused(
      zipSync({ [file]: whole.subarray(0, whole.length - 30) }),
      /^oesm25st\/state\.xlsx > .*cannot be read/,
    );
    const turned = Buffer.from(zipSync(unzipSync(whole), { level: 0 }));
    turned.write("7", turned.lastIndexOf('</v></c><c r="AE12"') - 1);
    await refused(turned, /the checksum of xl\/worksheets\/sheet1\.xml is wrong/);
  });

  test("a bomb is refused in little memory, whatever size it declares", async () => {
    const parts = unzipSync(whole);
    const sheet = "xl/worksheets/sheet1.xml";
    const blank = new Uint8Array(100 * 1024 ** 2).fill(0x20);
    const bomb = Buffer.from(zipSync({ ...parts, [sheet]: blank }));
    const texts = Buffer.from(zipSync({ ...parts, "xl/sharedStrings.xml": blank }));
    const before = process.resourceUsage().maxRSS;
    await refused(bomb, /state\.xlsx > state_M2025_dl: the XML holds a tag or text that is too long/);
    await refused(texts, /the XML holds a tag or text that is too long/);
    const declared = bomb.lastIndexOf(sheet) - 22;
    bomb.writeUInt32LE(100, declared);
    await refused(bomb, /state\.xlsx > state_M2025_dl: .*too many bytes/);
    bomb.writeUInt32LE(0xfff00000, declared);
    await refused(bomb, /unpacks to too much; expected at most 2147483648 bytes/);
    const nested = Buffer.from(zipSync({ "a.xlsx": whole }));
    nested.writeUInt32LE(0x7fff0000, nested.lastIndexOf("a.xlsx") - 22);
    await refused(nested, /a\.xlsx: the file unpacks to too much/);
    expect((process.resourceUsage().maxRSS - before) / 1024).toBeLessThan(100);
  });

  const at = fc.nat({ max: 1_000_000 });
  const snippets = fc.constantFrom(
    ...[
      '"',
      "<",
      ">",
      "</v>",
      "<v>",
      "<f/>",
      "&",
      "&#0;",
      "&lt;",
      "]]>",
      "<!--",
      "t=",
      "-1",
      "1e5",
      "#",
      "*",
      "**",
    ],
    ...["\0", "\n", "\u202e", "TRUE", "99", "11-1011", "detailed", "total", "</row>", "</c>", '<row r="9">'],
  );
  const parts = fc.constantFrom(
    ...["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/workbook.xml"],
    ...["xl/_rels/workbook.xml.rels", "xl/styles.xml"],
  );
  type Change = (bytes: Uint8Array) => Uint8Array;
  const inText =
    (part: string, change: (text: string) => string): Change =>
    (bytes) => {
      const found = unzipSync(bytes);
      found[part] = strToU8(change(strFromU8(found[part] ?? new Uint8Array())));
      return zipSync(found, { level: 0 });
    };
  const changes: fc.Arbitrary<Change> = fc.oneof(
    fc.tuple(parts, at, snippets, fc.nat({ max: 12 })).map(([part, index, snippet, gone]) =>
      inText(part, (text) => {
        const start = index % Math.max(1, text.length);
        return text.slice(0, start) + snippet + text.slice(start + gone);
      }),
    ),
    fc.tuple(parts, at).map(([part, index]) => inText(part, (text) => text.slice(0, index % text.length))),
    fc.tuple(at, snippets).map(([index, snippet]) =>
      inText("xl/worksheets/sheet1.xml", (text) => {
        const values = [...text.matchAll(/<v>[^<]*<\/v>/g)];
        const value = values[index % values.length];
        return value
          ? text.slice(0, value.index + 3) + snippet + text.slice(value.index + value[0].length - 4)
          : text;
      }),
    ),
    fc.tuple(at, fc.integer({ min: 0, max: 255 })).map(
      ([index, byte]): Change =>
        (bytes) => {
          const changed = Uint8Array.from(bytes);
          changed[index % changed.length] = byte;
          return changed;
        },
    ),
    at.map(
      (index): Change =>
        (bytes) =>
          bytes.slice(0, index % bytes.length),
    ),
  );

  function expectValid({ tables }: WrittenRelease): void {
    for (const row of tables.flatMap(({ text }) => [...canonicalRows("wages", text)].flat())) {
      expect(row.area).toMatch(/^US-[A-Z]{2}$/);
      expect(row.soc).toMatch(/^\d\d-\d{4}$/);
      const pay = ["annualP10", "annualP25", "annualMedian", "annualP75", "annualP90"]
        .map((column) => row[column])
        .filter((value) => typeof value === "number");
      expect(pay).toEqual(pay.toSorted((a, b) => a - b));
      for (const value of Object.values(row))
        if (typeof value === "number") expect(Number.isFinite(value) && value >= 0).toBe(true);
    }
  }

  test("mutations: rows that are all valid, or one ImportError", async () => {
    const outcomes = { read: 0, refused: 0 };
    await fc.assert(
      fc.asyncProperty(changes, async (change) => {
        official.write("state.xlsx", change(whole));
        try {
          expectValid(await official.read("oews-state"));
          outcomes.read += 1;
        } catch (error) {
          expect(error).toBeInstanceOf(ImportError);
          outcomes.refused += 1;
        }
      }),
      { numRuns: 500 },
    );
    console.table(outcomes);
    for (const count of Object.values(outcomes)) expect(count).toBeGreaterThan(20);
  });
});
