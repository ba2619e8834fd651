import type { Measured } from "../bench";
import { isMiss } from "./front-misses";
import { ask, isQuick, newPairs, type Site, sourceOf } from "./front-site";

const PAGES = isQuick ? 200 : 10_000;
/** Asked for before anything is counted: what the site holds once, however many pages it keeps. */
const WARM = isQuick ? 20 : 200;
const AT_ONCE = 4;
const OLDEST = 500;
const MOST_KB = 15;
const VIEWS = ["", "/places", "/next", "?area=US-CA", "?area=US-TX", "?area=US-NY"];

/** What a kept page takes: the site's memory before and after it keeps ten thousand, half of them comparisons. */
export async function memory(site: Site, say: (text: string) => void): Promise<Measured[]> {
  const comparisons = newPairs(site.roles);
  const careers = VIEWS.flatMap((view) => site.roles.map((slug) => `/careers/${slug}${view}`))[
    Symbol.iterator
  ]();
  let turn = 0;
  const next = (): string => {
    const career = turn++ % 2 === 0 ? careers.next().value : undefined;
    return career ?? String(comparisons.next().value);
  };
  await fill(next, WARM);
  const before = await site.held();
  const began = performance.now();
  const filled = await fill(next, PAGES);
  const seconds = (performance.now() - began) / 1000;
  const after = await site.held();
  // The oldest go first where there is no room. Careers tell of open jobs, some of which end while this runs.
  const oldest = filled.filter((address) => address.startsWith("/compare/")).slice(0, OLDEST);
  let gone = 0;
  for (const address of oldest) if (sourceOf(await ask(address)) !== "hit") gone++;
  const grown = after.heap + after.outside - before.heap - before.outside;
  const megabytes = (bytes: number) => (bytes / 1e6).toFixed(0);
  say(
    `${PAGES} pages in ${seconds.toFixed(0)} s, ${AT_ONCE} at once: heap ${megabytes(before.heap)} to ${megabytes(after.heap)} MB, outside of it ${megabytes(before.outside)} to ${megabytes(after.outside)} MB, resident ${megabytes(before.resident)} to ${megabytes(after.resident)} MB`,
  );
  return [
    { what: "memory of a kept page", value: grown / PAGES / 1000, limit: MOST_KB, unit: "KB" },
    {
      what: `of the ${oldest.length} oldest of ${PAGES}, no longer kept`,
      value: gone,
      limit: 0,
      unit: "pages",
    },
  ];
}

/** Has the site keep so many pages more. Returns their addresses. */
async function fill(next: () => string, pages: number): Promise<string[]> {
  const filled: string[] = [];
  const worker = async () => {
    while (filled.length < pages) {
      const address = next();
      if (isMiss(await ask(address)) && filled.length < pages) filled.push(address);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return filled;
}
