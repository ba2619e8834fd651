import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { type DatasetId, datasetOf, datasets, nationalYear } from "@/data/sources";
import { isBrought } from "./brought-file";
import { ImportError } from "./import-error";
import { yearOf } from "./oews-edition";
import { columns, isLong, isWide, type Kind, type KindRow, LongLayout, wideLayout } from "./oews-layout";
import { type FoundTable, type TableSink, visitTables } from "./raw-rows";
import { RawRow, RawTable } from "./raw-table";

/** The rows that a data set has in some file of a folder, as texts of `columns`. */
export class OewsRelease {
  /** Each row is one text, the line in front: a fraction of what the cells would take. */
  readonly #rows: string[] = [];
  readonly skipped: Record<string, number> = {};
  file = { name: "", sha256: "" };
  year = 0;
  rowsRead = 0;
  /** The database of the publisher tells places by number alone. */
  lacksNames = false;

  add({ cells }: KindRow, line: number): void {
    this.#rows.push(`${line}\t${cells.join("\t")}`);
  }

  skip(reason: string, rows = 1): void {
    if (rows > 0) this.skipped[reason] = (this.skipped[reason] ?? 0) + rows;
  }

  get size(): number {
    return this.#rows.length;
  }

  /** Rows that are of this data set, kept or not. */
  get seen(): number {
    return Object.values(this.skipped).reduce((sum, rows) => sum + rows, this.size);
  }

  *[Symbol.iterator](): Generator<RawRow> {
    const table = new RawTable(this.file, columns, [], []);
    for (const row of this.#rows) {
      const [line, ...cells] = row.split("\t");
      yield new RawRow(table, cells, Number(line));
    }
  }
}

/** A table of OEWS that cannot be taken, or a file that cannot be read at all and may be anything. */
type Fault = { error: ImportError; feeds: ReadonlySet<DatasetId> | "unknown" };

/** What a folder holds of OEWS. */
type OewsFolder = {
  /** The newest release of each data set. */
  releases: ReadonlyMap<DatasetId, OewsRelease>;
  faults: readonly Fault[];
  /** Workbooks and archives in which no table is of OEWS. */
  others: readonly string[];
};

/** More than a folder of official files has: the home directory of a person is not to be searched. */
const FILES = 10_000;
/** More rows of detailed occupations than a release has, by far. */
const ROWS = 2_000_000;

/** What one file holds of OEWS. */
type Findings = { releases: [DatasetId, OewsRelease][]; faults: Fault[]; isOther: boolean };

/** The last answer, and what its smaller files held: a folder in which one file changes is not read anew. */
let latest: { key: string; folder: Promise<OewsFolder> } | undefined;
let small: ReadonlyMap<string, Findings> = new Map();
const SMALL_ROWS = 20_000;

/**
 * Finds the tables of OEWS in a folder and those below it, by what they hold. The answer is kept, so that the data
 * sets of one import search the folder once. Throws ImportError when the folder holds too many files.
 */
function oewsFolder(folder: string): Promise<OewsFolder> {
  const files = filesIn(folder);
  const key = JSON.stringify([path.resolve(folder), files]);
  if (latest?.key !== key) latest = { key, folder: search(folder, files) };
  return latest.folder;
}

/** A converted copy that may lie in the folder under a fixed name, and the year that it is of. */
export type Copy = { file: string; year: number };

/**
 * The publisher's newest table of a data set, wherever in the folder it lies; undefined where a converted copy of its
 * year or a later one goes first, and where there is none. `unrecognized`: what nothing was taken from. Throws the
 * fault of a table of OEWS that could not be taken, when nothing else feeds the data set.
 */
export async function latestRelease(
  folder: string,
  id: DatasetId,
  copy: Copy,
): Promise<{ release: OewsRelease | undefined; unrecognized: string[] }> {
  const hasCopy = isBrought(folder, copy.file);
  const { releases, faults, others } = await oewsFolder(folder);
  const release = releases.get(id);
  const fault =
    faults.find(({ feeds }) => feeds !== "unknown" && feeds.has(id)) ??
    faults.find(({ feeds }) => feeds === "unknown");
  if (!release && !hasCopy && fault) throw fault.error;
  const isLatest = release && (!hasCopy || release.year > copy.year);
  const unrecognized = [
    ...faults.map(({ error }) => error.message),
    ...others.map((name) => `${name}: no table of OEWS`),
  ];
  return { release: isLatest ? release : undefined, unrecognized };
}

/**
 * Data sets without those of the nation in years that the folder lacks: nobody brings all years again. Where it
 * lacks all that are wanted, those already published stay, so that their readers say what is missing.
 */
export async function withYearsIn(folder: string, wanted: readonly DatasetId[]): Promise<DatasetId[]> {
  const years = wanted.filter(nationalYear);
  if (years.length === 0) return [...wanted];
  const { releases, faults } = await oewsFolder(folder);
  const isHeld = (id: DatasetId) =>
    isBrought(folder, nationalCopy(nationalYear(id) ?? 0)) ||
    releases.has(id) ||
    faults.some(({ feeds }) => feeds !== "unknown" && feeds.has(id));
  const held = years.filter(isHeld);
  const published = years.filter((id) => !datasetOf(id).awaited);
  const [kept] = [held, published, years].filter((ids) => ids.length > 0);
  return wanted.filter((id) => !nationalYear(id) || kept?.includes(id));
}

/** Where a converted copy of the nation's table of a year lies. */
export const nationalCopy = (year: number): string => `oews/national_M${year}.csv`;

/** The converted copy of sectors. */
export const sectorCopy: Copy = { file: "oews/natsector_M2024.csv", year: 2024 };

/** Copies in the publisher's own layout: they go first under their names, so that the search need not read them. */
const copies = new Set([
  sectorCopy.file,
  ...datasets.flatMap(({ id }) => {
    const year = nationalYear(id);
    return year === undefined ? [] : nationalCopy(year);
  }),
]);
const isCopy = (name: string) => copies.has(name.split(path.sep).join("/").replace(/\.gz$/, ""));

type StoredFile = { name: string; size: number; changed: number };

function filesIn(folder: string): StoredFile[] {
  if (!fs.existsSync(folder)) return [];
  const names = fs.readdirSync(folder, { recursive: true, encoding: "utf8" });
  if (names.length > FILES)
    throw new ImportError(folder, `the folder holds ${names.length} files`, { expected: `at most ${FILES}` });
  return names.sort().flatMap((name) => {
    const found = fs.statSync(path.join(folder, name), { throwIfNoEntry: false });
    // Programs leave files such as .DS_Store and ~$state_M2025_dl.xlsx beside those of an operator.
    const isHidden = name.split(path.sep).some((part) => /^(\.|~\$)/.test(part));
    if (!found?.isFile() || isHidden) return [];
    return [{ name, size: found.size, changed: found.mtimeMs }];
  });
}

async function search(folder: string, files: readonly StoredFile[]): Promise<OewsFolder> {
  const releases = new Map<DatasetId, OewsRelease>();
  const faults: Fault[] = [];
  const others: string[] = [];
  const kept = new Map<string, Findings>();
  for (const file of files.filter(({ name }) => !isCopy(name))) {
    const key = JSON.stringify([path.resolve(folder), file]);
    const found = small.get(key) ?? (await findingsOf(folder, file.name));
    for (const [id, release] of found.releases) keep(releases, id, release);
    faults.push(...found.faults);
    if (found.isOther) others.push(file.name);
    if (found.releases.every(([, { size }]) => size <= SMALL_ROWS)) kept.set(key, found);
  }
  small = kept;
  return { releases, faults, others };
}

async function findingsOf(folder: string, name: string): Promise<Findings> {
  const tables: OewsTable[] = [];
  const unread: Fault[] = [];
  const isArchive = await visitTables(folder, name, {
    table(found) {
      const table = tableOf(found);
      if (table) tables.push(table);
      return table;
    },
    fault: (error) => unread.push({ error, feeds: "unknown" }),
  });
  const releases = tables.flatMap(({ releases: own }) => [...own]);
  const sha256 = releases.length > 0 ? await digestOf(folder, name) : "";
  for (const { found, releases: own } of tables)
    for (const release of own.values()) release.file = { name: found.name, sha256 };
  return {
    releases,
    faults: [...unread, ...tables.flatMap(({ faulty }) => faulty ?? [])],
    isOther: isArchive && tables.length + unread.length === 0,
  };
}

/** Of two tables that feed a data set, the newer is kept; of the same year, the one that holds less besides. */
function keep(releases: Map<DatasetId, OewsRelease>, id: DatasetId, found: OewsRelease): void {
  const known = releases.get(id);
  if (!known || found.year > known.year || (found.year === known.year && found.rowsRead < known.rowsRead))
    releases.set(id, found);
}

async function digestOf(folder: string, name: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(fs.createReadStream(path.join(folder, name)), hash);
  return hash.digest("hex");
}

/** The data set that a kind of rows of a year feeds; undefined for a nation of a year that we do not keep. */
function datasetFor(kind: Kind, year: number): DatasetId | undefined {
  const id = kind === "nation" ? `oews-national-${year}` : `oews-${kind}`;
  return datasets.find((dataset) => dataset.id === id)?.id;
}

/** Undefined for a table that is not of OEWS. Throws ImportError on one that lacks a column. */
function tableOf(found: FoundTable): OewsTable | undefined {
  if (isLong(found.header)) return new LongTable(found);
  return isWide(found.header) ? new WideTable(found) : undefined;
}

/** Sorts the rows of one table by the data sets that they feed. */
abstract class OewsTable implements TableSink {
  /** Empty while the table is read, and where it is faulty. */
  readonly releases = new Map<DatasetId, OewsRelease>();
  faulty: Fault | undefined;
  protected rowsRead = 0;
  #kept = 0;

  constructor(readonly found: FoundTable) {}

  abstract row(cells: readonly string[], line: number): undefined;
  abstract end(): void;
  /** What the table would feed, as far as it was read. */
  protected abstract feeds(): Fault["feeds"];

  fault(error: ImportError): void {
    this.releases.clear();
    this.faulty = { error, feeds: this.feeds() };
  }

  protected keepRow(release: OewsRelease, row: KindRow, line: number): void {
    this.#kept += 1;
    if (this.#kept > ROWS)
      throw new ImportError(this.found.name, "the table is too large", {
        line,
        expected: `at most ${ROWS} rows of detailed occupations`,
      });
    release.add(row, line);
  }
}

const [level, jobs] = [columns.indexOf("O_GROUP"), columns.indexOf("TOT_EMP")];

class WideTable extends OewsTable {
  readonly #kinds = new Map<Kind, OewsRelease>();
  readonly #read: ReturnType<typeof wideLayout>;
  /** All jobs of the nation, where the table has that row. */
  #jobs: number | undefined;

  constructor(found: FoundTable) {
    super(found);
    this.#read = wideLayout(found.name, found.header, found.headerLine);
  }

  row(cells: readonly string[], line: number): undefined {
    this.rowsRead += 1;
    const row = this.#read(cells, line);
    if (typeof row === "string") return;
    let release = this.#kinds.get(row.kind);
    if (!release) {
      release = new OewsRelease();
      this.#kinds.set(row.kind, release);
    }
    const group = row.cells[level] ?? "";
    if (group !== "detailed" && group !== "total") {
      release.skip(`${group} group`);
      return;
    }
    if (row.kind === "nation" && group === "total") this.#jobs = Number(row.cells[jobs]?.replaceAll(",", ""));
    this.keepRow(release, row, line);
  }

  end(): void {
    const year = this.#year();
    for (const [kind, release] of this.#kinds) {
      const id = datasetFor(kind, year);
      if (!id || release.size === 0) continue;
      release.year = year;
      release.rowsRead = this.rowsRead;
      release.skip("row of another data set", this.rowsRead - release.seen);
      this.releases.set(id, release);
    }
  }

  #year(): number {
    return yearOf(this.found.name, this.found.says, this.#jobs);
  }

  protected feeds(): Fault["feeds"] {
    try {
      const year = this.#year();
      return new Set([...this.#kinds.keys()].flatMap((kind) => datasetFor(kind, year) ?? []));
    } catch (error) {
      if (!(error instanceof ImportError)) throw error;
      return "unknown";
    }
  }
}

class LongTable extends OewsTable {
  readonly #layout: LongLayout;
  #skipped = 0;

  constructor(found: FoundTable) {
    super(found);
    this.#layout = new LongLayout(found.name, found.header);
  }

  row(cells: readonly string[], line: number): undefined {
    this.rowsRead += 1;
    if (this.#layout.add(cells, line) !== undefined) this.#skipped += 1;
  }

  end(): void {
    for (const row of this.#layout.rows()) {
      const id = datasetFor(row.kind, row.year);
      if (!id) continue;
      let release = this.releases.get(id);
      if (!release || row.year > release.year) {
        release = new OewsRelease();
        release.year = row.year;
        release.lacksNames = true;
        release.rowsRead = this.rowsRead;
        release.skip("figure of another industry, area or measure", this.#skipped);
        this.releases.set(id, release);
      }
      if (row.year === release.year) this.keepRow(release, row, row.line);
    }
  }

  protected feeds(): Fault["feeds"] {
    return "unknown";
  }
}
