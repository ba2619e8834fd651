import { type FigureRow, type Reader, Tally } from "./dataset";
import { KnownOccupations } from "./known-occupation";
import { type RawRow, type RawTable, RowKeys, readCsv } from "./raw-table";

const folderOfCycle = "employment_projections_2024_34";
/** The years that the cycle runs from and to stand in the names of the columns: another cycle lacks these. */
const code = "2024 National Employment Matrix code";
const openings = "Occupational openings, 2024–34 annual average";

const occupationType = "Occupation type";

/** Rows of the whole economy and of single occupations; groups are left out. */
function* lineItems(
  table: RawTable,
  tally: Tally,
  known: KnownOccupations,
): Generator<{ row: RawRow; subject: string }> {
  const keys = new RowKeys();
  for (const row of table) {
    if (row.cells.slice(1).every((cell) => cell.trim() === "")) {
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

/** Projected employment and openings in persons, change in percent as printed (it comes from unrounded figures). */
export const readProjections: Reader = async (input) => {
  const { folder } = input;
  const tally = new Tally();
  const known = await KnownOccupations.of(input);
  const figures: FigureRow[] = [];
  const table = tally.opened(await readCsv(folder, `${folderOfCycle}/table_1_2.csv`));
  for (const { row, subject } of lineItems(table, tally, known)) {
    const projected = row.numberOrNull("Employment, 2034", THOUSANDS);
    figures.push(numeric(subject, "projected_employment", persons(projected)));
    const change = row.numberOrNull("Employment change, percent, 2024–34", [-100, 1000]);
    figures.push(numeric(subject, "projected_change_percent", change));
    figures.push(numeric(subject, "openings_per_year", persons(row.numberOrNull(openings, THOUSANDS))));
  }
  return tally.result({ figures });
};

/** Share of workers who leave the occupation in a year, percent. */
export const readSeparations: Reader = async (input) => {
  const { folder } = input;
  const tally = new Tally();
  const known = await KnownOccupations.of(input);
  const figures: FigureRow[] = [];
  const rate = "Total occupational separations rate, 2024–34 annual average";
  for (const { row, subject } of lineItems(
    tally.opened(await readCsv(folder, `${folderOfCycle}/table_1_10.csv`)),
    tally,
    known,
  )) {
    figures.push(numeric(subject, "leaving_rate", row.numberOrNull(rate, PERCENT)));
  }
  return tally.result({ figures });
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
  const table = tally.opened(await readCsv(folder, `${folderOfCycle}/table_5_3.csv`));
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
  return tally.result({ figures });
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
  const table = tally.opened(await readCsv(folder, `${folderOfCycle}/table_5_4.csv`));
  for (const { row, subject } of lineItems(table, tally, known)) {
    for (const [measure, column] of entryColumns) {
      const text = row.textOrNull(column);
      const nullReason = text === null ? "not_applicable" : null;
      figures.push({ subject, measure, area: "US", value: null, text, nullReason });
    }
  }
  return tally.result({ figures });
};
