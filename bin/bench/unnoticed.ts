import path from "node:path";
import Database from "better-sqlite3";
import type { Measured } from "../bench";
import { runProgram, startProgram, withFolder } from "./program";

const OFFICIAL = "../shared/data";
const PORT = 3189;
const SITE = `http://localhost:${PORT}`;
const READS = [
  "/api/v1/compare?roles=medical-secretary,registered-nurses",
  "/api/v1/roles/bakers",
  "/api/v1/occupations/29-2099",
];

/**
 * Requests to a site while all official files are imported beside it, against requests to the same site at
 * rest: how much longer the slowest one waits. Every read must be answered.
 */
export const unnoticedBench = (say: (text: string) => void): Promise<Measured[]> =>
  withFolder(async (folder) => {
    const file = path.join(folder, "site.db");
    await runProgram("bin/crossroads.ts", ["load-bundle"], file);
    const writer = new Database(file, { timeout: 10_000 });
    const site = startProgram("front/start.ts", [], file, { PORT: String(PORT), DATA_DIR: folder });
    try {
      await answers();
      await ask(writer, 40);
      const quiet = await ask(writer, 200);
      const importing = startProgram("bin/crossroads.ts", ["import", OFFICIAL], file);
      let isOver = false;
      void importing.ended.then(() => {
        isOver = true;
      });
      const busy: number[] = [];
      while (!isOver) busy.push(...(await ask(writer, 10)));
      const { code, milliseconds } = await importing.ended;
      if (code !== 0) throw new Error(`the import ended with ${code}`);
      const [rest, during] = [Math.max(...quiet), Math.max(...busy)];
      say(
        `${busy.length} requests in the ${(milliseconds / 1000).toFixed(1)} s of the import: slowest ${during.toFixed(0)} ms, median ${median(busy).toFixed(0)} ms; at rest ${rest.toFixed(0)} and ${median(quiet).toFixed(0)} ms`,
      );
      return [{ what: "longest wait for the import", value: during - rest, limit: 200, unit: "ms" }];
    } finally {
      site.child.kill("SIGTERM");
      await site.ended;
      writer.close();
    }
  });

async function answers(): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    if (
      await fetch(`${SITE}${READS[0]}`).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return;
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
  throw new Error("the site did not start");
}

/** Milliseconds of requests one after the other, and after each of a write, which takes its turn as the site's own do. */
async function ask(writer: Database.Database, times: number): Promise<number[]> {
  const took: number[] = [];
  for (let i = 0; i < times; i++) {
    let began = performance.now();
    const { status } = await fetch(`${SITE}${READS[i % READS.length]}`);
    took.push(performance.now() - began);
    if (status !== 200) throw new Error(`request ${i} was answered ${status}`);
    began = performance.now();
    writer
      .transaction(() =>
        writer.prepare("update database_facts set version = version + 1 where name = 'bundle'").run(),
      )
      .immediate();
    took.push(performance.now() - began);
  }
  return took;
}

const median = (list: number[]): number => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0;
