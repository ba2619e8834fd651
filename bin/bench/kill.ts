import fs from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import Database from "better-sqlite3";
import type { Measured } from "../bench";
import { runProgram, startProgram, withFolder } from "./program";

const OFFICIAL = "../shared/data";
const CLI = "bin/crossroads.ts";
const KILLS = 50;
const DATASETS = ["oews-state", "price-levels"];

/** An import is killed at 50 random moments: after each, both data sets are the old release or the new one, whole. */
export const killBench = (say: (text: string) => void): Promise<Measured[]> =>
  withFolder(async (folder) => {
    const file = path.join(folder, "killed.db");
    const folders = [variant(folder, "whole", 0), variant(folder, "short", 5)] as const;
    const only = ["--only", DATASETS.join(",")];
    await runProgram(CLI, ["load-bundle"], file);
    const whole: string[] = [];
    let longest = 0;
    for (const official of folders) {
      longest = (await runProgram(CLI, ["import", official, ...only], file)).milliseconds;
      whole.push(liveFacts(file));
    }
    if (whole[0] === whole[1])
      throw new Error("the two variants hold the same facts, so that nothing is shown");
    const counts = { old: 0, new: 0, mixed: 0 };
    for (let kill = 0; kill < KILLS; kill++) {
      const before = liveFacts(file);
      const next = whole[0] === before ? 1 : 0;
      const { child, ended } = startProgram(CLI, ["import", folders[next] ?? "", ...only], file);
      const timer = setTimeout(() => child.kill("SIGKILL"), Math.random() * longest * 1.1);
      await ended;
      clearTimeout(timer);
      const after = liveFacts(file);
      counts[after === before ? "old" : after === whole[next] ? "new" : "mixed"] += 1;
    }
    say(`${KILLS} kills: the old release ${counts.old} times, the new one ${counts.new} times`);
    return [{ what: "kills that left anything else", value: counts.mixed, limit: 0, unit: "kills" }];
  });

/** A folder of official files without the last rows of each. */
function variant(folder: string, name: string, left: number): string {
  const target = path.join(folder, name);
  const copy = (file: string, read = (bytes: Buffer) => bytes) => {
    const to = path.join(target, file.replace(/\.gz$/, ""));
    fs.mkdirSync(path.dirname(to), { recursive: true });
    const lines = read(fs.readFileSync(path.join(OFFICIAL, file)))
      .toString("utf8")
      .trimEnd()
      .split("\n");
    const isCut = !file.startsWith("geo/");
    fs.writeFileSync(to, `${lines.slice(0, isCut && left > 0 ? -left : undefined).join("\n")}\n`);
  };
  copy("oews/oews_state_M2025.csv.gz", gunzipSync);
  copy("geo/states.csv");
  copy("bea_rpp/rpp_2024_state_all_items.csv");
  copy("bea_rpp/rpp_2024_metro_all_items.csv");
  return target;
}

/** What readers see of the data sets: their digests, and every row that is live. Throws when the file is damaged. */
function liveFacts(file: string): string {
  const database = new Database(file, { readonly: true });
  try {
    const check = database.pragma("quick_check", { simple: true });
    if (check !== "ok") throw new Error(`the database is damaged: ${check}`);
    const facts = DATASETS.flatMap((dataset) =>
      database
        .prepare(
          `select r.dataset, r.digest,
             (select count(*) from wages w where w.release_id = r.id) as wages,
             (select sum(employment) from wages w where w.release_id = r.id) as jobs,
             (select count(*) from price_levels p where p.release_id = r.id) as levels
           from releases r where r.state = 'live' and r.dataset = ?`,
        )
        .all(dataset),
    );
    return JSON.stringify(facts);
  } finally {
    database.close();
  }
}
