import fs from "node:fs";
import { parse } from "csv-parse/sync";
import { beforeEach, describe, expect, test } from "vitest";
import { OfficialCopy, RAW, stored } from "./official-copy";

const folder = "onet/db_30_1_text";
const readMe = `${folder}/Read Me.txt`;
const skillsCopy = "onet/Skills_30x.csv";
const rollUp = "onet/onet_30_3_skill_knowledge_importance_rollup.csv";
const official = new OfficialCopy();

const columns = [
  "O*NET-SOC Code",
  "Element ID",
  "Element Name",
  "Scale ID",
  "Data Value",
  "N",
  "Standard Error",
  "Lower CI Bound",
  "Upper CI Bound",
  "Recommend Suppress",
  "Not Relevant",
  "Date",
  "Domain Source",
];
type Row = Record<string, string>;
const rowsOf = (name: string) => parse<Row>(stored(name), { columns: true });
/** A table as O*NET publishes it: "n/a" where the copies have an empty cell. */
const tabbed = (rows: readonly Row[]) =>
  [columns, ...rows.map((row) => columns.map((column) => row[column] || "n/a"))]
    .map((cells) => `${cells.join("\t")}\r\n`)
    .join("");

/** Importance of knowledge in specialties, as their own rows had it, with a level. */
const knowledgeRows = (): Row[] =>
  rowsOf(rollUp)
    .filter(({ code, kind }) => kind === "knowledge" && code?.includes("."))
    .flatMap(({ code = "", element_id = "", element_name = "", importance_IM_1to5 = "" }) =>
      ["IM", "LV"].map((scale) => ({
        "O*NET-SOC Code": code,
        "Element ID": element_id,
        "Element Name": element_name,
        "Scale ID": scale,
        "Data Value": importance_IM_1to5,
        N: "24",
        "Recommend Suppress": scale === "LV" && element_id === "2.C.1.b" ? "Y" : "N",
      })),
    );

describe.skipIf(!fs.existsSync(RAW))("O*NET ratings", () => {
  beforeEach(() => {
    official.clear();
    official.copy([readMe]);
  });

  test("Skills.txt gives the facts of its copy, with the release that it is of", async () => {
    official.copy([skillsCopy]);
    const copy = await official.read("onet-skills");
    expect(copy.edition).toBeUndefined();
    official.write(`${folder}/Skills.txt`, tabbed(rowsOf(skillsCopy)));
    const published = await official.read("onet-skills");
    expect(published.report.files).toMatchObject([{ name: `${folder}/Skills.txt`, rowsRead: 62_580 }]);
    expect(published.tables).toEqual(copy.tables);
    expect(published.edition).toBe("30.1, December 2025");
  });

  test("Skills.txt may have newer ratings than the copy", async () => {
    const rows = rowsOf(skillsCopy).slice(0, 700);
    official.copy([readMe], (text) =>
      text.replaceAll("30.1", "30.2").replace("December 2025", "February 2026"),
    );
    official.write(`${folder}/Skills.txt`, tabbed(rows.map((row) => ({ ...row, Date: "02/2026" }))));
    const newer = await official.read("onet-skills");
    expect([newer.edition, newer.report.rowsKept]).toEqual([
      "30.2, February 2026",
      { occupation_ratings: 350 },
    ]);
  });

  test("Knowledge.txt goes before the roll-up, and brings level and sample", async () => {
    official.copy([rollUp]);
    expect((await official.read("onet-knowledge")).edition).toBeUndefined();
    official.write(`${folder}/Knowledge.txt`, tabbed(knowledgeRows()));
    const { edition, tables, report } = await official.read("onet-knowledge");
    expect(edition).toBe("30.1, December 2025");
    expect(report.rowsKept).toEqual({ occupation_ratings: 149 * 33 });
    const rows = parse<Row>(tables[0]?.text ?? "", { columns: true });
    const of = (element: string) =>
      rows.find((row) => row.onetSoc === "11-1011.03" && row.element === element);
    expect(of("2.C.1.a")).toMatchObject({
      kind: "knowledge",
      name: "Administration and Management",
      importance: of("2.C.1.a")?.level,
      importanceN: "24",
    });
    expect(of("2.C.1.b")).toMatchObject({ level: "", levelSuppressed: "1" });
  });

  test("Knowledge.txt of the release that sources.ts names bears its bare number", async () => {
    official.copy([readMe], (text) => text.replaceAll("30.1", "30.3"));
    official.write(`${folder}/Knowledge.txt`, tabbed(knowledgeRows()));
    expect((await official.read("onet-knowledge")).edition).toBe("30.3");
  });

  test.each([
    ["a level without importance", (rows: Row[]) => rows.slice(1), /column "Scale ID": a level without/],
    [
      "a rating twice",
      ([first = {}, ...rest]: Row[]) => [first, first, ...rest],
      /line 3.*stands on line 2 too/,
    ],
    [
      "an importance of 0",
      ([first = {}, ...rest]: Row[]) => [{ ...first, "Data Value": "0" }, ...rest],
      /line 2, column "Data Value": 0 is out of range; expected 1 to 5/,
    ],
  ])("Skills.txt with %s is refused", async (_, change, message) => {
    official.write(`${folder}/Skills.txt`, tabbed(change(rowsOf(skillsCopy).slice(0, 70))));
    expect(await official.refusal("onet-skills")).toMatch(message);
  });

  test("Skills.txt without its release is refused", async () => {
    official.clear();
    official.write(`${folder}/Skills.txt`, tabbed(rowsOf(skillsCopy).slice(0, 70)));
    expect(await official.refusal("onet-skills")).toMatch(/Read Me\.txt: the file is missing/);
  });
});
