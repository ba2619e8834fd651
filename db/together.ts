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

const [rowOf, listOf] = (
  dialect === "postgres" ? ["json_build_array", "json_agg"] : ["json_array", "json_group_array"]
).map((name) => sql.raw(name));

/**
 * Many lists of rows by one statement, whatever their tables: a page that needs ten kinds of facts asks once.
 * The rows of a part travel as one JSON array of arrays, and their columns are read as a plain select reads them.
 */
export async function together<P extends Record<string, Part>>(db: Db, parts: P): Promise<ReadOf<P>> {
  const selects = Object.values(parts).map(
    ({ columns, from, where }, i) =>
      sql`select ${sql.raw(String(i))} as part, ${listOf}(${rowOf}(${cellsOf(columns)})) as list from ${from} where ${where ?? sql`1 = 1`}`,
  );
  const found = await db
    .select({ part: sql<number>`part`, list: sql<string | unknown[][] | null>`list` })
    .from(sql`(${sql.join(selects, sql` union all `)}) as together`);
  const lists: Record<string, unknown>[][] = [];
  for (const { part, list } of found) {
    const cells = Object.entries(Object.values(parts)[part]?.columns ?? {}).map(([key, column]) => ({
      key,
      decode: decoderOf(column),
    }));
    const rows = typeof list === "string" ? (JSON.parse(list) as unknown[][]) : (list ?? []);
    lists[part] = rows.map((values) => {
      const row: Record<string, unknown> = {};
      cells.forEach(({ key, decode }, i) => {
        const cell = values[i] ?? null;
        row[key] = cell === null || !decode ? cell : decode(cell);
      });
      return row;
    });
  }
  return Object.fromEntries(Object.keys(parts).map((name, i) => [name, lists[i]])) as ReadOf<P>;
}

/** The columns as text, which costs a tenth of handing each to Drizzle; those beside each other as one piece of it. */
function cellsOf(columns: Columns): SQL {
  const pieces: (string | SQL)[] = [];
  for (const column of Object.values(columns)) {
    const piece = is(column, Column) ? nameOf(column) : column;
    const last = pieces.at(-1);
    if (typeof piece === "string" && typeof last === "string")
      pieces[pieces.length - 1] = `${last}, ${piece}`;
    else pieces.push(piece);
  }
  return sql.join(
    pieces.map((piece) => (typeof piece === "string" ? sql.raw(piece) : piece)),
    sql.raw(", "),
  );
}

const nameOf = ({ table, name, keyAsName }: Column) =>
  `"${getTableName(table)}"."${keyAsName ? toSnakeCase(name) : name}"`;

/** How a cell becomes what a select gives; undefined where it is that already. */
function decoderOf(column: Column | SQL): ((cell: unknown) => unknown) | undefined {
  if (!is(column, Column) || column.mapFromDriverValue === Column.prototype.mapFromDriverValue)
    return undefined;
  return (cell) => column.mapFromDriverValue(cell);
}
