import type { Row } from "@/data/canonical";
import { oewsTopCode } from "@/data/sources";
import type { ImportReport } from "@/db/schema/release";
import type { TableName } from "./dataset";

type Filled = NonNullable<ImportReport["coverage"]>;
type Counts = Filled[string];

/** Columns of `wages` that hold no value of their own. */
const notValues = new Set(["soc", "area", "naics", "marks"]);
const ladders = ["annual", "hourly"].map((period) =>
  ["P10", "P25", "Median", "P75", "P90"].map((step) => `${period}${step}`),
);
const NO_REASON = "no reason given";

/** Counts how far a release is filled, and what cannot be so, while its rows pass by. */
export class Coverage {
  readonly measures: Filled = {};
  #rowsOutOfOrder = 0;
  #firstOutOfOrder = "";

  add(table: TableName, rows: readonly Row[]): void {
    if (table === "wages") this.#addWages(rows);
    if (table === "figures") for (const row of rows) this.#addFigure(row);
  }

  #countsOf(measure: string): Counts {
    this.measures[measure] ??= { filled: 0, empty: {} };
    return this.measures[measure];
  }

  #addWages(rows: readonly Row[]): void {
    for (const column of Object.keys(rows[0] ?? {})) {
      if (notValues.has(column)) continue;
      const counts = this.#countsOf(column);
      for (const row of rows) {
        if (row[column] !== null) counts.filled += 1;
        else countEmpty(counts, markOf(row, column));
      }
    }
    for (const row of rows) {
      for (const ladder of ladders) {
        if (rises(row, ladder)) continue;
        this.#rowsOutOfOrder += 1;
        this.#firstOutOfOrder ||= `${row.soc} in ${row.area}`;
      }
    }
  }

  #addFigure({ measure, value, low, text, nullReason }: Row): void {
    const counts = this.#countsOf(String(measure));
    if ([value, low, text].some((cell) => cell !== null && cell !== undefined)) counts.filled += 1;
    else countEmpty(counts, String(nullReason ?? NO_REASON));
  }

  /** What looks wrong in a release of `edition` by itself, and beside the report of the live one where there is one. */
  doubts(report: ImportReport, live: ImportReport | undefined, edition: string): string[] {
    const doubts: string[] = [];
    const top = Object.values(this.measures).reduce((sum, { empty }) => sum + (empty.top ?? 0), 0);
    if (top > 0 && !oewsTopCode(Number(edition.slice(-4))))
      doubts.push(
        `Cells marked as at or above the most that ${edition} prints: ${count(top)}; data/sources.ts does not know that amount`,
      );
    if (this.#rowsOutOfOrder > 0)
      doubts.push(
        `Rows with a lower percentile above a higher one: ${count(this.#rowsOutOfOrder)}, the first ${this.#firstOutOfOrder}`,
      );
    for (const [table, before] of Object.entries(live?.rowsKept ?? {})) {
      const after = report.rowsKept[table] ?? 0;
      if (after < before * LEAST_ROWS)
        doubts.push(`${table} has ${count(after)} rows; the live release has ${count(before)}`);
    }
    for (const [measure, before] of Object.entries(live?.coverage ?? {})) {
      const [was, is] = [shareOf(before), shareOf(this.measures[measure])];
      if (is < was - MOST_LOST)
        doubts.push(
          `${measure} is filled in ${percent(is)} of its rows; in the live release in ${percent(was)}`,
        );
    }
    return doubts;
  }
}

function countEmpty({ empty }: Counts, reason: string): void {
  empty[reason] = (empty[reason] ?? 0) + 1;
}

function markOf({ marks }: Row, column: string): string {
  if (!marks) return NO_REASON;
  const mark = String(marks)
    .split(";")
    .find((candidate) => candidate.startsWith(`${column}=`));
  return mark?.slice(column.length + 1) ?? NO_REASON;
}

/** Whether each percentile that is there is as high as the one before. */
function rises(row: Row, ladder: readonly string[]): boolean {
  let last = Number.NEGATIVE_INFINITY;
  for (const column of ladder) {
    const step = row[column];
    if (typeof step !== "number") continue;
    if (step < last) return false;
    last = step;
  }
  return true;
}

/** A release with fewer rows than this share of the live one, or with a measure this much less filled, is doubted. */
const LEAST_ROWS = 0.9;
const MOST_LOST = 0.05;

function shareOf(counts: Counts | undefined): number {
  if (!counts) return 0;
  const empty = Object.values(counts.empty).reduce((sum, rows) => sum + rows, 0);
  return counts.filled / Math.max(1, counts.filled + empty);
}

const count = (rows: number) => rows.toLocaleString("en-US");
const percent = (share: number) => `${(share * 100).toFixed(1)}%`;
