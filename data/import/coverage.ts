import type { Row } from "@/data/canonical";
import type { ImportReport } from "@/db/schema/release";
import type { TableName } from "./dataset";

type Filled = NonNullable<ImportReport["coverage"]>;

/** Columns of `wages` that hold no value of their own. */
const notValues = new Set(["soc", "area", "naics", "marks"]);
const periods = ["annual", "hourly"];
const ladder = ["P10", "P25", "Median", "P75", "P90"];

/** Counts how far a release is filled, and what cannot be so, while its rows pass by. */
export class Coverage {
  readonly measures: Filled = {};
  #rowsOutOfOrder = 0;
  #firstOutOfOrder = "";

  add(table: TableName, rows: readonly Row[]): void {
    if (table === "wages") for (const row of rows) this.#addWage(row);
    if (table === "figures") for (const row of rows) this.#addFigure(row);
  }

  #count(measure: string, isFilled: boolean, reason: string): void {
    let counts = this.measures[measure];
    if (!counts) {
      counts = { filled: 0, empty: {} };
      this.measures[measure] = counts;
    }
    if (isFilled) counts.filled += 1;
    else counts.empty[reason] = (counts.empty[reason] ?? 0) + 1;
  }

  #addWage(row: Row): void {
    const marks = new Map(
      String(row.marks ?? "")
        .split(";")
        .map((mark) => mark.split("=") as [string, string]),
    );
    for (const column in row) {
      if (notValues.has(column)) continue;
      this.#count(column, row[column] !== null, marks.get(column) ?? "no reason given");
    }
    for (const period of periods) {
      const steps = ladder.map((step) => row[`${period}${step}`]).filter((step) => typeof step === "number");
      if (steps.every((step, at) => at === 0 || step >= (steps[at - 1] ?? 0))) continue;
      this.#rowsOutOfOrder += 1;
      this.#firstOutOfOrder ||= `${row.soc} in ${row.area}`;
    }
  }

  #addFigure({ measure, value, low, text, nullReason }: Row): void {
    const isFilled = [value, low, text].some((cell) => cell !== null && cell !== undefined);
    this.#count(String(measure), isFilled, String(nullReason ?? "no reason given"));
  }

  /** What looks wrong in a release by itself, and beside the report of the live one where there is one. */
  doubts(report: ImportReport, live: ImportReport | undefined): string[] {
    const doubts: string[] = [];
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

/** A release with fewer rows than this share of the live one, or with a measure this much less filled, is doubted. */
const LEAST_ROWS = 0.9;
const MOST_LOST = 0.05;

function shareOf(counts: Filled[string] | undefined): number {
  if (!counts) return 0;
  const empty = Object.values(counts.empty).reduce((sum, rows) => sum + rows, 0);
  return counts.filled / Math.max(1, counts.filled + empty);
}

const count = (rows: number) => rows.toLocaleString("en-US");
const percent = (share: number) => `${(share * 100).toFixed(1)}%`;
