import http from "node:http";
import { Socket } from "node:net";
import { afterwards } from "./afterwards";

/** An answer that was caught whole. */
export type Captured = { status: number; headers: http.OutgoingHttpHeaders; body: Buffer };

/** More than any page has. */
const MOST_BYTES = 8_000_000;

/** A request without a connection: what is made for all must not depend on who asked first, nor end with them. */
export function requestFor(url: string, headers: Readonly<Record<string, string>>): http.IncomingMessage {
  const request = new http.IncomingMessage(new Socket());
  Object.assign(request, {
    method: "GET",
    url,
    headers: { ...headers },
    rawHeaders: Object.entries(headers).flat(),
    httpVersion: "1.1",
    httpVersionMajor: 1,
    httpVersionMinor: 1,
    complete: true,
  });
  request.push(null);
  return request;
}

/** An answer without a connection: `whole` is what was sent, once it is; it fails where that is cut off. */
export class CapturedResponse extends http.ServerResponse {
  readonly whole: Promise<Captured>;
  #chunks: Buffer[] = [];
  #bytes = 0;
  #done: (captured: Captured) => void = () => {};
  #failed: (error: Error) => void = () => {};

  constructor(request: http.IncomingMessage) {
    super(request);
    this.whole = new Promise((resolve, reject) => {
      this.#done = resolve;
      this.#failed = reject;
    });
    // Whoever started the work may have gone before it fails.
    this.whole.catch(() => {});
  }

  override writeHead(status: number, ...rest: unknown[]): this {
    this.statusCode = status;
    const headers = rest.find((part) => typeof part === "object" && part !== null) ?? {};
    if (Array.isArray(headers))
      for (let at = 0; at < headers.length; at += 2) this.setHeader(headers[at], headers[at + 1]);
    else
      for (const [name, value] of Object.entries(headers))
        if (value !== undefined) this.setHeader(name, value);
    return this;
  }

  override flushHeaders(): void {}

  override write(chunk: unknown, ...rest: unknown[]): boolean {
    const [encoding] = rest;
    const bytes =
      typeof chunk === "string"
        ? Buffer.from(chunk, typeof encoding === "string" ? (encoding as BufferEncoding) : "utf8")
        : Buffer.from(chunk as Uint8Array);
    this.#bytes += bytes.length;
    if (this.#bytes > MOST_BYTES) this.#failed(new Error(`a page of more than ${MOST_BYTES} bytes`));
    else this.#chunks.push(bytes);
    afterwards(rest);
    return true;
  }

  override end(...rest: unknown[]): this {
    if (this.writableEnded || this.finished) return this;
    const [chunk, encoding] = rest;
    if (chunk !== undefined && chunk !== null && typeof chunk !== "function") this.write(chunk, encoding);
    this.finished = true;
    this.#done({ status: this.statusCode, headers: this.getHeaders(), body: Buffer.concat(this.#chunks) });
    setImmediate(() => {
      this.emit("finish");
      this.emit("close");
    });
    afterwards(rest);
    return this;
  }

  override destroy(error?: Error): this {
    this.#failed(error ?? new Error("the page was cut off"));
    this.emit("close");
    return this;
  }
}
