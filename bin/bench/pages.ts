import { execFileSync } from "node:child_process";
import path from "node:path";
import zlib from "node:zlib";
import type { Measured } from "../bench";
import type { Reads } from "./comparison-reads";
import { runProgram, startProgram, withFolder } from "./program";

const PORT = 3190;
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

/** The weight of a comparison of two against an empty page of the same app: time, statements, bytes. */
export const pagesBench = (say: (text: string) => void): Promise<Measured[]> =>
  withFolder(async (folder) => {
    const file = path.join(folder, "site.db");
    await runProgram("bin/crossroads.ts", ["load-bundle"], file);
    const reads = JSON.parse(
      execFileSync(
        process.execPath,
        ["--import", "tsx", "bin/bench/comparison-reads.ts", ...PAIRS, ...MORE],
        { env: { ...process.env, DATABASE_URL: `file:${file}` }, encoding: "utf8" },
      ),
    ) as Reads[];
    const site = startProgram("front/start.ts", [], file, { PORT: String(PORT), DATA_DIR: folder });
    try {
      await answers();
      const [addresses, html] = [PAIRS.map(addressOf), [] as string[]];
      for (const address of addresses)
        for (const view of VIEWS) html.push(await (await fetch(SITE + (await address) + view)).text());
      const { empty, pair } = await turns(await addressOf(PAIRS[0] ?? ""));
      const sql = median(reads.slice(0, PAIRS.length).map(({ sqlMilliseconds }) => sqlMilliseconds));
      say(
        `comparison of two ${pair.toFixed(1)} ms, of which ${sql.toFixed(1)} ms inside SQLite; empty page ${empty.toFixed(1)} ms (medians of ${TIMES} by turns)`,
      );
      const own = html.map((text) => Buffer.from(text.replace(/<script\b[\s\S]*?<\/script>/g, "")));
      const packed = own.map((text) => zlib.brotliCompressSync(text));
      say(`${own.length} pages of two: the largest ${Math.max(...own.map(({ length }) => length))} bytes`);
      return [
        { what: "comparison of two, times an empty page", value: pair / empty, limit: 5, unit: "times" },
        { what: "its SQL, of the whole", value: (sql / pair) * 100, limit: 10, unit: "%" },
        {
          what: "statements, two to four roles",
          value: Math.max(...reads.map(({ statements }) => statements)),
          limit: 4,
          unit: "statements",
        },
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

/** Median milliseconds of the empty page and of a comparison, asked by turns so that both see the same machine. */
async function turns(address: string): Promise<{ empty: number; pair: number }> {
  const [empty, pair]: [number[], number[]] = [[], []];
  for (let turn = -10; turn < TIMES; turn++) {
    for (const [path, times] of [
      [EMPTY, empty],
      [address, pair],
    ] as const) {
      const began = performance.now();
      await (await fetch(SITE + path)).text();
      if (turn >= 0) times.push(performance.now() - began);
    }
  }
  return { empty: median(empty), pair: median(pair) };
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
