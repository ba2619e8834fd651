import fs from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import path from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { contentVersion } from "@/server/content-version";
import { type Encoding, encodingFor } from "./encoding";
import { siteHeaders } from "./headers";

/** What files of a site may be, by the ending of their names; whether that is text, which compresses well. */
const types: Readonly<Record<string, [type: string, isText: boolean]>> = {
  ".js": ["text/javascript; charset=utf-8", true],
  ".css": ["text/css; charset=utf-8", true],
  ".json": ["application/json", true],
  ".svg": ["image/svg+xml", true],
  ".woff2": ["font/woff2", false],
  ".png": ["image/png", false],
};

type Asset = { headers: string[]; tag: string; forms: Partial<Record<Encoding, Buffer>> };

/** Of a name that holds a digest of its content: such an address never means another file. */
const FOREVER = "public, max-age=31536000, immutable";
const ASK_EACH_TIME = "public, max-age=0, must-revalidate";

/** Gives the files of a build and of `public/`: each read and compressed once, at its first request, and held in memory. */
export class Assets {
  readonly #files = new Map<string, string>();
  readonly #ready = new Map<string, Asset>();

  constructor() {
    for (const [folder, under] of [
      [".next/static", "/_next/static"],
      ["public", ""],
    ] as const)
      for (const file of fs.readdirSync(folder, { recursive: true, encoding: "utf8" }))
        if (path.extname(file) in types)
          this.#files.set(`${under}/${file.split(path.sep).join("/")}`, path.join(folder, file));
  }

  /** Answers a read of one of the files. Returns whether it was one. */
  answers(request: IncomingMessage, response: ServerResponse): boolean {
    if (request.method !== "GET" && request.method !== "HEAD") return false;
    const url = request.url ?? "";
    const at = url.indexOf("?");
    const [address, query] = at < 0 ? [url, ""] : [url.slice(0, at), url.slice(at + 1)];
    const file = this.#files.get(address);
    if (file === undefined) return false;
    const asset = this.#ready.get(address) ?? this.#read(address, file);
    const encoding = encodingFor(request.headers["accept-encoding"] as string | undefined);
    const form = asset.forms[encoding] ?? asset.forms.identity ?? Buffer.alloc(0);
    const tag = `"${asset.tag}-${encoding}"`;
    // A version in the query names the content as a digest in the name does.
    const isLasting = address.startsWith("/_next/static/") || query === `v=${asset.tag}`;
    const headers = [...asset.headers, "ETag", tag, "Cache-Control", isLasting ? FOREVER : ASK_EACH_TIME];
    if (request.headers["if-none-match"] === tag) {
      response.writeHead(304, headers.slice(asset.headers.length));
      response.end();
      return true;
    }
    headers.push("Content-Length", String(form.length));
    if (asset.forms[encoding] && encoding !== "identity") headers.push("Content-Encoding", encoding);
    response.writeHead(200, headers);
    response.end(request.method === "HEAD" ? undefined : form);
    return true;
  }

  #read(address: string, file: string): Asset {
    const bytes = fs.readFileSync(file);
    const [type, isText] = types[path.extname(file)] ?? ["application/octet-stream", false];
    const asset: Asset = {
      headers: [["Content-Type", type], ["Vary", "Accept-Encoding"], ...siteHeaders].flat(),
      tag: contentVersion(bytes),
      forms: {
        identity: bytes,
        ...(isText && { br: brotliCompressSync(bytes), gzip: gzipSync(bytes, { level: 9 }) }),
      },
    };
    this.#ready.set(address, asset);
    return asset;
  }
}
