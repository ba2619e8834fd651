import fs from "node:fs";
import type { Measured } from "../bench";
import { CONNECTIONS, load, onlyAnswered } from "./front-load";
import { type PageEncoding, startNginx } from "./front-nginx";
import { ask, isQuick, median, SITE, type Site, sourceOf } from "./front-site";

const ROUNDS = isQuick ? 2 : 7;
const SECONDS = isQuick ? 1 : 4;
const LEAST = 0.8;
const LEAST_304 = 0.7;

/** One server that is asked for one page: where, how, and which answer is right. */
type Asked = { url: string; headers: Record<string, string>; status: number; pid: number };

/** Kept pages against nginx with the very same bytes and headers, by turns: the median of each pair's ratio. */
export async function hits(site: Site, folder: string, say: (text: string) => void): Promise<Measured[]> {
  const { comparison, career, posting } = site.pages;
  const pages = { comparison, career, posting };
  const nginx = await startNginx(folder, Object.values(pages));
  try {
    const measured: Measured[] = [];
    for (const [what, address] of Object.entries(pages))
      for (const encoding of ["gzip", "br"] as PageEncoding[]) {
        const headers = { "accept-encoding": encoding };
        const { body } = await ask(address, headers);
        const same = await ask(nginx.page(address, encoding), headers);
        if (!same.body.equals(body) || same.headers["content-encoding"] !== encoding)
          throw new Error(`nginx does not send ${address} as the site does`);
        if (sourceOf(await ask(address, headers)) !== "hit") throw new Error(`${address} is not kept`);
        const ratio = await rounds(
          `${what}, ${encoding}`,
          { url: SITE + address, headers, status: 200, pid: site.pid },
          { url: nginx.page(address, encoding), headers, status: 200, pid: nginx.pid },
          folder,
          say,
        );
        measured.push({
          what: `${what} page, ${encoding}, of nginx`,
          value: ratio,
          atLeast: LEAST,
          unit: "times",
        });
      }
    const own = await ask(comparison);
    const theirs = await nginx.conditional(comparison);
    const conditional = (url: string, tag: string, pid: number): Asked => ({
      url,
      headers: { "accept-encoding": "br", "if-none-match": tag },
      status: 304,
      pid,
    });
    const ratio = await rounds(
      "304",
      conditional(SITE + comparison, String(own.headers.etag), site.pid),
      conditional(theirs.url, theirs.tag, nginx.pid),
      folder,
      say,
    );
    return [...measured, { what: "304, of nginx", value: ratio, atLeast: LEAST_304, unit: "times" }];
  } finally {
    await nginx.stop();
  }
}

async function rounds(
  what: string,
  ours: Asked,
  theirs: Asked,
  folder: string,
  say: (text: string) => void,
): Promise<number> {
  const turn = async ({ url, headers, status, pid }: Asked, seconds: number) => {
    const before = processorSeconds(pid);
    const { rate } = onlyAnswered(await load(folder, [url], { seconds, headers }), status, url);
    return { rate, cost: ((processorSeconds(pid) - before) / (rate * seconds)) * 1e6 };
  };
  await turn(ours, 1);
  await turn(theirs, 1);
  const pairs: { own: Turn; nginx: Turn }[] = [];
  for (let round = 0; round < ROUNDS; round++)
    pairs.push({ own: await turn(ours, SECONDS), nginx: await turn(theirs, SECONDS) });
  const of = (name: "own" | "nginx", number: keyof Turn) =>
    median(pairs.map((pair) => pair[name][number])).toFixed(0);
  say(
    `${what}: ${of("own", "rate")} answers a second (${of("own", "cost")} µs of processor each), nginx ${of("nginx", "rate")} (${of("nginx", "cost")} µs); medians of ${ROUNDS} rounds of ${SECONDS} s, ${CONNECTIONS} connections`,
  );
  return median(pairs.map(({ own, nginx }) => own.rate / nginx.rate));
}

type Turn = { rate: number; cost: number };

/** What a process has used of processors, in seconds: a generator that is too slow shows in servers that are not busy. */
function processorSeconds(pid: number): number {
  const fields = fs
    .readFileSync(`/proc/${pid}/stat`, "utf8")
    .replace(/^.*\) /, "")
    .split(" ");
  return (Number(fields[11]) + Number(fields[12])) / 100;
}
