import fs from "node:fs";
import { beforeEach, describe, expect, test } from "vitest";
import { OfficialCopy, RAW } from "./official-copy";

const cycle = "employment_projections_2024_34";
const files = [
  ["ep-employment", `${cycle}/table_1_2.csv`],
  ["ep-separations", `${cycle}/table_1_10.csv`],
  ["ep-education-held", `${cycle}/table_5_3.csv`],
  ["ep-entry", `${cycle}/table_5_4.csv`],
] as const;
const names = files.map(([, name]) => name);
const official = new OfficialCopy();

/** A table as the cycle one year later would print it. Codes such as 29-2034 stay. */
const later = (text: string) =>
  text.replace(/(?<![-\d])20[23]4(?=\D)/g, (year) => year.replace("4", "5")).replaceAll("–34", "–35");

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
});
