import { isUtf8 } from "node:buffer";
import { createHash, type Hash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { ImportError } from "./import-error";
import { step } from "./step";

/** The largest official file unpacks to a fraction of this; more is a bomb. */
export const UNPACKED_BYTES = 512 * 1024 * 1024;
/** No official file has a line of even 2 kB; a longer one than this is no table. */
export const LINE_BYTES = 1024 * 1024;

type FoundFile = { name: string; path: string };

/** The file in its plain or its gzipped form. Throws ImportError when the folder has neither. */
function find(folder: string, name: string): FoundFile {
  const found = [name, `${name}.gz`].find((file) =>
    fs.statSync(path.join(folder, file), { throwIfNoEntry: false })?.isFile(),
  );
  if (!found) {
    throw new ImportError(name, "the file is missing", {
      expected: `it (or ${name}.gz) in ${path.resolve(folder)}; name other data sets with --only to leave it out`,
    });
  }
  return { name: found, path: path.join(folder, found) };
}

/** Where the unpacked bytes of a file go: called for each piece in turn. */
type Sink = (pieces: AsyncIterable<Buffer>, name: string) => Promise<void>;

/**
 * Passes a file's unpacked bytes to `sink`, piece by piece, and returns its name and the digest of its stored
 * bytes. Throws ImportError when it is missing, damaged, or unpacks to more than `UNPACKED_BYTES`.
 */
export async function readFile(
  folder: string,
  name: string,
  sink: Sink,
): Promise<{ name: string; sha256: string }> {
  const file = find(folder, name);
  const hash = createHash("sha256");
  const stored = fs.createReadStream(file.path);
  const digested = (pieces: AsyncIterable<Buffer>) => digesting(pieces, hash);
  const consume = (pieces: AsyncIterable<Buffer>) => sink(bounded(pieces, file.name), file.name);
  try {
    await step("read", () =>
      file.name.endsWith(".gz")
        ? pipeline(stored, digested, createGunzip(), consume)
        : pipeline(stored, digested, consume),
    );
  } catch (error) {
    throw ImportError.from(error, file.name, "the file cannot be read", "a whole file");
  }
  return { name: file.name, sha256: hash.digest("hex") };
}

async function* digesting(pieces: AsyncIterable<Buffer>, hash: Hash): AsyncGenerator<Buffer> {
  for await (const piece of pieces) {
    hash.update(piece);
    yield piece;
  }
}

async function* bounded(pieces: AsyncIterable<Buffer>, name: string): AsyncGenerator<Buffer> {
  let bytes = 0;
  for await (const piece of pieces) {
    bytes += piece.length;
    if (bytes > UNPACKED_BYTES) throw tooLarge(name);
    yield piece;
  }
}

export const tooLarge = (name: string, most = UNPACKED_BYTES): ImportError =>
  new ImportError(name, "the file unpacks to too much", { expected: `at most ${most} bytes` });

/** The whole content of a file, such as a workbook's. */
export async function readBytes(
  folder: string,
  name: string,
): Promise<{ bytes: Buffer; sha256: string; name: string }> {
  const kept: Buffer[] = [];
  const file = await readFile(folder, name, async (pieces) => {
    for await (const piece of pieces) kept.push(piece);
  });
  return { ...file, bytes: Buffer.concat(kept) };
}

/**
 * Whole lines of a text, some at a time, as UTF-8 without a byte order mark. `mayEndBare`: publishers leave out
 * the last line break of some files; in all others its absence tells a file that was cut.
 * Throws ImportError on a line that is too long, on bytes that are no text, and on a cut file.
 */
export async function* wholeLines(
  pieces: AsyncIterable<Buffer>,
  name: string,
  mayEndBare: boolean,
): AsyncGenerator<Buffer> {
  let line = 1;
  let rest: Buffer[] = [];
  let restBytes = 0;
  const checked = (block: Buffer) => {
    line += checkLines(block, name, line);
    return block;
  };
  for await (const piece of asUtf8(pieces, name)) {
    const end = piece.lastIndexOf(10) + 1;
    if (end > 0) {
      yield checked(Buffer.concat([...rest, piece.subarray(0, end)]));
      rest = [];
      restBytes = 0;
    }
    rest.push(piece.subarray(end));
    restBytes += piece.length - end;
    if (restBytes > LINE_BYTES) throw lineTooLong(name, line);
  }
  if (restBytes === 0) return;
  const lastLine = line;
  const last = checked(Buffer.concat(rest));
  if (!mayEndBare) {
    throw new ImportError(name, "the file ends inside a line: it may have been cut", {
      line: lastLine,
      expected: "a line break at the end",
    });
  }
  yield last;
}

const lineTooLong = (name: string, line: number) =>
  new ImportError(name, "the line is too long for a table", {
    line,
    expected: `at most ${LINE_BYTES} bytes`,
  });

/** All but tab, line feed and carriage return. No official file holds one; a text in UTF-16 without its mark holds NUL. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it looks for
const control = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/;

/** How many lines a block holds. Throws ImportError on the first that is no line of a table. */
function checkLines(block: Buffer, name: string, firstLine: number): number {
  // Nearly every block is sound as a whole, which takes a fraction of the time that its lines take one by one.
  const isSound = block.length <= LINE_BYTES && isText(block);
  let lines = 0;
  for (let start = 0; start < block.length; lines++) {
    const at = block.indexOf(10, start);
    const end = at < 0 ? block.length : at + 1;
    if (!isSound) checkLine(block.subarray(start, end), name, firstLine + lines);
    start = end;
  }
  return lines;
}

const isText = (bytes: Buffer): boolean => isUtf8(bytes) && !control.test(bytes.toString("latin1"));

function checkLine(bytes: Buffer, name: string, line: number): void {
  if (bytes.length > LINE_BYTES) throw lineTooLong(name, line);
  if (isText(bytes)) return;
  const holds = isUtf8(bytes) ? "a control character" : "bytes that are no UTF-8 text";
  const expected = "UTF-8, or UTF-16 with its byte order mark";
  throw new ImportError(name, `the line holds ${holds}`, { line, expected });
}

/** The text as UTF-8, without the byte order mark that tells its encoding. */
async function* asUtf8(pieces: AsyncIterable<Buffer>, name: string): AsyncGenerator<Buffer> {
  let head: Buffer | undefined = Buffer.alloc(0);
  let decoder: TextDecoder | undefined;
  const decoded = (bytes: Buffer | undefined) => {
    if (!decoder) return bytes ?? Buffer.alloc(0);
    try {
      return Buffer.from(decoder.decode(bytes, { stream: bytes !== undefined }));
    } catch (error) {
      throw ImportError.from(error, name, "the file is no UTF-16 text", "the encoding its mark tells");
    }
  };
  for await (const piece of pieces) {
    if (head === undefined) {
      yield decoded(piece);
      continue;
    }
    head = Buffer.concat([head, piece]);
    if (head.length < 3) continue;
    const mark = markOf(head);
    if (mark.encoding) decoder = new TextDecoder(mark.encoding, { fatal: true });
    yield decoded(head.subarray(mark.bytes));
    head = undefined;
  }
  yield head ?? decoded(undefined);
}

function markOf(head: Buffer): { bytes: number; encoding?: "utf-16le" | "utf-16be" } {
  if (head[0] === 0xff && head[1] === 0xfe) return { bytes: 2, encoding: "utf-16le" };
  if (head[0] === 0xfe && head[1] === 0xff) return { bytes: 2, encoding: "utf-16be" };
  return { bytes: head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 3 : 0 };
}
