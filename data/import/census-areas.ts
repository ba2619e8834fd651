import type { areaCounties } from "@/db/schema";
import { type Reader, type RowOf, Tally } from "./dataset";
import { RowKeys, readCsv } from "./raw-table";
import { stateAbbreviations } from "./state";

const kindColumn = "Metropolitan/Micropolitan Statistical Area";

/** Counties of metropolitan and micropolitan areas, from the OMB delineation. */
export const readAreaCounties: Reader = async ({ folder }) => {
  const tally = new Tally();
  const abbreviations = await stateAbbreviations(folder);
  const keys = new RowKeys();
  const counties: RowOf<typeof areaCounties>[] = [];
  for (const row of tally.opened(await readCsv(folder, "geo/cbsa_delineation_2023-07.csv"))) {
    const fips = row.code("FIPS State Code", /^\d\d$/, "two digits");
    const state = abbreviations.get(fips) ?? row.fail("FIPS State Code", fips, "a FIPS state code");
    const county = row.code("FIPS County Code", /^\d{3}$/, "three digits");
    keys.add(row, "FIPS County Code", fips, county);
    const kind = row.code(
      kindColumn,
      /^(Metro|Micro)politan Statistical Area$/,
      "a metro- or micropolitan area",
    );
    counties.push({
      area: `cbsa-${row.code("CBSA Code", /^\d{5}$/, "five digits")}`,
      areaName: row.required("CBSA Title"),
      kind: kind.startsWith("Metro") ? "metro" : "micro",
      countyFips: `${fips}${county}`,
      county: row.required("County/County Equivalent"),
      state,
    });
  }
  return tally.result({ area_counties: counties });
};
