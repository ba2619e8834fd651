import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { afterAll } from "vitest";
import type { DatasetId } from "@/data/sources";
import { ImportError } from "./import-error";
import { occupationsFrom, readDataset, type WrittenRelease } from "./run";

/** The official files, where they are at hand. */
export const RAW = "../shared/data";

/** A folder of copies of official files for tests, which change their texts. Gone when the test file ends. */
export class OfficialCopy {
  readonly folder = fs.mkdtempSync(path.join(os.tmpdir(), "official-"));
  #occupations: ReturnType<typeof occupationsFrom> | undefined;

  constructor() {
    afterAll(() => fs.rmSync(this.folder, { recursive: true, force: true }));
  }

  /** Copies files unpacked, with their texts changed; a workbook's texts and numbers are those of its sheets' XML. */
  copy(names: readonly string[], change = (text: string) => text): void {
    for (const name of names) this.write(name, changed(name, stored(name), change));
  }

  write(name: string, content: string | Uint8Array): void {
    fs.mkdirSync(path.dirname(path.join(this.folder, name)), { recursive: true });
    fs.writeFileSync(path.join(this.folder, name), content);
  }

  /** Removes all files, so that a test begins with none. */
  clear(): void {
    for (const name of fs.readdirSync(this.folder))
      fs.rmSync(path.join(this.folder, name), { recursive: true });
  }

  /** Reads a data set from the copies. */
  read(id: DatasetId): Promise<WrittenRelease> {
    this.#occupations ??= readDataset("soc-structure", RAW, async () => []).then((structure) =>
      occupationsFrom([structure]),
    );
    return readDataset(id, this.folder, () => this.#occupations ?? occupationsFrom([]));
  }

  /** The message of the ImportError that reading a data set ends in. Throws when it does not. */
  async refusal(id: DatasetId): Promise<string> {
    try {
      await this.read(id);
    } catch (error) {
      if (error instanceof ImportError) return error.message;
      throw error;
    }
    throw new Error(`${id} was read`);
  }
}

/** The bytes of an official file, unpacked. */
export function stored(name: string): Buffer {
  const plain = path.join(RAW, name);
  return fs.existsSync(plain) ? fs.readFileSync(plain) : gunzipSync(fs.readFileSync(`${plain}.gz`));
}

function changed(name: string, bytes: Buffer, change: (text: string) => string): string | Uint8Array {
  if (!name.endsWith(".xlsx")) return change(bytes.toString());
  const parts = Object.entries(unzipSync(bytes)).map(([part, content]): [string, Uint8Array] => [
    part,
    /^xl\/(sharedStrings|worksheets\/.*)\.xml$/.test(part) ? strToU8(change(strFromU8(content))) : content,
  ]);
  return zipSync(Object.fromEntries(parts), { level: 1 });
}
