import { fork } from "node:child_process";
import path from "node:path";
import type { Measured } from "../bench";
import { runProgram, withFolder } from "./program";
import type { PartResult } from "./prose-part";

const PARTS = 2;
/** Comparisons whose grammar is checked; the checker takes too long for all. */
const LINTED = 2000;

/**
 * The words of every comparison of two roles, against the figures that they were made from. The reader, the
 * formula of the grade and the grammar checker share nothing with the code that writes.
 */
export const proseBench = (say: (text: string) => void): Promise<Measured[]> =>
  withFolder(async (folder) => {
    const file = path.join(folder, "bundle.db");
    await runProgram("bin/crossroads.ts", ["load-bundle"], file);
    const began = performance.now();
    const parts = await Promise.all(Array.from({ length: PARTS }, (_, part) => partOf(part, file)));
    const minutes = (performance.now() - began) / 60_000;
    const sum = (count: (part: PartResult) => number) =>
      parts.reduce((total, part) => total + count(part), 0);
    const numbers = (value: number) => value.toLocaleString("en-US");
    const pairs = sum((part) => part.pairs);
    say(
      `${numbers(parts[0]?.roles ?? 0)} roles, ${numbers(pairs)} pairs, of which ${numbers(sum((part) => part.sharing))} share a figure; ${numbers(sum((part) => part.messages))} messages; ${sum((part) => part.cpuMinutes).toFixed(1)} minutes of one core`,
    );
    const worst = parts.toSorted((a, b) => b.worstGrade - a.worstGrade)[0];
    say(`worst grade, each career’s name read as one word, “workers”: ${worst?.worstText}`);
    const withNames = Float64Array.from(parts.flatMap((part) => part.gradesWithNames)).sort();
    const at = (part: number) => withNames[Math.floor((withNames.length - 1) * part)]?.toFixed(1);
    const over = withNames.filter((grade) => grade > 8).length;
    say(
      `with the names in full: median ${at(0.5)}, 99 of 100 at most ${at(0.99)}, worst ${at(1)}, over 8 in ${((over / pairs) * 100).toFixed(0)} % of pairs`,
    );
    const titles = new Set(parts.flatMap((part) => part.titles.map((title) => title.toLowerCase())));
    const findings = parts.flatMap((part) => [...part.contradictions, ...part.grammar]);
    for (const finding of findings.slice(0, 20)) say(finding);
    return [
      {
        what: "sentences that contradict the figures",
        value: sum((part) => part.contradictions.length),
        limit: 0,
        unit: "findings",
      },
      { what: "titles that repeat", value: pairs - titles.size, limit: 0, unit: "titles" },
      { what: "worst reading grade", value: worst?.worstGrade ?? 0, limit: 8, unit: "grade" },
      {
        what: `grammar of ${numbers(sum((part) => part.linted))} comparisons`,
        value: sum((part) => part.grammar.length),
        limit: 0,
        unit: "findings",
      },
      { what: "all pairs", value: minutes, limit: 10, unit: "min" },
    ];
  });

/** The result of one part, from a process of its own: threads would share one reading of the database's address. */
function partOf(part: number, databaseFile: string): Promise<PartResult> {
  const child = fork("bin/bench/prose-part.ts", [part, PARTS, LINTED / PARTS].map(String), {
    execArgv: ["--import", "tsx"],
    env: { ...process.env, DATABASE_URL: `file:${databaseFile}` },
    serialization: "advanced",
  });
  return new Promise((resolve, reject) => {
    child.once("message", (result) => resolve(result as PartResult));
    child.once("error", reject);
    child.once("close", (code) => reject(new Error(`part ${part} ended with ${code} and no result`)));
  });
}
