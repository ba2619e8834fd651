import { AsyncLocalStorage } from "node:async_hooks";
import fs from "node:fs";
import path from "node:path";
import type { PGlite } from "@electric-sql/pglite";
import Database from "better-sqlite3";
import { getTableColumns, getTableName, type Table } from "drizzle-orm";
import { type BetterSQLite3Database, drizzle as sqliteDrizzle } from "drizzle-orm/better-sqlite3";
import { migrate as sqliteMigrate } from "drizzle-orm/better-sqlite3/migrator";
import { toSnakeCase } from "drizzle-orm/casing";
import type { BaseSQLiteDatabase } from "drizzle-orm/sqlite-core";
import { databaseUrl } from "./dialect";
import * as schema from "./schema";

/**
 * The handle that reads. Pinned to the asynchronous type, so that the same code is right on both
 * dialects; writing methods are hidden, and SQLite refuses them at run time as well (`query_only`).
 */
export type Db = Omit<
  BaseSQLiteDatabase<"async", unknown, typeof schema>,
  "transaction" | "run" | "all" | "get" | "values" | "batch" | "insert" | "update" | "delete"
>;

/** The handle inside `transaction`, the only one that writes. */
export type Tx = Omit<BaseSQLiteDatabase<"async", unknown, typeof schema>, "transaction" | "batch">;

export interface Connection {
  db: Db;
  /** Runs `work` alone among writers (`BEGIN IMMEDIATE`; on PostgreSQL a transaction of its own). Throws when nested: pass `tx` down. */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Brings the schema up to date from `drizzle/<dialect>`. */
  migrate(): Promise<void>;
  /** Appends rows of one table in one transaction, fast; for importers, whose rows no reader sees before the swap. */
  bulkInsert(target: Table, rows: readonly Record<string, unknown>[]): Promise<void>;
  /** Deletes the rows of releases that no reader sees, in short transactions, so that no writer waits long. */
  bulkDelete(target: Table, releaseIds: readonly number[]): Promise<void>;
  /** Has the database count what its tables hold, by which it chooses how to read them: to be called after rows came in bulk. */
  takeStock(): Promise<void>;
  /** SQL that both dialects take, for checks and maintenance; returns rows. */
  query(sql: string): Promise<Record<string, unknown>[]>;
  close(): Promise<void>;
}

/** Opens the database that `url` names: a `file:` for SQLite, `postgres:` or, in tests, `pglite:`. */
export async function openDatabase(url: string = databaseUrl): Promise<Connection> {
  if (/^postgres(ql)?:/.test(url)) return openPostgres(url);
  if (url.startsWith("pglite:")) return openPglite(url.slice("pglite:".length));
  return openSqlite(url.replace(/^file:/, ""));
}

let shared: Promise<Connection> | undefined;
/** The process's own connection to `DATABASE_URL`, opened at first use. */
export function connection(): Promise<Connection> {
  shared ??= openDatabase();
  return shared;
}

const insideTransaction = new AsyncLocalStorage<true>();
let running = 0;
function refuseNesting() {
  if (insideTransaction.getStore()) throw new Error("transaction inside transaction: pass tx down");
}

/** Runs work in which no other transaction may begin. The store is off while none runs: on, it makes each asynchronous step of the process dearer. */
async function asTransaction<T>(work: () => Promise<T>): Promise<T> {
  running++;
  try {
    return await insideTransaction.run(true, work);
  } finally {
    if (--running === 0) insideTransaction.disable();
  }
}

/** First come, first served: SQLite has one writer. */
class Queue {
  #tail: Promise<unknown> = Promise.resolve();
  run<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#tail.then(work, work);
    this.#tail = turn.catch(() => {});
    return turn;
  }
}

const casing = "snake_case" as const;

/** Rows that a bulk transaction touches on SQLite, whose writers wait for each other: some tens of milliseconds. */
const SLICE = 4000;

function openSqlite(file: string): Connection {
  if (file !== ":memory:") fs.mkdirSync(path.dirname(path.resolve(file)), { recursive: true });
  const open = () => {
    const handle = new Database(file);
    handle.pragma("journal_mode = WAL");
    handle.pragma("foreign_keys = ON");
    handle.pragma("busy_timeout = 5000");
    handle.pragma("synchronous = FULL");
    handle.pragma("cache_size = -65536");
    handle.pragma("mmap_size = 268435456");
    // FULL is what makes an acknowledged write survive a power cut in WAL mode; NORMAL lost rows when tried.
    const level = handle.pragma("synchronous", { simple: true });
    if (level !== 2) throw new Error(`SQLite runs with synchronous=${level}, and 2 (FULL) is needed`);
    return handle;
  };
  const writer = open();
  const reader = open();
  reader.pragma("query_only = ON");
  const writing = sqliteDrizzle(writer, { schema, casing });
  const queue = new Queue();

  async function exclusively<T>(work: () => Promise<T>, synchronous: "FULL" | "NORMAL" = "FULL"): Promise<T> {
    refuseNesting();
    return queue.run(() =>
      asTransaction(async () => {
        if (synchronous !== "FULL") writer.pragma(`synchronous = ${synchronous}`);
        writer.exec("BEGIN IMMEDIATE");
        try {
          const value = await work();
          writer.exec("COMMIT");
          return value;
        } catch (error) {
          if (writer.inTransaction) writer.exec("ROLLBACK");
          throw error;
        } finally {
          writer.pragma("synchronous = FULL");
        }
      }),
    );
  }

  /**
   * For rows that no reader sees: a power cut may take them, since the transaction that shows them is synced, and
   * all that the log holds before it with it.
   */
  const unsynced = <T>(work: () => Promise<T>): Promise<T> => exclusively(work, "NORMAL");

  return {
    db: sqliteDrizzle(reader, { schema, casing }) as unknown as Db,
    transaction: (work) => exclusively(() => work(writing as unknown as Tx)),
    async migrate() {
      sqliteMigrate(writing as BetterSQLite3Database<typeof schema>, {
        migrationsFolder: path.resolve("drizzle/sqlite"),
      });
    },
    async bulkInsert(target, rows) {
      const { name, keys, columns } = columnsOf(target, rows);
      if (keys.length === 0) return;
      const insert = writer.prepare(
        `insert into ${quoted(name)} (${columns.map(quoted).join(",")}) values (${keys.map(() => "?").join(",")})`,
      );
      await unsynced(async () => {
        const values: unknown[] = new Array(keys.length);
        for (const row of rows) {
          for (let at = 0; at < keys.length; at++) values[at] = sqliteValue(row[keys[at] ?? ""]);
          insert.run(values);
        }
      });
    },
    async bulkDelete(target, releaseIds) {
      const name = quoted(getTableName(target));
      const some = writer.prepare(
        `delete from ${name} where rowid in (select rowid from ${name} where release_id = ? limit ${SLICE})`,
      );
      for (const releaseId of releaseIds) {
        let deleted = SLICE;
        while (deleted === SLICE) deleted = await unsynced(async () => some.run(releaseId).changes);
      }
    },
    // The limit keeps it to some tens of milliseconds, for which writers wait.
    takeStock: () =>
      queue.run(async () => {
        writer.exec("PRAGMA analysis_limit = 1000; ANALYZE");
      }),
    async query(sql) {
      const statement = writer.prepare(sql);
      if (statement.reader) return statement.all() as Record<string, unknown>[];
      statement.run();
      return [];
    },
    async close() {
      reader.close();
      // Also where another process has the file open, so that the log does not grow from start to start.
      writer.pragma("wal_checkpoint(TRUNCATE)");
      writer.close();
    },
  };
}

function sqliteValue(value: unknown): unknown {
  if (typeof value === "number" || typeof value === "string") return value;
  if (typeof value === "boolean") return value ? 1 : 0;
  if (value === undefined) return null;
  if (value !== null && typeof value === "object") return JSON.stringify(value);
  return value;
}

type PgQuery = (text: string, params?: unknown[]) => Promise<Record<string, unknown>[]>;

async function openPostgres(url: string): Promise<Connection> {
  const { default: pg } = await import("pg");
  const { drizzle } = await import("drizzle-orm/node-postgres");
  const { migrate } = await import("drizzle-orm/node-postgres/migrator");
  // count(*) and sums come as strings by default; SQLite gives numbers, and both must agree.
  pg.types.setTypeParser(20, Number);
  pg.types.setTypeParser(1700, Number);
  const pool = new pg.Pool({ connectionString: url, max: 10 });
  const client = drizzle(pool, { schema, casing });
  return postgresConnection(
    client as unknown as PgDrizzle,
    async (text, params) => (await pool.query(text, params)).rows,
    () => migrate(client, { migrationsFolder: path.resolve("drizzle/postgres") }),
    () => pool.end(),
  );
}

async function openPglite(directory: string): Promise<Connection> {
  const { PGlite: Engine } = await import("@electric-sql/pglite");
  const { drizzle } = await import("drizzle-orm/pglite");
  const { migrate } = await import("drizzle-orm/pglite/migrator");
  const engine: PGlite = await Engine.create(directory || undefined, {
    parsers: { 20: Number, 1700: Number },
  });
  const client = drizzle(engine, { schema, casing });
  return postgresConnection(
    client as unknown as PgDrizzle,
    async (text, params) => (await engine.query<Record<string, unknown>>(text, params)).rows,
    () => migrate(client, { migrationsFolder: path.resolve("drizzle/postgres") }),
    () => engine.close(),
  );
}

type PgDrizzle = { transaction<T>(work: (tx: unknown) => Promise<T>): Promise<T> };

function postgresConnection(
  client: PgDrizzle,
  query: PgQuery,
  migrate: () => Promise<void>,
  close: () => Promise<void>,
): Connection {
  return {
    db: client as unknown as Db,
    async transaction(work) {
      refuseNesting();
      return asTransaction(() => client.transaction((tx) => work(tx as Tx)));
    },
    migrate,
    async bulkInsert(target, rows) {
      const { name, keys, columns } = columnsOf(target, rows);
      const batch = 4000;
      for (let at = 0; at < rows.length; at += batch) {
        const part = rows
          .slice(at, at + batch)
          .map((row) => Object.fromEntries(keys.map((key, i) => [columns[i], row[key] ?? null])));
        const list = columns.map(quoted).join(",");
        await query(
          `insert into ${quoted(name)} (${list}) select ${list} from json_populate_recordset(null::${quoted(name)}, $1::json)`,
          [JSON.stringify(part)],
        );
      }
    },
    async bulkDelete(target, releaseIds) {
      // Rows that nobody else reads or writes are locked row by row, so that one statement disturbs nobody.
      await query(`delete from ${quoted(getTableName(target))} where release_id = any($1)`, [releaseIds]);
    },
    takeStock: async () => void (await query("analyze")),
    query: (sql) => query(sql),
    close,
  };
}

function columnsOf(target: Table, rows: readonly Record<string, unknown>[]) {
  const known = getTableColumns(target);
  const keys = rows[0] ? Object.keys(rows[0]) : [];
  for (const key of keys) {
    if (!(key in known)) throw new Error(`${getTableName(target)} has no column ${key}`);
  }
  return { name: getTableName(target), keys, columns: keys.map(toSnakeCase) };
}

const quoted = (name: string) => `"${name}"`;
