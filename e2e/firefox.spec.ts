import { spawn, spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { expect, test } from "@playwright/test";
import { port } from "./place";

const PROGRAM = "firefox-esr";
const PROFILE = path.resolve("var/firefox");

/**
 * Firefox as the system has it, which the browser library cannot steer: it draws each page, and tells the site of
 * what a policy refused, which e2e/complaints.spec.ts looks at after all journeys.
 */
test("Firefox draws pages of each kind under their policies", async () => {
  test.skip(spawnSync(PROGRAM, ["--version"]).status !== 0, `${PROGRAM} is not installed`);
  fs.rmSync(PROFILE, { recursive: true, force: true });
  fs.mkdirSync(PROFILE, { recursive: true });
  for (const [i, address] of [
    "/compare/bakers-vs-barbers",
    "/careers/bakers",
    "/jobs",
    "/sign-in",
  ].entries()) {
    const picture = path.join(PROFILE, `${i}.png`);
    expect(await draw(`http://localhost:${port}${address}`, picture), address).toBe(0);
    // A page without its styles, or none at all, makes a much smaller one.
    expect(fs.statSync(picture).size, address).toBeGreaterThan(20_000);
  }
});

/** Has Firefox draw a page into a file. Returns the code it ended with. */
function draw(address: string, file: string): Promise<number | null> {
  const browser = spawn(
    PROGRAM,
    ["--headless", "--profile", PROFILE, "--window-size", "1280,1200", "--screenshot", file, address],
    { stdio: "ignore", env: { ...process.env, HOME: PROFILE } },
  );
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => browser.kill("SIGKILL"), 60_000);
    browser.once("error", reject);
    browser.once("exit", (code) => {
      clearTimeout(timer);
      resolve(code);
    });
  });
}
