import { type IncomingMessage, type ServerResponse, STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";
import { problemType } from "@/domain/open-data";
import { isOwnOrigin } from "@/server/origin";

/** Bytes a body may have: a form, and the one form that carries a résumé of 5 MB. */
const FORM_BYTES = 1_000_000;
const UPLOAD_BYTES = 5_500_000;

/** In words; as a problem (RFC 9457) where a program asked for open data. */
export type GuardRefusal = { status: 400 | 403 | 405 | 413 | 415; text: string; isProblem?: boolean };

const READ_ONLY: GuardRefusal = {
  status: 405,
  text: "The open data are read by GET and HEAD alone.",
  isProblem: true,
};

/** More than `bytesAllowed`. */
export const TOO_LONG: GuardRefusal = {
  status: 413,
  text: "This is more than the form takes. A résumé may have 5 MB. Go back and shorten it: nothing was saved.",
};

const header = (request: IncomingMessage, name: string): string | null => {
  const value = request.headers[name];
  return typeof value === "string" ? value : null;
};

/** What keeps a request from being answered at all; undefined lets it through. A write must come from this site's own pages. */
export function refusalOf(request: IncomingMessage): GuardRefusal | undefined {
  const method = request.method ?? "GET";
  // `OPTIONS *`, and a whole address as proxies are asked for: the framework would answer with a fault, or lead there.
  if (!request.url?.startsWith("/")) return { status: 400, text: "Ask for a path of this site." };
  if (["GET", "HEAD", "OPTIONS"].includes(method)) return undefined;
  if (request.url.startsWith("/api/v1/")) return READ_ONLY;
  if (method !== "POST") return { status: 405, text: "This site is written to by POST alone." };
  const own = isOwnOrigin(
    header(request, "origin"),
    header(request, "host"),
    header(request, "sec-fetch-site"),
  );
  if (!own)
    return {
      status: 403,
      text: "This form was not sent from a page of this site. Open the page here, and send it again.",
    };
  if (Number(header(request, "content-length") ?? 0) > bytesAllowed(request.url ?? "/")) return TOO_LONG;
  return undefined;
}

/** Answers a request that is not let through, and says why. */
export function refuse(response: ServerResponse, { status, text, isProblem }: GuardRefusal): void {
  const title = "Read only";
  const body = isProblem
    ? JSON.stringify({ type: problemType(title), title, status, detail: text })
    : `${text}\n`;
  response.writeHead(status, {
    "content-type": isProblem ? "application/problem+json" : "text/plain; charset=utf-8",
    ...(status === 405 && { allow: isProblem ? "GET, HEAD, OPTIONS" : "GET, HEAD, OPTIONS, POST" }),
    ...(isProblem && { "access-control-allow-origin": "*" }),
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    // The rest of the body is not read.
    connection: "close",
  });
  response.end(body);
}

/** Answers in words what could not be read as a request; Node's own answer is empty. */
export function refuseUnread(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === "ECONNRESET" || !socket.writable) return void socket.destroy();
  const [status, text] =
    error.code === "HPE_HEADER_OVERFLOW"
      ? [431, "The address or the cookies sent with it are too long. Shorten what was typed."]
      : error.code === "ERR_HTTP_REQUEST_TIMEOUT"
        ? [408, "The request took too long to arrive. Send it again."]
        : [400, "This is no request that a web server can read."];
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\ncontent-type: text/plain; charset=utf-8\r\n` +
      `content-length: ${Buffer.byteLength(text) + 1}\r\ncache-control: no-store\r\nconnection: close\r\n\r\n${text}\n`,
  );
}

/** Headers that ask for another form of a page, or in somebody's name. */
const special = [
  "authorization",
  "rsc",
  "next-router-state-tree",
  "next-router-prefetch",
  "next-router-segment-prefetch",
  "next-url",
  "next-action",
  "x-nextjs-data",
];

/** Whether headers ask for anything but the page that all readers get. */
export const isSpecial = (headers: IncomingMessage["headers"]): boolean =>
  special.some((name) => headers[name] !== undefined);

/** The cookie of careers put aside: pages do not differ by it, but for those that say that they read it. */
const TRAY = "crossroads.tray";

/** Whether cookies may make a page that others do not get: any but the tray, and the tray where the page `reads` it. */
export function hasOwnCookies(cookies: string | undefined, reads: readonly string[] = []): boolean {
  if (cookies === undefined) return false;
  return cookies.split(";").some((cookie) => {
    const name =
      cookie
        .split("=", 1)[0]
        ?.trim()
        .replace(/^__Host-/, "") ?? "";
    return name !== "" && (name !== TRAY || reads.includes(TRAY));
  });
}

/** Whether the answer may be the same for everybody: a read by a browser that nobody is signed in with. */
export function isPublic(request: IncomingMessage): boolean {
  const isRead = request.method === "GET" || request.method === "HEAD";
  return isRead && !/(^|;\s*)(__Host-)?crossroads\.session=/.test(request.headers.cookie ?? "");
}

/** How many bytes a body sent to this address may have. */
export const bytesAllowed = (url: string): number => (/\/apply(\?|$)/.test(url) ? UPLOAD_BYTES : FORM_BYTES);

/**
 * Takes away what a client may not set, and notes the network address it speaks from. Behind proxies of one's
 * own (`TRUSTED_PROXIES`, how many) the address is the one that the outermost of them wrote.
 */
export function settleHeaders(request: IncomingMessage): void {
  // The framework takes a nonce from this header, so that a client could choose one.
  delete request.headers["content-security-policy"];
  delete request.headers["x-middleware-subrequest"];
  // Pages are documents and forms are sent as forms: what the framework's scripts would ask for, nobody asks here.
  for (const name of Object.keys(request.headers))
    if (/^(rsc$|next-|x-action-)/.test(name)) delete request.headers[name];
  const hops = Number(process.env.TRUSTED_PROXIES || 0);
  const chain = String(request.headers["x-forwarded-for"] ?? "")
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
  const address = hops > 0 ? chain.at(-hops) : undefined;
  delete request.headers["x-forwarded-for"];
  delete request.headers["x-forwarded-host"];
  request.headers["x-sender-address"] = networkOf(address ?? request.socket.remoteAddress ?? "");
}

/** An IPv6 customer has a whole /64, so that limits count by it: the first four groups, however the address is written. */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, "").replace(/%.*$/, "");
  if (!plain.includes(":")) return plain;
  const [head = "", tail] = plain.split("::");
  const [before, after] = [head, tail ?? ""].map((part) => (part === "" ? [] : part.split(":")));
  const zeros = Array.from(
    { length: Math.max(0, 8 - (before?.length ?? 0) - (after?.length ?? 0)) },
    () => "0",
  );
  return [...(before ?? []), ...(tail === undefined ? [] : zeros), ...(after ?? [])]
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":");
}
