import fs from "node:fs";
import path from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { releaseDigest, sha256 } from "@/data/canonical";
import { type DatasetId, datasets, ownDatasets } from "@/data/sources";
import type { Connection, Tx } from "@/db/client";
import { databaseFacts, releases } from "@/db/schema";
import { releaseTables, type TableName } from "./dataset";
import {
  type ImportOutcome,
  liveRelease,
  OWN_FOLDER,
  occupationsFrom,
  readOwnDatasets,
  storeReleases,
  type WrittenRelease,
} from "./run";

export const BUNDLE_FOLDER = "data/bundle";

/** One file of the bundle; `sha256` is over the uncompressed text. */
export const BundleFile = z.strictObject({
  file: z.string(),
  dataset: z.string(),
  table: z.enum(Object.keys(releaseTables) as [TableName, ...TableName[]]),
  source: z.string(),
  release: z.string(),
  licence: z.string(),
  copy: z.enum(["converted copy", "as published"]),
  rows: z.number(),
  sha256: z.string(),
});
export const Manifest = z.strictObject({ files: z.array(BundleFile) });
export type BundleFile = z.infer<typeof BundleFile>;

/**
 * Loads the bundle and the project's own roles, through the importers' code. A data set whose live release
 * an operator imported is kept. Throws when a file is not what the manifest says.
 */
export async function importBundle(
  connection: Connection,
  progress: (outcome: ImportOutcome) => void,
  folder: string = BUNDLE_FOLDER,
): Promise<void> {
  const manifest = readManifest(folder);
  const filesOf = (id: DatasetId) => manifest.files.filter(({ dataset }) => dataset === id);
  const structure = filesOf("soc-structure");
  const known = structure.length > 0 ? [releaseFrom(folder, "soc-structure", structure)] : [];
  const own = await readOwnDatasets(() => occupationsFrom(known));

  function* written() {
    for (const { id } of datasets) {
      const files = filesOf(id);
      if (files.length > 0) yield releaseFrom(folder, id, files);
    }
    yield* own;
  }
  const facts = new Map((await connection.db.select().from(databaseFacts)).map((f) => [f.name, f.value]));
  await storeReleases(connection, written(), progress, {
    async keeps(dataset) {
      if (ownDatasets.includes(dataset)) return false;
      const live = await liveRelease(connection, dataset);
      return live !== undefined && live.digest !== facts.get(bundledFact(dataset));
    },
    async alsoInSwap(tx, staged) {
      for (const { dataset, digest } of staged) await setFact(tx, bundledFact(dataset), digest);
    },
  });
}

/** Names the fact that holds the digest which the bundle last gave a data set. */
const bundledFact = (dataset: DatasetId) => `bundle:${dataset}`;

async function setFact(tx: Tx, name: string, value: string): Promise<void> {
  await tx
    .insert(databaseFacts)
    .values({ name, value })
    .onConflictDoUpdate({ target: databaseFacts.name, set: { value } });
}

/** Loads the bundle unless the database holds this very one. Returns whether it loaded anything. */
export async function loadBundleIfNeeded(
  connection: Connection,
  say: (text: string) => void,
): Promise<boolean> {
  const digest = bundleDigest();
  const [fact] = await connection.db.select().from(databaseFacts).where(eq(databaseFacts.name, "bundle"));
  if (fact?.value === digest) return false;
  let done = 0;
  const total = datasets.filter(({ bundle }) => bundle).length + ownDatasets.length;
  await importBundle(connection, ({ dataset, result }) =>
    say(`Figures ${++done} of ${total}: ${dataset} ${result}`),
  );
  await connection.transaction((tx) => setFact(tx, "bundle", digest));
  return true;
}

/** sha256 over the manifest, which names the digest of each of its files, and the project's own files. */
function bundleDigest(): string {
  const own = ["roles.csv", "seed-figures.csv", "seed-skills.csv", "pairs.csv"].map((name) =>
    path.join(OWN_FOLDER, name),
  );
  // The names of occupations are made by this code, so a change of it is a change of the roles.
  const naming = ["domain/role.ts", "domain/role-names.ts"];
  const files = [path.join(BUNDLE_FOLDER, "manifest.json"), ...own, ...naming];
  return sha256(files.map((file) => sha256(fs.readFileSync(file))).join(""));
}

export function readManifest(folder: string): z.infer<typeof Manifest> {
  return Manifest.parse(JSON.parse(fs.readFileSync(path.join(folder, "manifest.json"), "utf8")));
}

function releaseFrom(folder: string, dataset: DatasetId, files: BundleFile[]): WrittenRelease {
  const tables = files.map(({ table, file, sha256: expected }) => {
    const stored = fs.readFileSync(path.join(folder, file));
    const text = (file.endsWith(".br") ? brotliDecompressSync(stored) : stored).toString("utf8");
    if (sha256(text) !== expected)
      throw new Error(`${path.join(folder, file)} is not the file that the manifest names`);
    return { table, text };
  });
  return {
    dataset,
    tables,
    report: {
      files: files.map(({ file, sha256: digest, rows }) => ({ name: file, sha256: digest, rowsRead: rows })),
      rowsKept: Object.fromEntries(files.map(({ table, rows }) => [table, rows])),
      rowsSkipped: {},
    },
  };
}

/** Digests of the live releases by data set, for telling whether raw files and the bundle agree. */
export async function liveDigests(connection: Connection): Promise<Record<string, string>> {
  const rows = await connection.db.select().from(releases).where(eq(releases.state, "live"));
  return Object.fromEntries(rows.map(({ dataset, digest }) => [dataset, digest]));
}

/** The digest that the bundle's release of a data set has. */
export function bundledDigest(folder: string, dataset: string): string {
  return releaseDigest(readManifest(folder).files.filter((file) => file.dataset === dataset));
}
