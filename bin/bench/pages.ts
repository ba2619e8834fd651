import path from "node:path";
import zlib from "node:zlib";
import type { Measured } from "../bench";
import { runProgram, startProgram, withFolder } from "./program";
import type { Read } from "./statements";

const PORT = 3190;
const STATEMENTS_PORT = 3191;
const SITE = `http://localhost:${PORT}`;
/** A page of a heading and a sentence: what any page of the app costs. */
const EMPTY = "/sign-in/sent";
const TIMES = 60;

const PAIRS = [
  "health-technologists-and-technicians-all-other,medical-secretaries-and-administrative-assistants",
  "patient-service-coordinator,patient-liaison",
  "bakers,registered-nurses",
  "actors,airline-pilots-copilots-and-flight-engineers",
];
const MORE = ["bakers,barbers,registered-nurses", "actors,bakers,barbers,registered-nurses"];
const VIEWS = ["", "?area=US-CA&real=1&pay=60000", "?area=cbsa-41740"];

/** Other pages, and how many times the empty one each may take. */
const OTHERS: [what: string, address: string, times: number][] = [
  ["career page", "/careers/medical-secretary", 5],
  ["career page of a place", "/careers/registered-nurses?area=cbsa-41740&real=1", 5],
  ["families", "/careers", 6],
  ["a family", "/careers?family=29-0000", 6],
  ["the way from here", "/careers/medical-secretary/next", 8],
];
const MOST_STATEMENTS = 6;

/** The weight of pages against an empty page of the same app: time, statements, bytes. */
export const pagesBench = (say: (text: string) => void): Promise<Measured[]> =>
  withFolder(async (folder) => {
    const file = path.join(folder, "site.db");
    await runProgram("bin/crossroads.ts", ["load-bundle"], file);
    const ports = { PORT: String(PORT), STATEMENTS_PORT: String(STATEMENTS_PORT), DATA_DIR: folder };
    const site = startProgram("front/start.ts", [], file, ports, ["./bin/bench/statements.ts"]);
    try {
      await answers();
      const addresses = await Promise.all(PAIRS.map(addressOf));
      const more = await Promise.all(MORE.map(addressOf));
      const comparisons = [...addresses, ...more].flatMap((address) => VIEWS.map((view) => address + view));
      const reads: Read[] = [];
      for (const address of comparisons) reads.push(await readBy(address));
      const html: string[] = [];
      for (const address of addresses)
        for (const view of VIEWS) html.push(await (await fetch(SITE + address + view)).text());
      const { empty, page: pair } = await turns(addresses[0] ?? "");
      const sql = median(reads.slice(0, addresses.length).map(({ milliseconds }) => milliseconds));
      say(
        `comparison of two ${pair.toFixed(1)} ms, of which ${sql.toFixed(1)} ms inside SQLite; empty page ${empty.toFixed(1)} ms (medians of ${TIMES} by turns)`,
      );
      const own = html.map((text) => Buffer.from(text.replace(/<script\b[\s\S]*?<\/script>/g, "")));
      const packed = own.map((text) => zlib.brotliCompressSync(text));
      say(`${own.length} pages of two: the largest ${Math.max(...own.map(({ length }) => length))} bytes`);
      const most = Math.max(...reads.map(({ statements }) => statements));
      const measured: Measured[] = [
        { what: "comparison of two, times an empty page", value: pair / empty, limit: 5, unit: "times" },
        { what: "its SQL, of the whole", value: (sql / pair) * 100, limit: 10, unit: "%" },
        { what: "statements, two to four roles", value: most, limit: 4, unit: "statements" },
        {
          what: "own HTML",
          value: Math.max(...own.map(({ length }) => length)) / 1000,
          limit: 90,
          unit: "KB",
        },
        {
          what: "own HTML, brotli",
          value: Math.max(...packed.map(({ length }) => length)) / 1000,
          limit: 16,
          unit: "KB",
        },
        {
          what: "pages whose verdict and pay come later than 14 KB",
          value: packed.filter((bytes) => !/class="verdict[\s\S]*\$\d/.test(firstPart(bytes))).length,
          limit: 0,
          unit: "pages",
        },
      ];
      for (const [what, address, limit] of OTHERS) {
        const { statements } = await readBy(address);
        const { empty, page } = await turns(address);
        say(`${what} ${page.toFixed(1)} ms, empty page ${empty.toFixed(1)} ms`);
        measured.push(
          { what: `${what}, times an empty page`, value: page / empty, limit, unit: "times" },
          { what: `${what}, statements`, value: statements, limit: MOST_STATEMENTS, unit: "statements" },
        );
      }
      return measured;
    } finally {
      site.child.kill("SIGTERM");
      await site.ended;
    }
  });

/** What a reader can read of a page once the first 14 KB have come. */
function firstPart(packed: Buffer): string {
  return zlib
    .brotliDecompressSync(packed.subarray(0, 14_000), { finishFlush: zlib.constants.BROTLI_OPERATION_FLUSH })
    .toString();
}

/** The canonical address of roles. */
async function addressOf(pair: string): Promise<string> {
  const { url } = await fetch(`${SITE}/compare/${pair.replaceAll(",", "-vs-")}`);
  return new URL(url).pathname;
}

/** What a page reads of the database: medians of some turns, since jobs of the site read between them. Throws where there is no such page. */
async function readBy(address: string): Promise<Read> {
  const counted = async () => (await fetch(`http://localhost:${STATEMENTS_PORT}`)).json() as Promise<Read>;
  const reads: Read[] = [];
  for (let turn = 0; turn < 15; turn++) {
    await counted();
    const answer = await fetch(SITE + address);
    if (!answer.ok) throw new Error(`${address} answers ${answer.status}`);
    await answer.text();
    reads.push(await counted());
  }
  return {
    statements: median(reads.map(({ statements }) => statements)),
    milliseconds: median(reads.map(({ milliseconds }) => milliseconds)),
  };
}

/** Median milliseconds of the empty page and of another, asked by turns so that both see the same machine. */
async function turns(address: string): Promise<{ empty: number; page: number }> {
  const [empty, page]: [number[], number[]] = [[], []];
  for (let turn = -10; turn < TIMES; turn++) {
    for (const [path, times] of [
      [EMPTY, empty],
      [address, page],
    ] as const) {
      const began = performance.now();
      await (await fetch(SITE + path)).text();
      if (turn >= 0) times.push(performance.now() - began);
    }
  }
  return { empty: median(empty), page: median(page) };
}

const median = (numbers: number[]) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? 0;

async function answers(): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    const ok = await fetch(SITE + EMPTY).then(
      (answer) => answer.ok,
      () => false,
    );
    if (ok) return;
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
  throw new Error("the site did not start");
}
