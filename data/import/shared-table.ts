import fs from "node:fs";
import path from "node:path";
import { type RawTable, readCsv } from "./raw-table";

/** Tables that one data set has read and another will be read from, by the file as it lay there. */
const left = new Map<string, RawTable>();

/** Reads a table as `readCsv` does, and leaves it for the data set that is read from it after this one. */
export async function readAndLeave(folder: string, name: string): Promise<RawTable> {
  const table = await readCsv(folder, name);
  left.set(stampOf(folder, table.name), table);
  return table;
}

/** Takes the table that was left of a file, once; reads the file where none was, or where it has changed since. */
export async function takeOrRead(folder: string, name: string): Promise<RawTable> {
  for (const file of [name, `${name}.gz`]) {
    const stamp = stampOf(folder, file);
    const table = left.get(stamp);
    if (!table) continue;
    left.delete(stamp);
    return table;
  }
  return readCsv(folder, name);
}

function stampOf(folder: string, file: string): string {
  const whole = path.resolve(folder, file);
  const found = fs.statSync(whole, { throwIfNoEntry: false });
  return [whole, found?.size, found?.mtimeMs].join(" ");
}
