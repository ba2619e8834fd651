import type { priceLevels } from "@/db/schema";
import { type Reader, type RowOf, Tally } from "./dataset";
import { type RawRow, RowKeys, readCsv } from "./raw-table";

/** The first year that the publisher has parities for, and one that no release of ours will reach. */
const YEARS = [2008, 2100] as const;

/** Regional price parities, all items, of states and metro areas; the nation is 100. */
export const readPriceLevels: Reader = async ({ folder }) => {
  const tally = new Tally();
  const levels: RowOf<typeof priceLevels>[] = [];
  const keys = new RowKeys();
  const keep = (row: RawRow, column: string, area: () => string) => {
    keys.add(row, column, row.text(column));
    const level = row.numberOrNull("rpp_all_items", [50, 200]);
    if (level === null) {
      tally.skip("no price level published");
      return;
    }
    const year = row.whole("rpp_year", YEARS);
    const first = levels[0]?.year ?? year;
    if (year !== first)
      row.fail("rpp_year", `the price level is of ${year}, and one above of ${first}`, "one year");
    levels.push({ area: area(), year, level });
  };
  for (const row of tally.opened(await readCsv(folder, "bea_rpp/rpp_2024_state_all_items.csv"))) {
    keep(row, "state_abbr", () => `US-${row.code("state_abbr", /^[A-Z]{2}$/, "two letters")}`);
  }
  for (const row of tally.opened(await readCsv(folder, "bea_rpp/rpp_2024_metro_all_items.csv"))) {
    keep(row, "area_code", () => `cbsa-${row.code("area_code", /^\d{5}$/, "five digits")}`);
  }
  return { ...tally.result({ price_levels: levels }), edition: levels[0]?.year.toString() };
};
