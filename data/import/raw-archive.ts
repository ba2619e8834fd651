import { buffer } from "node:stream/consumers";
import { crc32 } from "node:zlib";
import { type Entry, fromBufferPromise, type ZipFile } from "yauzl";
import { ImportError } from "./import-error";
import { tooLarge, UNPACKED_BYTES } from "./raw-file";

/** A workbook has some tens; more is an archive made to exhaust. */
const ENTRIES = 1000;

/**
 * The files of a zip archive by their names, which are names only and never become paths. Throws ImportError
 * when the archive is damaged or cut, holds a name twice, or unpacks to more than `UNPACKED_BYTES`.
 */
export async function unpack(
  bytes: Buffer,
  name: string,
  isWanted: (entry: string) => boolean,
): Promise<Map<string, Buffer>> {
  try {
    return await entriesOf(await fromBufferPromise(bytes), name, isWanted);
  } catch (error) {
    throw ImportError.from(error, name, "the archive cannot be read", "a whole zip archive");
  }
}

async function entriesOf(zip: ZipFile, name: string, isWanted: (entry: string) => boolean) {
  const found = new Map<string, Buffer>();
  let unpacked = 0;
  if (zip.entryCount > ENTRIES)
    throw new ImportError(name, `the archive holds ${zip.entryCount} files`, {
      expected: `at most ${ENTRIES}`,
    });
  for await (const entry of zip.eachEntry()) {
    if (!isWanted(entry.fileName)) continue;
    if (found.has(entry.fileName))
      throw new ImportError(name, `the archive holds ${entry.fileName} twice`, {
        expected: "each name once",
      });
    unpacked += entry.uncompressedSize;
    if (unpacked > UNPACKED_BYTES) throw tooLarge(name);
    found.set(entry.fileName, await contentOf(zip, entry));
  }
  return found;
}

/** yauzl stops an entry that gives more bytes than it declares, and leaves the checksum to us. */
async function contentOf(zip: ZipFile, entry: Entry): Promise<Buffer> {
  const content = await buffer(await zip.openReadStreamPromise(entry));
  if (crc32(content) !== entry.crc32) throw new Error(`the checksum of ${entry.fileName} is wrong`);
  return content;
}
