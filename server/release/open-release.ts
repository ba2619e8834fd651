import { and, asc, eq, getTableColumns, type SQL, sql } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import { type Row, tableKeys } from "@/data/canonical";
import { releaseTables, type TableName } from "@/data/import/dataset";
import { datasets, sourceOf } from "@/data/sources";
import { connection } from "@/db/client";
import { releases } from "@/db/schema";
import { csvOf } from "@/domain/csv";
import { licenceOf } from "@/server/answer/open-data";

/** Every loaded data set with its live release, in the order of data/sources.ts. `file`: where its rows are; null where its licence is not known. */
export async function openReleases() {
  const { db } = await connection();
  const live = await db.select().from(releases).where(eq(releases.state, "live")).orderBy(asc(releases.id));
  return datasets.flatMap(({ id, source: sourceId, vintage, converted }) => {
    const release = live.find(({ dataset }) => dataset === id);
    if (!release) return [];
    const { name, publisher, attribution, url } = sourceOf(sourceId);
    const licence = licenceOf(sourceId);
    return [
      {
        dataset: id,
        source: sourceId,
        name,
        release: release.edition,
        vintage,
        publisher,
        licence,
        attribution: attribution || null,
        url,
        converted,
        importedAt: release.importedAt.toISOString(),
        rows: Object.values(release.report.rowsKept).reduce((sum, rows) => sum + rows, 0),
        digest: release.digest,
        file: licence === null ? null : `/api/v1/releases/${id}`,
      },
    ];
  });
}

export type OpenRelease = Awaited<ReturnType<typeof openReleases>>[number];

/** The live release of a data set; undefined where none is loaded. */
export const openReleaseOf = async (dataset: string): Promise<OpenRelease | undefined> =>
  (await openReleases()).find((release) => release.dataset === dataset);

/** Rows that are read and written down at a time, in which nobody else is answered: some milliseconds. */
const SLICE = 500;

/** The order in which a table's own index gives its rows, where it is not that of its written form. */
const indexOrder: Partial<Record<TableName, readonly string[]>> = {
  wages: ["soc", "area", "naics"],
  figures: ["subject", "measure", "area"],
};

/**
 * The rows of a release as comma-separated text with a header, a slice at a time, as imported. Throws in the end
 * when there were fewer than the release holds: it was replaced meanwhile.
 */
export async function* releaseLines({ dataset, rows: expected }: OpenRelease): AsyncGenerator<string> {
  const { db } = await connection();
  const [release] = await db
    .select({ id: releases.id, report: releases.report })
    .from(releases)
    .where(and(eq(releases.dataset, dataset), eq(releases.state, "live")));
  const [name] = Object.keys(release?.report.rowsKept ?? {}) as TableName[];
  if (!release || !name) throw new Error(`no release of ${dataset} is live`);
  const table = releaseTables[name];
  const { releaseId, ...columns } = getTableColumns(table) as Record<string, SQLiteColumn> & {
    releaseId: SQLiteColumn;
  };
  const key = indexOrder[name] ?? (tableKeys[name].length > 0 ? tableKeys[name] : ["position"]);
  const keyColumns = key.flatMap((column) => columns[column] ?? []);
  let [sent, last]: [number, Row | undefined] = [0, undefined];
  yield csvOf(Object.keys(columns), []);
  while (true) {
    const rows: Row[] = await db
      .select(columns)
      .from(table)
      .where(
        and(
          eq(releaseId, release.id),
          last &&
            isAfter(
              keyColumns,
              key.map((column) => last?.[column]),
            ),
        ),
      )
      .orderBy(...keyColumns.map((column) => asc(column)))
      .limit(SLICE);
    if (rows.length > 0) yield csvOf(Object.keys(columns), rows, false);
    sent += rows.length;
    last = rows.at(-1);
    if (rows.length < SLICE) break;
  }
  if (sent !== expected) throw new Error(`${dataset} has ${expected} rows, and ${sent} were there to send`);
}

const isAfter = (columns: SQLiteColumn[], values: unknown[]): SQL =>
  sql`(${sql.join(columns, sql`, `)}) > (${sql.join(
    values.map((value) => sql`${value}`),
    sql`, `,
  )})`;
