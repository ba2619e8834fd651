import type { DatasetId } from "@/data/sources";
import type { areas } from "@/db/schema";
import { NATION } from "@/domain/area";
import { type Reader, type RowOf, Tally } from "./dataset";
import { metroCopy, nonmetroCopy } from "./oews";
import { type Copy, latestRelease } from "./oews-folder";
import { type RawRow, RowKeys, readCsv } from "./raw-table";
import { readAndLeave } from "./shared-table";
import { stateAbbreviations } from "./state";

/** The places that OEWS publishes for, under its own names: those of the tables that its figures come from. */
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
  const metros = await placesIn(folder, "oews-metro", metroCopy, "cbsa", tally);
  for (const row of metros.rows) {
    const code = `cbsa-${row.code(metros.code, /^\d{5}$/, "five digits")}`;
    if (found.has(code)) continue;
    const name = row.required(metros.title);
    const [, states] =
      /, ([A-Z]{2}(?:-[A-Z]{2})*)$/.exec(name) ?? row.fail(metros.title, name, "states at the end");
    found.set(code, { code, name, kind: "metro", states: states ?? "" });
  }
  const nonmetros = await placesIn(folder, "oews-nonmetro", nonmetroCopy, "area_code", tally);
  for (const row of nonmetros.rows) {
    const digits = row.code(nonmetros.code, /^\d{7}$/, "seven digits");
    const code = `nonmetro-${digits}`;
    if (found.has(code)) continue;
    const states =
      abbreviations.get(digits.slice(0, 2)) ?? row.fail(nonmetros.code, digits, "a FIPS state code in front");
    found.set(code, { code, name: row.required(nonmetros.title), kind: "nonmetro", states });
  }
  const year = Math.max(metros.year, nonmetros.year);
  return { ...tally.result({ areas: [...found.values()] }), edition: `May ${year}` };
};

/** Rows that name places, with the columns of code and name: of the table that the figures of the places are read from. */
type Places = { rows: Iterable<RawRow>; code: string; title: string; year: number };

async function placesIn(
  folder: string,
  id: DatasetId,
  copy: Copy,
  code: string,
  tally: Tally,
): Promise<Places> {
  const { release } = await latestRelease(folder, id, copy);
  if (release && !release.lacksNames) {
    tally.read(release.file, release.rowsRead);
    return { rows: release, code: "AREA", title: "AREA_TITLE", year: release.year };
  }
  const rows = tally.opened(await readAndLeave(folder, copy.file));
  return { rows, code, title: "area_title", year: copy.year };
}
