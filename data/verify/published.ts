import type { DatasetId } from "@/data/sources";

/** What the files of one data set say that the database must hold, told in the SQL of the `sqlite3` shell. */
export type Published = {
  dataset: DatasetId;
  table: PublishedTable;
  /** Files below the operator's folder by the name of the table that holds their texts; the first has the figures. */
  files: Readonly<Record<string, string>>;
  /** Fills the table `expected` from the texts; where columns bear years, by the head of the first file. */
  sql: string | ((head: string) => string);
};

export type PublishedTable = keyof typeof publishedColumns;

/** The columns that a check compares, after those that find the row. Texts are named: all else is a number. */
export const publishedColumns = {
  wages: {
    key: ["soc", "area", "naics"],
    cells: [
      ...["employment", "employmentError", "meanError", "locationQuotient"],
      ...["hourlyMean", "hourlyP10", "hourlyP25", "hourlyMedian", "hourlyP75", "hourlyP90"],
      ...["annualMean", "annualP10", "annualP25", "annualMedian", "annualP75", "annualP90"],
      "marks",
    ],
    texts: ["marks"],
  },
  figures: {
    key: ["subject", "measure", "area"],
    cells: ["value", "low", "high", "text", "nullReason", "n", "standardError", "note"],
    texts: ["text", "nullReason", "note"],
  },
} as const satisfies Record<
  string,
  { key: readonly string[]; cells: readonly string[]; texts: readonly string[] }
>;

/**
 * Makes the empty table `expected`. Numbers have numeric affinity: a text that is a number whole becomes one,
 * and any other stays a text, which then differs from what the database holds.
 */
export function expectedTable(table: PublishedTable): string {
  const { key, cells, texts } = publishedColumns[table];
  const typeOf = (cell: string) => ((texts as readonly string[]).includes(cell) ? "text" : "numeric");
  return `create table expected (line integer, ${[
    ...key.map((name) => `"${name}" text`),
    ...cells.map((name) => `"${name}" ${typeOf(name)}`),
  ].join(", ")});`;
}

/** Puts out the rows of `expected`, each an array of its line, its key and its cells, in the order of keys. */
export function expectedRows(table: PublishedTable): string {
  const { key, cells } = publishedColumns[table];
  const names = [...key, ...cells].map((name) => `"${name}"`);
  return `select json_array(line, ${names.join(", ")}) from expected order by ${names.slice(0, key.length).join(", ")};`;
}

/** A cell without blanks around it; null for one that is empty or holds a dash. Qualified, so that a missing column is an error. */
export const cellOf = (table: string, column: string): string =>
  `(select case when text in ('', '-', '–', '—') then null else text end from (select trim(${table}."${column}") as text))`;
