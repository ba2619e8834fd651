import http from "node:http";
import { performance } from "node:perf_hooks";
import Database from "better-sqlite3";

/**
 * Loaded into a site by the bench `pages` before anything else: counts the statements that read the database, and the
 * milliseconds inside SQLite. Each request to `STATEMENTS_PORT` tells what was counted since the last one.
 */
export type Read = { statements: number; milliseconds: number };

let read: Read = { statements: 0, milliseconds: 0 };
type Prepared = Record<"all" | "get", (...parameters: unknown[]) => unknown>;
const prepare = Database.prototype.prepare;
Database.prototype.prepare = function counted(this: Database.Database, source: string) {
  const statement = prepare.call(this, source);
  const own = statement as unknown as Prepared;
  for (const name of ["all", "get"] as const) {
    const run = own[name].bind(statement);
    own[name] = (...parameters) => {
      const began = performance.now();
      try {
        return run(...parameters);
      } finally {
        read.milliseconds += performance.now() - began;
        read.statements += 1;
      }
    };
  }
  return statement;
} as typeof prepare;

http
  .createServer((_, response) => {
    response.end(JSON.stringify(read));
    read = { statements: 0, milliseconds: 0 };
  })
  .listen(Number(process.env.STATEMENTS_PORT), "127.0.0.1")
  .unref();
