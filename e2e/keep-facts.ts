import fs from "node:fs";
import Database from "better-sqlite3";
import { databaseFile, factsFile } from "./place";

/** Keeps a copy of the loaded database before the first test: loading the facts again for each site of its own would take most of the run. */
export default function keepFacts(): void {
  fs.rmSync(factsFile, { force: true });
  const database = new Database(databaseFile, { readonly: true });
  try {
    database.prepare("vacuum into ?").run(factsFile);
  } finally {
    database.close();
  }
}
