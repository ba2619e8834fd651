import { spawnSync } from "node:child_process";
import fs from "node:fs";

/**
 * `npm test`: check, rules, database tests on both dialects, journeys in a browser. The last line adds
 * up what the runners themselves reported; a suite that ran nothing is a failure.
 */
type Count = { passed: number; failed: number; skipped: number };
const reports = "var/test-reports";
fs.mkdirSync(reports, { recursive: true });

const tool = (name: string) => `node_modules/.bin/${name}`;
const suites: [name: string, run: () => Count][] = [
  ["biome", () => step(tool("biome"), ["check", "."])],
  ["types", () => step(tool("tsc"), ["--noEmit"])],
  ["dead code", () => step(tool("knip"), [])],
  ["build", () => step(tool("tsx"), ["bin/build.ts"])],
  ["rules", () => vitest("rules")],
  ["official files", () => vitest("files")],
  ["database on SQLite", () => vitest("sqlite")],
  ["database on PostgreSQL", () => vitest("postgres")],
  ["browser", playwright],
];

const only = process.argv.slice(2);
const total: Count = { passed: 0, failed: 0, skipped: 0 };
for (const [name, run] of suites.filter(([name]) => only.length === 0 || only.includes(name))) {
  console.log(`\n== ${name}`);
  const count = run();
  console.log(`== ${name}: ${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped`);
  total.passed += count.passed;
  total.failed += count.failed;
  total.skipped += count.skipped;
}
console.log(
  `\n${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ""}`,
);
process.exitCode = total.failed > 0 ? 1 : 0;

function execute(program: string, parameters: string[], env: Record<string, string> = {}): number {
  return (
    spawnSync(program, parameters, {
      stdio: ["ignore", "inherit", "inherit"],
      env: { ...process.env, ...env },
    }).status ?? 1
  );
}

/** A tool that passes or fails as a whole. */
function step(program: string, parameters: string[]): Count {
  const passed = execute(program, parameters) === 0;
  return { passed: Number(passed), failed: Number(!passed), skipped: 0 };
}

function vitest(project: string): Count {
  const file = `${reports}/${project}.json`;
  fs.rmSync(file, { force: true });
  const status = execute(tool("vitest"), [
    "run",
    "--project",
    project,
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${file}`,
  ]);
  const report = read(file);
  return judged(status, {
    passed: report?.numPassedTests ?? 0,
    failed: report?.numFailedTests ?? 0,
    skipped: (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0),
  });
}

function playwright(): Count {
  const file = `${reports}/browser.json`;
  fs.rmSync(file, { force: true });
  const status = execute(tool("playwright"), ["test", "--reporter=list,json"], {
    PLAYWRIGHT_JSON_OUTPUT_NAME: file,
  });
  const stats = read(file)?.stats;
  return judged(status, {
    passed: stats?.expected ?? 0,
    failed: (stats?.unexpected ?? 0) + (stats?.flaky ?? 0),
    skipped: stats?.skipped ?? 0,
  });
}

/** A runner that failed without naming a test, or ran none, counts as one failure. */
function judged(status: number, count: Count): Count {
  const silent = count.passed + count.failed === 0 || (status !== 0 && count.failed === 0);
  return silent ? { ...count, failed: count.failed + 1 } : count;
}

type Report = {
  numPassedTests?: number;
  numFailedTests?: number;
  numPendingTests?: number;
  numTodoTests?: number;
  stats?: { expected: number; unexpected: number; flaky: number; skipped: number };
};
function read(file: string): Report | undefined {
  return fs.existsSync(file) ? (JSON.parse(fs.readFileSync(file, "utf8")) as Report) : undefined;
}
