import type { Reader, ReadInput, ReadResult, WageRow } from "./dataset";
import { Tally } from "./dataset";
import { ImportError } from "./import-error";
import { KnownOccupations } from "./known-occupation";
import { type RawRow, type RawTable, RowKeys, readCsv } from "./raw-table";
import { stateAbbreviations } from "./state";

type Column = Exclude<keyof WageRow, "soc" | "area" | "naics" | "marks">;

/** Our column and the publisher's. */
const nationalColumns: readonly [Column, string][] = [
  ["employment", "TOT_EMP"],
  ["employmentError", "EMP_PRSE"],
  ["meanError", "MEAN_PRSE"],
  ["locationQuotient", "LOC_QUOTIENT"],
  ["hourlyMean", "H_MEAN"],
  ["hourlyP10", "H_PCT10"],
  ["hourlyP25", "H_PCT25"],
  ["hourlyMedian", "H_MEDIAN"],
  ["hourlyP75", "H_PCT75"],
  ["hourlyP90", "H_PCT90"],
  ["annualMean", "A_MEAN"],
  ["annualP10", "A_PCT10"],
  ["annualP25", "A_PCT25"],
  ["annualMedian", "A_MEDIAN"],
  ["annualP75", "A_PCT75"],
  ["annualP90", "A_PCT90"],
];

const localColumns: readonly [Column, string][] = [
  ["employment", "tot_emp"],
  ["locationQuotient", "loc_quotient"],
  ["hourlyMean", "h_mean"],
  ["hourlyMedian", "h_median"],
  ["annualMean", "a_mean"],
  ["annualP10", "a_pct10"],
  ["annualP25", "a_pct25"],
  ["annualMedian", "a_median"],
  ["annualP75", "a_pct75"],
  ["annualP90", "a_pct90"],
];

/**
 * All jobs of a year, as its files print them in the row of the whole economy. The files carry no year, so this
 * figure is what tells the releases apart.
 */
const allJobs = {
  2021: 140_886_310,
  2022: 147_886_000,
  2023: 151_853_870,
  2024: 154_187_380,
  2025: 155_495_730,
} as const;

/** Totals of sectors are rounded one by one, so that their sum is off by some tens. */
const ROUNDING = 1000;
/** The part of all jobs that rounding and suppressed cells keep out of the occupations' sum, at most. */
const MISSING_NATIONAL = 0.001;
const MISSING_SECTOR = 0.01;

/** National pay and jobs of one year. */
export function readNational(year: keyof typeof allJobs): Reader {
  return async (input) => {
    const table = await readCsv(input.folder, `oews/national_M${year}.csv`);
    return readMarked(table, await KnownOccupations.of(input), year, MISSING_NATIONAL, (row) => {
      row.code("NAICS", /^000000$/, "000000, all industries");
      return "";
    });
  };
}

/** Pay and jobs by NAICS sector, for the nation. */
export const readSector: Reader = async (input) => {
  const table = await readCsv(input.folder, "oews/natsector_M2024.csv");
  return readMarked(table, await KnownOccupations.of(input), 2024, MISSING_SECTOR, (row) =>
    row.code("NAICS", /^\d\d$/, "a NAICS sector"),
  );
};

function readMarked(
  table: RawTable,
  known: KnownOccupations,
  year: keyof typeof allJobs,
  missing: number,
  naicsOf: (row: RawRow) => string,
): ReadResult {
  const tally = new Tally();
  const keys = new RowKeys();
  const wages: WageRow[] = [];
  let jobs = 0;
  let detailed = 0;
  for (const row of tally.opened(table)) {
    const level = row.code("O_GROUP", /^(total|major|minor|broad|detailed)$/, "a level such as detailed");
    // The same code may stand there as broad and as detailed, with the same figures.
    if (level !== "detailed" && level !== "total") {
      tally.skip(`${level} group`);
      continue;
    }
    const wage = markedRow(row, known, naicsOf(row));
    keys.add(row, "OCC_CODE", wage.soc, wage.naics ?? "");
    if (level === "total") jobs += wage.employment ?? 0;
    else detailed += wage.employment ?? 0;
    wages.push(wage);
  }
  const isWhole = Math.abs(detailed - jobs) <= jobs * missing;
  if (Math.abs(jobs - allJobs[year]) > ROUNDING || !isWhole) {
    const found = isWhole ? `${jobs} jobs in all` : `${jobs} jobs in all, ${detailed} in its occupations`;
    throw new ImportError(table.name, `${found}: the file is of another release, or cut`, {
      line: table.lines.at(-1),
      column: "TOT_EMP",
      expected: `${allJobs[year]}, as of May ${year}`,
    });
  }
  return tally.result({ wages });
}

/** One row of the publisher's layout: numbers, and the marks of the cells that hold none. */
function markedRow(row: RawRow, known: KnownOccupations, naics: string): WageRow {
  const wage: WageRow = { soc: known.soc(row, "OCC_CODE"), area: "US", naics };
  row.code("AREA", /^99$/, "99, the nation");
  const marks: string[] = [];
  for (const [column, theirs] of nationalColumns) {
    const text = row.text(theirs);
    const mark = markOf(column, text, row);
    if (mark) marks.push(`${column}=${mark}`);
    wage[column] = mark || text === "" ? null : numberOf(row, column, theirs);
  }
  checkOrder(row, wage, nationalColumns);
  wage.marks = marks.join(";") || null;
  return wage;
}

function markOf(column: Column, text: string, row: RawRow): string | null {
  if (text === "#") return "top";
  if (text === "**") return "suppressed";
  if (text !== "*") return null;
  const otherPeriodOnly =
    (column.startsWith("hourly") && row.text("ANNUAL") === "TRUE") ||
    (column.startsWith("annual") && row.text("HOURLY") === "TRUE");
  return otherPeriodOnly ? "not_applicable" : "suppressed";
}

/** Dollars a year and jobs are whole; dollars an hour, quotients and errors have decimals. */
const numberOf = (row: RawRow, column: Column, theirs: string): number =>
  column === "employment" || column.startsWith("annual") ? row.whole(theirs) : row.number(theirs, [0, 1e6]);

/** Throws ImportError where a higher percentile is lower: a cell was cut, or stands in the wrong column. */
function checkOrder(row: RawRow, wage: WageRow, columns: readonly [Column, string][]): void {
  for (const period of ["annual", "hourly"] as const) {
    let last = 0;
    for (const percentile of ["P10", "P25", "Median", "P75", "P90"] as const) {
      const column = `${period}${percentile}` as const;
      const value = wage[column] ?? last;
      if (value < last) {
        const theirs = columns.find(([ours]) => ours === column)?.[1] ?? column;
        row.fail(theirs, `${value} is below a lower percentile`, `at least ${last}`);
      }
      last = value;
    }
  }
}

/** A converted file of places: no marks, only some of the columns, and nothing that tells the release. */
async function readLocal(
  input: ReadInput,
  file: string,
  areaColumn: string,
  areaOf: (row: RawRow) => string,
): Promise<ReadResult> {
  const tally = new Tally();
  const keys = new RowKeys();
  const known = await KnownOccupations.of(input);
  const table = await readCsv(input.folder, file);
  const columns = localColumns.filter(([, theirs]) => table.has(theirs));
  for (const needed of ["tot_emp", "a_median"]) table.position(needed);
  const wages = Array.from(tally.opened(table), (row) => {
    const wage: WageRow = { soc: known.soc(row, "occ_code"), area: areaOf(row), naics: "" };
    keys.add(row, areaColumn, wage.area, wage.soc);
    for (const [column, theirs] of columns)
      wage[column] = row.textOrNull(theirs) === null ? null : numberOf(row, column, theirs);
    checkOrder(row, wage, localColumns);
    return wage;
  });
  return tally.result({ wages });
}

const readStates =
  (file: string): Reader =>
  async (input) => {
    const abbreviations = await stateAbbreviations(input.folder);
    return readLocal(input, file, "state_fips", (row) => {
      const fips = row.code("state_fips", /^\d\d$/, "two digits");
      const state =
        abbreviations.get(fips) ?? row.fail("state_fips", `${fips} is no state`, "a FIPS state code");
      return `US-${state}`;
    });
  };

export const readState = readStates("oews/oews_state_M2025.csv");
export const readTerritory = readStates("oews/oews_puerto_rico_M2025.csv");

export const readMetro: Reader = (input) =>
  readLocal(
    input,
    "oews/oews_metro_M2025.csv",
    "cbsa",
    (row) => `cbsa-${row.code("cbsa", /^\d{5}$/, "five digits")}`,
  );

export const readNonmetro: Reader = (input) =>
  readLocal(
    input,
    "oews/oews_nonmetro_M2025.csv",
    "area_code",
    (row) => `nonmetro-${row.code("area_code", /^\d{7}$/, "seven digits")}`,
  );
