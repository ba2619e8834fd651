import { randomBytes } from "node:crypto";
import { createReadStream } from "node:fs";
import fs from "node:fs/promises";
import path from "node:path";
import { Readable } from "node:stream";
import { promisify } from "node:util";
import { constants, inflateRaw, type ZlibOptions } from "node:zlib";
import { inArray } from "drizzle-orm";
import { fileTypeFromBuffer } from "file-type";
import yauzl from "yauzl";
import { connection } from "@/db/client";
import { resumes } from "@/db/schema";
import {
  activeFault,
  cleanName,
  DAMAGED_DOCX,
  DAMAGED_PDF,
  docxFault,
  docxPartFault,
  kindOf,
  MOST_UNPACKED,
  mediaTypes,
  notOfKind,
  packedStreams,
  pdfFault,
  type ResumeKind,
  textFault,
} from "@/domain/resume";
import { dataFolder } from "@/server/settings";

/** Where résumés lie: beside the database, where no address of the site leads. */
const folder = path.join(dataFolder, "resumes");
const pathOf = (file: string) => path.join(folder, file);

/** A checked résumé on disk, whose application may not be written yet. */
export type KeptResume = { file: string; name: string; kind: ResumeKind; bytes: number };

/**
 * Checks a résumé by its content and writes it under a random name, safe from a power cut before this returns.
 * Returns what is wrong, in words, and writes nothing, for a file that is not taken. Whoever keeps no row for
 * it removes it with `dropResume`.
 */
export async function keepResume(upload: File): Promise<KeptResume | { fault: string }> {
  const kind = kindOf(upload);
  if (typeof kind !== "string") return kind;
  const bytes = Buffer.from(await upload.arrayBuffer());
  const fault = await faultOf(kind, bytes);
  if (fault !== undefined) return { fault };
  const kept = {
    file: randomBytes(16).toString("hex"),
    name: cleanName(upload.name, kind),
    kind,
    bytes: bytes.length,
  };
  await writeDurably(kept.file, bytes);
  return kept;
}

/** Removes the file of a résumé that no row is kept for. */
export async function dropResume({ file }: KeptResume): Promise<void> {
  await fs.rm(pathOf(file), { force: true });
}

async function writeDurably(file: string, bytes: Buffer): Promise<void> {
  await fs.mkdir(folder, { recursive: true, mode: 0o700 });
  try {
    await fs.writeFile(pathOf(file), bytes, { flag: "wx", mode: 0o600, flush: true });
  } catch (error) {
    // On a full disk half a file is left.
    await fs.rm(pathOf(file), { force: true });
    throw error;
  }
  // The name is part of the folder, which a power cut could lose as well.
  const handle = await fs.open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** A résumé as a browser saves it: never shown within this site, and inert where a reader opens it. Throws when the file is gone. */
export async function resumeBody({ file }: { file: string }): Promise<ReadableStream> {
  const handle = await fs.open(pathOf(file), "r");
  return Readable.toWeb(createReadStream("", { fd: handle })) as ReadableStream;
}

/** The media type that a résumé is sent with. */
export const mediaTypeOf = (kind: ResumeKind): string =>
  kind === "txt" ? `${mediaTypes.txt}; charset=utf-8` : mediaTypes[kind];

const ORPHAN_MS = 3_600_000;

/** Removes files that no application has, an hour after they were written: what a process that died between file and row left. Returns how many. */
export async function sweepResumes(now: Date): Promise<number> {
  const names = await fs.readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
  const old: string[] = [];
  for (const name of names) {
    const written = (await fs.stat(pathOf(name))).mtimeMs;
    if (/^[0-9a-f]{32}$/.test(name) && now.getTime() - written > ORPHAN_MS) old.push(name);
  }
  const { db } = await connection();
  let removed = 0;
  for (let at = 0; at < old.length; at += 500) {
    const part = old.slice(at, at + 500);
    const rows = await db.select({ file: resumes.file }).from(resumes).where(inArray(resumes.file, part));
    const held = new Set(rows.map(({ file }) => file));
    for (const name of part.filter((file) => !held.has(file))) {
      await fs.rm(pathOf(name), { force: true });
      removed += 1;
    }
  }
  return removed;
}

async function faultOf(kind: ResumeKind, bytes: Buffer): Promise<string | undefined> {
  const fault = await {
    pdf: () => faultOfPdf(bytes),
    docx: () => faultOfDocx(bytes),
    txt: () => textFault(bytes),
  }[kind]();
  if (fault !== notOfKind(kind)) return fault;
  // Named for the person who chose the wrong file; what is taken does not depend on it.
  const told = (await fileTypeFromBuffer(bytes))?.ext;
  return notOfKind(kind, told === kind ? undefined : told);
}

const unpack = promisify<Buffer, ZlibOptions, Buffer>(inflateRaw);
/** Bytes before the packed data of a stream that say how it is packed. */
const ZLIB_HEAD = 2;

async function faultOfPdf(bytes: Buffer): Promise<string | undefined> {
  const text = bytes.toString("latin1");
  const fault = pdfFault(text);
  if (fault !== undefined) return fault;
  let left = MOST_UNPACKED;
  for (const { start, end } of packedStreams(text)) {
    let unpacked: Buffer;
    try {
      // As forgiving as readers of PDF are: a missing end or checksum stops none of them.
      unpacked = await unpack(bytes.subarray(start + ZLIB_HEAD, end), {
        maxOutputLength: Math.max(left, 1),
        finishFlush: constants.Z_SYNC_FLUSH,
      });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE")
        return "This PDF unpacks to far more than its size. Save it again with smaller pictures.";
      return DAMAGED_PDF;
    }
    left -= unpacked.length;
    const inside = activeFault(unpacked.toString("latin1"));
    if (inside !== undefined) return inside;
  }
  return undefined;
}

async function faultOfDocx(bytes: Buffer): Promise<string | undefined> {
  // An archive may follow other bytes; a document begins with its first entry.
  if (!bytes.subarray(0, 4).equals(Buffer.from("PK\x03\x04"))) return notOfKind("docx");
  try {
    const zip = await yauzl.fromBufferPromise(bytes, { strictFileNames: true });
    const entries: yauzl.Entry[] = [];
    for await (const entry of zip.eachEntry()) entries.push(entry);
    if (zip.comment !== "") return DAMAGED_DOCX;
    const fault = docxFault(
      entries.map((entry) => ({
        name: entry.fileName,
        packed: entry.compressedSize,
        unpacked: entry.uncompressedSize,
        encrypted: entry.isEncrypted(),
      })),
    );
    if (fault !== undefined) return fault;
    for (const entry of entries) {
      const content = await contentOf(zip, entry);
      if (!/^\[Content_Types\]\.xml$|\.rels$/.test(entry.fileName)) continue;
      const part = docxPartFault(entry.fileName, content);
      if (part !== undefined) return part;
    }
    return undefined;
  } catch {
    // Every kind of damage, and names that lead out of the archive, come as an error of the reader.
    return DAMAGED_DOCX;
  }
}

/** Unpacks an entry; ends with an error when it holds more than the table of contents says. */
async function contentOf(zip: yauzl.ZipFile, entry: yauzl.Entry): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
