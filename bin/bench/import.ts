import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import Database from "better-sqlite3";
import { releaseTables } from "@/data/import/dataset";
import type { Step } from "@/data/import/step";
import type { Measured } from "../bench";
import { type Ended, runProgram, withFolder } from "./program";

const OFFICIAL = "../shared/data";
const CLI = "bin/crossroads.ts";

/**
 * All official files into the database, against the `sqlite3` shell that imports the same kept rows from
 * comma-separated files, unchecked and unread, and makes the same indexes; and the bundle.
 */
export const importBench = (say: (text: string) => void): Promise<Measured[]> =>
  withFolder(async (folder) => {
    const file = path.join(folder, "ours.db");
    const ours = await runProgram(CLI, ["import", OFFICIAL], file);
    const shell = shellImport(file, folder);
    const bundle = await runProgram(CLI, ["load-bundle"], path.join(folder, "bundle.db"));
    say(`${OFFICIAL}: ${inMs(ours.milliseconds)}`);
    for (const [part, milliseconds] of partsOf(ours)) say(`  ${part}: ${inMs(milliseconds)}`);
    say(`sqlite3 shell, ${shell.rows.toLocaleString("en-US")} rows: ${inMs(shell.milliseconds)}`);
    say(`  making indexes: ${inMs(shell.indexMilliseconds)}`);
    return [
      {
        what: "import, times the shell",
        value: ours.milliseconds / shell.milliseconds,
        limit: 6,
        unit: "times",
      },
      { what: "import, memory", value: ours.peakBytes / 1e6, limit: 400, unit: "MB" },
      { what: "bundle", value: bundle.milliseconds / 1000, limit: 15, unit: "s" },
      { what: "bundle, memory", value: bundle.peakBytes / 1e6, limit: 300, unit: "MB" },
    ];
  });

const inMs = (milliseconds: number) => `${Math.round(milliseconds).toLocaleString("en-US")} ms`;

/** Where the time of an import goes, as it measured itself. */
function partsOf({ milliseconds, steps }: Ended): [part: string, milliseconds: number][] {
  const took = (step: Step) => steps[step] ?? 0;
  return [
    ["reading files: unpacking, digest of the file, lines", took("read")],
    ["checking: cells, codes, keys, ranges; looking for OEWS in all files", took("check") - took("read")],
    ["sorting rows into their written form", took("sort")],
    ["digest of the written form", took("digest")],
    [
      "rows of the written form, and their place in the database",
      took("stage") - took("cover") - took("write"),
    ],
    ["counting coverage", took("cover")],
    ["writing rows and their indexes, which SQLite keeps as it goes", took("write")],
    [
      "the rest: start, migrations, swap, end",
      milliseconds - took("check") - took("sort") - took("digest") - took("stage"),
    ],
  ];
}

/** The same rows of the same tables, by the shell alone. Throws when `sqlite3` is not installed. */
function shellImport(
  ours: string,
  folder: string,
): { milliseconds: number; indexMilliseconds: number; rows: number } {
  const sqlite = (database: string, ...commands: string[]) =>
    execFileSync("sqlite3", [database], { input: commands.join("\n"), encoding: "utf8" });
  const names = Object.keys(releaseTables);
  for (const name of names)
    sqlite(
      ours,
      ".headers off",
      ".mode csv",
      `.output ${path.join(folder, name)}.csv`,
      `select * from ${name};`,
    );
  const database = new Database(ours, { readonly: true });
  const made = (type: string) =>
    database
      .prepare(
        `select sql from sqlite_master where type = ? and sql is not null and tbl_name in (${names.map(() => "?").join(",")})`,
      )
      .pluck()
      .all(type, ...names) as string[];
  const [tables, indexes] = [made("table"), made("index")];
  const rows = names.reduce(
    (sum, name) => sum + Number(database.prepare(`select count(*) from ${name}`).pluck().get()),
    0,
  );
  database.close();
  const began = performance.now();
  const told = sqlite(
    path.join(folder, "shell.db"),
    ...tables.map((sql) => `${sql};`),
    ".mode csv",
    ...names
      .filter((name) => fs.statSync(path.join(folder, `${name}.csv`)).size > 0)
      .map((name) => `.import ${path.join(folder, name)}.csv ${name}`),
    ".timer on",
    ...indexes.map((sql) => `${sql};`),
  );
  const milliseconds = performance.now() - began;
  const indexSeconds = [...told.matchAll(/real ([\d.]+)/g)].reduce((sum, [, real]) => sum + Number(real), 0);
  return { milliseconds, indexMilliseconds: indexSeconds * 1000, rows };
}
