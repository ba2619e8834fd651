import type { Measured } from "../bench";
import { type Answered, ask, isQuick, median, newPairs, type Site, sourceOf } from "./front-site";

const TIMES = isQuick ? 10 : 100;
const MOST = 1.2;
/** Somebody's own page, which is never kept: the framework makes it as for anybody. */
const OWN = { cookie: "a=1" };

/** Pages that nobody asked for before, against the framework's own answer for the same addresses. */
export async function misses(site: Site, say: (text: string) => void): Promise<Measured[]> {
  const careers = site.roles.filter((slug) => slug !== "registered-nurses").map((slug) => `/careers/${slug}`);
  const kinds: [what: string, addresses: Iterable<string>][] = [
    ["comparison", newPairs(site.roles)],
    ["career page", careers],
  ];
  const measured: Measured[] = [];
  for (const [what, addresses] of kinds) {
    const [missed, made]: [number[], number[]] = [[], []];
    let turn = -10;
    for (const address of addresses) {
      // By turns the one and the other first, since what the first one read is at hand for the second.
      const isFirst = turn % 2 === 0;
      const before = isFirst ? undefined : await ask(address, OWN);
      const miss = await ask(address);
      const own = before ?? (await ask(address, OWN));
      if (!isMiss(miss) || sourceOf(own) !== "fwd=bypass") continue;
      if (turn >= 0) {
        missed.push(miss.milliseconds);
        made.push(own.milliseconds);
      }
      if (++turn === TIMES) break;
    }
    if (missed.length < TIMES)
      throw new Error(`${missed.length} of ${TIMES} misses: is any ${what} kept, and others not?`);
    say(
      `${what} not kept yet ${median(missed).toFixed(1)} ms, made by the framework ${median(made).toFixed(1)} ms (medians of ${TIMES} by turns)`,
    );
    measured.push({
      what: `miss of a ${what}, times the framework's own`,
      value: median(missed) / median(made),
      limit: MOST,
      unit: "times",
    });
  }
  return measured;
}

/** Whether an answer was made now, and kept. A redirect to the canonical order, or no such page, is neither. */
export const isMiss = (answer: Answered): boolean =>
  answer.status === 200 && sourceOf(answer) === "fwd=miss; stored";
