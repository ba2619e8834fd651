import http from "node:http";
import { setFlagsFromString } from "node:v8";
import next from "next";
import { connection } from "@/db/client";
import { startOutbox } from "@/server/mail/outbox";
import { Assets } from "./assets";
import { refuseUnread } from "./guard";
import { site } from "./site";

const HOST = "127.0.0.1";

// A page makes some megabytes that live for one request: room for them saves a tenth of its time.
setFlagsFromString("--max-semi-space-size=64");

/** How long a site that is about to stop still takes requests: those that were sent before anybody could know, and are not read yet. */
const NOTICE_MS = 500;
/** How long those that it took may last. */
const DRAIN_MS = 30_000;

/** Serves the site on a port of this machine, and sends its mail. Returns how to stop it: it says that it is not ready, takes no new requests a moment later, and answers those at hand. */
export async function serve(port: number, isDevelopment: boolean): Promise<() => Promise<void>> {
  const database = await connection();
  const app = next({ dev: isDevelopment, hostname: HOST, port });
  await app.prepare();
  let isStopping = false;
  const readiness = async () => {
    if (isStopping) return "it is stopping";
    await database.query("select 1");
    return undefined;
  };
  const server = http.createServer();
  const answers = site({
    handle: app.getRequestHandler(),
    assets: isDevelopment ? undefined : new Assets(),
    readiness,
    breathe: () => letIn(server),
    pageBytes: Number(process.env.PAGE_CACHE_MB || 192) * 1_000_000,
  });
  server.on("request", answers);
  server.on("clientError", refuseUnread);
  // Longer than clients and proxies keep a connection, so that none sends into one that is just being closed; said in
  // each answer as well (`Keep-Alive`), which `server.timeout` would not do.
  server.keepAliveTimeout = 75_000;
  server.headersTimeout = 20_000;
  server.requestTimeout = 120_000;
  await new Promise<void>((resolve, reject) => server.once("error", reject).listen(port, HOST, resolve));
  void answers.warm().catch((error: Error) => console.error(`Warming up: ${error.message}`));
  const stopOutbox = startOutbox();
  return async () => {
    isStopping = true;
    // Who keeps a connection open is told to end it with the next answer.
    server.prependListener("request", (_, response) => {
      response.shouldKeepAlive = false;
    });
    await new Promise((resolve) => setTimeout(resolve, NOTICE_MS));
    const drained = new Promise<void>((resolve) => server.close(() => resolve()));
    // One that has just had its answer would otherwise stay for as long as it may keep still.
    const idle = setInterval(() => server.closeIdleConnections(), 50);
    const late = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
    await drained;
    clearInterval(idle);
    clearTimeout(late);
    await stopOutbox();
    await app.close();
    await database.close();
  };
}

/** Longest that those who come in hold up those for whom a page is made, in milliseconds. */
const LETTING_IN_MS = 100;

/**
 * Turns the event loop until nobody new comes in. The loop takes one new connection a turn, so that with pages made in
 * every turn a crowd would stand at the door for minutes, among them who asks for what is ready.
 */
async function letIn(server: http.Server): Promise<void> {
  let came = 0;
  const count = () => {
    came++;
  };
  server.on("connection", count);
  const until = performance.now() + LETTING_IN_MS;
  let quiet = 0;
  while (quiet < 2 && performance.now() < until) {
    const before = came;
    await new Promise(setImmediate);
    quiet = came === before ? quiet + 1 : 0;
  }
  server.off("connection", count);
}
