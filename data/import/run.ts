import { and, eq, inArray, lt } from "drizzle-orm";
import { canonicalRows, canonicalText, releaseDigest, sha256 } from "@/data/canonical";
import { type DatasetId, datasetOf, datasets, isBefore, ownDatasets } from "@/data/sources";
import type { Connection, Tx } from "@/db/client";
import { bump } from "@/db/page-version";
import { occupations, releases } from "@/db/schema";
import type { ImportReport } from "@/db/schema/release";
import { tagsOf } from "@/domain/page-tag";
import { Coverage } from "./coverage";
import { type ReadInput, releaseTables, type TableName } from "./dataset";
import { type Difference, differenceOf } from "./difference";
import { ImportError } from "./import-error";
import { withYearsIn } from "./oews-folder";
import { readers } from "./readers";
import { auditSwap } from "./release-audit";
import { step } from "./step";

/** A release in its written form: canonical text by table, and how it was read. */
export type WrittenRelease = {
  dataset: DatasetId;
  /** Where the files say it themselves. */
  edition?: string;
  tables: { table: TableName; text: string }[];
  report: ImportReport;
};

/** `kept`: the live release is an operator's, and the bundle leaves it alone. */
export type ImportOutcome = {
  dataset: DatasetId;
  result: "loaded" | "unchanged" | "kept";
  report: ImportReport;
};

export const OWN_FOLDER = "data";

/** `older`: an edition before the live one may take its place. */
type FolderOptions = { older?: boolean };

/**
 * Imports a folder of official files: all data sets, or those named. Every file is read and checked
 * before the first row is written, so that a fault (an ImportError) leaves the database as it was.
 */
export async function importFolder(
  connection: Connection,
  folder: string,
  only: readonly DatasetId[] | undefined,
  progress: (outcome: ImportOutcome) => void,
  options: FolderOptions = {},
): Promise<void> {
  await storeReleases(connection, await readFolder(connection, folder, only, options), progress);
}

/** What importing a folder would change, by data set; nothing is written. Throws ImportError as the import would. */
export async function differencesOf(
  connection: Connection,
  folder: string,
  only: readonly DatasetId[] | undefined,
  options: FolderOptions = {},
): Promise<Difference[]> {
  const differences: Difference[] = [];
  for (const release of await readFolder(connection, folder, only, options))
    differences.push(await differenceOf(connection, release));
  return differences;
}

async function readFolder(
  connection: Connection,
  folder: string,
  only: readonly DatasetId[] | undefined,
  { older = false }: FolderOptions,
): Promise<WrittenRelease[]> {
  const wanted = datasets.map(({ id }) => id).filter((id) => !only || only.includes(id));
  const written: WrittenRelease[] = [];
  let known: ReturnType<typeof occupationsFrom> | undefined;
  const occupations = () => {
    known ??= occupationsFrom(written, connection);
    return known;
  };
  for (const id of await step("check", () => withYearsIn(folder, wanted)))
    written.push(await readDataset(id, folder, occupations));
  for (const release of older ? [] : written) await refuseOlder(connection, release);
  nameUnrecognizedOnce(written);
  return written;
}

/** Throws ImportError when the live release of the data set is of a later edition. */
async function refuseOlder(
  connection: Connection,
  { dataset, edition, report }: WrittenRelease,
): Promise<void> {
  const live = await liveRelease(connection, dataset);
  const found = edition ?? datasetOf(dataset).edition;
  if (!live || !isBefore(found, live.edition)) return;
  const [file] = report.files;
  throw new ImportError(
    file?.name ?? dataset,
    `${dataset} of ${found} is older than ${live.edition}, which is live`,
    {
      expected: "a newer edition; --older takes this one all the same",
    },
  );
}

/** A file that one data set does not recognize may be that of another, and is named in one report alone. */
function nameUnrecognizedOnce(written: readonly WrittenRelease[]): void {
  const read = written.flatMap(({ report }) => report.files.map(({ name }) => name));
  const named = new Set<string>();
  for (const { report } of written) {
    report.unrecognized = report.unrecognized?.filter((text) => {
      if (named.has(text) || read.some((name) => text.startsWith(`${name}: `))) return false;
      named.add(text);
      return true;
    });
  }
}

/** Reads one data set into its written form. Throws ImportError with file, line, column and what was expected. */
export async function readDataset(
  id: DatasetId,
  folder: string,
  known: ReadInput["occupations"],
): Promise<WrittenRelease> {
  const { tables, report, edition } = await step("check", () =>
    readers[id]({ folder, ownFolder: OWN_FOLDER, occupations: known }),
  );
  return {
    dataset: id,
    edition,
    report,
    tables: await step("sort", () =>
      Object.entries(tables).map(([table, rows]) => ({
        table: table as TableName,
        text: canonicalText(table as TableName, rows),
      })),
    ),
  };
}

/** The project's own data sets (roles, seed figures, pairs) in their written form. */
export async function readOwnDatasets(known: ReadInput["occupations"]): Promise<WrittenRelease[]> {
  const written: WrittenRelease[] = [];
  for (const id of ownDatasets) written.push(await readDataset(id, OWN_FOLDER, known));
  return written;
}

/** The detailed and merged occupations among releases just read, else those of the live release. */
export async function occupationsFrom(written: readonly WrittenRelease[], connection?: Connection) {
  const text = written.find(({ dataset }) => dataset === "soc-structure")?.tables[0]?.text;
  if (text !== undefined) {
    const rows = [...canonicalRows("occupations", text)].flat() as {
      soc: string;
      title: string;
      level: string;
    }[];
    return rows.filter(isPublished);
  }
  if (!connection) return [];
  const rows = await connection.db
    .select({ soc: occupations.soc, title: occupations.title, level: occupations.level })
    .from(occupations)
    .innerJoin(releases, and(eq(releases.id, occupations.releaseId), eq(releases.state, "live")));
  return rows.filter(isPublished);
}

/** The levels that answer as occupations; the others are headings over them. */
const isPublished = ({ level }: { level: string }) => level === "detailed" || level === "merged";

/** A release whose rows are written, and which no reader sees yet. */
type StagedRelease = { id: number; dataset: DatasetId; digest: string; edition: string };

type StoreOptions = {
  /** Data sets whose live release is not to be replaced. */
  keeps?: (dataset: DatasetId) => Promise<boolean>;
  /** Runs in the transaction of the swap. */
  alsoInSwap?: (tx: Tx, staged: readonly StagedRelease[]) => Promise<void>;
};

/**
 * Writes releases beside the live ones, where no reader sees them, and swaps all of them in by one short
 * transaction: readers see the old facts or the new ones, and a fault leaves the database as it was.
 * A release with the facts of the live one writes nothing, unless its files name another edition.
 */
export async function storeReleases(
  connection: Connection,
  written: Iterable<WrittenRelease>,
  progress: (outcome: ImportOutcome) => void,
  { keeps = async () => false, alsoInSwap = async () => {} }: StoreOptions = {},
): Promise<void> {
  await removeCrashed(connection);
  const staged: StagedRelease[] = [];
  try {
    for (const release of written) {
      const { dataset, report } = release;
      const digest = await step("digest", () => digestOf(release));
      let result: ImportOutcome["result"] = "unchanged";
      const live = await liveRelease(connection, dataset);
      if (!live || live.digest !== digest || (release.edition ?? live.edition) !== live.edition) {
        result = (await keeps(dataset)) ? "kept" : "loaded";
        if (result === "loaded")
          await step("stage", () => stage(connection, release, digest, live?.report, staged));
      }
      progress({ dataset, result, report });
    }
    if (staged.length === 0) return;
    const outdated = await connection.transaction(async (tx) => {
      const left: number[] = [];
      for (const release of staged) left.push(...(await swapIn(tx, release)));
      await alsoInSwap(tx, staged);
      await bump(
        tx,
        staged.flatMap(({ dataset }) => tagsOf(`release:${dataset}`)),
      );
      return left;
    });
    await remove(connection, outdated);
    await connection.takeStock();
  } catch (error) {
    await remove(
      connection,
      staged.map(({ id }) => id),
    );
    throw error;
  }
}

const digestOf = ({ tables }: WrittenRelease): string =>
  releaseDigest(tables.map(({ table, text }) => ({ table, sha256: sha256(text) })));

/** Digest, edition and report of a data set's live release; undefined when it has none. */
export async function liveRelease(
  connection: Connection,
  dataset: DatasetId,
): Promise<{ digest: string; edition: string; report: ImportReport } | undefined> {
  const [live] = await connection.db
    .select({ digest: releases.digest, edition: releases.edition, report: releases.report })
    .from(releases)
    .where(and(eq(releases.dataset, dataset), eq(releases.state, "live")));
  return live;
}

/** Notes the release in `staged` before its first row, so that a fault half way is cleared away too. */
async function stage(
  connection: Connection,
  { dataset, edition: named, tables, report }: WrittenRelease,
  digest: string,
  live: ImportReport | undefined,
  staged: StagedRelease[],
): Promise<void> {
  const { source, edition: usual } = datasetOf(dataset);
  const edition = named ?? usual;
  const releaseId = await connection.transaction(async (tx) => {
    const [row] = await tx
      .insert(releases)
      .values({ dataset, source, edition, state: "staged", digest, report })
      .returning({ id: releases.id });
    if (!row) throw new Error(`the release of ${dataset} could not be staged`);
    return row.id;
  });
  staged.push({ id: releaseId, dataset, digest, edition });
  const coverage = new Coverage();
  for (const { table, text } of tables) {
    for (const rows of canonicalRows(table, text)) {
      await step("cover", () => coverage.add(table, rows));
      for (const row of rows) row.releaseId = releaseId;
      await step("write", () => connection.bulkInsert(releaseTables[table], rows));
    }
  }
  Object.assign(report, { coverage: coverage.measures, doubts: coverage.doubts(report, live, edition) });
  await connection.transaction((tx) => tx.update(releases).set({ report }).where(eq(releases.id, releaseId)));
}

/** Swaps one release in, and returns the ids of those that may go: older ones, or itself where another importer was first. */
async function swapIn(tx: Tx, { id, dataset, digest, edition }: StagedRelease): Promise<number[]> {
  const all = await tx
    .select({ id: releases.id, state: releases.state, digest: releases.digest, edition: releases.edition })
    .from(releases)
    .where(eq(releases.dataset, dataset));
  if (!all.some((release) => release.id === id))
    throw new Error(`the staged release of ${dataset} is gone: another import cleared it away`);
  const live = all.find(({ state }) => state === "live");
  if (live?.digest === digest && live.edition === edition) return [id];
  if (live) await tx.update(releases).set({ state: "previous" }).where(eq(releases.id, live.id));
  await tx.update(releases).set({ state: "live" }).where(eq(releases.id, id));
  await auditSwap(tx, { verb: "release.import", dataset, before: live?.id, after: id });
  return all.filter(({ state }) => state === "previous").map((release) => release.id);
}

/** Deletes releases that no reader sees, with their rows. */
async function remove(connection: Connection, ids: number[]): Promise<void> {
  if (ids.length === 0) return;
  for (const target of Object.values(releaseTables)) await connection.bulkDelete(target, ids);
  await connection.transaction((tx) => tx.delete(releases).where(inArray(releases.id, ids)));
}

/** Staged rows younger than this may belong to an import that is still running, in this process or another. */
const LONGEST_IMPORT_MS = 60 * 60 * 1000;

/** Deletes what crashed imports staged. */
async function removeCrashed(connection: Connection): Promise<void> {
  const before = new Date(Date.now() - LONGEST_IMPORT_MS);
  const crashed = await connection.db
    .select({ id: releases.id })
    .from(releases)
    .where(and(eq(releases.state, "staged"), lt(releases.importedAt, before)));
  await remove(
    connection,
    crashed.map(({ id }) => id),
  );
}
