import type { areaCounties } from "@/db/schema";
import { type Reader, type RowOf, Tally } from "./dataset";
import { readCsv } from "./raw-table";
import { stateAbbreviations } from "./state";

/** Counties of metropolitan and micropolitan areas, from the OMB delineation. */
export const readAreaCounties: Reader = ({ folder }) => {
  const tally = new Tally();
  const abbreviations = stateAbbreviations(folder);
  const counties: RowOf<typeof areaCounties>[] = [];
  for (const row of tally.opened(readCsv(folder, "geo/cbsa_delineation_2023-07.csv"))) {
    const fips = row.code("FIPS State Code", /^\d\d$/, "two digits");
    const state = abbreviations.get(fips) ?? row.fail("FIPS State Code", fips, "a FIPS state code");
    counties.push({
      area: `cbsa-${row.code("CBSA Code", /^\d{5}$/, "five digits")}`,
      areaName: row.required("CBSA Title"),
      kind: row.required("Metropolitan/Micropolitan Statistical Area").startsWith("Metro")
        ? "metro"
        : "micro",
      countyFips: `${fips}${row.code("FIPS County Code", /^\d{3}$/, "three digits")}`,
      county: row.required("County/County Equivalent"),
      state,
    });
  }
  return tally.result({ area_counties: counties });
};
