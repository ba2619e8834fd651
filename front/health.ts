import type { IncomingMessage, ServerResponse } from "node:http";

/** What keeps a site from answering well: in words for whoever runs it; undefined where nothing does. */
export type Readiness = () => Promise<string | undefined>;

/** A check that takes longer has failed. */
const PATIENCE_MS = 1_000;

/**
 * Answers `/livez` (the process runs) and `/readyz` (it may be sent requests: it is not stopping, and its database
 * answers), before all else, so that they hold when nothing else does. Returns whether the request was one of them.
 */
export function answersHealth(
  request: IncomingMessage,
  response: ServerResponse,
  readiness: Readiness,
): boolean {
  const path = pathOf(request.url ?? "");
  if (path !== "/livez" && path !== "/readyz") return false;
  if (path === "/livez") say(response, 200, "alive");
  else
    void why(readiness).then((reason) =>
      reason === undefined ? say(response, 200, "ready") : say(response, 503, `not ready: ${reason}`),
    );
  return true;
}

/** Asked of every request, so that it makes nothing but the path. */
function pathOf(url: string): string {
  const at = url.indexOf("?");
  return at < 0 ? url : url.slice(0, at);
}

async function why(readiness: Readiness): Promise<string | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve("the check took too long"), PATIENCE_MS);
  });
  try {
    return await Promise.race([readiness(), late]);
  } catch {
    return "the check failed";
  } finally {
    clearTimeout(timer);
  }
}

function say(response: ServerResponse, status: 200 | 503, text: string): void {
  response.writeHead(status, { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" });
  response.end(`${text}\n`);
}
