import type { Measured } from "../bench";
import { isMiss } from "./front-misses";
import { type Answered, ask, isQuick, median, pause, quantile, SITE, type Site, textOf } from "./front-site";

const PEAK_SECONDS = isQuick ? 4 : 20;
const SECONDS = isQuick ? 8 : 60;
const TIMES = 10;
/** Readers of kept pages beside it, a second: many, and far from what the site can answer. */
const HITS = 200;
/** As many at once as the site makes: with fewer it would wait for us. */
const AT_ONCE = 8;
const NORMAL_WITHIN_SECONDS = 10;
const NORMAL_TIMES = 1.5;

/** What came back of one kind of request. */
type Tally = { good: number[]; refused: number; wrong: string[] };
const tally = (): Tally => ({ good: [], refused: 0, wrong: [] });

/** Ten times as many new pages asked for as the site can make, for a minute, beside readers of kept ones. */
export async function overload(
  site: Site,
  pairs: Iterator<string>,
  say: (text: string) => void,
): Promise<Measured[]> {
  const next = () => String(pairs.next().value);
  const kept = [site.pages.comparison, site.pages.career, site.pages.posting];
  const before = await calm(next, kept);
  const peak = await peakOf(next);

  const [hits, made] = [tally(), tally()];
  const isHit = (answer: Answered) => answer.status === 200;
  const until = performance.now() + SECONDS * 1000;
  const open = [
    arrive(HITS, until, (count) => kept[count % kept.length] ?? "", isHit, hits),
    arrive(peak * TIMES, until, next, isMiss, made),
  ];
  // What is answered after the end is no goodput of this time.
  await pause(SECONDS * 1000);
  const goodput = made.good.length / SECONDS;
  const normal = await secondsToNormal(next, kept, before);
  await Promise.all(open);

  const [p99, longest] = [quantile(hits.good, 0.99), Math.max(...hits.good)];
  say(
    `peak ${peak.toFixed(1)} new pages a second (closed loop of ${AT_ONCE}); asked for ${(peak * TIMES).toFixed(0)} a second during ${SECONDS} s: made ${goodput.toFixed(1)} a second, median ${median(made.good).toFixed(0)} ms, refused ${made.refused}`,
  );
  say(
    `beside it ${hits.good.length} kept pages: median ${median(hits.good).toFixed(1)} ms, p99 ${p99.toFixed(0)} ms, longest ${longest.toFixed(0)} ms, refused ${hits.refused}; before: ${before.hit.toFixed(1)} ms a kept page, ${before.miss.toFixed(1)} ms a new one`,
  );
  for (const wrong of [...new Set([...hits.wrong, ...made.wrong])].slice(0, 5)) say(`wrong: ${wrong}`);
  return [
    { what: "kept pages during overload, p99", value: p99, limit: 500, unit: "ms" },
    { what: "kept pages refused", value: hits.refused, limit: 0, unit: "answers" },
    { what: "new pages made, of the peak", value: (goodput / peak) * 100, atLeast: 80, unit: "%" },
    { what: "wrong answers", value: hits.wrong.length + made.wrong.length, limit: 0, unit: "answers" },
    { what: "normal again after", value: normal, limit: NORMAL_WITHIN_SECONDS, unit: "s" },
  ];
}

/** New pages a second when each is asked for as one before it comes. */
async function peakOf(next: () => string): Promise<number> {
  const until = performance.now() + PEAK_SECONDS * 1000;
  let made = 0;
  const worker = async () => {
    while (performance.now() < until) if (isMiss(await ask(next()))) made++;
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return made / PEAK_SECONDS;
}

/** Requests that come at a fixed rate whether or not the ones before are answered. Ends when the last one is. */
async function arrive(
  rate: number,
  until: number,
  addressOf: (count: number) => string,
  isGood: (answer: Answered) => boolean,
  counted: Tally,
): Promise<void> {
  const began = performance.now();
  const open = new Set<Promise<void>>();
  for (let count = 0; performance.now() < until; ) {
    const due = ((performance.now() - began) / 1000) * rate;
    for (; count < due; count++) {
      const one = settle(addressOf(count), isGood, counted).finally(() => open.delete(one));
      open.add(one);
    }
    await pause(5);
  }
  await Promise.all(open);
}

async function settle(address: string, isGood: (answer: Answered) => boolean, counted: Tally): Promise<void> {
  try {
    const answer = await ask(address);
    const { status, headers, milliseconds } = answer;
    if (status === 503 && headers["retry-after"]) counted.refused++;
    // A pair that an editor put in another order: nothing was made.
    else if (status === 308) return;
    else if (!isGood(answer)) counted.wrong.push(`${address} answers ${status}, ${headers["cache-status"]}`);
    else if (!textOf(answer).includes(`href="${SITE}${address}"`))
      counted.wrong.push(`${address} answers with another page`);
    else counted.good.push(milliseconds);
  } catch (error) {
    counted.wrong.push(`${address}: ${(error as Error).message}`);
  }
}

type Calm = { hit: number; miss: number };

/** Medians of a few kept and a few new pages, one after the other. */
async function calm(next: () => string, kept: string[], times = 10): Promise<Calm> {
  const [hit, miss]: [number[], number[]] = [[], []];
  for (let i = 0; miss.length < times && i < 10 * times; i++) {
    const made = await ask(next());
    if (isMiss(made)) miss.push(made.milliseconds);
    else if (made.status === 503) miss.push(Number.POSITIVE_INFINITY);
    for (const address of kept) hit.push((await ask(address)).milliseconds);
  }
  return { hit: median(hit), miss: median(miss) };
}

/** Seconds until kept and new pages take what they took before, or nearly. */
async function secondsToNormal(next: () => string, kept: string[], before: Calm): Promise<number> {
  const began = performance.now();
  const passed = () => (performance.now() - began) / 1000;
  // A kept page takes a millisecond, of which half as much again is no delay.
  const mostHit = Math.max(before.hit * NORMAL_TIMES, before.hit + 2);
  while (passed() < 6 * NORMAL_WITHIN_SECONDS) {
    const now = await calm(next, kept, 5);
    if (now.hit <= mostHit && now.miss <= before.miss * NORMAL_TIMES) break;
    await pause(100);
  }
  return passed();
}
