import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll } from "vitest";

// Runs before each test file: a SQLite file of its own, so that test files never meet. PGlite lives in memory.
if (process.env.DATABASE_URL === "file:") {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "crossroads-"));
  process.env.DATABASE_URL = `file:${path.join(folder, "test.db")}`;
  afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));
}
