import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadBundleIfNeeded } from "@/data/import/bundle";
import { type Connection, connection } from "@/db/client";
import { coverageOf } from "./coverage";

const OFFICIAL = "../shared/data";
const folder = fs.mkdtempSync(path.join(os.tmpdir(), "coverage-"));
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

let database: Connection;
beforeAll(async () => {
  database = await connection();
  await database.migrate();
  await loadBundleIfNeeded(database, () => {});
});

const table = (...rows: string[]) => `# Coverage

## How many codes can be filled
Of either base.

| field | SOC 867 | OEWS 830 | why |
|---|---|---|---|
${rows.join("\n")}

## Traps
| field | 1 | 2 | |
`;

test("counts stand beside those of the table, and what differs is told", async () => {
  const rows = [
    "| annual median (also mean) | 841 | 825 | 21 \\* |",
    "| job zone any / one value | 798 / 789 | 783 / 771 | |",
    "| ... from the .00 row / only .01+ | 748 / 26 | 725 / - | |",
    "| % self-employed | - | - | |",
    "| hair color | 5 | - | |",
  ];
  fs.writeFileSync(path.join(folder, "COVERAGE_AND_TRAPS.md"), table(...rows));
  const lines = await coverageOf(database, folder);
  const line = (name: string) => lines.find((candidate) => candidate.name.startsWith(name));
  expect(line("annual median (also mean)")).toMatchObject({
    found: { soc: [841], oews: [825] },
    known: { soc: [841], oews: [825] },
    differs: false,
  });
  expect(line("job zone")).toMatchObject({ found: { oews: [783, 770] }, known: { oews: [783, 771] } });
  expect(line("... from the .00 row")?.known?.oews).toEqual([725, null]);
  expect(lines.filter(({ differs }) => differs).map(({ name }) => name)).toEqual([
    "job zone any / one value",
    "hair color",
  ]);
});

test("without the file our counts stand alone, and a file without the table is refused", async () => {
  const alone = await coverageOf(database, path.join(folder, "none"));
  expect(alone.length).toBeGreaterThan(20);
  expect(alone.some(({ known, differs }) => known || differs)).toBe(false);
  fs.writeFileSync(path.join(folder, "COVERAGE_AND_TRAPS.md"), "# Coverage\n");
  await expect(coverageOf(database, folder)).rejects.toThrow("has no table of field, SOC and OEWS");
});

test.runIf(fs.existsSync(OFFICIAL))("all but the tasks, which it leaves out, is in the bundle", async () => {
  const differing = (await coverageOf(database, OFFICIAL)).filter(({ differs }) => differs);
  expect(differing).toMatchObject([{ name: "tasks", found: { soc: [0], oews: [0] } }]);
});
