import type { occupations, occupationTexts } from "@/db/schema";
import { titleCase } from "@/domain/occupation";
import { type Reader, type RowOf, type RowsByTable, Tally } from "./dataset";
import { readCsv } from "./raw-table";

type Occupation = RowOf<typeof occupations>;

/**
 * The 2018 SOC structure with the merged codes of OEWS and the projections. A merged code is a code of the
 * National Employment Matrix that is no detailed SOC code; where it has the form of a broad group, it takes
 * that group's place, since the code answers as an occupation.
 */
export const readStructure: Reader = ({ folder }) => {
  const tally = new Tally();
  const found = new Map<string, Occupation>();
  for (const row of tally.opened(readCsv(folder, "soc/soc2018_definitions.csv"))) {
    const level = row.code("SOCGroup", /^(Major|Minor|Broad|Detailed)$/, "Major, Minor, Broad or Detailed");
    found.set(row.soc("SOCCode"), {
      soc: row.soc("SOCCode"),
      title: row.required("SOCTitle"),
      level: level.toLowerCase() as Occupation["level"],
      mergedInto: null,
    });
  }
  const merged = new Map<string, Occupation>();
  for (const row of tally.opened(readCsv(folder, "soc/nem_onet_to_soc_crosswalk_2023.csv"))) {
    const matrixCode = row.text("NEM Code");
    const member = found.get(row.onetSoc("O*NET-SOC Code").slice(0, 7));
    if (!/^\d\d-\d{4}$/.test(matrixCode)) {
      tally.skip("not in the employment matrix");
    } else if (!member) {
      row.fail("O*NET-SOC Code", "no 2018 SOC code belongs to it", "a code of soc2018_definitions.csv");
    } else if (matrixCode !== member.soc) {
      member.mergedInto = matrixCode;
      const title = titleCase(row.required("National Employment Matrix Occupational Title"));
      merged.set(matrixCode, { soc: matrixCode, title, level: "merged", mergedInto: null });
    }
  }
  for (const [code, occupation] of merged) {
    if (found.get(code)?.level === "broad") tally.skip("broad group whose code a merged occupation uses");
    found.set(code, occupation);
  }
  return tally.result({ occupations: [...found.values()] });
};

/** Titles that the SOC counts directly under one occupation. */
export const readDirectMatches: Reader = ({ folder }) => {
  const tally = new Tally();
  const titles: NonNullable<RowsByTable["occupation_titles"]> = [];
  for (const row of tally.opened(readCsv(folder, "soc/soc_2018_direct_match_titles.csv"))) {
    titles.push({
      soc: row.soc("2018 SOC Code"),
      title: row.required("2018 SOC Direct Match Title"),
      kind: "direct_match",
    });
  }
  return tally.result({ occupation_titles: titles });
};

/** Definitions of occupations: the publisher's sentences, never in the bundle. */
export const readDefinitions: Reader = ({ folder }) => {
  const tally = new Tally();
  const texts: Omit<RowOf<typeof occupationTexts>, "position">[] = [];
  for (const row of tally.opened(readCsv(folder, "soc/soc2018_definitions.csv"))) {
    const text = row.text("SOCDefinition").replace(/\s+/g, " ");
    if (text === "") tally.skip("group without a definition");
    else texts.push({ soc: row.soc("SOCCode"), kind: "definition", text });
  }
  return tally.result({ occupation_texts: texts });
};
