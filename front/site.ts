import http, { type IncomingMessage, type ServerResponse } from "node:http";
import { documentRead, isDocumentPath } from "@/domain/document-route";
import { type Answer, withAnswer } from "@/server/answer/status";
import { onChanges } from "@/server/page/versions";
import { documentPolicy } from "@/server/policy";
import { appUrl } from "@/server/settings";
import type { Assets } from "./assets";
import { CapturedResponse, requestFor } from "./captured-response";
import { asDocument, documentFault, finished } from "./document";
import { encodingFor } from "./encoding";
import { sendAway, withOwnFaults } from "./fault";
import { drain, readForm } from "./form-body";
import { bytesAllowed, hasOwnCookies, isPublic, isSpecial, refusalOf, refuse, settleHeaders } from "./guard";
import { siteHeaders } from "./headers";
import { answersHealth, type Readiness } from "./health";
import { PageClock } from "./page-clock";
import { type FoundPage, type MadePage, PageKeeper } from "./page-keeper";
import { answersReport } from "./policy-report";
import { cacheStatus, type PageSource, sendPage } from "./send-page";
import { together } from "./together";
import { Turns, type Work } from "./turns";

type Handle = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** A page that is not there by then is not waited for. */
const MAKING_MS = 20_000;

/** Pages that search titles and find ways, for which about a second's work is done once. */
const FIRST = ["/", "/careers/registered-nurses/next"];

/** There was no turn for what was asked. */
class NoTurn extends Error {}

/**
 * The site as a listener for requests: health first, files, kept pages, then what the framework makes. `assets` and
 * keeping are left out by the development server, whose pages change under it.
 */
export function site({
  handle,
  assets,
  readiness,
  breathe,
  pageBytes,
}: {
  handle: Handle;
  assets: Assets | undefined;
  readiness: Readiness;
  /** Lets in who waits at the door; between two pages that are made. */
  breathe: () => Promise<unknown>;
  pageBytes: number;
}): http.RequestListener & { warm(): Promise<void> } {
  const turns = new Turns(undefined, breathe);
  const clock = new PageClock();
  onChanges(clock.notice);
  const keeper = new PageKeeper((key) => makePage(key, handle, turns), clock, pageBytes);
  const others = withOwnFaults((request, response) => answerOther(request, response, handle, turns));

  /** Makes pages for which the process first makes what all others use: else its first readers would wait for that. */
  const warm = async () => {
    if (assets && (await clock.upToDate())) for (const key of FIRST) await keeper.page(key, "br");
  };
  const sendMade = (key: string) =>
    withOwnFaults(async (request, response) => {
      // Without the database nobody knows what is true: the page says so itself.
      if (!(await clock.upToDate())) return answerOther(request, response, handle, turns);
      const encoding = encodingFor(request.headers["accept-encoding"] as string | undefined);
      try {
        const found = await keeper.page(key, encoding);
        const source = sourceOf(found);
        if (found.kept) sendPage(request, response, { key, page: found.kept, keeper, source });
        else if (found.made) sendUnkept(request, response, found.made, source);
      } catch (error) {
        if (!(error instanceof NoTurn)) throw error;
        sendAway(response);
      }
    });
  const listener = together((request, response) => {
    if (answersHealth(request, response, readiness)) return;
    if (answersReport(request, response)) return;
    if (assets?.answers(request, response)) return;
    const isRead = request.method === "GET" || request.method === "HEAD";
    const read = isRead ? documentRead(request.url ?? "") : undefined;
    if (read?.kind === "moved") return sendMoved(response, read.to);
    if (
      !assets ||
      read?.kind !== "kept" ||
      isSpecial(request.headers) ||
      hasOwnCookies(request.headers.cookie, read.route.reads)
    )
      return others(request, response);
    const { key } = read;
    const page = clock.upToDate() === true ? keeper.find(key) : undefined;
    if (page) sendPage(request, response, { key, page, keeper, source: "hit" });
    else sendMade(key)(request, response);
  });
  return Object.assign(listener, { warm });
}

/** Has the framework make a page for nobody in particular: as its address alone asks for it. */
async function makePage(key: string, handle: Handle, turns: Turns): Promise<MadePage> {
  const made = await turns.run("fill", async () => {
    const request = requestFor(key, { host: appUrl.host, accept: "text/html", "user-agent": "Crossroads" });
    const response = new CapturedResponse(request);
    const timer = setTimeout(() => response.destroy(new Error(`${key} took too long to make`)), MAKING_MS);
    const answer: Answer = {};
    withAnswer(answer, () => {
      handle(request, response).catch((error: Error) => response.destroy(error));
    });
    const { status, headers, body } = await response.whole.finally(() => clearTimeout(timer));
    return { answer, status, headers, body };
  });
  if (!made) throw new NoTurn();
  const { answer, headers, body } = made;
  const status = made.status === 200 ? (answer.status ?? 200) : made.status;
  const html = finished(body.toString("utf8"), key);
  const isHtml = String(headers["content-type"] ?? "").startsWith("text/html");
  const [tags, isFixed] = [[...(answer.tags ?? [])], documentRead(key)?.route.isFixed ?? false];
  const isKeepable = isHtml && [200, 404, 410].includes(status) && headers["set-cookie"] === undefined;
  const fault = isKeepable
    ? (documentFault(html) ??
      (tags.length === 0 && !isFixed ? "a page that does not say what it is made of" : undefined))
    : undefined;
  if (fault) console.error(`Not kept: ${key} is ${fault}`);
  return {
    status,
    text: isHtml ? Buffer.from(html) : body,
    link: textOf(headers.link),
    location: textOf(headers.location),
    tags,
    until: answer.until?.getTime() ?? Number.POSITIVE_INFINITY,
    whyNot: isKeepable ? fault : "no page to keep",
  };
}

function sourceOf({ made, kept, isShared }: FoundPage): PageSource {
  if (!made) return "hit";
  if (isShared) return "fwd=miss; collapsed";
  return kept ? "fwd=miss; stored" : "fwd=miss";
}

const textOf = (header: unknown): string | undefined =>
  header === undefined ? undefined : Array.isArray(header) ? header.join(", ") : String(header);

/** Sends a page that was made for all, and is not to be kept: a redirect, or one that failed. */
function sendUnkept(
  request: IncomingMessage,
  response: ServerResponse,
  made: MadePage,
  source: PageSource,
): void {
  asDocument(request, response);
  for (const [name, value] of siteHeaders) response.setHeader(name, value);
  response.setHeader("content-security-policy", documentPolicy);
  response.setHeader("cache-control", "private, no-store");
  response.setHeader("cache-status", cacheStatus(source));
  response.setHeader("content-type", "text/html; charset=utf-8");
  if (made.location !== undefined) response.setHeader("location", made.location);
  response.writeHead(made.status);
  response.end(request.method === "HEAD" ? undefined : made.text);
}

/** To the address without what no page knows, so that it has one name. */
function sendMoved(response: ServerResponse, to: string): void {
  response.writeHead(308, ["Location", to, "Cache-Control", "private, no-store", "Content-Length", "0"]);
  response.end();
}

/** Everything that is not kept: forms, what a person does, what is made for one reader. */
async function answerOther(
  sent: IncomingMessage,
  response: ServerResponse,
  handle: Handle,
  turns: Turns,
): Promise<void> {
  settleHeaders(sent);
  for (const [name, value] of siteHeaders) response.setHeader(name, value);
  const refusal = refusalOf(sent);
  if (refusal) return drain(sent).then(() => refuse(response, refusal));
  if (!isDecodable(sent.url ?? "/")) return refuseAddress(response);
  if (isInner(sent.url ?? "/"))
    sent.url = sent.url?.startsWith("/api/v1/") ? "/api/v1/_not-found" : "/_not-found";
  const request = sent.method === "POST" ? await readForm(sent, bytesAllowed(sent.url ?? "/")) : sent;
  if (request === undefined) return void response.destroy();
  if (!(request instanceof http.IncomingMessage)) return refuse(response, request);
  const [path = "/"] = (request.url ?? "/").split("?", 1);
  if (isDocumentPath(path)) response.setHeader("cache-status", cacheStatus("fwd=bypass"));
  asDocument(request, response);
  const answer: Answer = {};
  const writeHead = response.writeHead.bind(response) as (...parts: unknown[]) => http.ServerResponse;
  response.writeHead = ((status: number, ...rest: unknown[]) => {
    // The framework has set a header of its own by now; what is somebody's own stays out of every cache.
    if (!isPublic(request)) response.setHeader("cache-control", "private, no-store");
    return writeHead(status === 200 ? (answer.status ?? status) : status, ...rest);
  }) as typeof response.writeHead;
  const isGone = () => response.destroyed || response.writableEnded;
  const made = await turns.run(
    workOf(request.method, path),
    () =>
      new Promise<true>((resolve, reject) =>
        withAnswer(answer, () => void handle(request, response).then(() => resolve(true), reject)),
      ),
    isGone,
  );
  if (!made && !isGone()) sendAway(response);
}

/** Pages on which a person does something, as far as their addresses say it. */
const deeds = /^\/(post|employer|admin|account|sign-in|applications|outbox)(\/|$)|\/(apply|report)(\/|$)/;

const workOf = (method: string | undefined, path: string): Work =>
  method === "POST" || deeds.test(path) ? "deed" : "search";

/** The page that the framework draws when all else fails, and the data that its scripts would load: at no address here. */
const isInner = (url: string): boolean => /^\/_global-error|\.rsc($|\?)|\.segments(\/|$)/.test(url);

function isDecodable(address: string): boolean {
  try {
    decodeURI(address);
    return true;
  } catch {
    return false;
  }
}

/** The framework answers a broken address with 500; the fault is the address's. */
function refuseAddress(response: http.ServerResponse): void {
  response.writeHead(400, { "content-type": "text/plain; charset=utf-8" });
  response.end(
    "This address holds a percent sign that does not begin a valid code. Check how it was copied.\n",
  );
}
