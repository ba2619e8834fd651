import { and, eq, getTableColumns, inArray } from "drizzle-orm";
import type { DatasetId } from "@/data/sources";
import type { Db } from "@/db/client";
import { figures, releases, wages } from "@/db/schema";
import { type Cell, type ComparedRow, compareKeys } from "./comparison";
import { type PublishedTable, publishedColumns } from "./published";

/** Occupations read at once: with every metropolitan area of each, some ten thousand rows. */
const BATCH = 25;

/**
 * The rows of a data set's live release in the order of keys. The order is made here and not asked of the
 * database, since PostgreSQL sorts texts by its own locale.
 */
export async function* heldRows(
  db: Db,
  dataset: DatasetId,
  table: PublishedTable,
): AsyncGenerator<ComparedRow> {
  const live = await db
    .select({ id: releases.id })
    .from(releases)
    .where(and(eq(releases.dataset, dataset), eq(releases.state, "live")));
  const ids = live.map(({ id }) => id);
  const source = table === "wages" ? wages : figures;
  const occupation = table === "wages" ? wages.soc : figures.subject;
  const ofRelease = inArray(source.releaseId, ids);
  const found = await db.selectDistinct({ code: occupation }).from(source).where(ofRelease);
  const codes = found.map(({ code }) => code).sort((one, other) => compareKeys([one], [other]));
  const { key, cells } = publishedColumns[table];
  for (let at = 0; at < codes.length; at += BATCH) {
    const rows: Record<string, unknown>[] = await db
      .select(getTableColumns(source))
      .from(source)
      .where(and(ofRelease, inArray(occupation, codes.slice(at, at + BATCH))));
    const compared = rows.map((row) => ({
      line: null,
      key: key.map((name) => String(row[name])),
      cells: cells.map((name) => (name === "marks" ? sortedMarks(row[name]) : (row[name] as Cell))),
    }));
    yield* compared.sort((one, other) => compareKeys(one.key, other.key));
  }
}

/** Marks are a set: their order says nothing. */
const sortedMarks = (marks: unknown): Cell =>
  typeof marks === "string" ? marks.split(";").sort().join(";") : null;
