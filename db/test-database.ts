import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, expect } from "vitest";
import { bundledFolder } from "./test-bundle";

// Runs before each test file: a database of its own, so that test files never meet. One that loads the bundle
// starts from a copy of what test-bundle.ts has loaded, and finds it there; the others start empty.
const url = process.env.DATABASE_URL ?? "file:";
const testFile = fs.readFileSync(expect.getState().testPath ?? "", "utf8");
const loadsBundle = testFile.includes("loadBundleIfNeeded(database");
// PGlite keeps an empty database in memory.
if (url === "file:" || loadsBundle) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "crossroads-"));
  if (loadsBundle) fs.cpSync(bundledFolder(url), folder, { recursive: true });
  process.env.DATABASE_URL = `${url}${path.join(folder, "bundled")}`;
  afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));
}
