import http from "node:http";
import path from "node:path";
import zlib from "node:zlib";
import { startProgram } from "./program";

const PORT = 3180;
const HEAP_PORT = 3181;
export const SITE = `http://localhost:${PORT}`;

/** `BENCH_QUICK=1`: a few seconds of each part, to try a change of the bench itself. Its numbers mean nothing. */
export const isQuick = process.env.BENCH_QUICK === "1";

/** The pages that readers come for, by what the tables call them. */
type Pages = { comparison: string; career: string; posting: string; search: string };

export type Answered = {
  status: number;
  headers: http.IncomingHttpHeaders;
  body: Buffer;
  /** From asking to the last byte. */
  milliseconds: number;
};

const agent = new http.Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY });

/** Asks as a browser that takes brotli does, over a kept connection. Throws when no answer comes. */
export function ask(address: string, headers: Record<string, string> = {}): Promise<Answered> {
  const began = performance.now();
  return new Promise((resolve, reject) => {
    http
      .get(
        new URL(address, SITE),
        { agent, headers: { "accept-encoding": "br", ...headers } },
        async (answer) => {
          try {
            const body = Buffer.concat(await answer.toArray());
            const milliseconds = performance.now() - began;
            resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body, milliseconds });
          } catch (error) {
            reject(error);
          }
        },
      )
      .once("error", reject);
  });
}

/** The text of an answer, however it came. */
export function textOf({ body, headers }: Answered): string {
  const encoding = headers["content-encoding"];
  if (encoding === "br") return zlib.brotliDecompressSync(body).toString();
  return (encoding === "gzip" ? zlib.gunzipSync(body) : body).toString();
}

/** Where an answer came from, as `Cache-Status` says it: hit, fwd=miss; stored … */
export const sourceOf = ({ headers }: Answered): string =>
  String(headers["cache-status"] ?? "").replace(/^crossroads; /, "");

export type Site = {
  pages: Pages;
  /** Slugs of all careers, in alphabetical order. */
  roles: string[];
  pid: number;
  /** Bytes that the site holds, after its garbage is collected. */
  held(): Promise<{ heap: number; outside: number; resident: number }>;
  stop(): Promise<void>;
};

/** Starts the site on a database of its own, with all figures and the demo people. */
export async function startSite(folder: string): Promise<Site> {
  const ports = { PORT: String(PORT), HEAP_PORT: String(HEAP_PORT), DATA_DIR: folder, APP_URL: SITE };
  const { child, ended } = startProgram("front/start.ts", [], path.join(folder, "site.db"), ports, [
    "./bin/bench/heap.ts",
  ]);
  const stop = async () => {
    child.kill("SIGTERM");
    await ended;
  };
  try {
    await isUp();
    const search = textOf(await ask("/jobs"));
    const posting = /href="(\/jobs\/[^"?/]+\/[^"?]+)"/.exec(search)?.[1];
    if (!posting) throw new Error("the site has no open posting");
    const listed = JSON.parse(textOf(await ask("/api/v1/roles?limit=1000"))) as { roles: { slug: string }[] };
    return {
      pages: {
        comparison: "/compare/patient-service-coordinator-vs-patient-liaison",
        career: "/careers/registered-nurses",
        posting,
        search: "/jobs",
      },
      roles: listed.roles.map(({ slug }) => slug).sort(),
      pid: child.pid ?? 0,
      held: async () => (await fetch(`http://localhost:${HEAP_PORT}`)).json() as ReturnType<Site["held"]>,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function isUp(): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    const ok = await ask("/readyz").then(
      ({ status }) => status === 200,
      () => false,
    );
    if (ok) return;
    await pause(1000);
  }
  throw new Error("the site did not start");
}

/**
 * Comparisons that nobody asked for yet, each other than the ones before. Their order is the canonical one, apart
 * from the few pairs that an editor gave another.
 */
export function* newPairs(roles: string[]): Generator<string> {
  for (let apart = 1; apart < roles.length; apart++)
    for (let i = 0; i + apart < roles.length; i++)
      // Far from its neighbors, so that pairs of the same kind do not stand in a row.
      yield `/compare/${[roles[i], roles[i + apart]].join("-vs-")}`;
}

export const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

export const median = (numbers: number[]): number =>
  numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? Number.NaN;

/** The number that this share of the numbers does not pass. */
export const quantile = (numbers: number[], share: number): number =>
  numbers.toSorted((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor(numbers.length * share))] ??
  Number.NaN;
