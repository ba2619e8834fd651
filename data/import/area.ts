import type { areas } from "@/db/schema";
import { NATION } from "@/domain/area";
import { type Reader, type RowOf, Tally } from "./dataset";
import { RowKeys, readCsv } from "./raw-table";
import { stateAbbreviations } from "./state";

/** The places that OEWS publishes for, under its own names. */
export const readAreas: Reader = async ({ folder }) => {
  const tally = new Tally();
  const abbreviations = await stateAbbreviations(folder);
  const found = new Map<string, RowOf<typeof areas>>([[NATION.code, { ...NATION, states: "" }]]);

  const keys = new RowKeys();
  for (const row of tally.opened(await readCsv(folder, "geo/states.csv"))) {
    const state = row.code("abbr", /^[A-Z]{2}$/, "two letters");
    keys.add(row, "abbr", state);
    const kind = state === "PR" ? "territory" : "state";
    found.set(`US-${state}`, { code: `US-${state}`, name: row.required("name"), kind, states: state });
  }
  for (const row of tally.opened(await readCsv(folder, "oews/oews_metro_M2025.csv"))) {
    const code = `cbsa-${row.code("cbsa", /^\d{5}$/, "five digits")}`;
    if (found.has(code)) continue;
    const name = row.required("area_title");
    const [, states] =
      /, ([A-Z]{2}(?:-[A-Z]{2})*)$/.exec(name) ?? row.fail("area_title", name, "states at the end");
    found.set(code, { code, name, kind: "metro", states: states ?? "" });
  }
  for (const row of tally.opened(await readCsv(folder, "oews/oews_nonmetro_M2025.csv"))) {
    const digits = row.code("area_code", /^\d{7}$/, "seven digits");
    const code = `nonmetro-${digits}`;
    if (found.has(code)) continue;
    const states =
      abbreviations.get(digits.slice(0, 2)) ?? row.fail("area_code", digits, "a FIPS state code in front");
    found.set(code, { code, name: row.required("area_title"), kind: "nonmetro", states });
  }
  return tally.result({ areas: [...found.values()] });
};
