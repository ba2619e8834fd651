import { createHash } from "node:crypto";
import http from "node:http";

type Handle = (request: http.IncomingMessage, response: http.ServerResponse) => Promise<void>;

/**
 * Answers by `handle`, with bodies of our own for every fault (status 500 and over): a whole document, or a
 * problem as RFC 9457 describes it under /api/. The framework's own is an empty shell that only JavaScript
 * fills. A handler that throws answers 500.
 */
export function withOwnFaults(handle: Handle): http.RequestListener {
  return (request, response) => {
    replaceFaults(request, response);
    handle(request, response).catch((error: unknown) => {
      console.error(error);
      if (response.headersSent) {
        response.destroy();
      } else {
        response.statusCode = 500;
        response.end();
      }
    });
  };
}

/** Watches the head of an answer: with the status of a fault, all that was meant to follow is dropped for our own body. */
function replaceFaults(request: http.IncomingMessage, response: http.ServerResponse): void {
  const own = {
    writeHead: response.writeHead.bind(response) as (...parts: unknown[]) => http.ServerResponse,
    write: response.write.bind(response) as (...parts: unknown[]) => boolean,
    end: response.end.bind(response) as (...parts: unknown[]) => http.ServerResponse,
  };
  let body: string | undefined;
  const isFault = () => {
    if (!response.headersSent && response.statusCode >= 500) response.writeHead(response.statusCode);
    return body !== undefined;
  };
  response.writeHead = ((status: number, ...rest: unknown[]) => {
    if (status < 500) return own.writeHead(status, ...rest);
    for (const name of response.getHeaderNames()) response.removeHeader(name);
    const isApi = request.url?.startsWith("/api/");
    body = isApi ? problem(status) : page;
    return own.writeHead(status, {
      ...(isApi ? apiHeaders : pageHeaders),
      "cache-control": "no-store",
      "content-length": Buffer.byteLength(body),
      "x-content-type-options": "nosniff",
    });
  }) as typeof response.writeHead;
  response.write = ((...parts: unknown[]) => {
    if (!isFault()) return own.write(...parts);
    afterwards(parts);
    return true;
  }) as typeof response.write;
  response.end = ((...parts: unknown[]) => {
    if (!isFault()) return own.end(...parts);
    afterwards(parts);
    return own.end(body);
  }) as typeof response.end;
}

/** Who waits for a write to be done may go on. */
function afterwards(parts: unknown[]): void {
  const done = parts.at(-1);
  if (typeof done === "function") setImmediate(() => done());
}

/** It leans on nothing that could be at fault: no build, no font, no script. */
const style = `:root{color-scheme:light dark;background:light-dark(#fff,#101613);color:light-dark(#14201a,#e8efea)}
body{max-width:38rem;margin:0 auto;padding:1rem;font:1rem/1.5 system-ui,sans-serif}
h1{margin-top:2.5rem;font-size:1.625rem;line-height:1.2}
a{display:inline-block;min-height:1.5rem;color:light-dark(#00573d,#86d9b5)}`;

const page = `<!doctype html>
<html lang="en-US">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Something went wrong | Crossroads</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>Something went wrong</h1>
<p>This page could not be made. The fault is ours, not yours. It may work again in a minute.</p>
<p><a href="">Try this page again</a></p>
<p><a href="/">Go to the first page of Crossroads</a></p>
</main>
</body>
</html>
`;

const pageHeaders = {
  "content-type": "text/html; charset=utf-8",
  "content-security-policy": `default-src 'none'; style-src 'sha256-${createHash("sha256").update(style).digest("base64")}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  "referrer-policy": "strict-origin-when-cross-origin",
};

const problem = (status: number) =>
  JSON.stringify({
    type: "about:blank",
    title: http.STATUS_CODES[status],
    status,
    detail: "The fault is the server's, not the request's. It may work again in a minute.",
  });

const apiHeaders = {
  "content-type": "application/problem+json",
  "access-control-allow-origin": "*",
};
