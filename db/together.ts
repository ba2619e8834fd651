import {
  Column,
  type GetColumnData,
  getTableColumns,
  getTableName,
  is,
  type SQL,
  sql,
  Table,
} from "drizzle-orm";
import { toSnakeCase } from "drizzle-orm/casing";
import type { Db } from "./client";
import { dialect } from "./dialect";

type Columns = Record<string, Column | SQL>;
type Read<C extends Columns> = {
  [K in keyof C]: C[K] extends Column ? GetColumnData<C[K]> : C[K] extends SQL<infer T> ? T : never;
};

/** Rows to be read: these columns, from there, where that holds. In no order. */
export type Part<C extends Columns = Columns> = { columns: C; from: SQL; where: SQL | undefined };

/** What `together` gives for a set of parts. */
export type ReadOf<P extends Record<string, Part>> = { [K in keyof P]: Read<P[K]["columns"]>[] };

/** A part of a read; the columns of an expression must be named in it by their table. */
export function part<C extends Columns>(columns: C, from: Table | SQL, where: SQL | undefined): Part<C> {
  return { columns, from: is(from, Table) ? sql`${from}` : from, where };
}

/** Every column of a table, as a part of a read. */
export const wholeRows = <T extends Table>(table: T, where: SQL | undefined): Part<T["_"]["columns"]> =>
  part(getTableColumns(table), table, where);

const rowOf = sql.raw(dialect === "postgres" ? "json_build_array" : "json_array");

/**
 * Many lists of rows by one statement, whatever their tables: a page that needs ten kinds of facts asks once.
 * Each row travels as a JSON array, and its columns are read as a plain select reads them.
 */
export async function together<P extends Record<string, Part>>(db: Db, parts: P): Promise<ReadOf<P>> {
  const selects = Object.values(parts).map(
    ({ columns, from, where }, i) =>
      sql`select ${sql.raw(String(i))} as part, ${rowOf}(${cellsOf(columns)}) as cells from ${from} where ${where ?? sql`1 = 1`}`,
  );
  const rows = await db
    .select({ part: sql<number>`part`, cells: sql<string | unknown[]>`cells` })
    .from(sql`(${sql.join(selects, sql` union all `)}) as together`);
  const lists = Object.values(parts).map(({ columns }) => ({
    rows: [] as Record<string, unknown>[],
    cells: Object.entries(columns).map(([key, column]) => ({ key, decode: decoderOf(column) })),
  }));
  for (const { part, cells } of rows) {
    const values = typeof cells === "string" ? (JSON.parse(cells) as unknown[]) : cells;
    const row: Record<string, unknown> = {};
    const list = lists[part];
    list?.cells.forEach(({ key, decode }, i) => {
      const cell = values[i] ?? null;
      row[key] = cell === null || !decode ? cell : decode(cell);
    });
    list?.rows.push(row);
  }
  return Object.fromEntries(Object.keys(parts).map((name, i) => [name, lists[i]?.rows])) as ReadOf<P>;
}

/** The columns as text, which costs a tenth of handing each to Drizzle. */
function cellsOf(columns: Columns): SQL {
  const cells = Object.values(columns).map((column) =>
    is(column, Column) ? sql.raw(nameOf(column)) : column,
  );
  return sql.join(cells, sql.raw(", "));
}

const nameOf = ({ table, name, keyAsName }: Column) =>
  `"${getTableName(table)}"."${keyAsName ? toSnakeCase(name) : name}"`;

/** How a cell becomes what a select gives; undefined where it is that already. */
function decoderOf(column: Column | SQL): ((cell: unknown) => unknown) | undefined {
  if (!is(column, Column) || column.mapFromDriverValue === Column.prototype.mapFromDriverValue)
    return undefined;
  return (cell) => column.mapFromDriverValue(cell);
}
