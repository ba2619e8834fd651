import type { IncomingMessage, ServerResponse } from "node:http";
import { afterwards } from "./afterwards";
import { encoded, encodingFor } from "./encoding";

/**
 * Every page of this site is a document: no component runs in the browser, so that the framework's own scripts
 * and their data would be weight alone, and would keep forms from being sent as forms. They are taken out
 * of finished HTML; data blocks (JSON-LD) and our own file stay. A form that is sent to its own page names
 * that address (`url`, path and query), since an empty one would carry the fragment along, and a page that is
 * opened at a fragment puts the focus there instead of on what is wrong.
 */
export function finished(html: string, url: string): string {
  const own = url.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
  return (
    withoutScripts(html)
      .replace(/<link\b[^>]*\bas="script"[^>]*>/g, "")
      // The order of sheets and who may load them, for scripts; and a card takes these from the lines of Open Graph.
      .replace(
        / data-precedence="next"|<meta name="(?:twitter:title|twitter:description|next-size-adjust)"[^>]*>/g,
        "",
      )
      // Where parts and texts begin and end, for components that would run in the browser.
      .replace(/<!--(?: |\/?\$)-->/g, "")
      .replace('<div hidden=""></div>', "")
      // Within pictures an element without content may close itself.
      .replace(/><\/(?:use|rect|line|path|circle)>/g, "/>")
      // HTML ends these by itself, and a table has hundreds of them.
      .replace(/<\/(?:td|th|tr|li|dt|dd|option)>|<\/p>(?=<\/details>)/g, "")
      .replace(/<form\b[^>]*>/g, (element) => element.replace(/\baction=""/, () => `action="${own}"`))
  );
}

/** What a finished document must not hold: a part that only scripts of the framework would show, or one that its policy forbids. */
const faults: readonly [found: RegExp, why: string][] = [
  [/<template\b[^>]*\bid="[BP]:/, "a part that streams in later"],
  [/<div\b[^>]*\bhidden\b[^>]*\bid="S:/, "a part that scripts would put in its place"],
  [/<!--\$[?!~]/, "a part that was still being made"],
  [/\shref="\s*javascript:/i, "a script as an address"],
];
const attributeFaults: typeof faults = [
  [/<[a-z][^<>]*\son[a-z]+=/i, "a handler in an attribute"],
  [/<[a-z][^<>]*\sstyle=/i, "a style in an attribute"],
];

/** Why a finished text is no document that stands by itself; undefined where it is one. */
export function documentFault(html: string): string | undefined {
  if (!/^<!doctype html>/i.test(html) || !html.endsWith("</html>")) return "a text that is cut off";
  const [head = ""] = html.split("<body", 1);
  if ((head.match(/<title\b/g) ?? []).length !== 1) return "a head without its one title";
  const own = html.replace(
    /<script\b[^>]*(?:type="(?:application\/ld\+json|speculationrules)"|src="\/enhance\.js[?"])[^>]*>[\s\S]*?<\/script>/g,
    "",
  );
  if (/<script\b/.test(own)) return "a script that is not ours";
  const isIn =
    (text: string) =>
    ([found]: (typeof faults)[number]) =>
      found.test(text);
  // The names of attributes alone: what stands in them may read like one.
  return (faults.find(isIn(own)) ?? attributeFaults.find(isIn(own.replace(/="[^"]*"/g, "="))))?.[1];
}

/** The framework's data are most of a page, so that they are leapt over and not searched. */
function withoutScripts(html: string): string {
  const kept: string[] = [];
  let at = 0;
  for (let start = html.indexOf("<script"); start >= 0; start = html.indexOf("<script", at)) {
    const [opened, closed] = [html.indexOf(">", start), html.indexOf("</script>", start)];
    if (closed < 0) break;
    const end = closed + "</script>".length;
    const isOurs = /type="(?:application\/ld\+json|speculationrules)"|src="\/enhance\.js[?"]/.test(
      html.slice(start, opened),
    );
    kept.push(html.slice(at, isOurs ? end : start));
    at = end;
  }
  return kept.join("") + html.slice(at);
}

/** Held back until they are whole: what is text, and so worth changing or compressing. */
const held = /^(text\/|application\/([a-z.-]+\+)?json|application\/javascript|image\/svg)/;
/** To a form of an earlier build, whose actions have other names. */
const OUTDATED =
  "This form is from an older version of the page, and nothing was saved. Go back, copy what you typed, open the page again and send it from there.\n";
/** Below this, compression costs more than it saves. */
const WORTH_COMPRESSING = 1_000;

/**
 * Holds back an answer of text until it is whole, takes the framework's scripts out of HTML, and compresses it as
 * the reader allows. Other answers pass as they come.
 */
export function asDocument(request: IncomingMessage, response: ServerResponse): void {
  const write = response.write.bind(response) as (chunk: unknown, ...rest: unknown[]) => boolean;
  const end = response.end.bind(response) as (...rest: unknown[]) => ServerResponse;
  const writeHead = response.writeHead.bind(response) as (...rest: unknown[]) => ServerResponse;
  const chunks: Buffer[] = [];
  let head: unknown[] | undefined;
  const type = () => String(response.getHeader("content-type") ?? "");
  const isHeld = () => held.test(type()) && !response.hasHeader("content-encoding");
  const bytes = (chunk: unknown, encoding: unknown) =>
    typeof chunk === "string"
      ? Buffer.from(chunk, typeof encoding === "string" ? (encoding as BufferEncoding) : "utf8")
      : Buffer.from(chunk as Uint8Array);
  response.writeHead = ((...rest: unknown[]) => {
    const [status, ...more] = rest;
    const headers = more.find((part) => typeof part === "object" && part !== null);
    for (const [name, value] of Object.entries((headers ?? {}) as Record<string, string>))
      response.setHeader(name, value);
    if (!isHeld()) return writeHead(status);
    response.statusCode = Number(status);
    head = [status];
    return response;
  }) as typeof response.writeHead;
  response.write = ((chunk: unknown, ...rest: unknown[]) => {
    if (response.headersSent || !isHeld()) return write(chunk, ...rest);
    chunks.push(bytes(chunk, rest[0]));
    afterwards(rest);
    return true;
  }) as typeof response.write;
  response.end = ((...rest: unknown[]) => {
    if (response.headersSent || !isHeld()) return end(...rest);
    if (rest[0] !== undefined && rest[0] !== null && typeof rest[0] !== "function")
      chunks.push(bytes(rest[0], rest[1]));
    afterwards(rest);
    // By whatever stands before this one, which may choose another status.
    if (!head) response.writeHead(response.statusCode);
    const whole = Buffer.concat(chunks);
    const isHtml = type().startsWith("text/html");
    const text = response.hasHeader("x-nextjs-action-not-found")
      ? Buffer.from(OUTDATED)
      : isHtml
        ? Buffer.from(finished(whole.toString("utf8"), request.url ?? "/"))
        : whole;
    const body = compressed(request, response, text);
    // HEAD and 304 have no body, and keep the length that the handler gave.
    if (whole.length > 0) response.setHeader("content-length", body.length);
    writeHead(...(head ?? []));
    return whole.length > 0 ? end(body) : end();
  }) as typeof response.end;
}

function compressed(request: IncomingMessage, response: ServerResponse, text: Buffer): Buffer {
  if (text.length < WORTH_COMPRESSING) return text;
  response.appendHeader("vary", "Accept-Encoding");
  const encoding = encodingFor(request.headers["accept-encoding"] as string | undefined);
  if (encoding !== "identity") response.setHeader("content-encoding", encoding);
  return encoded(text, encoding);
}
