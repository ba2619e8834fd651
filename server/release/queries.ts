import { and, asc, eq, like, ne, type SQL, sql } from "drizzle-orm";
import { datasetNotes, sourceNotes } from "@/data/source-notes";
import { type DatasetId, datasetOf, datasets, nationalYear, sourceOf, sources } from "@/data/sources";
import { connection, type Db } from "@/db/client";
import { releases } from "@/db/schema";
import type { ImportReport } from "@/db/schema/release";
import { part } from "@/db/together";
import { type Actor, may, type Person } from "@/domain/access";
import type { FigureSource } from "@/domain/figure";
import type { RawRelease } from "@/domain/figure-trace";
import { touch } from "@/server/page/touch";

export type LiveReleases = {
  /** The release id of a data set; -1, which no row has, when none is loaded. */
  id(dataset: string): number;
  /** The data set of the nation's pay in the newest year that is loaded; that of the last year published when none is. */
  nation(): string;
  /** The loaded years of the nation's pay, the oldest first. */
  nationalYears(): { year: number; id: number }[];
  /** By release id: what a figure says of its source. */
  origin(releaseId: number): { dataset: string; source: FigureSource; vintage: string };
};

/**
 * When the figures of a release are of. An edition that data/sources.ts does not know names it
 * itself: "2025–35" wholly, one of O*NET such as "30.2, February 2026" by its year.
 */
function vintageOf({ dataset, edition }: { dataset: string; edition: string }): string {
  const known = datasetOf(dataset);
  if (edition === known.edition) return known.vintage;
  const [, year] = /^\d+\.\d, [A-Z][a-z]+ (\d{4})$/.exec(edition) ?? [];
  return year ?? edition;
}

function newestNation(isLive: (dataset: string) => boolean): string {
  const years = datasets.filter(({ id }) => nationalYear(id)).toReversed();
  const newest = years.find(({ id }) => isLive(id)) ?? years.find(({ awaited }) => !awaited);
  if (!newest) throw new Error("data/sources.ts names no data set of the nation");
  return newest.id;
}

/** The releases that readers see now. A verb gives the handle of its transaction. */
export async function liveReleases(tx?: Db): Promise<LiveReleases> {
  const db = tx ?? (await connection()).db;
  touch("release");
  return liveFrom(await db.select(liveColumns).from(releases).where(eq(releases.state, "live")));
}

const liveColumns = {
  id: releases.id,
  dataset: releases.dataset,
  source: releases.source,
  edition: releases.edition,
  importedAt: releases.importedAt,
};
type LiveRow = Pick<typeof releases.$inferSelect, keyof typeof liveColumns>;

/** The live releases as a part of a wider read; `liveFrom` makes the rows of use. */
export function livePart() {
  touch("release");
  return part(liveColumns, releases, eq(releases.state, "live"));
}

/** The id of a data set's live release, for a statement that is sent before the releases are known. */
export function liveIdOf(dataset: string): SQL {
  touch("release");
  return sql`(select ${releases.id} from ${releases} where ${and(eq(releases.dataset, dataset), eq(releases.state, "live"))})`;
}

/** The id of the live release of the nation's pay in the newest year, as `liveIdOf`: names of its data sets end with the year. */
export function liveNationId(): SQL {
  touch("release");
  return sql`(select ${releases.id} from ${releases} where ${and(like(releases.dataset, "oews-national-%"), eq(releases.state, "live"))} order by ${releases.dataset} desc limit 1)`;
}

export function liveFrom(rows: readonly LiveRow[]): LiveReleases {
  const byDataset = new Map(rows.map((row) => [row.dataset, row]));
  const byId = new Map(rows.map((row) => [row.id, row]));
  const origins = new Map<number, ReturnType<LiveReleases["origin"]>>();
  return {
    id: (dataset) => byDataset.get(dataset)?.id ?? -1,
    nation: () => newestNation((id) => byDataset.has(id)),
    nationalYears: () =>
      rows
        .flatMap(({ id, dataset }) => {
          const year = nationalYear(dataset);
          return year === undefined ? [] : [{ year, id }];
        })
        .sort((a, b) => a.year - b.year),
    origin(releaseId) {
      const known = origins.get(releaseId);
      if (known) return known;
      const release = byId.get(releaseId);
      if (!release) throw new Error(`release ${releaseId} is not live`);
      const { id, name, url } = sourceOf(release.source);
      const origin = {
        dataset: release.dataset,
        source: { id, name, release: release.edition, url },
        vintage: vintageOf(release),
      };
      origins.set(releaseId, origin);
      return origin;
    },
  };
}

declare const proof: unique symbol;
/** A person of whom it has been asked whether they may read reports of imports; `releaseReaderOf` alone makes one. */
export type ReleaseReader = Person & { readonly [proof]: true };

/** The actor as a reader of import reports; undefined for one without the power. */
export function releaseReaderOf(actor: Actor): ReleaseReader | undefined {
  return may(actor, "release.read") ? (actor as ReleaseReader) : undefined;
}

export type ReleaseEntry = {
  id: number;
  dataset: string;
  edition: string;
  state: "live" | "previous";
  importedAt: Date;
  report: ImportReport;
};

/** Every live release and the one before it, in the order of data/sources.ts, the live one first. */
export async function releaseEntries(_: ReleaseReader): Promise<ReleaseEntry[]> {
  const { db } = await connection();
  const rows = await db
    .select()
    .from(releases)
    .where(ne(releases.state, "staged"))
    .orderBy(asc(releases.state));
  const entries = rows as (ReleaseEntry & { digest: string })[];
  return datasets.flatMap(({ id }) => entries.filter(({ dataset }) => dataset === id));
}

/** Whether a file that was read is this site's own bundle of facts. */
const isBundleFile = (dataset: string, file: string): boolean =>
  file === `${dataset}.csv` || file === `${dataset}.csv.br`;

/** Names of tables that publishers themselves give out as text. */
const publishedText = /^(SARPP|MARPP|oesm|list1|US\.txt)/;

/** Whether a release was read from a copy that someone else converted: by the bundle that was made from one, or by such a copy itself. A publisher's own workbook or archive is none. */
export function isConvertedCopy(dataset: string, files: readonly { name: string }[]): boolean {
  return (
    datasetOf(dataset).converted &&
    files.some(({ name }) => {
      const file = name.slice(name.lastIndexOf("/") + 1);
      return isBundleFile(dataset, file) || (/\.csv(\.gz)?$/.test(file) && !publishedText.test(file));
    })
  );
}

/** The publisher's name of a file, in an edition. */
const fileOf = (file: string, edition: string): string =>
  file.replace("{year}", /\d{4}/.exec(edition)?.[0] ?? "…");

/** What is told of a release: its publisher's names, and the files that were read for it. */
export function rawRelease({
  id,
  dataset,
  source,
  edition,
  report,
  digest,
  importedAt,
}: typeof releases.$inferSelect): RawRelease {
  const { publisher, name, url } = sourceOf(source);
  const { title, file, reading } = datasetNotes[datasetOf(dataset).id as DatasetId];
  return {
    id,
    dataset,
    title,
    file: fileOf(file, edition),
    reading,
    edition,
    publisher: publisher ?? "Publisher not named",
    source: name,
    url,
    isConverted: isConvertedCopy(dataset, report.files),
    isBundled: report.files.some(({ name }) => isBundleFile(dataset, name)),
    files: report.files,
    digest,
    importedAt,
  };
}

/** Every source with what is to be said of it, its data sets and what is loaded of each, in the order of data/sources.ts; none that is still awaited. */
export async function loadedSources() {
  const { db } = await connection();
  touch("release");
  const rows = await db.select().from(releases).where(eq(releases.state, "live")).orderBy(asc(releases.id));
  return sources.map((source) => ({
    ...source,
    note: sourceNotes[source.id],
    datasets: datasets
      .filter((dataset) => dataset.source === source.id)
      .flatMap(({ id, edition, awaited }) => {
        const row = rows.find(({ dataset }) => dataset === id);
        if (awaited && !row) return [];
        const { title, file } = datasetNotes[id];
        const kept = Object.values(row?.report.rowsKept ?? {}).reduce((sum, count) => sum + count, 0);
        return [
          {
            id,
            title,
            file: fileOf(file, row?.edition ?? edition),
            edition,
            kept,
            release: row ? rawRelease(row) : null,
          },
        ];
      }),
  }));
}
