import type { priceLevels } from "@/db/schema";
import { type Reader, type RowOf, Tally } from "./dataset";
import { type RawRow, RowKeys, readCsv } from "./raw-table";

/** The edition that sources.ts names. */
const YEAR = 2024;

/** Regional price parities, all items, of states and metro areas; the nation is 100. */
export const readPriceLevels: Reader = async ({ folder }) => {
  const tally = new Tally();
  const levels: RowOf<typeof priceLevels>[] = [];
  const keys = new RowKeys();
  const keep = (row: RawRow, column: string, area: () => string) => {
    keys.add(row, column, row.text(column));
    const level = row.numberOrNull("rpp_all_items", [50, 200]);
    if (level === null) tally.skip("no price level published");
    else levels.push({ area: area(), year: row.whole("rpp_year", [YEAR, YEAR]), level });
  };
  for (const row of tally.opened(await readCsv(folder, "bea_rpp/rpp_2024_state_all_items.csv"))) {
    keep(row, "state_abbr", () => `US-${row.code("state_abbr", /^[A-Z]{2}$/, "two letters")}`);
  }
  for (const row of tally.opened(await readCsv(folder, "bea_rpp/rpp_2024_metro_all_items.csv"))) {
    keep(row, "area_code", () => `cbsa-${row.code("area_code", /^\d{5}$/, "five digits")}`);
  }
  return tally.result({ price_levels: levels });
};
