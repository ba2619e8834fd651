import { performance } from "node:perf_hooks";
import Database from "better-sqlite3";

/**
 * Reads comparisons as their page does and prints, as JSON, the statements that each took and the milliseconds
 * spent inside SQLite (median of many). Run by the bench `pages` as a program of its own: the database is that of
 * `DATABASE_URL`.
 */
export type Reads = { slugs: string[]; statements: number; sqlMilliseconds: number };

let statements = 0;
let inside = 0;
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
        inside += performance.now() - began;
        statements += 1;
      }
    };
  }
  return statement;
} as typeof prepare;

const { comparisonOf } = await import("@/server/comparison/queries");
const { livePostingsOf } = await import("@/server/posting/queries");

async function read(slugs: string[]): Promise<Reads> {
  const times: number[] = [];
  for (let turn = 0; turn < 30; turn++) {
    statements = 0;
    inside = 0;
    const found = await comparisonOf(slugs);
    if ("fault" in found) throw new Error(`no comparison of ${slugs.join(", ")}`);
    const socs = found.comparison.roles.flatMap(({ occupation }) => occupation?.soc ?? []);
    await livePostingsOf([...new Set(socs)], 5, new Date());
    times.push(inside);
  }
  times.sort((a, b) => a - b);
  return { slugs, statements, sqlMilliseconds: times[times.length >> 1] ?? 0 };
}

const reads: Reads[] = [];
for (const pair of process.argv.slice(2)) reads.push(await read(pair.split(",")));
console.log(JSON.stringify(reads));
process.exit();
