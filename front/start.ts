import "./check-configuration";
import http from "node:http";
import { setFlagsFromString } from "node:v8";
import next from "next";
import { loadBundleIfNeeded } from "@/data/import/bundle";
import { connection } from "@/db/client";
import { databaseUrl } from "@/db/dialect";
import { type Answer, withAnswer } from "@/server/answer/status";
import { sweepResumes } from "@/server/application/resume-file";
import { holdsDemo, loadDemo } from "@/server/demo/load-demo";
import { startOutbox } from "@/server/mail/outbox";
import { expirePostings } from "@/server/posting/expire-postings";
import { isLocal } from "@/server/settings";
import { buildIfNeeded } from "./build";
import { asDocument } from "./document";
import { withOwnFaults } from "./fault";
import { drain, readForm } from "./form-body";
import { bytesAllowed, isPublic, refusalOf, refuse, refuseUnread, settleHeaders } from "./guard";
import { answersHealth } from "./health";

const HOST = "127.0.0.1";

// A page makes some megabytes that live for one request: room for them saves a tenth of its time.
setFlagsFromString("--max-semi-space-size=64");

/** How long requests that came before a stop may take. */
const DRAIN_MS = 30_000;

/** Everything between a fresh clone and a served site: migrate, load the facts, build, serve. A second start repeats none of it. */
async function start() {
  const port = Number(process.env.PORT || 3000);
  const began = Date.now();
  const say = (text: string) =>
    console.log(`${((Date.now() - began) / 1000).toFixed(1).padStart(6)} s  ${text}`);

  const database = await connection();
  await database.migrate();
  say(`Database ready: ${databaseUrl.replace(/\/\/[^@/]*@/, "//…@")}`);
  const loaded = await loadBundleIfNeeded(database, (text) => say(text));
  say(loaded ? "Official figures loaded from data/bundle" : "Official figures are loaded already");
  if (!isLocal && (await holdsDemo()))
    throw new Error(
      "The database holds demo people, and APP_URL is no address of this machine. Start with a database of its own.",
    );
  if (await loadDemo(new Date())) say("Demo people and postings loaded: this is a start on your own machine");
  const dev = process.argv.includes("--dev");
  if (!dev) say(buildIfNeeded() ? "Site built" : "Site is built already");

  const app = next({ dev, hostname: HOST, port });
  await app.prepare();
  const handle = app.getRequestHandler();
  let isStopping = false;
  const readiness = async () => {
    if (isStopping) return "it is stopping";
    await database.query("select 1");
    return undefined;
  };
  const server = http.createServer(
    withOwnFaults(async (sent, response) => {
      if (answersHealth(sent, response, readiness)) return;
      settleHeaders(sent);
      const refusal = refusalOf(sent);
      if (refusal) return drain(sent).then(() => refuse(response, refusal));
      if (!isDecodable(sent.url ?? "/")) return refuseAddress(response);
      if (isInner(sent.url ?? "/"))
        sent.url = sent.url?.startsWith("/api/v1/") ? "/api/v1/_not-found" : "/_not-found";
      const request = sent.method === "POST" ? await readForm(sent, bytesAllowed(sent.url ?? "/")) : sent;
      if (request === undefined) return void response.destroy();
      if (!(request instanceof http.IncomingMessage)) return refuse(response, request);
      asDocument(request, response);
      const answer: Answer = {};
      const writeHead = response.writeHead.bind(response) as (...parts: unknown[]) => http.ServerResponse;
      response.writeHead = ((status: number, ...rest: unknown[]) => {
        // The framework has set a header of its own by now; what is somebody's own stays out of every cache.
        if (!isPublic(request)) response.setHeader("cache-control", "private, no-store");
        return writeHead(status === 200 ? (answer.status ?? status) : status, ...rest);
      }) as typeof response.writeHead;
      await new Promise<void>((resolve, reject) =>
        withAnswer(answer, () => void handle(request, response).then(resolve, reject)),
      );
    }),
  );
  server.on("clientError", refuseUnread);
  // Longer than clients and proxies keep a connection, so that none sends into one that is just being closed.
  server.keepAliveTimeout = 75_000;
  await new Promise<void>((resolve, reject) => server.once("error", reject).listen(port, HOST, resolve));
  say(`Serving. Three addresses worth opening:

  http://localhost:${port}/
  http://localhost:${port}/compare/patient-service-coordinator-vs-patient-liaison
  http://localhost:${port}/jobs
`);
  const stopOutbox = startOutbox();
  const jobs = [repeat("Expiry", 60_000, expirePostings), repeat("Résumés", 3_600_000, sweepResumes)];
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => {
      isStopping = true;
      for (const job of jobs) clearInterval(job);
      setTimeout(() => server.closeAllConnections(), DRAIN_MS).unref();
      server.close(
        () =>
          void stopOutbox()
            .then(() => app.close())
            .then(() => database.close())
            .then(() => process.exit(0)),
      );
      server.closeIdleConnections();
    });
  }
}

/** Does something now and then: record what ended, drop files that no application holds. Readers never wait for it. */
function repeat(name: string, milliseconds: number, work: (now: Date) => Promise<unknown>): NodeJS.Timeout {
  const turn = () =>
    void work(new Date()).catch((error: Error) => console.error(`${name}: ${error.message}`));
  turn();
  return setInterval(turn, milliseconds);
}

/** The page that the framework draws when all else fails, and the data that its scripts would load: at no address here. */
const isInner = (url: string): boolean => /^\/_global-error|\.rsc($|\?)|\.segments(\/|$)/.test(url);

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

start().catch((error: Error & { code?: string }) => {
  const inUse = error.code === "EADDRINUSE" ? "The port is in use; choose another with PORT. " : "";
  console.error(`Crossroads did not start. ${inUse}${error.message}`);
  process.exit(1);
});
