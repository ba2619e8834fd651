import { readCsv } from "./raw-table";

/** Abbreviations that areas use and the list of states leaves out. */
const islands: readonly [string, string][] = [
  ["66", "GU"],
  ["78", "VI"],
];

/** Postal abbreviation of each FIPS state code, both as texts: "06" is "CA". */
export function stateAbbreviations(folder: string): Map<string, string> {
  const states = new Map(islands);
  for (const row of readCsv(folder, "geo/states.csv")) {
    states.set(row.code("fips", /^\d\d$/, "two digits"), row.code("abbr", /^[A-Z]{2}$/, "two letters"));
  }
  return states;
}
