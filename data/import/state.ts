import { RowKeys, readCsv } from "./raw-table";

/** Abbreviations that areas use and the list of states leaves out. */
const islands: readonly [string, string][] = [
  ["66", "GU"],
  ["78", "VI"],
];

/** Postal abbreviation of each FIPS state code, both as texts: "06" is "CA". */
export async function stateAbbreviations(folder: string): Promise<Map<string, string>> {
  const states = new Map(islands);
  const keys = new RowKeys();
  for (const row of await readCsv(folder, "geo/states.csv")) {
    keys.add(row, "fips", row.text("fips"));
    states.set(row.code("fips", /^\d\d$/, "two digits"), row.code("abbr", /^[A-Z]{2}$/, "two letters"));
  }
  return states;
}
