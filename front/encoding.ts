import { promisify } from "node:util";
import {
  brotliCompress,
  brotliCompressSync,
  brotliDecompressSync,
  constants,
  gunzipSync,
  gzipSync,
} from "node:zlib";

/** How the bytes of an answer may be written: what a reader's program can be asked to undo. */
export type Encoding = "br" | "gzip" | "identity";

/** Headers are few, and written alike by all copies of a program. */
const known = new Map<string, Encoding>();
const MOST_KNOWN = 500;

/** The encoding to send for an `Accept-Encoding` header (RFC 9110, 12.5.3): the one most wanted, brotli where two are wanted alike. */
export function encodingFor(accepted: string | undefined): Encoding {
  if (!accepted) return "identity";
  const before = known.get(accepted);
  if (before) return before;
  const weights = new Map(
    accepted
      .toLowerCase()
      .split(",")
      .map((part): [string, number] => {
        const [name = "", ...pieces] = part.split(";").map((piece) => piece.trim());
        const weight = pieces.find((piece) => piece.startsWith("q="))?.slice(2);
        return [name, weight === undefined ? 1 : Number(weight) || 0];
      }),
  );
  const weightOf = (name: string) => weights.get(name) ?? weights.get("*") ?? 0;
  const [br, gzip] = [weightOf("br"), weightOf("gzip")];
  const encoding = br > 0 && br >= gzip ? "br" : gzip > 0 ? "gzip" : "identity";
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(accepted, encoding);
  return encoding;
}

/** Of brotli: past the first a page takes many times as long; the other makes it smaller by an eighth. */
const [QUICK, SMALL] = [5, 11];

const brotli = (text: Buffer, quality: number) => ({
  params: {
    [constants.BROTLI_PARAM_QUALITY]: quality,
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [constants.BROTLI_PARAM_SIZE_HINT]: text.length,
  },
});

/** Text in an encoding. */
export function encoded(text: Buffer, encoding: Encoding): Buffer {
  if (encoding === "identity") return text;
  return own(
    encoding === "br" ? brotliCompressSync(text, brotli(text, QUICK)) : gzipSync(text, { level: 9 }),
  );
}

const compress = promisify(brotliCompress);

/** What `encoded` gave for brotli, as small as it gets: some tenths of a second of a processor that nobody waits for. */
export async function smaller(bytes: Buffer): Promise<Buffer> {
  const text = brotliDecompressSync(bytes);
  return own(await compress(text, brotli(text, SMALL)));
}

/** The library hands out a slice of something larger, which would stay in memory with it. */
function own(bytes: Buffer): Buffer {
  const copy = Buffer.allocUnsafeSlow(bytes.length);
  bytes.copy(copy);
  return copy;
}

/** The text of what `encoded` gave. */
export function decoded(bytes: Buffer, encoding: Encoding): Buffer {
  if (encoding === "br") return brotliDecompressSync(bytes);
  return encoding === "gzip" ? gunzipSync(bytes) : bytes;
}
