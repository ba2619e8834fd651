import { sql } from "drizzle-orm";
import * as p from "drizzle-orm/pg-core";
import * as s from "drizzle-orm/sqlite-core";

/**
 * One schema, two dialects. The scheme of `DATABASE_URL` decides which builders run; the types are
 * always those of SQLite, so that query code sees one signature.
 */
export const databaseUrl: string = process.env.DATABASE_URL || "file:var/crossroads.db";

/** `postgres:` and `postgresql:` name a server; `pglite:` names PGlite, which tests use. All else is a SQLite file. */
export const dialect: "sqlite" | "postgres" = /^(postgres(ql)?|pglite):/.test(databaseUrl)
  ? "postgres"
  : "sqlite";

const pg = dialect === "postgres";

export const table = (pg ? p.pgTable : s.sqliteTable) as unknown as typeof s.sqliteTable;
export const index = (pg ? p.index : s.index) as unknown as typeof s.index;
export const uniqueIndex = (pg ? p.uniqueIndex : s.uniqueIndex) as unknown as typeof s.uniqueIndex;
export const primaryKey = (pg ? p.primaryKey : s.primaryKey) as unknown as typeof s.primaryKey;

export const text = (pg ? p.text : s.text) as unknown as typeof s.text;

const sqliteInt = () => s.integer();
/** A whole number that JavaScript holds exactly; `bigint` on PostgreSQL, since `int4` would overflow. */
export const int: typeof sqliteInt = pg ? ((() => p.bigint({ mode: "number" })) as never) : sqliteInt;

const sqliteReal = () => s.real();
export const real: typeof sqliteReal = pg ? (p.doublePrecision as never) : sqliteReal;

const sqliteBool = () => s.integer({ mode: "boolean" });
export const bool: typeof sqliteBool = pg ? (p.boolean as never) : sqliteBool;

const sqliteTimestamp = () => s.integer({ mode: "timestamp_ms" });
export const timestamp: typeof sqliteTimestamp = pg
  ? ((() => p.timestamp({ precision: 3, withTimezone: true, mode: "date" })) as never)
  : sqliteTimestamp;

const sqliteJson = <T>() => s.text({ mode: "json" }).$type<T>();
export const json: typeof sqliteJson = (pg ? () => p.jsonb() : sqliteJson) as never;

const sqliteId = () => s.integer().primaryKey({ autoIncrement: true });
/** A key that the database gives out. */
export const id: typeof sqliteId = pg
  ? ((() => p.bigint({ mode: "number" }).primaryKey().generatedByDefaultAsIdentity()) as never)
  : sqliteId;

/** SQL default "now", in the column's own representation. */
export const nowDefault = pg ? sql`now()` : sql`(cast((julianday('now') - 2440587.5) * 86400000 as integer))`;
