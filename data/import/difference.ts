import { and, asc, eq } from "drizzle-orm";
import { canonicalRows, type Row, tableKeys, wholeLine } from "@/data/canonical";
import type { DatasetId } from "@/data/sources";
import type { Connection } from "@/db/client";
import { corrections, releases } from "@/db/schema";
import { type Correction, standingOf } from "@/domain/correction";
import { releaseTables, type TableName } from "./dataset";
import type { WrittenRelease } from "./run";

/** What a release would change of the live one of its data set. */
export type Difference = {
  dataset: DatasetId;
  /** Where the files name another edition than the live one. */
  edition?: { before: string; after: string };
  /** By table: rows only in the new release, in both with other cells, and only in the live one. */
  tables: { table: TableName; added: number; changed: number; gone: number }[];
  /** The largest changes of numbers, in percent of the live value. */
  movers: Mover[];
  /** Figures that an editor has corrected, and whose imported value would be another. */
  contradicted: Contradiction[];
};
type Mover = { row: string; column: string; before: number; after: number };
type Contradiction = {
  subject: string;
  measure: string;
  area: string;
  corrected: string;
  before: string;
  after: string;
};

/** Columns whose numbers a person follows from release to release. */
const followed: Partial<Record<TableName, readonly string[]>> = {
  wages: ["annualMedian", "hourlyMedian", "employment"],
  figures: ["value"],
  price_levels: ["level"],
};
const MOST_MOVERS = 10;

/** Compares a release with the live one, writing nothing. All is new where none is live. */
export async function differenceOf(connection: Connection, release: WrittenRelease): Promise<Difference> {
  const [live] = await connection.db
    .select({ id: releases.id, edition: releases.edition, report: releases.report })
    .from(releases)
    .where(and(eq(releases.dataset, release.dataset), eq(releases.state, "live")));
  const standing = [...standingOf(await correctionsOf(connection)).values()];
  const difference: Difference = { dataset: release.dataset, tables: [], movers: [], contradicted: [] };
  if (live && release.edition !== undefined && release.edition !== live.edition)
    difference.edition = { before: live.edition, after: release.edition };
  const texts = new Map(release.tables.map(({ table, text }) => [table, text]));
  for (const name of Object.keys(live?.report.rowsKept ?? {}) as TableName[])
    if (!texts.has(name)) texts.set(name, "");
  for (const [table, text] of texts) {
    const rows = new RowsByKey(table, text === "" ? [] : canonicalRows(table, text));
    const counts = { table, added: 0, changed: 0, gone: 0 };
    for await (const slice of live ? liveRows(connection, table, live.id) : []) {
      for (const before of slice) {
        const after = rows.take(before);
        if (after === undefined) counts.gone += 1;
        else if (rows.line(after) !== rows.line(before)) {
          counts.changed += 1;
          difference.movers = largest([...difference.movers, ...moversOf(table, before, after)]);
          difference.contradicted.push(...contradictedBy(standing, table, before, after));
        }
      }
    }
    counts.added = rows.left;
    difference.tables.push(counts);
  }
  return difference;
}

async function correctionsOf(connection: Connection): Promise<Correction[]> {
  return (await connection.db.select().from(corrections).orderBy(asc(corrections.id))) as Correction[];
}

/** New rows, to be taken out one by one as the live ones come by. Where position alone is the key, equal rows are the same row. */
class RowsByKey {
  readonly line: (row: Row) => string;
  readonly #key: (row: Row) => string;
  readonly #rows = new Map<string, Row[]>();
  left = 0;

  constructor(table: TableName, slices: Iterable<Row[]>) {
    this.line = wholeLine(table);
    const names = tableKeys[table];
    this.#key = names.length === 0 ? this.line : (row) => keyWords(names, row);
    for (const slice of slices) {
      for (const row of slice) {
        const key = this.#key(row);
        const known = this.#rows.get(key);
        if (known) known.push(row);
        else this.#rows.set(key, [row]);
        this.left += 1;
      }
    }
  }

  take(row: Row): Row | undefined {
    const found = this.#rows.get(this.#key(row))?.pop();
    if (found) this.left -= 1;
    return found;
  }
}

const keyWords = (names: readonly string[], row: Row): string =>
  names
    .map((name) => row[name])
    .filter((part) => part !== null && part !== undefined && part !== "")
    .join(" ");

const SLICE = 4000;

async function* liveRows(connection: Connection, table: TableName, releaseId: number): AsyncGenerator<Row[]> {
  const target = releaseTables[table];
  const columns = target as unknown as Record<string, typeof target.releaseId>;
  const order = (tableKeys[table].length > 0 ? tableKeys[table] : ["position"]).map((name) =>
    asc(columns[name] ?? target.releaseId),
  );
  for (let offset = 0; ; offset += SLICE) {
    const rows: Row[] = await connection.db
      .select()
      .from(target)
      .where(eq(target.releaseId, releaseId))
      .orderBy(...order)
      .limit(SLICE)
      .offset(offset);
    yield rows;
    if (rows.length < SLICE) return;
  }
}

function moversOf(table: TableName, before: Row, after: Row): Mover[] {
  return (followed[table] ?? []).flatMap((column) => {
    const [old, now] = [before[column], after[column]];
    if (typeof old !== "number" || typeof now !== "number" || old === now) return [];
    return [{ row: keyWords(tableKeys[table], before), column, before: old, after: now }];
  });
}

/** Change in percent of the value before, as a size; a change from 0 is beyond every percent. */
const sizeOf = ({ before, after }: Mover) => Math.abs((after - before) / before);

const largest = (movers: Mover[]): Mover[] =>
  movers.length <= MOST_MOVERS ? movers : movers.sort((a, b) => sizeOf(b) - sizeOf(a)).slice(0, MOST_MOVERS);

function contradictedBy(
  standing: readonly Correction[],
  table: TableName,
  before: Row,
  after: Row,
): Contradiction[] {
  const subject = table === "wages" ? before.soc : before.subject;
  if (subject === undefined || before.naics) return [];
  return standing
    .filter((correction) => correction.subject === subject && correction.area === before.area)
    .flatMap((correction) => {
      const { measure, area } = correction;
      const cells = cellsOf(table, measure);
      const isOfMeasure = table === "wages" || before.measure === measure;
      const [was, is] = [wordsOf(before, cells), wordsOf(after, cells)];
      if (!isOfMeasure || was === is) return [];
      const corrected = wordsOf(correction, figureCells);
      return [{ subject: correction.subject, measure, area, corrected, before: was, after: is }];
    });
}

const figureCells = ["value", "low", "high", "text"];

const wordsOf = (row: Row, cells: readonly string[]): string =>
  cells
    .map((cell) => row[cell])
    .filter((value) => value !== null && value !== undefined)
    .join(" to ") || "no figure";

/** The cells of a row that hold a measure; none where the table does not hold it. */
function cellsOf(table: TableName, measure: string): string[] {
  if (table === "figures") return figureCells;
  if (table !== "wages") return [];
  if (measure === "employment") return ["employment"];
  const [, period, statistic] = /^(annual|hourly)_wage_(mean|p10|p25|median|p75|p90)$/.exec(measure) ?? [];
  return period && statistic ? [`${period}${statistic.charAt(0).toUpperCase()}${statistic.slice(1)}`] : [];
}
