import type { occupations, occupationTexts } from "@/db/schema";
import { titleCase } from "@/domain/occupation";
import { type Reader, type RowOf, type RowsByTable, Tally } from "./dataset";
import { KnownOccupations } from "./known-occupation";
import { type RawTable, RowKeys, readCsv } from "./raw-table";

type Occupation = RowOf<typeof occupations>;

/** The file of the 2018 SOC, all levels. */
export const readDefinitionFile = (folder: string): Promise<RawTable> =>
  readCsv(folder, "soc/soc2018_definitions.csv", { rows: 1447 });

/**
 * The 2018 SOC structure with the merged codes of OEWS and the projections. A merged code is a code of the
 * National Employment Matrix that is no detailed SOC code; where it has the form of a broad group, it takes
 * that group's place, since the code answers as an occupation.
 */
export const readStructure: Reader = async ({ folder }) => {
  const tally = new Tally();
  const found = new Map<string, Occupation>();
  const keys = new RowKeys();
  for (const row of tally.opened(await readDefinitionFile(folder))) {
    const level = row.code("SOCGroup", /^(Major|Minor|Broad|Detailed)$/, "Major, Minor, Broad or Detailed");
    const soc = row.soc("SOCCode");
    keys.add(row, "SOCCode", soc);
    found.set(soc, {
      soc,
      title: row.required("SOCTitle"),
      level: level.toLowerCase() as Occupation["level"],
      mergedInto: null,
    });
  }
  const merged = new Map<string, Occupation>();
  for (const row of tally.opened(await readCsv(folder, "soc/nem_onet_to_soc_crosswalk_2023.csv"))) {
    keys.add(row, "O*NET-SOC Code", row.text("O*NET-SOC Code"));
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
export const readDirectMatches: Reader = async (input) => {
  const tally = new Tally();
  const known = await KnownOccupations.of(input);
  const titles: NonNullable<RowsByTable["occupation_titles"]> = [];
  for (const row of tally.opened(await readCsv(input.folder, "soc/soc_2018_direct_match_titles.csv"))) {
    titles.push({
      soc: known.soc(row, "2018 SOC Code"),
      title: row.required("2018 SOC Direct Match Title"),
      kind: "direct_match",
    });
  }
  return tally.result({ occupation_titles: titles });
};

/** Definitions of occupations: the publisher's sentences, never in the bundle. */
export const readDefinitions: Reader = async ({ folder }) => {
  const tally = new Tally();
  const keys = new RowKeys();
  const texts: Omit<RowOf<typeof occupationTexts>, "position">[] = [];
  for (const row of tally.opened(await readDefinitionFile(folder))) {
    const text = row.text("SOCDefinition").replace(/\s+/g, " ");
    keys.add(row, "SOCCode", row.text("SOCCode"));
    if (text === "") tally.skip("group without a definition");
    else texts.push({ soc: row.soc("SOCCode"), kind: "definition", text });
  }
  return tally.result({ occupation_texts: texts });
};
