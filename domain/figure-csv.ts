import { stringify } from "csv-stringify/sync";
import type { Figure } from "./figure";
import { measureOf } from "./measure";

/**
 * Rows as comma-separated text (RFC 4180, UTF-8). Texts that a spreadsheet would take for a formula are escaped;
 * numbers stay as they are, also below zero. Without rows the header stands alone.
 */
export const csvOf = (
  columns: readonly string[],
  rows: readonly Record<string, unknown>[],
  header = true,
): string =>
  stringify(rows as Record<string, unknown>[], {
    header,
    columns: [...columns],
    record_delimiter: "windows",
    escape_formulas: true,
    cast: { boolean: String },
  });

const columns = [
  "of",
  "level",
  "measure",
  "label",
  "value",
  "low",
  "high",
  "share",
  "unit",
  "area",
  "method",
  "nullReason",
  "sourceId",
  "source",
  "release",
  "url",
  "licence",
  "vintage",
  "n",
  "standardError",
  "note",
] as const;

/**
 * Figures as rows with all that a figure holds. `of`: the role or occupation they are of; `licenceOf`: the terms of a
 * source, where they are known.
 */
export function figureCsv(
  of: string,
  official: readonly Figure[],
  titleLevel: readonly Figure[],
  licenceOf: (sourceId: string) => string | null,
): string {
  const rows = [
    ...official.map((figure) => ({ level: "official", figure })),
    ...titleLevel.map((figure) => ({ level: "title-level", figure })),
  ].map(
    ({ level, figure: { source, ...figure } }): Record<(typeof columns)[number], unknown> => ({
      ...figure,
      of,
      level,
      label: measureOf(figure.measure).label,
      share: figure.share,
      sourceId: source.id,
      source: source.name,
      release: source.release,
      url: source.url,
      licence: licenceOf(source.id),
    }),
  );
  return csvOf(columns, rows);
}
