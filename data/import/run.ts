import { and, desc, eq, inArray, lt, ne, or } from "drizzle-orm";
import { canonicalRows, canonicalText, releaseDigest, sha256 } from "@/data/canonical";
import { type DatasetId, datasetOf, datasets, ownDatasets } from "@/data/sources";
import type { Connection } from "@/db/client";
import { occupations, releases } from "@/db/schema";
import type { ImportReport } from "@/db/schema/release";
import { type ReadInput, releaseTables, type TableName } from "./dataset";
import { readers } from "./readers";

/** A release in its written form: canonical text by table, and how it was read. */
export type WrittenRelease = {
  dataset: DatasetId;
  tables: { table: TableName; text: string }[];
  report: ImportReport;
};

export type ImportOutcome = { dataset: DatasetId; result: "loaded" | "unchanged"; report: ImportReport };

export const OWN_FOLDER = "data";

/**
 * Imports a folder of official files: all data sets, or those named. Every file is read and checked
 * before the first row is written, so that a fault (an ImportError) leaves the database as it was.
 */
export async function importFolder(
  connection: Connection,
  folder: string,
  only: readonly DatasetId[] | undefined,
  progress: (outcome: ImportOutcome) => void,
): Promise<void> {
  const wanted = datasets.map(({ id }) => id).filter((id) => !only || only.includes(id));
  const written: WrittenRelease[] = [];
  for (const id of wanted)
    written.push(await readDataset(id, folder, () => occupationsFrom(written, connection)));
  for (const release of written) progress(await storeRelease(connection, release));
}

/** Reads one data set into its written form. Throws ImportError with file, line, column and what was expected. */
export async function readDataset(
  id: DatasetId,
  folder: string,
  known: ReadInput["occupations"],
): Promise<WrittenRelease> {
  const { tables, report } = await readers[id]({ folder, ownFolder: OWN_FOLDER, occupations: known });
  return {
    dataset: id,
    report,
    tables: Object.entries(tables).map(([table, rows]) => ({
      table: table as TableName,
      text: canonicalText(table as TableName, rows),
    })),
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

/**
 * Writes a release beside the live one, where no reader sees it, and swaps the two in one short
 * transaction. A release with the facts of the live one writes nothing.
 */
export async function storeRelease(connection: Connection, written: WrittenRelease): Promise<ImportOutcome> {
  const { dataset, tables, report } = written;
  const digest = releaseDigest(tables.map(({ table, text }) => ({ table, sha256: sha256(text) })));
  const [live] = await connection.db
    .select()
    .from(releases)
    .where(and(eq(releases.dataset, dataset), eq(releases.state, "live")));
  if (live?.digest === digest) return { dataset, result: "unchanged", report };

  await removeLeftovers(connection, dataset);
  const { source, edition } = datasetOf(dataset);
  const releaseId = await connection.transaction(async (tx) => {
    const [row] = await tx
      .insert(releases)
      .values({ dataset, source, edition, state: "staged", digest, report })
      .returning({ id: releases.id });
    if (!row) throw new Error(`the release of ${dataset} could not be staged`);
    return row.id;
  });
  for (const { table, text } of tables) {
    for (const rows of canonicalRows(table, text)) {
      await connection.bulkInsert(
        releaseTables[table],
        rows.map((row) => ({ releaseId, ...row })),
      );
    }
  }
  await connection.transaction(async (tx) => {
    await tx
      .update(releases)
      .set({ state: "previous" })
      .where(and(eq(releases.dataset, dataset), eq(releases.state, "live")));
    await tx.update(releases).set({ state: "live" }).where(eq(releases.id, releaseId));
  });
  return { dataset, result: "loaded", report };
}

/** Deletes what a crashed import staged, and editions older than the one before the live one. */
async function removeLeftovers(connection: Connection, dataset: DatasetId): Promise<void> {
  const [live] = await connection.db
    .select({ id: releases.id })
    .from(releases)
    .where(and(eq(releases.dataset, dataset), eq(releases.state, "live")))
    .orderBy(desc(releases.id));
  const stale = await connection.db
    .select({ id: releases.id })
    .from(releases)
    .where(
      and(
        eq(releases.dataset, dataset),
        ne(releases.state, "live"),
        or(eq(releases.state, "staged"), lt(releases.id, live?.id ?? 0)),
      ),
    );
  const ids = stale.map(({ id }) => id);
  if (ids.length === 0) return;
  for (const target of Object.values(releaseTables)) {
    await connection.transaction((tx) => tx.delete(target).where(inArray(target.releaseId, ids)));
  }
  await connection.transaction((tx) => tx.delete(releases).where(inArray(releases.id, ids)));
}
