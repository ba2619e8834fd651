import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import type { DatasetId } from "@/data/sources";
import type { Connection } from "@/db/client";
import { type Cell, type ComparedRow, type Comparison, compare } from "./comparison";
import { heldRows } from "./held-row";
import { expectedRows, expectedTable, type Published, publishedColumns } from "./published";
import { publishedFigures } from "./published-figures";
import { publishedWages } from "./published-wages";
import { sqliteShell } from "./sqlite-shell";

/** The comparison of one data set with its file, named as it lies in the folder. */
export type Verification = Comparison & { dataset: DatasetId; file: string };

/**
 * Compares every cell of pay, employment, projections and the population survey with the official files; with
 * `only`, those of the data sets named. A data set that the database lacks has all its rows only in the file.
 * The files are read by the `sqlite3` shell and by no code of the importers, so that a fault of theirs shows.
 * Throws when the shell or a file is missing, when a file lacks a column, and when no data set named can be compared.
 */
export async function verifyData(
  { db }: Connection,
  folder: string,
  only: readonly DatasetId[] | undefined,
  tell: (verification: Verification) => void,
): Promise<void> {
  const all = [...publishedWages, ...publishedFigures];
  const wanted = all.filter(({ dataset }) => !only || only.includes(dataset));
  if (wanted.length === 0)
    throw new Error(`these can be compared: ${all.map(({ dataset }) => dataset).join(", ")}`);
  for (const published of wanted) {
    const { dataset, table } = published;
    const unpacked = fs.mkdtempSync(path.join(os.tmpdir(), "crossroads-verify-"));
    try {
      const [file = ""] = await unpack(folder, unpacked, published);
      const { cells } = publishedColumns[table];
      const result = await compare(publishedRows(unpacked, published), heldRows(db, dataset, table), cells);
      tell({ dataset, file, ...result });
    } finally {
      fs.rmSync(unpacked, { recursive: true, force: true });
    }
  }
}

/** Writes each file as plain text under the name of its table, and returns their names in the folder. */
async function unpack(folder: string, into: string, { files }: Published): Promise<string[]> {
  const names: string[] = [];
  for (const [table, file] of Object.entries(files)) {
    const name = [file, `${file}.gz`].find((stored) => fs.existsSync(path.join(folder, stored)));
    if (!name) throw new Error(`${file} (or ${file}.gz) is missing in ${path.resolve(folder)}`);
    const stored = fs.createReadStream(path.join(folder, name));
    const plain = fs.createWriteStream(path.join(into, `${table}.csv`));
    await (name.endsWith(".gz") ? pipeline(stored, createGunzip(), plain) : pipeline(stored, plain));
    names.push(name);
  }
  return names;
}

async function* publishedRows(folder: string, { table, files, sql }: Published): AsyncGenerator<ComparedRow> {
  const imports = Object.keys(files).map((name) => `.import --csv ${name}.csv ${name}`);
  const fill = typeof sql === "string" ? sql : sql(await headOf(folder, files));
  const script = [...imports, expectedTable(table), fill, expectedRows(table)].join("\n");
  const width = publishedColumns[table].key.length;
  for await (const row of sqliteShell(folder, script)) {
    const [line, ...values] = row as [number | null, ...Cell[]];
    yield { line, key: values.slice(0, width).map(String), cells: values.slice(width) };
  }
}

async function headOf(folder: string, files: Published["files"]): Promise<string> {
  const [first] = Object.keys(files);
  const text = fs.createReadStream(path.join(folder, `${first}.csv`));
  for await (const line of createInterface({ input: text })) return line;
  return "";
}
