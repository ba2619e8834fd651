import { execFileSync } from "node:child_process";
import path from "node:path";
import type { Measured } from "../bench";
import { runProgram, withFolder } from "./program";
import type { WayReads } from "./way-reads";

/** How well likeness finds related occupations that are hidden from it, and what a search for ways takes. */
export const waysBench = (say: (text: string) => void): Promise<Measured[]> =>
  withFolder(async (folder) => {
    const file = path.join(folder, "site.db");
    await runProgram("bin/crossroads.ts", ["load-bundle"], file);
    const reads = JSON.parse(
      execFileSync(process.execPath, ["--import", "tsx", "bin/bench/way-reads.ts"], {
        env: { ...process.env, DATABASE_URL: `file:${file}` },
        encoding: "utf8",
      }),
    ) as WayReads;
    const { likeness, mostCommon, random } = reads.recall;
    say(
      `recall at 10 of ${reads.hidden} hidden related pairs of ${reads.occupations} occupations: ${likeness.toFixed(1)}% by likeness; ${mostCommon.toFixed(1)}% by the most often related, ${random.toFixed(1)}% at random`,
    );
    say(
      `a search ${reads.milliseconds.toFixed(1)} ms, the first after an import ${reads.firstMilliseconds.toFixed(0)} ms`,
    );
    return [
      { what: "hidden related pairs not found at 10", value: 100 - likeness, limit: 65, unit: "%" },
      {
        what: "the most often related finds, of that",
        value: (mostCommon / likeness) * 100,
        limit: 20,
        unit: "%",
      },
      { what: "statements", value: reads.statements, limit: 6, unit: "statements" },
    ];
  });
