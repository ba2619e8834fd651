import type { Reader, ReadResult, WageRow } from "./dataset";
import { Tally } from "./dataset";
import { type RawRow, type RawTable, readCsv } from "./raw-table";
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

/** National pay and jobs of one year; sector rows where the file has them. */
export function readNational(year: number): Reader {
  return ({ folder }) => readMarked(readCsv(folder, `oews/national_M${year}.csv`), () => "");
}

/** Pay and jobs by NAICS sector, for the nation. */
export const readSector: Reader = ({ folder }) =>
  readMarked(readCsv(folder, "oews/natsector_M2024.csv"), (row) =>
    row.code("NAICS", /^\d\d$/, "a NAICS sector"),
  );

function readMarked(table: RawTable, naicsOf: (row: RawRow) => string): ReadResult {
  const tally = new Tally();
  const wages: WageRow[] = [];
  for (const row of tally.opened(table)) {
    const level = row.text("O_GROUP");
    // The same code may stand there as broad and as detailed, with the same figures.
    if (level !== "detailed" && level !== "total") {
      tally.skip(`${level} group`);
      continue;
    }
    wages.push(markedRow(row, naicsOf(row)));
  }
  return tally.result({ wages });
}

/** One row of the publisher's layout: numbers, and the marks of the cells that hold none. */
function markedRow(row: RawRow, naics: string): WageRow {
  const wage: WageRow = { soc: row.soc("OCC_CODE"), area: "US", naics };
  const marks: string[] = [];
  for (const [column, theirs] of nationalColumns) {
    const text = row.text(theirs);
    const mark = markOf(column, text, row);
    if (mark) marks.push(`${column}=${mark}`);
    wage[column] = mark || text === "" ? null : row.number(theirs);
  }
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

/** A converted file of places: no marks, and only some of the columns. */
function readLocal(table: RawTable, areaOf: (row: RawRow) => string): ReadResult {
  const tally = new Tally();
  const columns = localColumns.filter(([, theirs]) => table.has(theirs));
  for (const needed of ["tot_emp", "a_median"]) table.position(needed);
  const wages = Array.from(tally.opened(table), (row) => {
    const wage: WageRow = { soc: row.soc("occ_code"), area: areaOf(row), naics: "" };
    for (const [column, theirs] of columns) wage[column] = row.numberOrNull(theirs);
    return wage;
  });
  return tally.result({ wages });
}

function stateCode(row: RawRow, abbreviations: Map<string, string>): string {
  const fips = row.code("state_fips", /^\d\d$/, "two digits");
  const state = abbreviations.get(fips) ?? row.fail("state_fips", `${fips} is no state`, "a FIPS state code");
  return `US-${state}`;
}

const readStates =
  (file: string): Reader =>
  ({ folder }) => {
    const abbreviations = stateAbbreviations(folder);
    return readLocal(readCsv(folder, file), (row) => stateCode(row, abbreviations));
  };

export const readState = readStates("oews/oews_state_M2025.csv");
export const readTerritory = readStates("oews/oews_puerto_rico_M2025.csv");

export const readMetro: Reader = ({ folder }) =>
  readLocal(
    readCsv(folder, "oews/oews_metro_M2025.csv"),
    (row) => `cbsa-${row.code("cbsa", /^\d{5}$/, "five digits")}`,
  );

export const readNonmetro: Reader = ({ folder }) =>
  readLocal(
    readCsv(folder, "oews/oews_nonmetro_M2025.csv"),
    (row) => `nonmetro-${row.code("area_code", /^\d{7}$/, "seven digits")}`,
  );
