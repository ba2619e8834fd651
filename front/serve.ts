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

/** How long requests that came before a stop may take. */
const DRAIN_MS = 30_000;

/** Serves the site on a port of this machine, and sends its mail. Returns how to stop it: no new requests, those at hand are answered first. */
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
  const answers = site({
    handle: app.getRequestHandler(),
    assets: isDevelopment ? undefined : new Assets(),
    readiness,
    pageBytes: Number(process.env.PAGE_CACHE_MB || 192) * 1_000_000,
  });
  const server = http.createServer(answers);
  server.on("clientError", refuseUnread);
  // Longer than clients and proxies keep a connection, so that none sends into one that is just being closed.
  server.keepAliveTimeout = 75_000;
  server.headersTimeout = 20_000;
  server.requestTimeout = 120_000;
  await new Promise<void>((resolve, reject) => server.once("error", reject).listen(port, HOST, resolve));
  void answers.warm().catch((error: Error) => console.error(`Warming up: ${error.message}`));
  const stopOutbox = startOutbox();
  return async () => {
    isStopping = true;
    setTimeout(() => server.closeAllConnections(), DRAIN_MS).unref();
    const drained = new Promise<void>((resolve) => server.close(() => resolve()));
    server.closeIdleConnections();
    await drained;
    await stopOutbox();
    await app.close();
    await database.close();
  };
}
