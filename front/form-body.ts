import http from "node:http";
import { type GuardRefusal, TOO_LONG } from "./guard";

/** How a form that can be acted on names its action: by id alone. Bound arguments, which the framework would decode as well, are in none of ours. */
const ACTION = /^\$ACTION_ID_[0-9a-f]+$/;
/** Forms that a route answers at an address of its own, from whichever page they come: they name no action. */
const ROUTE = /^\/compare\/tray(\?|$)/;

/** Bytes of a refused body that are read all the same, and how long: a browser that may not finish sending shows no answer. */
const DRAINED_BYTES = 20_000_000;
const DRAINED_MS = 10_000;

/**
 * Reads a form that was sent, whole: the framework answers a fault of the server to one that is cut off, too
 * long or without an action. Returns the request with its body before it, or why it is refused; undefined when
 * the sender is gone.
 */
export async function readForm(
  request: http.IncomingMessage,
  most: number,
): Promise<http.IncomingMessage | GuardRefusal | undefined> {
  const type = request.headers["content-type"] ?? "";
  if (!/^multipart\/form-data\s*;/i.test(type)) {
    await drain(request);
    return { status: 415, text: "Forms are sent here as multipart/form-data. Send this from its page." };
  }
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of request.iterator({ destroyOnReturn: false })) {
      bytes += (chunk as Buffer).length;
      if (bytes > most) break;
      chunks.push(chunk as Buffer);
    }
  } catch {
    return undefined;
  }
  if (bytes > most) {
    await drain(request);
    return TOO_LONG;
  }
  const body = Buffer.concat(chunks);
  const actions = ROUTE.test(request.url ?? "") ? 0 : 1;
  return (await isOurForm(body, type, actions)) ? withBody(request, body) : DAMAGED;
}

const DAMAGED: GuardRefusal = {
  status: 400,
  text: "This form did not arrive whole. Go back and send it again: nothing was saved.",
};

async function isOurForm(body: Buffer<ArrayBuffer>, type: string, count: number): Promise<boolean> {
  try {
    const form = await new Response(body, { headers: { "content-type": type } }).formData();
    const actions = new Set([...form.keys()].filter((name) => name.startsWith("$ACTION")));
    return actions.size === count && [...actions].every((name) => ACTION.test(name));
  } catch {
    return false;
  }
}

/** The same request, whose body is still to be read. */
function withBody(request: http.IncomingMessage, body: Buffer): http.IncomingMessage {
  const again = new http.IncomingMessage(request.socket);
  const { method, url, headers, rawHeaders, httpVersion, httpVersionMajor, httpVersionMinor } = request;
  Object.assign(again, {
    method,
    url,
    rawHeaders,
    httpVersion,
    httpVersionMajor,
    httpVersionMinor,
    complete: true,
  });
  // The framework compares Origin with Host as well, and fails where they differ; the guard has asked already.
  const { host } = new URL(headers.origin ?? "");
  again.headers = { ...headers, host, "content-length": String(body.length) };
  delete again.headers["transfer-encoding"];
  again.push(body);
  again.push(null);
  return again;
}

/** Reads on, to nowhere, until the sender is done or it gets too much. */
export function drain(request: http.IncomingMessage): Promise<void> {
  return new Promise((resolve) => {
    let bytes = 0;
    const done = () => {
      clearTimeout(timer);
      request.pause();
      resolve();
    };
    const timer = setTimeout(done, DRAINED_MS);
    request.on("data", (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > DRAINED_BYTES) done();
    });
    for (const event of ["end", "close", "error"]) request.once(event, done);
    if (request.readableEnded || request.destroyed) done();
  });
}
