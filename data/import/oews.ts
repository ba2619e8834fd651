import { type DatasetId, nationalYear } from "@/data/sources";
import { isBrought } from "./brought-file";
import type { Reader, ReadInput, ReadResult, WageRow } from "./dataset";
import { Tally } from "./dataset";
import { ImportError } from "./import-error";
import { KnownOccupations } from "./known-occupation";
import { allJobs, ROUNDING } from "./oews-edition";
import { type Copy, latestRelease, nationalCopy, type OewsRelease, sectorCopy } from "./oews-folder";
import { type RawRow, type RawTable, RowKeys, readCsv } from "./raw-table";
import { takeOrRead } from "./shared-table";
import { stateAbbreviations } from "./state";

type Column = Exclude<keyof WageRow, "soc" | "area" | "naics" | "marks">;

/** Our column and the publisher's. */
export const nationalColumns: readonly [Column, string][] = [
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

/** The part of all jobs that rounding and suppressed cells keep out of the occupations' sum, at most. */
const MISSING_NATIONAL = 0.001;
const MISSING_SECTOR = 0.01;
/** The part of a place's jobs that its occupations have at least: the fullest gap of May 2025 is a quarter. */
const LEAST_OF_PLACE = 0.5;

/** Reads a data set from what the publisher gives, or from its converted copy where that goes first. */
function readBrought(id: DatasetId, copy: Copy, readCopy: Reader): Reader {
  return async (input) => {
    // A copy of the nation in one year cannot be outdated by another year.
    if (nationalYear(id) && isBrought(input.folder, copy.file)) return readCopy(input);
    const { release, unrecognized } = await latestRelease(input.folder, id, copy);
    const result = release ? await readRelease(input, release, id) : await readCopy(input);
    return { ...result, report: { ...result.report, unrecognized } };
  };
}

/** National pay and jobs of one year. */
export const readNational = (year: number): Reader => {
  const copy = { file: nationalCopy(year), year };
  return readBrought(`oews-national-${year}` as DatasetId, copy, async (input) => {
    const table = await readCsv(input.folder, copy.file);
    return readMarked(table, await KnownOccupations.of(input), year, MISSING_NATIONAL, (row) => {
      row.code("NAICS", /^000000$/, "000000, all industries");
      return "";
    });
  });
};

/** Pay and jobs by NAICS sector, for the nation. */
export const readSector = readBrought("oews-sector", sectorCopy, async (input) => {
  const table = await readCsv(input.folder, sectorCopy.file);
  return readMarked(table, await KnownOccupations.of(input), sectorCopy.year, MISSING_SECTOR, sectorOf);
});

const sectorOf = (row: RawRow) => row.code("NAICS", /^\d\d$/, "a NAICS sector");

function readMarked(
  table: RawTable,
  known: KnownOccupations,
  year: number,
  missing: number,
  naicsOf: (row: RawRow) => string,
): ReadResult {
  const tally = new Tally();
  const keys = new RowKeys();
  const wages: WageRow[] = [];
  const sum = { jobs: 0, detailed: 0 };
  for (const row of tally.opened(table)) {
    const level = row.code("O_GROUP", /^(total|major|minor|broad|detailed)$/, "a level such as detailed");
    // The same code may stand there as broad and as detailed, with the same figures.
    if (level !== "detailed" && level !== "total") {
      tally.skip(`${level} group`);
      continue;
    }
    row.code("AREA", /^99$/, "99, the nation");
    const wage = markedRow(row, known, "US", naicsOf(row));
    keys.add(row, "OCC_CODE", wage.soc, wage.naics ?? "");
    sum[level === "total" ? "jobs" : "detailed"] += wage.employment ?? 0;
    wages.push(wage);
  }
  checkJobs(sum, year, missing, table.name, table.lines.at(-1));
  return tally.result({ wages });
}

/**
 * Throws ImportError when the occupations do not add up to all jobs, or these are not those of the year. Of a year
 * to come only the sum is known.
 */
function checkJobs(
  { jobs, detailed }: { jobs: number; detailed: number },
  year: number,
  missing: number,
  file: string,
  line: number | undefined,
): void {
  const isWhole = jobs > 0 && Math.abs(detailed - jobs) <= jobs * missing;
  const total = allJobs[year] ?? jobs;
  if (Math.abs(jobs - total) <= ROUNDING && isWhole) return;
  const found = isWhole ? `${jobs} jobs in all` : `${jobs} jobs in all, ${detailed} in its occupations`;
  throw new ImportError(file, `${found}: the file is of another release, or cut`, {
    line,
    column: "TOT_EMP",
    expected: `${total}, as of May ${year}`,
  });
}

/** The rows that some table of the publisher has of a data set. Those of places keep detailed occupations alone. */
async function readRelease(input: ReadInput, release: OewsRelease, id: DatasetId): Promise<ReadResult> {
  const tally = new Tally();
  const keys = new RowKeys();
  const known = await KnownOccupations.of(input);
  const areaOf = await areaReader(input, release, id);
  const isNation = id === "oews-sector" || nationalYear(id) !== undefined;
  const wages: WageRow[] = [];
  const sums = new Map<string, { jobs: number; detailed: number; line: number }>();
  tally.read(release.file, release.rowsRead);
  for (const [reason, rows] of Object.entries(release.skipped)) tally.skip(reason, rows);
  for (const row of release) {
    const level = levelOf(row, known);
    if (level === "group") {
      tally.skip("group of occupations");
      continue;
    }
    const wage = markedRow(row, known, areaOf(row), id === "oews-sector" ? sectorOf(row) : "");
    keys.add(row, "OCC_CODE", wage.soc, isNation ? (wage.naics ?? "") : wage.area);
    const place = isNation ? "US" : wage.area;
    const sum = sums.get(place) ?? { jobs: 0, detailed: 0, line: 0 };
    sums.set(place, sum);
    sum.line = row.line;
    sum[level === "total" ? "jobs" : "detailed"] += wage.employment ?? 0;
    if (isNation || level === "detailed") wages.push(wage);
    else tally.skip("all occupations of a place");
  }
  for (const [area, sum] of sums) {
    const missing = id === "oews-sector" ? MISSING_SECTOR : MISSING_NATIONAL;
    if (isNation) checkJobs(sum, release.year, missing, release.file.name, sum.line);
    else checkPlace(area, sum, release.file.name);
  }
  return { ...tally.result({ wages }), edition: `May ${release.year}` };
}

/** Tables of places leave out occupations by the hundred, so that only a large gap says that one was cut. */
function checkPlace(
  area: string,
  { jobs, detailed, line }: { jobs: number; detailed: number; line: number },
  file: string,
): void {
  if (jobs === 0 || (detailed >= jobs * LEAST_OF_PLACE && detailed <= jobs + ROUNDING)) return;
  throw new ImportError(
    file,
    `${area} has ${jobs} jobs in all, ${detailed} in its occupations: the file is cut`,
    {
      line,
      column: "TOT_EMP",
      expected: `${Math.ceil(jobs * LEAST_OF_PLACE)} to ${jobs}`,
    },
  );
}

/** The database of the publisher does not say levels: what is no occupation of ours and ends in 0 is a group. */
function levelOf(row: RawRow, known: KnownOccupations): "total" | "detailed" | "group" {
  const level = row.text("O_GROUP");
  if (level === "total" || level === "detailed") return level;
  const soc = row.soc("OCC_CODE");
  if (soc === "00-0000") return "total";
  return known.codes.has(soc) || !soc.endsWith("0") ? "detailed" : "group";
}

/** How the code of a place is made of a row. The database of the publisher has no abbreviations of states. */
async function areaReader(
  { folder }: ReadInput,
  release: OewsRelease,
  id: DatasetId,
): Promise<(row: RawRow) => string> {
  if (id === "oews-metro") return (row) => `cbsa-${row.code("AREA", /^\d{5}$/, "five digits")}`;
  if (id === "oews-nonmetro") return (row) => `nonmetro-${row.code("AREA", /^\d{7}$/, "seven digits")}`;
  if (id === "oews-state" || id === "oews-territory") {
    if (!release.lacksNames) return (row) => `US-${row.code("PRIM_STATE", /^[A-Z]{2}$/, "two letters")}`;
    const abbreviations = await stateAbbreviations(folder);
    return (row) => stateOf(row, "AREA", abbreviations);
  }
  return (row) => {
    row.code("AREA", /^99$/, "99, the nation");
    return "US";
  };
}

function stateOf(row: RawRow, column: string, abbreviations: ReadonlyMap<string, string>): string {
  const fips = row.code(column, /^\d\d$/, "two digits");
  return `US-${abbreviations.get(fips) ?? row.fail(column, `${fips} is no state`, "a FIPS state code")}`;
}

/** One row of the publisher's layout: numbers, and the marks of the cells that hold none. */
function markedRow(row: RawRow, known: KnownOccupations, area: string, naics: string): WageRow {
  const wage: WageRow = { soc: known.soc(row, "OCC_CODE"), area, naics };
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
  const table = await takeOrRead(input.folder, file);
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

const readStates = (id: DatasetId, copy: Copy): Reader =>
  readBrought(id, copy, async (input) => {
    const abbreviations = await stateAbbreviations(input.folder);
    return readLocal(input, copy.file, "state_fips", (row) => stateOf(row, "state_fips", abbreviations));
  });

export const readState = readStates("oews-state", { file: "oews/oews_state_M2025.csv", year: 2025 });
export const readTerritory = readStates("oews-territory", {
  file: "oews/oews_puerto_rico_M2025.csv",
  year: 2025,
});

export const metroCopy = { file: "oews/oews_metro_M2025.csv", year: 2025 };
export const readMetro = readBrought("oews-metro", metroCopy, (input) =>
  readLocal(input, metroCopy.file, "cbsa", (row) => `cbsa-${row.code("cbsa", /^\d{5}$/, "five digits")}`),
);

export const nonmetroCopy = { file: "oews/oews_nonmetro_M2025.csv", year: 2025 };
export const readNonmetro = readBrought("oews-nonmetro", nonmetroCopy, (input) =>
  readLocal(
    input,
    nonmetroCopy.file,
    "area_code",
    (row) => `nonmetro-${row.code("area_code", /^\d{7}$/, "seven digits")}`,
  ),
);
