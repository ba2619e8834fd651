import { stringify } from "csv-stringify/sync";

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
