import { codePrefix } from "@/domain/occupation";
import type { Tally } from "./dataset";
import { RowKeys } from "./raw-table";
import { readWorkbook, type SheetLayout } from "./raw-workbook";
import { readDefinitionFile } from "./soc";

/** A Census occupation and the detailed SOC codes counted in it. */
export type CensusOccupation = { code: string; title: string; socs: string[] };

const layout: SheetLayout = {
  sheet: "2018 Census Occ Code List",
  headingRows: [5, 6],
  columns: [
    ["title", /^2018 Census Title$/],
    ["census", /^2018 Census Code$/],
    ["soc", /^2018 SOC Code$/],
  ],
  says: [[/2018 Census Occupation Code List/, "the 2018 Census Occupation Code List"]],
};

/**
 * The Census occupation that holds each detailed SOC code: the most specific one, since a wildcard such as
 * 13-20XX ("other") means those codes of 13-20 that no other row names.
 */
export async function censusOccupations(folder: string, tally: Tally): Promise<CensusOccupation[]> {
  const list = await readWorkbook(folder, "soc/census_2018_occupation_code_list_crosswalk.xlsx", layout);
  const rows: (CensusOccupation & { spec: string })[] = [];
  const keys = new RowKeys();
  for (const row of tally.opened(list)) {
    if (!/^\d{4}$/.test(row.text("census"))) continue;
    if (row.text("soc") === "none") {
      tally.skip("Census occupation without a SOC code");
      continue;
    }
    keys.add(row, "census", row.text("census"));
    const spec = row.code("soc", /^\d\d-[\dX]{4}$/, "a SOC code, with X for any digit");
    rows.push({ code: row.text("census"), title: row.required("title"), socs: [], spec });
  }
  const detailed = [...tally.opened(await readDefinitionFile(folder))]
    .filter((row) => row.text("SOCGroup") === "Detailed")
    .map((row) => row.soc("SOCCode"));
  const known = new Set(detailed);
  for (const soc of detailed) {
    let best: (typeof rows)[number] | undefined;
    let bestLength = 0;
    for (const row of rows) {
      const prefix = known.has(row.spec) ? row.spec : codePrefix(row.spec);
      if (soc.startsWith(prefix) && prefix.length > bestLength) {
        best = row;
        bestLength = prefix.length;
      }
    }
    best?.socs.push(soc);
  }
  return rows.map(({ spec: _, ...occupation }) => occupation);
}

/** Titles compared without case, blanks and punctuation: the survey doubles blanks and varies dashes. */
export const titleKey = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
