import { isBrought } from "./brought-file";
import { type FigureRow, type Reader, type RowsByTable, Tally } from "./dataset";
import { ImportError } from "./import-error";
import { KnownOccupations } from "./known-occupation";
import { type RawRow, type RawTable, RowKeys, readCsv } from "./raw-table";
import { readWorkbook } from "./raw-workbook";

const folderOfCycle = "employment_projections_2024_34";

/** Where a table stands: in a file of its own, or in a workbook as published. */
type Place = { csv: string; workbook: string; sheet: string };

const tables = {
  projections: { csv: "table_1_2.csv", workbook: "occupation.xlsx", sheet: "Table 1.2" },
  separations: { csv: "table_1_10.csv", workbook: "occupation.xlsx", sheet: "Table 1.10" },
  educationHeld: { csv: "table_5_3.csv", workbook: "education.xlsx", sheet: "Table 5.3" },
  entry: { csv: "table_5_4.csv", workbook: "education.xlsx", sheet: "Table 5.4" },
  reasons: { csv: "table_1_12.csv", workbook: "occupation.xlsx", sheet: "Table 1.12" },
} as const satisfies Record<string, Place>;

const inCycle = (file: string) => `${folderOfCycle}/${file}`;

type ProjectionTable = { table: RawTable; edition: string; targetYear: number };

/** One table with its cycle. Throws ImportError when the folder's first table is of another cycle. */
async function read(folder: string, place: Place, tally: Tally): Promise<ProjectionTable> {
  const found = ofCycle(tally.opened(await open(folder, place)));
  const first = Object.values(tables).find(({ csv, workbook }) =>
    [csv, workbook].some((file) => isBrought(folder, inCycle(file))),
  );
  if (first && first !== place) {
    const other = ofCycle(await open(folder, first));
    if (other.edition !== found.edition) {
      const problem = `the table is of ${found.edition}, and ${other.table.name} of ${other.edition}`;
      throw new ImportError(found.table.name, problem, {
        line: found.table.headerLine,
        expected: "all tables of one cycle",
      });
    }
  }
  return found;
}

/** The file of its own goes before the workbook. Throws ImportError when neither is there. */
function open(folder: string, { csv, workbook, sheet }: Place): Promise<RawTable> {
  if (isBrought(folder, inCycle(csv)) || !isBrought(folder, inCycle(workbook)))
    return readCsv(folder, inCycle(csv));
  const title = new RegExp(`^${sheet.replace(".", "\\.")} `, "m");
  return readWorkbook(folder, inCycle(workbook), { sheet, headingRows: [2, 2], says: [[title, sheet]] });
}

const code = /^20\d\d National Employment Matrix (occupation )?code$/;

/**
 * A cycle runs for ten years from the base year, which the column of codes names in every table. Throws
 * ImportError when another column names a year that is neither its first nor its last.
 */
function ofCycle(table: RawTable): ProjectionTable {
  const codeColumn = table.columnLike(code);
  const base = Number(codeColumn.slice(0, 4));
  const targetYear = base + 10;
  const edition = cycle(base, targetYear);
  for (const column of table.header) {
    for (const [years, from = "", to] of column.matchAll(/\b(\d{4})(?:[–-](\d{4}|\d\d))?\b/g)) {
      const fits = to
        ? cycle(Number(from), Number(to)) === edition
        : [base, targetYear].includes(Number(from));
      if (!fits) {
        throw new ImportError(table.name, `the column is of ${years}, and "${codeColumn}" of ${edition}`, {
          line: table.headerLine,
          column,
          expected: "all columns of one cycle",
        });
      }
    }
  }
  return { table, edition, targetYear };
}

const cycle = (from: number, to: number) => `${from}–${String(to % 100).padStart(2, "0")}`;

const isFootnote = (row: RawRow): boolean => row.cells.slice(1).every((cell) => cell.trim() === "");

const occupationType = "Occupation type";

/** Rows of the whole economy and of single occupations; groups are left out. */
function* lineItems(
  table: RawTable,
  tally: Tally,
  known: KnownOccupations,
): Generator<{ row: RawRow; subject: string }> {
  const keys = new RowKeys();
  for (const row of table) {
    if (isFootnote(row)) {
      tally.skip("footnote");
      continue;
    }
    const type = table.has(occupationType)
      ? row.code(occupationType, /^(Line item|Summary)$/, "Line item or Summary")
      : "Line item";
    const subject = row.soc(code);
    if (type === "Summary" && subject !== "00-0000") {
      tally.skip("group of occupations");
      continue;
    }
    keys.add(row, code, subject);
    yield { row, subject: known.soc(row, code) };
  }
}

const numeric = (subject: string, measure: string, value: number | null): FigureRow => ({
  subject,
  measure,
  area: "US",
  value,
  nullReason: value === null ? "not_applicable" : null,
});

/** Of persons: up to two thousand million. */
const THOUSANDS = [0, 2_000_000] as const;
const PERCENT = [0, 100] as const;

/** The files count in thousands with one decimal; we count persons. */
const persons = (thousands: number | null) => (thousands === null ? null : Math.round(thousands * 1000));

const changePercent = /^Employment change, percent, /;
const openings = /^Occupational openings, .* annual average$/;

/** Projected employment and openings in persons, change in percent as printed (it comes from unrounded figures). */
export const readProjections: Reader = async (input) => {
  const { folder } = input;
  const tally = new Tally();
  const known = await KnownOccupations.of(input);
  const figures: FigureRow[] = [];
  const { table, edition, targetYear } = await read(folder, tables.projections, tally);
  for (const { row, subject } of lineItems(table, tally, known)) {
    const projected = row.numberOrNull(`Employment, ${targetYear}`, THOUSANDS);
    figures.push(numeric(subject, "projected_employment", persons(projected)));
    const change = row.numberOrNull(changePercent, [-100, 1000]);
    figures.push(numeric(subject, "projected_change_percent", change));
    figures.push(numeric(subject, "openings_per_year", persons(row.numberOrNull(openings, THOUSANDS))));
  }
  return { ...tally.result({ figures }), edition };
};

const leavingRates = [
  ["leaving_rate", /^Total occupational separations rate, .* annual average$/],
  ["leaving_rate_exit", /^Labor force exit rate, .* annual average$/],
  ["leaving_rate_transfer", /^Occupational transfer rate, .* annual average$/],
] as const;

/** Shares of workers who leave the occupation in a year, percent: all, those who stop working, and those who change occupation. */
export const readSeparations: Reader = async (input) => {
  const { folder } = input;
  const tally = new Tally();
  const known = await KnownOccupations.of(input);
  const figures: FigureRow[] = [];
  const { table, edition } = await read(folder, tables.separations, tally);
  for (const { row, subject } of lineItems(table, tally, known)) {
    for (const [measure, column] of leavingRates)
      figures.push(numeric(subject, measure, row.numberOrNull(column, PERCENT)));
  }
  return { ...tally.result({ figures }), edition };
};

const heldColumns: readonly [string, string][] = [
  ["education_held_less_than_high_school", "Less than high school diploma"],
  ["education_held_high_school", "High school diploma or equivalent"],
  ["education_held_some_college", "Some college, no degree"],
  ["education_held_associate", "Associate's degree"],
  ["education_held_bachelor", "Bachelor's degree"],
  ["education_held_master", "Master's degree"],
  ["education_held_doctoral", "Doctoral or professional degree"],
];

/** Said of a distribution that the source prints for several occupations, without saying that it is one. */
const sharedDistribution = (socs: string[]) =>
  `One distribution for ${socs.length} occupations: ${socs.join(", ")}`;

/**
 * Schooling that people in the occupation hold, in percent; need not sum to 100. The survey behind it counts
 * wider groups, so that one distribution stands in the rows of all their occupations: the note names them.
 */
export const readEducationHeld: Reader = async (input) => {
  const { folder } = input;
  const tally = new Tally();
  const known = await KnownOccupations.of(input);
  const figures: FigureRow[] = [];
  const { table, edition } = await read(folder, tables.educationHeld, tally);
  const bySubject = new Map<string, FigureRow[]>();
  for (const { row, subject } of lineItems(table, tally, known)) {
    const shares = heldColumns.map(([measure, column]) =>
      numeric(subject, measure, row.numberOrNull(column, PERCENT)),
    );
    bySubject.set(subject, shares);
  }
  const distribution = (shares: FigureRow[]) => shares.map(({ value }) => value).join(" ");
  const holders = new Map<string, string[]>();
  for (const [subject, shares] of bySubject)
    holders.set(distribution(shares), [...(holders.get(distribution(shares)) ?? []), subject]);
  for (const shares of bySubject.values()) {
    const group = holders.get(distribution(shares)) ?? [];
    const note = group.length > 1 ? sharedDistribution(group) : null;
    figures.push(...shares.map((share) => ({ ...share, note })));
  }
  return { ...tally.result({ figures }), edition };
};

const entryColumns: readonly [string, string][] = [
  ["entry_education", "Typical education needed for entry"],
  ["work_experience_required", "Work experience in a related occupation"],
  ["on_the_job_training", "Typical on-the-job training needed to attain competency in the occupation"],
];

/** What an occupation asks of those who enter it, in the publisher's words; "None" is a value, a dash is not. */
export const readEntry: Reader = async (input) => {
  const { folder } = input;
  const tally = new Tally();
  const known = await KnownOccupations.of(input);
  const figures: FigureRow[] = [];
  const { table, edition } = await read(folder, tables.entry, tally);
  for (const { row, subject } of lineItems(table, tally, known)) {
    for (const [measure, column] of entryColumns) {
      const text = row.textOrNull(column);
      const nullReason = text === null ? "not_applicable" : null;
      figures.push({ subject, measure, area: "US", value: null, text, nullReason });
    }
  }
  return { ...tally.result({ figures }), edition };
};

/** Why an occupation's share of the jobs of an industry is to change: the publisher's sentences, never in the bundle. */
export const readReasons: Reader = async (input) => {
  const tally = new Tally();
  const known = await KnownOccupations.of(input);
  const texts: NonNullable<RowsByTable["occupation_texts"]> = [];
  const keys = new RowKeys();
  const { table, edition } = await read(input.folder, tables.reasons, tally);
  for (const row of table) {
    if (isFootnote(row)) {
      tally.skip("footnote");
      continue;
    }
    const soc = known.soc(row, code);
    const industryCode = row.code(industry("code"), /^[A-Z0-9-]{6}$/, "a code of an industry such as TE1000");
    keys.add(row, industry("code"), soc, industryCode);
    texts.push({
      soc,
      kind: "reason",
      text: row.required("Factors affecting occupational utilization").replace(/\s+/g, " "),
      industry: row.required(industry("title")),
    });
  }
  return { ...tally.result({ occupation_texts: texts }), edition };
};

const industry = (what: "code" | "title") =>
  new RegExp(`^20\\d\\d National Employment Matrix industry ${what}$`);
