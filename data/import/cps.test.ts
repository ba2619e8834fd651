import fs from "node:fs";
import { describe, expect, test } from "vitest";
import { OfficialCopy, RAW } from "./official-copy";

const official = new OfficialCopy();
const codes = [
  "soc/census_2018_occupation_code_list_crosswalk.xlsx",
  "soc/soc2018_definitions.csv",
  "soc/nem_onet_to_soc_crosswalk_2023.csv",
];

describe.skipIf(!fs.existsSync(RAW))("tables of the Current Population Survey", () => {
  test.each([
    ["cps-age", "cps/cpsaat11b_2025_age.xlsx", "2025", ">2025<", ">2026<"],
    ["cps-people", "cps/cpsaat11_2022_sex_race.xlsx", "2022", ">2022<", ">2026<"],
  ] as const)("%s: the edition is the year above the figures", async (id, name, known, cell, later) => {
    official.copy([...codes, name]);
    const before = await official.read(id);
    expect(before.edition).toBe(known);
    official.copy([name], (xml) => xml.replaceAll(cell, later));
    const after = await official.read(id);
    expect(after.edition).toBe("2026");
    expect(after.tables).toEqual(before.tables);
    official.copy([name], (xml) => xml.replaceAll(cell, ">2019<"));
    expect(await official.refusal(id)).toMatch(/expected the year of the annual averages, from 2020 on/);
  });
});
