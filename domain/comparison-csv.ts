import { figureText } from "./amount";
import type { Comparison, Row, RowRelation } from "./comparison";
import { csvOf } from "./csv";
import type { Figure } from "./figure";
import { measureOf } from "./measure";

/**
 * The rows of a comparison as comma-separated text (RFC 4180, UTF-8), one line for each figure of each role,
 * title-level figures after the official one, with all that a reader sees of it. `relation` and the amounts beside
 * it are against the first role, and stand on the lines of the others. Cells that a spreadsheet would take for a
 * formula are escaped.
 */
export function comparisonCsv({ roles, rows }: Comparison): string {
  const lines = rows.flatMap((row) =>
    row.cells.flatMap(({ figure, also }, i) => {
      const name = roles[i]?.role.singular ?? "";
      return [
        line(row, figure, name, "official", row.relations[i - 1]),
        ...also.map((title, nth) =>
          line(row, title, name, "title-level", nth === 0 ? row.alsoRelations[i - 1] : undefined),
        ),
      ];
    }),
  );
  return csvOf(columns, lines);
}

const columns = [
  "measure",
  "label",
  "unit",
  "career",
  "level",
  "shown",
  "value",
  "low",
  "high",
  "share",
  "missing",
  "place",
  "method",
  "source",
  "release",
  "address",
  "year",
  "people asked",
  "standard error",
  "note",
  "relation",
  "difference",
  "difference in percent of the lower",
  "overlap",
  "overlap in percent of the narrower",
] as const;

function line(
  { measure }: Row,
  figure: Figure,
  career: string,
  level: "official" | "title-level",
  relation: RowRelation | undefined,
): Record<(typeof columns)[number], string | number | null | undefined> {
  return {
    measure,
    label: measureOf(measure).label,
    unit: figure.unit,
    career,
    level,
    shown: figureText(figure),
    value: figure.value,
    low: figure.low,
    high: figure.high,
    share: figure.share,
    missing: figure.nullReason,
    place: figure.area,
    method: figure.method,
    source: figure.source.name,
    release: figure.source.release,
    address: figure.source.url,
    year: figure.vintage,
    "people asked": figure.n,
    "standard error": figure.standardError,
    note: figure.note,
    relation: relation?.relation,
    difference: relation?.difference?.absolute,
    "difference in percent of the lower": relation?.difference?.percent,
    overlap: relation?.overlap?.absolute,
    "overlap in percent of the narrower": relation?.overlap?.share,
  };
}
