import http from "node:http";
import next from "next";
import { loadBundleIfNeeded } from "@/data/import/bundle";
import { connection } from "@/db/client";
import { databaseUrl } from "@/db/dialect";
import { withAnswer } from "@/server/answer/status";
import { buildIfNeeded } from "./build";

const HOST = "127.0.0.1";

/** Everything between a fresh clone and a served site: migrate, load the facts, build, serve. A second start repeats none of it. */
async function start() {
  const port = portFromEnvironment();
  const began = Date.now();
  const say = (text: string) =>
    console.log(`${((Date.now() - began) / 1000).toFixed(1).padStart(6)} s  ${text}`);

  const database = await connection();
  await database.migrate();
  say(`Database ready: ${databaseUrl.replace(/\/\/[^@/]*@/, "//…@")}`);
  const loaded = await loadBundleIfNeeded(database, (text) => say(text));
  say(loaded ? "Official figures loaded from data/bundle" : "Official figures are loaded already");
  say(buildIfNeeded() ? "Site built" : "Site is built already");

  const app = next({ dev: false, hostname: HOST, port });
  await app.prepare();
  const handle = app.getRequestHandler();
  const server = http.createServer((request, response) => {
    if (!isDecodable(request.url ?? "/")) return refuseAddress(response);
    const answer: { status?: number } = {};
    const writeHead = response.writeHead.bind(response) as (...parts: unknown[]) => http.ServerResponse;
    response.writeHead = ((status: number, ...rest: unknown[]) =>
      writeHead(status === 200 ? (answer.status ?? status) : status, ...rest)) as typeof response.writeHead;
    withAnswer(answer, () => void handle(request, response));
  });
  await new Promise<void>((resolve, reject) => server.once("error", reject).listen(port, HOST, resolve));
  say(`Serving. Three addresses worth opening:

  http://localhost:${port}/
  http://localhost:${port}/compare/patient-service-coordinator-vs-patient-liaison
  http://localhost:${port}/compare/medical-secretary-vs-registered-nurses
`);
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => {
      server.close(
        () =>
          void app
            .close()
            .then(() => database.close())
            .then(() => process.exit(0)),
      );
      server.closeIdleConnections();
    });
  }
}

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

/** Throws on a PORT that is no port, saying what was expected. */
function portFromEnvironment(): number {
  const text = process.env.PORT || "3000";
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65535)
    throw new Error(`PORT is "${text}", and a whole number from 1 to 65535 was expected, such as PORT=3000`);
  return port;
}

start().catch((error: Error & { code?: string }) => {
  const inUse = error.code === "EADDRINUSE" ? "The port is in use; choose another with PORT. " : "";
  console.error(`Crossroads did not start. ${inUse}${error.message}`);
  process.exit(1);
});
