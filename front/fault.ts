import { createHash } from "node:crypto";
import http from "node:http";
import { afterwards } from "./afterwards";

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
    const wait = response.getHeader("retry-after");
    for (const name of response.getHeaderNames()) response.removeHeader(name);
    const isApi = request.url?.startsWith("/api/");
    const words = status === 503 ? busy : broken;
    body = isApi ? problem(status, words) : pageOf(words);
    return own.writeHead(status, {
      ...(isApi ? apiHeaders : pageHeaders),
      ...(wait !== undefined && { "retry-after": wait }),
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

/** It leans on nothing that could be at fault: no build, no font, no script. */
const style = `:root{color-scheme:light dark;background:light-dark(#fff,#101613);color:light-dark(#14201a,#e8efea)}
body{max-width:38rem;margin:0 auto;padding:1rem;font:1rem/1.5 system-ui,sans-serif}
h1{margin-top:2.5rem;font-size:1.625rem;line-height:1.2}
a{display:inline-block;min-height:1.5rem;color:light-dark(#00573d,#86d9b5)}`;

type Words = { title: string; text: string };

const broken: Words = {
  title: "Something went wrong",
  text: "This page could not be made. The fault is ours, not yours. It may work again in a minute.",
};
const busy: Words = {
  title: "Too many people at once",
  text: "More people are reading here than we can serve right now. If you sent a form, it was not saved. Please try again in a few seconds.",
};

const pageOf = ({ title, text }: Words) => `<!doctype html>
<html lang="en-US">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} | Crossroads</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${title}</h1>
<p>${text}</p>
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

const problem = (status: number, words: Words) =>
  JSON.stringify({
    type: "about:blank",
    title: http.STATUS_CODES[status],
    status,
    detail:
      words === busy
        ? "More is asked for than can be served right now. Ask again in a few seconds."
        : "The fault is the server's, not the request's. It may work again in a minute.",
  });

/** Refuses what there is no room for right now, and says when to come again. */
export function sendAway(response: http.ServerResponse): void {
  response.setHeader("retry-after", "2");
  response.writeHead(503);
  response.end();
}

const apiHeaders = {
  "content-type": "application/problem+json",
  "access-control-allow-origin": "*",
};
