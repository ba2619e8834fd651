import { defineConfig } from "@playwright/test";
import { findChromium } from "./e2e/chromium";
import { databaseFile, port } from "./e2e/place";

const afterwards = ["open-data-answers.spec.ts", "complaints.spec.ts"];

/** Journeys in a real browser against the built site, with a database of their own. */
export default defineConfig({
  testDir: "e2e",
  // A walk over all pages or forms takes most of a minute where two cores do it beside other tests.
  timeout: 150_000,
  workers: 2,
  fullyParallel: true,
  outputDir: "var/test-results",
  globalSetup: "./e2e/keep-facts.ts",
  projects: [
    { name: "journeys", testIgnore: ["access.spec.ts", ...afterwards] },
    // It compares the whole database before and after, so that nobody else may write meanwhile.
    { name: "access", testMatch: "access.spec.ts", dependencies: ["journeys"] },
    // What the others were answered, and what the site complained of.
    { name: "answers", testMatch: afterwards, dependencies: ["access"] },
  ],
  use: {
    // The name that mailed links carry, so that cookies hold for both.
    baseURL: `http://localhost:${port}`,
    launchOptions: {
      executablePath: findChromium(),
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
      ],
    },
  },
  webServer: {
    command:
      "rm -f var/e2e-answers.jsonl var/e2e-complaints.log && exec node --import tsx --import ./e2e/record-answers.ts --import ./e2e/record-complaints.ts front/start.ts",
    url: `http://127.0.0.1:${port}/`,
    // Hand-made requests come from many addresses, so that limits on one do not meet; browsers name none.
    env: { PORT: String(port), DATABASE_URL: `file:${databaseFile}`, TRUSTED_PROXIES: "1" },
    timeout: 300_000,
    reuseExistingServer: false,
    stdout: "pipe",
    gracefulShutdown: { signal: "SIGTERM", timeout: 10_000 },
  },
});
