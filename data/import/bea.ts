import type { priceLevels } from "@/db/schema";
import { type Reader, type RowOf, Tally } from "./dataset";
import { type RawRow, readCsv } from "./raw-table";

/** Regional price parities, all items, of states and metro areas; the nation is 100. */
export const readPriceLevels: Reader = ({ folder }) => {
  const tally = new Tally();
  const levels: RowOf<typeof priceLevels>[] = [];
  const keep = (row: RawRow, area: () => string) => {
    const level = row.numberOrNull("rpp_all_items");
    if (level === null) tally.skip("no price level published");
    else levels.push({ area: area(), year: row.number("rpp_year"), level });
  };
  for (const row of tally.opened(readCsv(folder, "bea_rpp/rpp_2024_state_all_items.csv"))) {
    keep(row, () => `US-${row.code("state_abbr", /^[A-Z]{2}$/, "two letters")}`);
  }
  for (const row of tally.opened(readCsv(folder, "bea_rpp/rpp_2024_metro_all_items.csv"))) {
    keep(row, () => `cbsa-${row.code("area_code", /^\d{5}$/, "five digits")}`);
  }
  return tally.result({ price_levels: levels });
};
