import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { findChromium } from "@/e2e/chromium";
import type { Measured } from "../bench";
import { ask, isQuick, median, SITE, type Site } from "./front-site";

const TIMES = isQuick ? 1 : 5;
const TRIES = 3;
/**
 * Lighthouse is installed when it is asked for, by a lock of its own, and not as one of our development packages: it
 * would bring some 200 packages and 186 MB to every clone, for one number.
 */
const LOCKED = "bin/bench/lighthouse";
const PLACE = "var/lighthouse";

const scores = {
  performance: 98,
  accessibility: 100,
  "best-practices": 100,
  seo: 100,
} as const;
const audits = [
  ["largest-contentful-paint", "largest paint", 1200, "ms"],
  ["cumulative-layout-shift", "layout shift", 0, ""],
  ["total-blocking-time", "blocking time", 0, "ms"],
] as const;

type Report = {
  runtimeError?: { message: string };
  categories: Record<string, { score: number }>;
  audits: Record<string, { numericValue: number }>;
};

/** What Lighthouse says of four pages on its slow phone, simulated: medians of five runs each. */
export async function lighthouse(
  site: Site,
  folder: string,
  say: (text: string) => void,
): Promise<Measured[]> {
  install();
  const measured: Measured[] = [];
  for (const [what, address] of Object.entries(site.pages)) {
    await ask(address);
    const reports = Array.from({ length: TIMES }, () => reportOf(SITE + address, folder));
    const numbers = (of: (report: Report) => number) => median(reports.map(of));
    for (const [category, least] of Object.entries(scores))
      measured.push({
        what: `${what}, ${category}`,
        // The score as Lighthouse shows it.
        value: numbers(({ categories }) => Math.round((categories[category]?.score ?? 0) * 100)),
        atLeast: least,
        unit: "points",
      });
    for (const [audit, name, limit, unit] of audits)
      measured.push({
        what: `${what}, ${name}`,
        value: numbers(({ audits }) => audits[audit]?.numericValue ?? Number.NaN),
        limit,
        unit,
      });
    const paints = reports.map(({ audits }) => audits["largest-contentful-paint"]?.numericValue.toFixed(0));
    say(`${what}: largest paint of each run ${paints.join(", ")} ms`);
  }
  return measured;
}

/** One run with a browser of its own. Now and then a browser paints nothing in time; that is no answer of the site. */
function reportOf(url: string, folder: string): Report {
  const file = path.join(folder, "lighthouse.json");
  let problem = "";
  for (let tries = 0; tries < TRIES; tries++) {
    fs.rmSync(file, { force: true });
    const { stderr } = spawnSync(
      process.execPath,
      [
        ...[`${PLACE}/node_modules/lighthouse/cli/index.js`, url, "--quiet", "--output=json"],
        ...[`--output-path=${file}`, "--no-enable-error-reporting"],
        "--chrome-flags=--headless=new --no-sandbox --disable-background-networking",
      ],
      { env: { ...process.env, CHROME_PATH: findChromium() }, encoding: "utf8" },
    );
    problem = stderr;
    if (!fs.existsSync(file)) continue;
    const report = JSON.parse(fs.readFileSync(file, "utf8")) as Report;
    if (!report.runtimeError) return report;
    problem = report.runtimeError.message;
  }
  throw new Error(`Lighthouse did not finish: ${problem}`);
}

function install(): void {
  const lock = fs.readFileSync(path.join(LOCKED, "package-lock.json"), "utf8");
  const mark = path.join(PLACE, "installed-lock.json");
  if (fs.existsSync(mark) && fs.readFileSync(mark, "utf8") === lock) return;
  fs.mkdirSync(PLACE, { recursive: true });
  for (const name of ["package.json", "package-lock.json"])
    fs.copyFileSync(path.join(LOCKED, name), path.join(PLACE, name));
  const { status } = spawnSync("npm", ["ci", "--no-audit", "--no-fund", "--ignore-scripts"], {
    cwd: PLACE,
    stdio: ["ignore", "ignore", "inherit"],
  });
  if (status !== 0) throw new Error(`Lighthouse could not be installed into ${PLACE}`);
  fs.writeFileSync(mark, lock);
}
