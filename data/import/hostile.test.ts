import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { canonicalRows } from "@/data/canonical";
import type { DatasetId } from "@/data/sources";
import type { ReadInput } from "./dataset";
import { ImportError } from "./import-error";
import { occupationsFrom, readDataset, type WrittenRelease } from "./run";

const RAW = "../shared/data";
const folder = fs.mkdtempSync(path.join(os.tmpdir(), "hostile-"));
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

const ep = "employment_projections_2024_34";
const onet = "onet/db_30_1_text";

/** Each reader with the text file that is made hostile for it. */
const textFiles: readonly [DatasetId, string][] = [
  ["soc-structure", "soc/soc2018_definitions.csv"],
  ["soc-structure", "soc/nem_onet_to_soc_crosswalk_2023.csv"],
  ["soc-titles", "soc/soc_2018_direct_match_titles.csv"],
  ["soc-definitions", "soc/soc2018_definitions.csv"],
  ["areas", "geo/states.csv"],
  ["areas", "oews/oews_metro_M2025.csv"],
  ["area-counties", "geo/cbsa_delineation_2023-07.csv"],
  ["price-levels", "bea_rpp/rpp_2024_metro_all_items.csv"],
  ["price-levels", "bea_rpp/rpp_2024_state_all_items.csv"],
  ["oews-national-2021", "oews/national_M2021.csv"],
  ["oews-national-2025", "oews/national_M2025.csv"],
  ["oews-state", "oews/oews_state_M2025.csv"],
  ["oews-metro", "oews/oews_metro_M2025.csv"],
  ["oews-nonmetro", "oews/oews_nonmetro_M2025.csv"],
  ["oews-territory", "oews/oews_puerto_rico_M2025.csv"],
  ["oews-sector", "oews/natsector_M2024.csv"],
  ["ep-employment", `${ep}/table_1_2.csv`],
  ["ep-separations", `${ep}/table_1_10.csv`],
  ["ep-education-held", `${ep}/table_5_3.csv`],
  ["ep-entry", `${ep}/table_5_4.csv`],
  ["ep-reasons", `${ep}/table_1_12.csv`],
  ["onet-titles", `${onet}/Alternate Titles.txt`],
  ["onet-activities", `${onet}/Tasks to DWAs.txt`],
  ["onet-technology", `${onet}/Technology Skills.txt`],
  ["onet-related", `${onet}/Related Occupations.txt`],
  ["onet-education", `${onet}/Education, Training, and Experience.txt`],
  ["onet-education", `${onet}/Job Zones.txt`],
  ["onet-skills", "onet/Skills_30x.csv"],
  ["onet-knowledge", "onet/onet_30_3_skill_knowledge_importance_rollup.csv"],
  ["onet-texts", `${onet}/Task Statements.txt`],
  ["crosswalks", "soc/soc2018_cip2020_crosswalk.csv"],
  ["crosswalks", "soc/onet_soc_2010_to_2019.csv"],
];
const workbooks: readonly [DatasetId, string][] = [
  ["cps-age", "cps/cpsaat11b_2025_age.xlsx"],
  ["cps-people", "cps/cpsaat11_2022_sex_race.xlsx"],
  ["crosswalks", "soc/census_2018_occupation_code_list_crosswalk.xlsx"],
];

const stored = (name: string): Buffer => {
  const plain = path.join(RAW, name);
  return fs.existsSync(plain) ? fs.readFileSync(plain) : gunzipSync(fs.readFileSync(`${plain}.gz`));
};

/** Kept beyond the first lines: what a reader needs to tell the release, or to find the titles of activities. */
const alsoKept: Record<string, RegExp> = {
  "oews/natsector_M2024.csv": /./,
  "onet/Skills_30x.csv": /^15-1252\.00,/,
  [`${onet}/DWA Reference.txt`]: /./,
  "soc/soc2018_definitions.csv": /./,
  "soc/nem_onet_to_soc_crosswalk_2023.csv": /./,
  "soc/soc2018_cip2020_crosswalk.csv": /./,
  "soc/soc2010_to_2018_crosswalk.csv": /./,
  "oews/national_M2021.csv": /./,
  "oews/national_M2022.csv": /./,
  "oews/national_M2024.csv": /./,
  "oews/national_M2025.csv": /./,
  "geo/states.csv": /./,
};
const LINES = 150;
const excerpts = new Map<string, Buffer>();

function excerptOf(name: string): Buffer {
  const bytes = stored(name);
  if (name.endsWith(".xlsx")) return bytes;
  const kept = bytes
    .toString()
    .split(/(?<=\n)/)
    .filter((line, at) => at < LINES || alsoKept[name]?.test(line));
  return Buffer.from(kept.join(""));
}

const place = (name: string, bytes: Buffer) => {
  fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  fs.writeFileSync(path.join(folder, name), bytes);
};

let occupations: Awaited<ReturnType<ReadInput["occupations"]>>;

/** Reads a data set with one file replaced, which is put back afterwards. */
async function readWith(
  id: DatasetId,
  name: string,
  bytes: Buffer,
  gzipped = false,
): Promise<WrittenRelease> {
  const target = path.join(folder, name);
  try {
    fs.rmSync(target);
    place(gzipped ? `${name}.gz` : name, bytes);
    return await readDataset(id, folder, async () => occupations);
  } finally {
    fs.rmSync(`${target}.gz`, { force: true });
    place(name, excerpts.get(name) ?? Buffer.alloc(0));
  }
}

const separatorOf = (name: string) => (name.endsWith(".txt") ? "\t" : ",");

function recordsOf(name: string): string[][] {
  const text = (excerpts.get(name) ?? Buffer.alloc(0)).toString();
  return name.endsWith(".txt")
    ? text
        .trimEnd()
        .split(/\r?\n/)
        .map((line) => line.split("\t"))
    : (parse(text, { skip_empty_lines: true, relax_column_count: true }) as string[][]);
}

function bytesOf(name: string, records: readonly string[][]): Buffer {
  const cell = (text: string) =>
    separatorOf(name) === "," && /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  return Buffer.from(records.map((row) => `${row.map(cell).join(separatorOf(name))}\n`).join(""));
}

async function refusal(read: Promise<unknown>): Promise<string> {
  const error = await read.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(ImportError);
  return (error as ImportError).message;
}

/** A table with one cell changed: the first row that `isRow` takes, in the column of a name. */
function withCell(name: string, column: string, cell: string, isRow = (_: string[]) => true): Buffer {
  const [header = [], ...rows] = recordsOf(name);
  const at = header.indexOf(column);
  const row = rows.find(isRow);
  if (at < 0 || !row) throw new Error(`${name} has no such cell`);
  row[at] = cell;
  return bytesOf(name, [header, ...rows]);
}

describe.skipIf(!fs.existsSync(RAW))("hostile forms of the official files", () => {
  beforeAll(async () => {
    const more = ["Occupation Data", "Sample of Reported Titles", "DWA Reference", "Read Me"];
    const names = [
      ...[...textFiles, ...workbooks].map(([, name]) => name),
      ...more.map((name) => `${onet}/${name}.txt`),
      "soc/soc2010_to_2018_crosswalk.csv",
    ];
    for (const name of new Set(names)) {
      excerpts.set(name, excerptOf(name));
      place(name, excerptOf(name));
    }
    const structure = await readDataset("soc-structure", RAW, async () => []);
    occupations = await occupationsFrom([structure]);
  });

  test.each(textFiles)("%s: %s: columns in another order give the same facts", async (id, name) => {
    const before = await readDataset(id, folder, async () => occupations);
    const turned = recordsOf(name).map((row) => row.toReversed());
    expect((await readWith(id, name, bytesOf(name, turned))).tables).toEqual(before.tables);
  });

  test.each(textFiles)(
    "%s: %s: each header but those unused is needed, and a cut is seen",
    async (id, name) => {
      const [header = [], ...rows] = recordsOf(name);
      const renamed = bytesOf(name, [header.map((title) => `${title} (new)`), ...rows]);
      expect(await refusal(readWith(id, name, renamed))).toMatch(/, line 1.*expected/);
      const whole = bytesOf(name, [header, ...rows]);
      const middle = whole.lastIndexOf(10, whole.length / 2);
      const cut = whole.subarray(0, middle + 3);
      expect(await refusal(readWith(id, name, cut))).toMatch(
        /ends inside a line|cells; expected|Quote Not Closed|has \d+ rows/,
      );
      const packed = gzipSync(whole);
      const half = packed.subarray(0, packed.length / 2);
      expect(await refusal(readWith(id, name, half, true))).toMatch(
        /\.gz.*: .*(cannot be read|unexpected end)/,
      );
    },
  );

  test.each(textFiles)("%s: %s: a row that stands there twice", async (id, name) => {
    const [header = [], ...rows] = recordsOf(name);
    const known =
      rows.findLast((row) => !/Summary|major|minor|broad|skill|NO MATCH/.test(row.join(" "))) ?? [];
    const read = readWith(id, name, bytesOf(name, [header, known, ...rows.slice(1)]));
    // The SOC prints five titles twice, and places are named again in each row of figures.
    const isRepeatable = name.includes("direct_match") || (id === "areas" && name.includes("metro"));
    if (isRepeatable) expect((await read).dataset).toBe(id);
    else expect(await refusal(read)).toMatch(/line \d+, column .* stands on line 2 too/);
  });

  test.each(workbooks)("%s: %s: cut, or another workbook", async (id, name) => {
    const bytes = excerpts.get(name) ?? Buffer.alloc(0);
    expect(await refusal(readWith(id, name, bytes.subarray(0, bytes.length / 2)))).toContain(name);
    expect(await refusal(readWith(id, name, Buffer.from("Occupation,Total\n")))).toContain(name);
    const other = workbooks.find(([, candidate]) => candidate !== name)?.[1] ?? "";
    expect(await refusal(readWith(id, name, excerpts.get(other) ?? Buffer.alloc(0)))).toContain(name);
  });

  test("numbers that are none", async () => {
    for (const cell of ["1e5", "0x10", "Infinity", "--", "1.2.3", "n/a", "-5"]) {
      const hostile = withCell("oews/oews_state_M2025.csv", "a_median", cell);
      expect(await refusal(readWith("oews-state", "oews/oews_state_M2025.csv", hostile))).toMatch(
        /^oews\/oews_state_M2025\.csv, line 2, column "a_median": .*; expected/,
      );
    }
    const grouped = withCell("oews/oews_state_M2025.csv", "a_median", "166,420");
    expect((await readWith("oews-state", "oews/oews_state_M2025.csv", grouped)).tables[0]?.text).toContain(
      ",166420,",
    );
    const hourly = withCell("oews/oews_state_M2025.csv", "h_median", "80,010");
    expect(await refusal(readWith("oews-state", "oews/oews_state_M2025.csv", hourly))).toContain(
      'column "h_median"',
    );
  });

  test("a percentile below a lower one", async () => {
    const hostile = withCell("oews/oews_metro_M2025.csv", "a_pct90", "3903");
    expect(await refusal(readWith("oews-metro", "oews/oews_metro_M2025.csv", hostile))).toMatch(
      /line 2, column "a_pct90": 3903 is below a lower percentile; expected at least 236100/,
    );
  });

  test.each([
    ["oews-state", "oews/oews_state_M2025.csv", "occ_code"],
    ["oews-national-2025", "oews/national_M2025.csv", "OCC_CODE"],
    ["ep-entry", `${ep}/table_5_4.csv`, "2024 National Employment Matrix code"],
  ] as const)("%s: an occupation that the SOC does not know", async (id, name, column) => {
    const isDetailed = (row: string[]) => !/total|major|minor|broad/.test(row.join(" "));
    const hostile = withCell(name, column, "11-9999", isDetailed);
    expect(await refusal(readWith(id, name, hostile))).toMatch(
      /column .*11-9999 is no occupation of the 2018 SOC/,
    );
  });

  test("another release under the right name", async () => {
    const of = (name: string) => excerptOf(name);
    const cases: [DatasetId, string, Buffer, RegExp][] = [
      [
        "oews-national-2025",
        "oews/national_M2025.csv",
        of("oews/national_M2024.csv"),
        /154187380 jobs in all.*expected 155495730, as of May 2025/,
      ],
      ["oews-national-2021", "oews/national_M2021.csv", of("oews/national_M2022.csv"), /expected 140886310/],
      ["oews-national-2025", "oews/national_M2025.csv", of("oews/natsector_M2024.csv"), /column "NAICS"/],
      [
        "price-levels",
        "bea_rpp/rpp_2024_state_all_items.csv",
        withCell("bea_rpp/rpp_2024_state_all_items.csv", "rpp_year", "2023"),
        /line 3, column "rpp_year": the price level is of 2024, and one above of 2023/,
      ],
      [
        "onet-titles",
        `${onet}/Read Me.txt`,
        Buffer.from("O*NET 29.0 Database\n"),
        /expected O\*NET 30\.0 Database, or one of a later number/,
      ],
      ...[
        ["ep-separations", "table_1_10"],
        ["ep-education-held", "table_5_3"],
        ["ep-entry", "table_5_4"],
      ].map(([id, table]): [DatasetId, string, Buffer, RegExp] => {
        const name = `${ep}/${table}.csv`;
        const older = of(name)
          .toString()
          .replaceAll("2034", "2033")
          .replaceAll("2024", "2023")
          .replaceAll("–34", "–33");
        return [
          id as DatasetId,
          name,
          Buffer.from(older),
          /line 1: the table is of 2023–33, and .* of 2024–34/,
        ];
      }),
      [
        "onet-skills",
        "onet/Skills_30x.csv",
        Buffer.from(of("onet/Skills_30x.csv").toString().replaceAll("08/2025", "08/2024")),
        /of another release; expected 2025-08/,
      ],
    ];
    for (const [id, name, bytes, message] of cases)
      expect(await refusal(readWith(id, name, bytes))).toMatch(message);
  });

  test("a national file cut between two rows", async () => {
    for (const [id, name] of [
      ["oews-national-2025", "oews/national_M2025.csv"],
      ["oews-sector", "oews/natsector_M2024.csv"],
    ] as const) {
      const bytes = excerpts.get(name) ?? Buffer.alloc(0);
      const cut = bytes.subarray(0, bytes.lastIndexOf(10, bytes.length * 0.9) + 1);
      expect(await refusal(readWith(id, name, cut))).toMatch(/another release, or cut/);
    }
  });

  /** Cells that a program could take for something else. */
  const cells = fc.constantFrom(
    ...'|-|—|0|-1|1e5|0x10|Infinity|NaN|1,234|12.5|1.2.3|99999999999|#|*|**|n/a|TRUE|11-1011|00-0000|99-9999|11-1011.00|=1+1|\u202e|a\nb|"|2023'.split(
      "|",
    ),
  );
  const at = fc.nat({ max: 1_000_000 });
  type Change = (name: string) => { bytes: Buffer; gzipped?: boolean };
  const pick = (index: number, length: number) => (length === 0 ? 0 : index % length);
  const onRecords =
    (change: (records: string[][]) => void): Change =>
    (name) => {
      const records = recordsOf(name);
      change(records);
      return { bytes: bytesOf(name, records) };
    };
  const onBytes =
    (change: (bytes: Buffer) => Buffer): Change =>
    (name) => ({
      bytes: change(Buffer.from(excerpts.get(name) ?? Buffer.alloc(0))),
    });
  const changes: fc.Arbitrary<{ kind: string; change: Change }> = fc.oneof(
    fc.tuple(at, at, cells).map(([row, column, cell]) => ({
      kind: "cell",
      change: onRecords((records) => {
        const target = records[1 + pick(row, records.length - 1)];
        if (target) target[pick(column, target.length)] = cell;
      }),
    })),
    fc.tuple(at, fc.integer({ min: 0, max: 255 })).map(([index, byte]) => ({
      kind: "byte",
      change: onBytes((bytes) => {
        bytes[pick(index, bytes.length)] = byte;
        return bytes;
      }),
    })),
    at.map((index) => ({
      kind: "cut",
      change: onBytes((bytes) => bytes.subarray(0, pick(index, bytes.length))),
    })),
    fc.tuple(at, fc.constantFrom("twice", "gone", "empty", "header")).map(([row, how]) => ({
      kind: "line",
      change: onRecords((records) => {
        const index = 1 + pick(row, records.length - 1);
        const target = records[index] ?? [];
        if (how === "twice") records.splice(index, 0, target);
        if (how === "gone") records.splice(index, 1);
        if (how === "empty") records[index] = target.map(() => "");
        if (how === "header") records.splice(index, 0, records[0] ?? []);
      }),
    })),
    fc
      .tuple(at, at, fc.constantFrom("gone", "named as another", "swapped below the header"))
      .map(([a, b, how]) => ({
        kind: "column",
        change: onRecords((records) => {
          const width = records[0]?.length ?? 0;
          const [one, two] = [pick(a, width), pick(b, width)];
          if (how === "named as another" && records[0]) records[0][one] = records[0][two] ?? "";
          for (const row of how === "gone" ? records : []) row.splice(one, 1);
          for (const row of how === "swapped below the header" ? records.slice(1) : [])
            [row[one], row[two]] = [row[two] ?? "", row[one] ?? ""];
        }),
      })),
    fc.constantFrom<BufferEncoding>("utf16le", "latin1", "utf8").chain((encoding) =>
      fc.tuple(fc.boolean(), fc.boolean(), at).map(([mark, gzipped, index]) => ({
        kind: "encoding",
        change: (name: string) => {
          const text = `${mark ? "\uFEFF" : ""}${excerpts.get(name)}`;
          const bytes = Buffer.from(text, encoding);
          if (!gzipped) return { bytes };
          const packed = gzipSync(bytes, { level: 1 });
          const turned = pick(index, packed.length);
          packed.writeUInt8(packed.readUInt8(turned) ^ 1, turned);
          return { bytes: packed, gzipped };
        },
      })),
    ),
  );

  /** What must hold of every row that is read, whatever the file was. */
  function expectValid({ tables, report }: WrittenRelease): void {
    const known = new Set(["00-0000", ...occupations.map(({ soc }) => soc)]);
    for (const { table, text } of tables) {
      for (const row of [...canonicalRows(table, text)].flat()) {
        for (const value of Object.values(row)) {
          if (typeof value === "number") expect(Number.isFinite(value)).toBe(true);
          if (typeof value === "string") expect(value).not.toMatch(/[\r\n\0]/);
        }
        if (table !== "wages") continue;
        expect(known).toContain(row.soc);
        const pay = ["annualP10", "annualP25", "annualMedian", "annualP75", "annualP90"]
          .map((column) => row[column])
          .filter((value) => typeof value === "number");
        expect(pay).toEqual(pay.toSorted((a, b) => a - b));
        expect(pay.every(Number.isInteger)).toBe(true);
      }
    }
    if (tables.some(({ table }) => table === "wages")) {
      const skipped = Object.values(report.rowsSkipped).reduce((sum, count) => sum + count, 0);
      expect(report.rowsKept.wages).toBe((report.files[0]?.rowsRead ?? 0) - skipped);
    }
  }

  test("mutations: rows that are all valid, or one ImportError", async () => {
    const outcomes: Record<string, { read: number; refused: number }> = {};
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...textFiles), changes, async ([id, name], { kind, change }) => {
        outcomes[kind] ??= { read: 0, refused: 0 };
        const { bytes, gzipped } = change(name);
        let release: WrittenRelease;
        try {
          release = await readWith(id, name, bytes, gzipped);
        } catch (error) {
          expect(error).toBeInstanceOf(ImportError);
          outcomes[kind].refused += 1;
          return;
        }
        expectValid(release);
        outcomes[kind].read += 1;
      }),
      { numRuns: 400 },
    );
    console.table(outcomes);
    for (const { refused } of Object.values(outcomes)) expect(refused).toBeGreaterThan(0);
  });
});
