import fs from "node:fs";
import path from "node:path";
import type { priceLevels } from "@/db/schema";
import { readAreas } from "./area";
import { isBrought } from "./brought-file";
import { type Reader, type ReadInput, type RowOf, Tally } from "./dataset";
import { ImportError } from "./import-error";
import { type RawRow, type RawTable, RowKeys, readCsv } from "./raw-table";
import { stateAbbreviations } from "./state";

const folderOfLevels = "bea_rpp";
const trimmedStates = `${folderOfLevels}/rpp_2024_state_all_items.csv`;
const trimmedMetros = `${folderOfLevels}/rpp_2024_metro_all_items.csv`;

type Level = RowOf<typeof priceLevels>;

/** Percent of the nation's level. */
const LEVEL = [50, 200] as const;
/** The first year that the publisher has parities for, and one that no release of ours will reach. */
const YEARS = [2008, 2100] as const;

/** Regional price parities, all items, of states and metro areas; the nation is 100. */
export const readPriceLevels: Reader = async (input) => {
  const tally = new Tally();
  const states = publishedFile(input.folder, "SARPP_STATE");
  const metros = publishedFile(input.folder, "MARPP_MSA");
  const isTrimmed = [trimmedStates, trimmedMetros].some((name) => isBrought(input.folder, name));
  const levels =
    isTrimmed || !(states || metros)
      ? await trimmedLevels(input.folder, tally)
      : await publishedLevels(
          input,
          states ?? `${folderOfLevels}/SARPP_STATE_2008_….csv`,
          metros ?? `${folderOfLevels}/MARPP_MSA_2008_….csv`,
          tally,
        );
  return { ...tally.result({ price_levels: levels }), edition: levels[0]?.year.toString() };
};

/** Levels of one year from copies that keep the newest year and the line "all items". */
async function trimmedLevels(folder: string, tally: Tally): Promise<Level[]> {
  const levels: Level[] = [];
  const keys = new RowKeys();
  const keep = (row: RawRow, column: string, area: () => string) => {
    keys.add(row, column, row.text(column));
    const level = row.numberOrNull("rpp_all_items", LEVEL);
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
  for (const row of tally.opened(await readCsv(folder, trimmedStates))) {
    keep(row, "state_abbr", () => `US-${row.code("state_abbr", /^[A-Z]{2}$/, "two letters")}`);
  }
  for (const row of tally.opened(await readCsv(folder, trimmedMetros))) {
    keep(row, "area_code", () => `cbsa-${row.code("area_code", /^\d{5}$/, "five digits")}`);
  }
  return levels;
}

/** The publisher's file of a table, whose name ends in its first and last year: the one of the newest last year. */
function publishedFile(folder: string, table: string): string | undefined {
  const at = path.join(folder, folderOfLevels);
  const form = new RegExp(`^${table}_\\d{4}_\\d{4}\\.csv(\\.gz)?$`);
  const names = fs.existsSync(at) ? fs.readdirSync(at).filter((name) => form.test(name)) : [];
  const newest = names
    .map((name) => name.replace(/\.gz$/, ""))
    .toSorted()
    .at(-1);
  return newest && `${folderOfLevels}/${newest}`;
}

/**
 * Levels of the newest year from the publisher's tables of states and metro areas. Metro areas of another
 * delineation than that of our areas are left out: their counties are others.
 */
async function publishedLevels(
  input: ReadInput,
  stateFile: string,
  metroFile: string,
  tally: Tally,
): Promise<Level[]> {
  const states = tally.opened(await readCsv(input.folder, stateFile, { notes: true }));
  const metros = tally.opened(await readCsv(input.folder, metroFile, { notes: true }));
  const year = newestYear(states);
  if (newestYear(metros) !== year) {
    const problem = `the newest year is ${newestYear(metros)}, and ${year} in ${states.name}`;
    throw new ImportError(metros.name, problem, { line: metros.headerLine, expected: "the same year" });
  }
  const abbreviations = await stateAbbreviations(input.folder);
  const areas = new Set(((await readAreas(input)).tables.areas ?? []).map(({ code }) => code));
  const levels: Level[] = [];
  const keep = (row: RawRow, area: string) => {
    const level = row.text(String(year)) === "(NA)" ? null : row.numberOrNull(String(year), LEVEL);
    if (level === null) tally.skip("no price level published");
    else levels.push({ area, year, level });
  };
  for (const { row, digits } of allItems(states, tally)) {
    const state = abbreviations.get(digits.slice(0, 2));
    if (!state || !digits.endsWith("000"))
      row.fail(geography, `${digits} is no state`, "a code such as 06000");
    keep(row, `US-${state}`);
  }
  for (const { row, digits } of allItems(metros, tally)) {
    const area = `cbsa-${digits}`;
    if (areas.has(area)) keep(row, area);
    else tally.skip("metro area of another delineation");
  }
  return levels;
}

const geography = "GeoFIPS";
/** Some lines bear the number of a footnote, such as "2/". */
const allItemsLine = /^RPPs: All items( \d\/)?$/;

/** One row of all items for each area, with the five digits of its code. Throws ImportError when there is none. */
function* allItems(table: RawTable, tally: Tally): Generator<{ row: RawRow; digits: string }> {
  const keys = new RowKeys();
  let found = 0;
  for (const row of table) {
    if (row.cells.slice(1).every((cell) => cell.trim() === "")) {
      tally.skip("footnote");
      continue;
    }
    if (!allItemsLine.test(row.text("Description"))) {
      tally.skip("income, spending, or a part of the price level");
      continue;
    }
    const digits = row.code(geography, /^\d{1,5}$/, "up to five digits").padStart(5, "0");
    keys.add(row, geography, digits);
    found += 1;
    // 00000 is the nation, 00998 and 00999 are its metropolitan and nonmetropolitan portions.
    if (digits.startsWith("00")) tally.skip("the nation, or a portion of it");
    else yield { row, digits };
  }
  if (found === 0) {
    throw new ImportError(table.name, "no row is of all items", {
      column: "Description",
      expected: "rows of RPPs: All items",
    });
  }
}

/** Throws ImportError when no column is a year. */
function newestYear(table: RawTable): number {
  const years = table.header.filter((column) => /^20\d\d$/.test(column)).map(Number);
  if (years.length === 0) {
    throw new ImportError(table.name, "no column is a year", {
      line: table.headerLine,
      expected: `one such as 2023 among ${table.header.join(" | ")}`,
    });
  }
  return Math.max(...years);
}
