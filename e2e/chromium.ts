import { spawnSync } from "node:child_process";
import fs from "node:fs";
import { chromium } from "@playwright/test";

const installed = () =>
  [
    process.env.CHROMIUM,
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
    "/usr/bin/google-chrome-stable",
    chromium.executablePath(),
  ].find((place) => place && fs.existsSync(place));

/** Path of a Chromium or Chrome, installing one where none is there. Throws with what to install when that fails. */
export function findChromium(): string {
  const found = installed();
  if (found) return found;
  const attempts: [string, string[]][] = [
    [process.execPath, ["node_modules/@playwright/test/cli.js", "install", "chromium"]],
    ["apt-get", ["install", "-y", "--no-install-recommends", "chromium"]],
  ];
  for (const [program, parameters] of attempts) {
    spawnSync(program, parameters, { stdio: ["ignore", "ignore", "inherit"] });
    const now = installed();
    if (now) return now;
  }
  throw new Error(
    "No Chromium or Chrome was found and none could be installed. Install one (on Debian: apt-get install chromium), or name it in CHROMIUM.",
  );
}
