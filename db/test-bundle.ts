import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import type { TestProject } from "vitest/node";

/** Where a database lies that holds the bundle, for the test files that ask for one; gone after the run. */
export const bundledFolder = (url: string): string =>
  path.resolve("var/test-bundle", url.startsWith("pglite:") ? "pglite" : "sqlite");

/** Loads the bundle once for a whole run: PGlite takes most of a minute for it. */
export default function prepare(project: TestProject): () => void {
  const url = project.config.env.DATABASE_URL ?? "file:";
  const folder = bundledFolder(url);
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(folder, { recursive: true });
  execFileSync(process.execPath, ["--import", "tsx", "bin/crossroads.ts", "load-bundle"], {
    env: { ...process.env, DATABASE_URL: `${url}${path.join(folder, "bundled")}` },
    stdio: ["ignore", "ignore", "inherit"],
  });
  return () => fs.rmSync(folder, { recursive: true, force: true });
}
