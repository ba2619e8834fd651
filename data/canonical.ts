import { createHash } from "node:crypto";
import { parse } from "csv-parse/sync";
import { type Column, getTableColumns } from "drizzle-orm";
import { releaseTables, type TableName } from "./import/dataset";
import { plainCells } from "./import/raw-line";

/**
 * The one written form of a table's rows: a header, LF, sorted by key, quotes only where needed. The same
 * facts give the same bytes, whichever file they were read from, so a digest of this text names a release.
 * A column that is empty in every row is left out; `position`, where it alone is the key, is the line's number.
 */
export const tableKeys: Record<TableName, readonly string[]> = {
  occupations: ["soc"],
  occupation_titles: [],
  occupation_texts: [],
  occupation_activities: ["onetSoc", "activity"],
  occupation_technologies: [],
  related_occupations: ["onetSoc", "position"],
  occupation_ratings: ["onetSoc", "element"],
  crosswalk_links: [],
  areas: ["code"],
  area_counties: ["countyFips"],
  price_levels: ["area"],
  zip_areas: ["zip"],
  wages: ["naics", "soc", "area"],
  figures: ["measure", "subject", "area"],
  roles: ["slug"],
  role_skills: ["role", "position"],
  curated_pairs: [],
};

export type Row = Record<string, unknown>;

function columnsOf(table: TableName): Record<string, Column> {
  const { releaseId: _, ...columns } = getTableColumns(releaseTables[table]) as Record<string, Column>;
  if (tableKeys[table].length === 0) delete columns.position;
  return columns;
}

function cellOf(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "number") return String(value);
  if (typeof value === "boolean") return value ? "1" : "0";
  const text = typeof value === "object" ? JSON.stringify(value) : String(value);
  if (/[\r\n]/.test(text)) throw new Error(`a text holds a line break: ${text.slice(0, 60)}`);
  return /[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const lineOf = (names: readonly string[], row: Row): string =>
  names.map((name) => cellOf(row[name])).join(",");

/** How to write one row of a table with all its columns, so that two rows can be told equal. */
export function wholeLine(table: TableName): (row: Row) => string {
  const names = Object.keys(columnsOf(table));
  return (row) => lineOf(names, row);
}

/** Writes rows in their canonical form. Throws when two rows share a key, or a row has a column the table lacks. */
export function canonicalText(table: TableName, rows: readonly Row[]): string {
  const known = columnsOf(table);
  for (const name of Object.keys(rows[0] ?? {})) {
    if (!(name in known)) throw new Error(`${table} has no column ${name}`);
  }
  const sorted = sortedByKey(table, rows);
  const names = Object.keys(known).filter((name) =>
    rows.some((row) => row[name] !== null && row[name] !== undefined && row[name] !== ""),
  );
  const lines = sorted.map((row) => lineOf(names, row));
  return `${[names.join(","), ...lines].join("\n")}\n`;
}

function sortedByKey(table: TableName, rows: readonly Row[]): readonly Row[] {
  const key = tableKeys[table];
  if (key.length === 0) return rows;
  const compare = (a: Row, b: Row) => {
    for (const name of key) {
      const left = (a[name] ?? "") as string | number;
      const right = (b[name] ?? "") as string | number;
      if (left !== right) return left < right ? -1 : 1;
    }
    return 0;
  };
  const sorted = rows.toSorted(compare);
  sorted.forEach((row, at) => {
    const next = sorted[at + 1];
    if (next && compare(row, next) === 0) {
      throw new Error(`${table} has two rows for ${key.map((name) => row[name]).join(", ")}`);
    }
  });
  return sorted;
}

/** Reads canonical text back, in slices of `size` rows, so that a large table never stands in memory as objects. */
export function* canonicalRows(table: TableName, text: string, size = 4000): Generator<Row[]> {
  const known = columnsOf(table);
  const [head = "", ...lines] = text.slice(0, -1).split("\n");
  const readers = head.split(",").map((name) => {
    const column = known[name];
    if (!column) throw new Error(`${table} has no column ${name}`);
    return { name, read: readerOf(column) };
  });
  const numbered = tableKeys[table].length === 0;
  for (let at = 0; at < lines.length; at += size) {
    yield lines.slice(at, at + size).map((line, offset) => {
      const cells = plainCells(line) ?? parse(line)[0] ?? [];
      const row: Row = numbered ? { position: at + offset + 1 } : {};
      for (const [index, { name, read }] of readers.entries()) row[name] = read(cells[index] ?? "");
      return row;
    });
  }
}

function readerOf(column: Column): (text: string) => unknown {
  const whenEmpty = column.notNull && column.dataType === "string" ? "" : null;
  const read: Record<string, (text: string) => unknown> = {
    number: Number,
    boolean: (text) => text === "1",
    json: (text) => JSON.parse(text),
    string: (text) => text,
  };
  const convert = read[column.dataType];
  if (!convert) throw new Error(`no written form for ${column.name} of type ${column.dataType}`);
  return (text) => (text === "" ? whenEmpty : convert(text));
}

export const sha256 = (data: string | Buffer): string => createHash("sha256").update(data).digest("hex");

/** The digest of a release: over the names and digests of its tables. */
export function releaseDigest(tables: readonly { table: TableName; sha256: string }[]): string {
  const lines = tables.map(({ table, sha256: digest }) => `${table} ${digest}\n`).sort();
  return sha256(lines.join(""));
}
