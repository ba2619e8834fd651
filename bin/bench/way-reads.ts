import { performance } from "node:perf_hooks";
import Database from "better-sqlite3";

/**
 * Finds ways as their page does, and ranks hidden related occupations by likeness; prints both as JSON. Run by the
 * bench `ways` as a program of its own: the database is that of `DATABASE_URL`.
 */
export type WayReads = {
  /** Share of hidden related occupations, in percent, among the first ten of those that are not known to be related. */
  recall: { likeness: number; mostCommon: number; random: number };
  hidden: number;
  occupations: number;
  /** The most statements of any ask, the first of the process with them, and the median milliseconds of the others. */
  statements: number;
  milliseconds: number;
  /** Of the first ask, which makes the ground. */
  firstMilliseconds: number;
};

let statements = 0;
const prepare = Database.prototype.prepare;
Database.prototype.prepare = function counted(this: Database.Database, source: string) {
  statements += 1;
  return prepare.call(this, source);
} as typeof prepare;

const { connection } = await import("@/db/client");
const { likenessOf } = await import("@/domain/likeness");
const { wayViewOf } = await import("@/domain/way-view");
const { liveReleases } = await import("@/server/release/queries");
const { liveGround } = await import("@/server/way/map");
const { waysOf } = await import("@/server/way/queries");

const ASKED: [slug: string, asked: Record<string, string>][] = [
  ["medical-secretary", {}],
  ["registered-nurses", { area: "US-CA", real: "1", schooling: "any" }],
  ["cashiers", { area: "cbsa-41860", schooling: "none", sort: "jobs" }],
  ["wholesale-and-retail-buyers-except-farm-products", { area: "US-OH", steps: "3" }],
  ["infantry", {}],
];
const times: number[] = [];
let most = 0;
for (let turn = 0; turn < 20; turn++)
  for (const [slug, asked] of ASKED) {
    statements = 0;
    const began = performance.now();
    await waysOf(slug, wayViewOf(asked).view);
    times.push(performance.now() - began);
    most = Math.max(most, statements);
  }
const [firstMilliseconds = 0, ...others] = times;
others.sort((a, b) => a - b);

const ground = await liveGround((await connection()).db, await liveReleases());
const likeness = likenessOf(ground.jobs.map(({ work }) => work));
const isRated = ground.jobs.map(({ work }) => work.skills.length > 0);
/** Every second related occupation of each is hidden: the first, the third and so on in the publisher's order. */
const related = ground.links.map((links, from) =>
  links.filter(({ to, related }) => related !== null && isRated[from] && isRated[to]).map(({ to }) => to),
);
const known = related.map((list) => list.filter((_, i) => i % 2 === 1));
const named = new Map<number, number>();
for (const list of known) for (const to of list) named.set(to, (named.get(to) ?? 0) + 1);

const found = { likeness: 0, mostCommon: 0, random: 0 };
let [hidden, findable, occupations] = [0, 0, 0];
for (const [from, list] of related.entries()) {
  const out = list.filter((_, i) => i % 2 === 0);
  if (out.length === 0) continue;
  const others = ground.jobs.flatMap((_, to) =>
    to !== from && isRated[to] && !known[from]?.includes(to) ? [to] : [],
  );
  const hits = (score: (to: number) => number) =>
    others
      .map((to) => ({ to, score: score(to) }))
      .sort((a, b) => b.score - a.score || a.to - b.to)
      .slice(0, 10)
      .filter(({ to }) => out.includes(to)).length;
  found.likeness += hits((to) => likeness(from, to) ?? 0);
  found.mostCommon += hits((to) => named.get(to) ?? 0);
  found.random += (10 * out.length) / others.length;
  hidden += out.length;
  findable += Math.min(10, out.length);
  occupations += 1;
}
const share = (hits: number) => (hits / findable) * 100;
const reads: WayReads = {
  recall: {
    likeness: share(found.likeness),
    mostCommon: share(found.mostCommon),
    random: share(found.random),
  },
  hidden,
  occupations,
  statements: most,
  milliseconds: others[others.length >> 1] ?? 0,
  firstMilliseconds,
};
console.log(JSON.stringify(reads));
process.exit();
