import fs from "node:fs";
import http from "node:http";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { recordFile } from "./place";

/**
 * Loaded into the site under test before it starts: keeps each request for open data and its answer as it went out,
 * one a line, for e2e/open-data-answers.spec.ts. The site itself is as it is for everybody.
 */
export type Exchange = {
  url: string;
  request: Record<string, string>;
  status: number;
  headers: Record<string, string>;
  body: string;
};

const bodies: Record<string, (bytes: Buffer) => Buffer> = { br: brotliDecompressSync, gzip: gunzipSync };
const emit = http.Server.prototype.emit;

http.Server.prototype.emit = function (this: http.Server, event: string | symbol, ...given: unknown[]) {
  if (event === "request") record(given[0] as http.IncomingMessage, given[1] as http.ServerResponse);
  return Reflect.apply(emit, this, [event, ...given]);
} as typeof emit;

function record(request: http.IncomingMessage, response: http.ServerResponse): void {
  const { url = "", method } = request;
  if (method !== "GET" || !url.startsWith("/api/v1/")) return;
  const headers = plain(request.headers);
  const chunks: Buffer[] = [];
  for (const name of ["write", "end"] as const) {
    const own = response[name].bind(response) as (...parts: unknown[]) => never;
    response[name] = ((...parts: unknown[]) => {
      const [chunk] = parts;
      if (typeof chunk === "string" || chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk as string));
      return own(...parts);
    }) as never;
  }
  response.once("finish", () => {
    const answered = plain(response.getHeaders());
    const bytes = Buffer.concat(chunks);
    const isFile = answered["content-type"] === "application/gzip";
    const body = isFile
      ? ""
      : (bodies[answered["content-encoding"] ?? ""] ?? ((same) => same))(bytes).toString();
    const exchange: Exchange = {
      url,
      request: headers,
      status: response.statusCode,
      headers: answered,
      body,
    };
    fs.appendFileSync(recordFile, `${JSON.stringify(exchange)}\n`);
  });
}

const plain = (headers: http.OutgoingHttpHeaders): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
