import { spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";

export const CONNECTIONS = 32;

export type Loaded = {
  /** Answers a second. */
  rate: number;
  /** Milliseconds that 99 of 100 answers took at most. */
  p99: number;
  answers: Record<string, number>;
  errors: number;
};

type Result = {
  duration: number;
  errors: number;
  timeouts: number;
  requests: { total: number };
  latency: { p99: number };
  statusCodeStats: Record<string, { count: number }>;
};

/**
 * Asks for some addresses of one server as fast as it answers, by a process of its own: 32 kept connections, each with
 * one request at a time, so that a server that stops for a while is asked less in that time.
 */
export async function load(
  folder: string,
  addresses: string[],
  { seconds, headers = {} }: { seconds: number; headers?: Record<string, string> },
): Promise<Loaded> {
  const list = path.join(folder, `requests-${process.hrtime.bigint()}.har`);
  const named = Object.entries(headers).map(([name, value]) => ({ name, value }));
  const entries = addresses.map((url) => ({ request: { method: "GET", url, headers: named } }));
  fs.writeFileSync(list, JSON.stringify({ log: { entries } }));
  const generator = spawn(
    process.execPath,
    [
      ...["node_modules/autocannon/autocannon.js", "--json", "--no-progress", "--har", list],
      ...["--connections", String(CONNECTIONS), "--duration", String(seconds)],
      new URL(addresses[0] ?? "").origin,
    ],
    { stdio: ["ignore", "pipe", "ignore"] },
  );
  const told = Buffer.concat(await generator.stdout.toArray()).toString();
  const { duration, errors, timeouts, requests, latency, statusCodeStats } = JSON.parse(told) as Result;
  return {
    rate: requests.total / duration,
    p99: latency.p99,
    answers: Object.fromEntries(
      Object.entries(statusCodeStats).map(([status, { count }]) => [status, count]),
    ),
    errors: errors + timeouts,
  };
}

/** Throws unless all answers had this status: a number of refusals a second is no speed. */
export function onlyAnswered(loaded: Loaded, status: number, who: string): Loaded {
  const { answers, errors } = loaded;
  if (errors > 0 || Object.keys(answers).some((other) => other !== String(status)))
    throw new Error(`${who} answered ${JSON.stringify(answers)} with ${errors} errors, not ${status} alone`);
  return loaded;
}
