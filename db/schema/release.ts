import { id, index, int, json, nowDefault, table, text, timestamp, uniqueIndex } from "../dialect";

/** What an import read and kept, as a person would ask for it. */
export type ImportReport = {
  files: { name: string; sha256: string; rowsRead: number }[];
  /** Rows written, by table. */
  rowsKept: Record<string, number>;
  /** Why rows were left out, with counts. */
  rowsSkipped: Record<string, number>;
  /** By column of `wages` or measure of `figures`: rows with a value, and why the others have none. */
  coverage?: Record<string, { filled: number; empty: Record<string, number> }>;
  /** Workbooks and archives of the folder that no data set was read from, and why, in words. */
  unrecognized?: string[];
  /** What looked wrong, in words; an operator decides what to make of it. */
  doubts?: string[];
};

/**
 * One dated edition of one data set. Rows of all official tables carry `releaseId`; readers see the
 * rows of `live` releases only, so that one short update swaps a whole release in.
 */
export const releases = table(
  "releases",
  {
    id: id(),
    /** Data set key of data/sources.ts, such as `oews-state`; two live editions never share one. */
    dataset: text().notNull(),
    /** Source key of data/sources.ts, such as `oews`. */
    source: text().notNull(),
    /** The publisher's name of the edition, such as `May 2025`. */
    edition: text().notNull(),
    state: text({ enum: ["staged", "live", "previous"] }).notNull(),
    /** sha256 over the canonical rows: the same facts give the same digest, from raw files or from the bundle. */
    digest: text().notNull(),
    report: json<ImportReport>().notNull(),
    importedAt: timestamp().notNull().default(nowDefault),
  },
  (t) => [index("releases_dataset_state").on(t.dataset, t.state)],
);

/** Key and value facts about this database itself, such as the digest of the bundle it holds. */
export const databaseFacts = table(
  "database_facts",
  { id: id(), name: text().notNull(), value: text().notNull(), version: int().notNull().default(0) },
  (t) => [uniqueIndex("database_facts_name").on(t.name)],
);
