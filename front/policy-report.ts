import type { IncomingMessage, ServerResponse } from "node:http";
import { REPORTS } from "@/server/policy";

const MOST_BYTES = 16_000;
/** Lines a minute: a browser with a meddling extension tells of it on every page. */
const MOST_A_MINUTE = 30;

let minute = 0;
let written = 0;

/**
 * Takes what browsers tell of scripts, styles and the like that a page's policy refused, and writes it to the log,
 * a line each, for whoever runs the site. Returns whether the request was such a report.
 */
export function answersReport(request: IncomingMessage, response: ServerResponse): boolean {
  if (request.url !== REPORTS || request.method !== "POST") return false;
  const chunks: Buffer[] = [];
  let bytes = 0;
  request.on("data", (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > MOST_BYTES) request.destroy();
    else chunks.push(chunk);
  });
  request.on("error", () => {});
  request.on("end", () => {
    for (const line of linesOf(Buffer.concat(chunks).toString("utf8"))) if (mayWrite()) console.warn(line);
    response.writeHead(204, { "cache-control": "no-store" });
    response.end();
  });
  return true;
}

function mayWrite(): boolean {
  const now = Math.floor(Date.now() / 60_000);
  if (now !== minute) [minute, written] = [now, 0];
  return ++written <= MOST_A_MINUTE;
}

type Told = Record<string, unknown>;

/** One line a violation, of either form of report: what was refused and on which page, without its query, which may hold what somebody typed. */
export function linesOf(body: string): string[] {
  let told: unknown;
  try {
    told = JSON.parse(body);
  } catch {
    return [];
  }
  return [told].flat().flatMap((one) => {
    const violation = ((one as Told)?.["csp-report"] ?? (one as Told)?.body) as Told | undefined;
    if (typeof violation !== "object" || violation === null) return [];
    const of = (...names: string[]) => {
      const value = names.map((name) => violation[name]).find((each) => typeof each === "string");
      return String(value ?? "").slice(0, 300);
    };
    return `Policy report: ${JSON.stringify({
      page: pathOf(of("document-uri", "documentURL")),
      directive: of("effective-directive", "effectiveDirective", "violated-directive"),
      refused: of("blocked-uri", "blockedURL").split("?")[0],
      sample: of("script-sample", "sample").slice(0, 80),
    })}`;
  });
}

const pathOf = (address: string): string => (URL.canParse(address) ? new URL(address).pathname : "");
