import fs from "node:fs";
import path from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { sha256 } from "./canonical";
import type { BundleFile } from "./import/bundle";
import { occupationsFrom, readDataset, type WrittenRelease } from "./import/run";
import { datasetOf, datasets, sourceOf } from "./sources";

/** Up to this size a table stays plain text, which git can diff. */
const PLAIN_BYTES = 150_000;

/** Reads the official files and gives the bundle's texts by file name, with their manifest; nothing is written. */
export async function bundleTexts(
  folder: string,
): Promise<{ files: BundleFile[]; texts: Map<string, string> }> {
  const written: WrittenRelease[] = [];
  for (const { id } of datasets.filter(({ bundle }) => bundle)) {
    written.push(await readDataset(id, folder, () => occupationsFrom(written)));
  }
  const texts = new Map<string, string>();
  const files = written.flatMap(({ dataset, tables }) => {
    const { source, edition, converted } = datasetOf(dataset);
    return tables.map(({ table, text }): BundleFile => {
      const file = `${dataset}${tables.length > 1 ? `-${table}` : ""}.csv${Buffer.byteLength(text) > PLAIN_BYTES ? ".br" : ""}`;
      texts.set(file, text);
      return {
        file,
        dataset,
        table,
        source,
        release: edition,
        licence: sourceOf(source).licence,
        copy: converted ? "converted copy" : "as published",
        rows: text.split("\n").length - 2,
        sha256: sha256(text),
      };
    });
  });
  return { files: files.sort((a, b) => (a.file < b.file ? -1 : 1)), texts };
}

/** Writes the bundle: the same bytes for the same files. Returns its size in bytes. */
export async function buildBundle(folder: string, target: string): Promise<number> {
  const { files, texts } = await bundleTexts(folder);
  fs.rmSync(target, { recursive: true, force: true });
  fs.mkdirSync(target, { recursive: true });
  for (const [file, text] of texts)
    fs.writeFileSync(path.join(target, file), file.endsWith(".br") ? compressed(text) : text);
  fs.writeFileSync(path.join(target, "manifest.json"), `${JSON.stringify({ files }, null, 2)}\n`);
  return fs.readdirSync(target).reduce((sum, file) => sum + fs.statSync(path.join(target, file)).size, 0);
}

const compressed = (text: string) =>
  brotliCompressSync(text, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_LGWIN]: 24,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_SIZE_HINT]: Buffer.byteLength(text),
    },
  });
