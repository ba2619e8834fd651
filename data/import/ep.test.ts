import fs from "node:fs";
import { strFromU8, unzipSync } from "fflate";
import { beforeEach, describe, expect, test } from "vitest";
import { OfficialCopy, RAW, stored } from "./official-copy";

const cycle = "employment_projections_2024_34";
const files = [
  ["ep-employment", `${cycle}/table_1_2.csv`],
  ["ep-separations", `${cycle}/table_1_10.csv`],
  ["ep-education-held", `${cycle}/table_5_3.csv`],
  ["ep-entry", `${cycle}/table_5_4.csv`],
  ["ep-reasons", `${cycle}/table_1_12.csv`],
] as const;
const workbooks = [`${cycle}/occupation.xlsx`, `${cycle}/education.xlsx`];
const names = files.map(([, name]) => name);
const official = new OfficialCopy();

/** A table as the cycle one year later would print it. Codes such as 29-2034 stay, and numbers in cells. */
const later = (text: string) =>
  text
    .replace(/(?<![-\d])20[23]4(?!\d|<\/v>|[,.])/g, (year) => year.replace("4", "5"))
    .replaceAll("–34", "–35");

const sheetXml = (workbook: string): string =>
  Object.entries(unzipSync(stored(`${cycle}/${workbook}`)))
    .map(([part, content]) => (part.startsWith("xl/worksheets/") ? strFromU8(content) : ""))
    .join("");

describe.skipIf(!fs.existsSync(RAW))("employment projections", () => {
  beforeEach(() => official.clear());

  test.each(files)("%s: the cycle is that of the columns", async (id, name) => {
    official.copy(names);
    const known = await official.read(id);
    expect(known.edition).toBe("2024–34");
    official.copy(names, later);
    const next = await official.read(id);
    expect(next.edition).toBe("2025–35");
    expect(next.tables).toEqual(known.tables);
    official.clear();
    official.copy([name], later);
    expect((await official.read(id)).edition).toBe("2025–35");
  });

  test.each(files)("%s: the publisher's workbook gives the facts of its copy", async (id, name) => {
    official.copy([name]);
    const copy = await official.read(id);
    official.clear();
    official.copy(workbooks);
    const published = await official.read(id);
    expect(published.report.files.map((file) => file.name)[0]).toMatch(/\.xlsx$/);
    expect(published.edition).toBe("2024–34");
    expect(published.tables).toEqual(copy.tables);
    official.copy(workbooks, later);
    const next = await official.read(id);
    expect([next.edition, next.tables]).toEqual(["2025–35", copy.tables]);
  });

  test("a number of a workbook keeps no dust", async () => {
    expect(sheetXml("occupation.xlsx")).toContain("<v>9.3000000000000007</v>");
    official.copy(workbooks);
    const { tables } = await official.read("ep-employment");
    const numbers = [...(tables[0]?.text ?? "").matchAll(/-?\d+\.\d+/g)].map(([number]) => number);
    expect(numbers).toContain("9.3");
    expect(numbers.filter((number) => !/^-?\d+\.\d$/.test(number))).toEqual([]);
  });

  test("a workbook whose sheet holds another table is refused", async () => {
    official.copy(workbooks, (xml) => xml.replaceAll("Table 5.4 ", "Table 5.5 "));
    expect(await official.refusal("ep-entry")).toMatch(
      /education\.xlsx, line 1: .* another table or release; expected Table 5\.4/,
    );
  });

  test("without file and workbook the file is named", async () => {
    expect(await official.refusal("ep-entry")).toMatch(/table_5_4\.csv: the file is missing/);
  });

  test("a workbook of another cycle than a file beside it is refused", async () => {
    official.copy(names.slice(0, 1));
    official.copy(workbooks, later);
    expect(await official.refusal("ep-entry")).toMatch(
      /education\.xlsx, line 2: the table is of 2025–35, and .*table_1_2\.csv of 2024–34/,
    );
  });

  test.each([
    ["Employment, 2034", /column "Employment, 2033": the column is of 2033, and ".*" of 2024–34/],
    [
      "Employment change, percent, 2024–34",
      /column "Employment change, percent, 2024–33": the column is of 2024–33, and .* of 2024–34/,
    ],
  ])("a column of another cycle: %s", async (column, message) => {
    official.copy(names, (text) => text.replace(column, column.replace("34", "33")));
    expect(await official.refusal("ep-employment")).toMatch(message);
  });

  test.each(files.slice(1))("%s: a table of another cycle than the first is refused", async (id, name) => {
    official.copy(names);
    official.copy([name], later);
    expect(await official.refusal(id)).toMatch(
      /line 1: the table is of 2025–35, and .*table_1_2\.csv of 2024–34; expected all tables of one cycle/,
    );
  });

  const reasons = `${cycle}/table_1_12.csv`;

  test("reasons: one row a sentence, as printed, with its industry", async () => {
    official.copy([reasons]);
    const { tables, report } = await official.read("ep-reasons");
    expect(report).toMatchObject({ rowsKept: { occupation_texts: 998 }, rowsSkipped: {} });
    const lines = (tables[0]?.text ?? "").split("\n");
    expect(lines[0]).toBe("soc,kind,text,industry");
    expect(lines.filter((line) => line.startsWith("13-1020,reason,"))).toHaveLength(13);
    expect(lines.at(-2)).toMatch(/^53-7199,reason,.*,Warehousing and storage$/);
  });

  test.each([
    [
      "a sentence that is missing",
      /,Demand change - share decreases.*/,
      ",",
      /"Factors .*": the cell is empty/,
    ],
    ["an unknown occupation", "11-2011", "11-2999", /code": 11-2999 is no occupation/],
    ["no code of an occupation", "11-2011", "managers", /code": .*; expected a SOC code/],
    ["no code of an industry", "TE1000", "all", /industry code.*; expected a code of an industry/],
    ["no name of an industry", '"Total, all industries"', "", /industry title.*: the cell is empty/],
  ])("reasons: %s", async (_, from, to, message) => {
    official.copy([reasons], (text) => text.replace(from, to));
    const refusal = await official.refusal("ep-reasons");
    expect(refusal).toMatch(/^employment_projections_2024_34\/table_1_12\.csv, line 2, column /);
    expect(refusal).toMatch(message);
  });
});
