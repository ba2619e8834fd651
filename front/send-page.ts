import type { IncomingMessage, ServerResponse } from "node:http";
import { encodingFor } from "./encoding";
import { documentHeaders } from "./headers";
import type { KeptPage, PageKeeper } from "./page-keeper";

/** Where an answer came from, as RFC 9211 says it (`Cache-Status`). */
export type PageSource = "hit" | "fwd=miss; stored" | "fwd=miss" | "fwd=bypass";

/** What a 304 repeats: who may keep a copy, and by what it differs. */
const CONDITIONAL = ["Cache-Control", "private, no-cache", "Vary", "Accept-Encoding, Cookie"];

/** Sends a kept page as the reader takes it, or that the copy at hand is still true. */
export function sendPage(
  request: IncomingMessage,
  response: ServerResponse,
  { key, page, keeper, source }: { key: string; page: KeptPage; keeper: PageKeeper; source: PageSource },
): void {
  const encoding = encodingFor(request.headers["accept-encoding"] as string | undefined);
  // One form, one tag: a copy in another form is another copy.
  const tag = `"${page.digest}-${encoding}"`;
  if (page.status === 200 && isNamed(request.headers["if-none-match"], tag)) {
    response.writeHead(304, ["ETag", tag, ...CONDITIONAL]);
    response.end();
    return;
  }
  const form = keeper.form(key, page, encoding);
  const headers = [
    ...documentHeaders,
    "Content-Length",
    String(form.length),
    "Cache-Status",
    cacheStatus(source),
  ];
  if (page.status === 200) headers.push("ETag", tag);
  if (encoding !== "identity") headers.push("Content-Encoding", encoding);
  if (page.link !== undefined) headers.push("Link", page.link);
  response.writeHead(page.status, headers);
  if (request.method === "HEAD") response.end();
  else response.end(form);
}

export const cacheStatus = (source: PageSource): string => `crossroads; ${source}`;

/** Whether an `If-None-Match` names this tag, weakly or not, among others or as any. */
function isNamed(names: string | undefined, tag: string): boolean {
  if (names === undefined) return false;
  if (names === tag || names.trim() === "*") return true;
  return names.split(",").some((name) => name.trim().replace(/^W\//, "") === tag);
}
