import "./check-configuration";
import cluster from "node:cluster";
import { connection } from "@/db/client";
import { prepare } from "./prepare";
import { serve } from "./serve";
import { startUpkeep } from "./upkeep";
import { startWorkers } from "./workers";

const port = Number(process.env.PORT || 3000);
const isDevelopment = process.argv.includes("--dev");

/** Prepares and serves the site; with `CLUSTER=n` by n processes, beside which this one keeps house. */
async function start() {
  const began = Date.now();
  const say = (text: string) =>
    console.log(`${((Date.now() - began) / 1000).toFixed(1).padStart(6)} s  ${text}`);
  await prepare(say, isDevelopment);
  const workers = Number(process.env.CLUSTER || 1);
  const stopServing = workers > 1 ? await startWorkers(workers) : await serve(port, isDevelopment);
  const stopUpkeep = startUpkeep();
  say(`Serving. Three addresses worth opening:

  http://localhost:${port}/
  http://localhost:${port}/compare/patient-service-coordinator-vs-patient-liaison
  http://localhost:${port}/jobs
`);
  stopAtSignal(async () => {
    stopUpkeep();
    await stopServing();
    if (workers > 1) await (await connection()).close();
  });
}

/** Of however many signals: a terminal sends one to each process, and the first process sends one to the others. */
function stopAtSignal(stop: () => Promise<void>): void {
  let isStopping = false;
  const onSignal = () => {
    if (isStopping) return;
    isStopping = true;
    void stop().then(() => process.exit(0));
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, onSignal);
}

const begin = cluster.isPrimary ? start : async () => stopAtSignal(await serve(port, false));
begin().catch((error: Error & { code?: string }) => {
  const inUse = error.code === "EADDRINUSE" ? "The port is in use; choose another with PORT. " : "";
  console.error(`Crossroads did not start. ${inUse}${error.message}`);
  process.exit(1);
});
