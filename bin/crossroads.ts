import { setFlagsFromString } from "node:v8";
import { program } from "commander";
import { buildBundle } from "@/data/build-bundle";
import { BUNDLE_FOLDER, importBundle } from "@/data/import/bundle";
import { rollBack } from "@/data/import/roll-back";
import { differencesOf, importFolder } from "@/data/import/run";
import { type DatasetId, datasets } from "@/data/sources";
import { coverageOf } from "@/data/verify/coverage";
import { verifyData } from "@/data/verify/verify";
import { type Connection, connection, openDatabase } from "@/db/client";
import { grantNames } from "@/domain/access";
import type { Refused } from "@/server/command";
import { grantPower } from "@/server/person/grant";
import { tellCoverage, tellDifference, tellImport, tellVerification } from "./telling";

// An import makes much that lives shortly. Left to itself the heap grows past 400 MB before that is collected.
setFlagsFromString("--heap-growing-percent=100");

program.name("crossroads").description("The operator's command line of Crossroads");

program
  .command("import")
  .argument("<folder>", "folder of official files")
  .option("--only <names>", "data sets or their beginnings, parted by commas: oews,cps-age")
  .option("--older", "takes an edition that is older than the live one")
  .option("--dry-run", "says what would change, and writes nothing")
  .description("Imports official files; a fault leaves the database as it was")
  .action((folder: string, { only, dryRun, older }: { only?: string; dryRun?: true; older?: true }) =>
    withDatabase(async (connection) => {
      const wanted = only === undefined ? undefined : named(only);
      if (dryRun)
        for (const difference of await differencesOf(connection, folder, wanted, { older }))
          tellDifference(difference);
      else await importFolder(connection, folder, wanted, tellImport, { older });
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
  .action(() => withDatabase((connection) => importBundle(connection, tellImport)));

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
  .command("coverage")
  .argument("<folder>", "folder of official files, with or without its COVERAGE_AND_TRAPS.md")
  .description("Counts how many occupation codes can be filled, beside the counts that the folder tells")
  .action((folder: string) =>
    withDatabase(async (connection) => tellCoverage(await coverageOf(connection, folder))),
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
