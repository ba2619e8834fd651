import { type ChildProcess, spawn } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";

export type Ended = {
  milliseconds: number;
  peakBytes: number;
  /** Milliseconds by the name of what a program measures of itself. */
  steps: Record<string, number>;
  code: number | null;
};
type Running = { child: ChildProcess; ended: Promise<Ended> };

/** Starts one of the project's programs on a database of its own, and measures its time and the most memory it has. `hooks`: modules to load into it before. */
export function startProgram(
  script: string,
  args: string[],
  databaseFile: string,
  more = {},
  hooks: string[] = [],
): Running {
  const began = performance.now();
  const child = spawn(
    process.execPath,
    [...["tsx", "./bin/bench/peak.ts", ...hooks].flatMap((module) => ["--import", module]), script, ...args],
    {
      stdio: ["ignore", "pipe", "inherit", "pipe"],
      env: { ...process.env, DATABASE_URL: `file:${databaseFile}`, ...more },
    },
  );
  let told = "";
  child.stdout?.resume();
  child.stdio[3]?.on("data", (bytes: Buffer) => {
    told += bytes;
  });
  const ended = new Promise<Ended>((resolve) =>
    child.once("close", (code) => {
      // A program that was killed tells nothing.
      const { peakBytes, steps } = told === "" ? { peakBytes: 0, steps: {} } : JSON.parse(told);
      resolve({ milliseconds: performance.now() - began, peakBytes, steps, code });
    }),
  );
  return { child, ended };
}

/** Runs a program to its end. Throws when it fails. */
export async function runProgram(script: string, args: string[], databaseFile: string): Promise<Ended> {
  const ended = await startProgram(script, args, databaseFile).ended;
  if (ended.code !== 0) throw new Error(`${script} ${args.join(" ")} ended with ${ended.code}`);
  return ended;
}

/** A folder of one bench, gone after it. */
export async function withFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "crossroads-bench-"));
  try {
    return await work(folder);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}
