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
    const zip = await fromBufferPromise(bytes);
    const found = new Map<string, Buffer>();
    let unpacked = 0;
    for (const [file, entry] of await entriesOf(zip, name)) {
      if (!isWanted(file)) continue;
      unpacked += entry.uncompressedSize;
      if (unpacked > UNPACKED_BYTES) throw tooLarge(name);
      found.set(file, await buffer(contentOf(zip, entry)));
    }
    return found;
  } catch (error) {
    throw ImportError.from(error, name, "the archive cannot be read", "a whole zip archive");
  }
}

/** What an archive holds, by name. Throws ImportError on too many files, and on a name that stands there twice. */
export async function entriesOf(zip: ZipFile, name: string): Promise<Map<string, Entry>> {
  if (zip.entryCount > ENTRIES)
    throw new ImportError(name, `the archive holds ${zip.entryCount} files`, {
      expected: `at most ${ENTRIES}`,
    });
  const entries = new Map<string, Entry>();
  for await (const entry of zip.eachEntry()) {
    if (entries.has(entry.fileName))
      throw new ImportError(name, `the archive holds ${entry.fileName} twice`, {
        expected: "each name once",
      });
    entries.set(entry.fileName, entry);
  }
  return entries;
}

/**
 * The unpacked bytes of a file in an archive, as they come. yauzl stops one that gives more bytes than it
 * declares, and leaves the checksum to us.
 */
export async function* contentOf(zip: ZipFile, entry: Entry): AsyncGenerator<Buffer> {
  const stream: AsyncIterable<Buffer> = await zip.openReadStreamPromise(entry);
  let checksum = 0;
  for await (const piece of stream) {
    checksum = crc32(piece, checksum);
    yield piece;
  }
  if (checksum !== entry.crc32) throw new Error(`the checksum of ${entry.fileName} is wrong`);
}
