import { program } from "commander";
import { buildBundle } from "@/data/build-bundle";
import { BUNDLE_FOLDER, importBundle } from "@/data/import/bundle";
import type { Difference } from "@/data/import/difference";
import { rollBack } from "@/data/import/roll-back";
import { differencesOf, type ImportOutcome, importFolder } from "@/data/import/run";
import { type DatasetId, datasets } from "@/data/sources";
import { agrees, type Difference } from "@/data/verify/comparison";
import { type Verification, verifyData } from "@/data/verify/verify";
import { type Connection, connection, openDatabase } from "@/db/client";
import { grantNames } from "@/domain/access";
import type { Refused } from "@/server/command";
import { grantPower } from "@/server/person/grant";

program.name("crossroads").description("The operator's command line of Crossroads");

program
  .command("import")
  .argument("<folder>", "folder of official files")
  .option("--only <names>", "data sets or their beginnings, parted by commas: oews,cps-age")
  .option("--dry-run", "says what would change, and writes nothing")
  .description("Imports official files; a fault leaves the database as it was")
  .action((folder: string, { only, dryRun }: { only?: string; dryRun?: true }) =>
    withDatabase(async (connection) => {
      const wanted = only === undefined ? undefined : named(only);
      if (dryRun)
        for (const difference of await differencesOf(connection, folder, wanted)) tellOf(difference);
      else await importFolder(connection, folder, wanted, tell);
    }),
  );

program
  .command("rollback")
  .argument("<names>", "data sets or their beginnings, parted by commas: oews,cps-age")
  .description("Puts the release before in the place of the live one; twice changes nothing")
  .action((names: string) =>
    withDatabase(async (connection) => {
      for (const { dataset, edition, importedAt } of await rollBack(connection, named(names)))
        console.log(`${dataset}: ${edition} is live again, imported ${importedAt.toISOString()}`);
    }),
  );

program
  .command("load-bundle")
  .description(`Loads ${BUNDLE_FOLDER} through the importers`)
  .action(() => withDatabase((connection) => importBundle(connection, tell)));

program
  .command("bundle")
  .argument("<folder>", "folder of official files")
  .description(`Builds ${BUNDLE_FOLDER} anew, the same bytes each time`)
  .action(async (folder: string) => {
    const bytes = await buildBundle(folder, BUNDLE_FOLDER);
    console.log(`${BUNDLE_FOLDER}: ${bytes.toLocaleString("en-US")} bytes`);
  });

program
  .command("verify-data")
  .argument("<folder>", "folder of official files")
  .option("--only <names>", "data sets or their beginnings, parted by commas: oews,cps-age")
  .description(
    "Compares all pay, employment, projections and survey figures with the files, read a second way",
  )
  .action((folder: string, { only }: { only?: string }) =>
    withDatabase((connection) =>
      verifyData(connection, folder, only === undefined ? undefined : named(only), tellVerification),
    ),
  );

program
  .command("grant")
  .argument("<mail>", "mail address of the person, who need not have signed in yet")
  .argument("<power>", grantNames.join(", "))
  .description("Gives a person a power over the site; so the first admin is made")
  .action(async (email: string, grant: string) => {
    const database = await connection();
    try {
      await database.migrate();
      const outcome = await grantPower({ kind: "system" }, { email, grant });
      if (!outcome.ok) throw new Error(wordsOf(outcome));
      console.log(`${outcome.value.email} is ${outcome.value.grant} now`);
    } finally {
      await database.close();
    }
  });

program.parseAsync().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});

const wordsOf = ({ formError, fieldErrors }: Refused) =>
  [formError, ...Object.entries(fieldErrors).map(([field, [message]]) => `${field}: ${message}`)]
    .filter((text) => text !== null)
    .join("\n");

async function withDatabase(work: (connection: Connection) => Promise<void>): Promise<void> {
  const connection = await openDatabase();
  try {
    await connection.migrate();
    await work(connection);
  } finally {
    await connection.close();
  }
}

/** Data sets whose ids begin with one of the names. Throws on a name that fits none. */
function named(list: string): DatasetId[] {
  return list.split(",").flatMap((name) => {
    const found = datasets.filter(({ id }) => id === name || id.startsWith(`${name}-`)).map(({ id }) => id);
    if (found.length === 0)
      throw new Error(
        `"${name}" names no data set; one of these was expected: ${datasets.map(({ id }) => id).join(", ")}`,
      );
    return found;
  });
}

const grouped = (value: number) => value.toLocaleString("en-US");

function tellOf({ dataset, tables, movers, contradicted }: Difference): void {
  const isSame = tables.every(({ added, changed, gone }) => added + changed + gone === 0);
  console.log(isSame ? `${dataset}: nothing would change` : `${dataset}:`);
  for (const { table, added, changed, gone } of isSame ? [] : tables)
    console.log(`  ${table}: ${grouped(added)} rows new, ${grouped(changed)} changed, ${grouped(gone)} gone`);
  for (const { row, column, before, after } of movers) {
    const percent = before === 0 ? "" : ` (${(((after - before) / before) * 100).toFixed(1)} %)`;
    console.log(`  ${row}, ${column}: ${grouped(before)} becomes ${grouped(after)}${percent}`);
  }
  for (const { subject, measure, area, corrected, before, after } of contradicted)
    console.log(
      `  ${subject}, ${measure}, ${area}: ${before} becomes ${after}, and an editor has corrected it to ${corrected}`,
    );
}

/** The report of one data set: files, rows, what is filled, why the rest is not, and what is doubted. */
function tell({ dataset, result, report }: ImportOutcome): void {
  console.log(`${dataset}: ${result}`);
  for (const { name, rowsRead, sha256 } of report.files)
    console.log(`  read ${name}: ${grouped(rowsRead)} rows, sha256 ${sha256.slice(0, 12)}…`);
  for (const [table, rows] of Object.entries(report.rowsKept))
    console.log(`  kept ${grouped(rows)} rows of ${table}`);
  for (const [reason, rows] of Object.entries(report.rowsSkipped))
    console.log(`  left out ${grouped(rows)} rows: ${reason}`);
  for (const [measure, { filled, empty }] of Object.entries(report.coverage ?? {})) {
    const reasons = Object.entries(empty).map(([reason, rows]) => `${grouped(rows)} ${reason}`);
    console.log(
      `  ${measure}: ${grouped(filled)} filled${reasons.length > 0 ? `, empty: ${reasons.join(", ")}` : ""}`,
    );
  }
  for (const doubt of report.doubts ?? []) console.log(`  in doubt: ${doubt}`);
}

function tellVerification(verification: Verification): void {
  const { dataset, file, rows, cells, filled, differing, onlyInFile, onlyInDatabase, first } = verification;
  const count = (value: number) => value.toLocaleString("en-US");
  console.log(
    `${dataset}: ${count(rows)} rows, ${count(cells)} cells compared, ${count(filled)} of them filled; ${count(differing)} cells differ, ${count(onlyInFile)} rows only in the file, ${count(onlyInDatabase)} only in the database`,
  );
  for (const difference of first) console.log(`  ${file}, ${differenceWords(difference)}`);
  if (!agrees(verification)) process.exitCode = 1;
}

function differenceWords({ line, key, column, expected, found }: Difference): string {
  const place = [line === null ? "" : `line ${line}`, key.filter(Boolean).join(" "), column ?? ""];
  return `${place.filter(Boolean).join(", ")}: expected ${expected ?? "nothing"}, found ${found ?? "nothing"}`;
}
