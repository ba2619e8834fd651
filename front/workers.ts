import cluster, { type Worker } from "node:cluster";

/** A worker that lives no longer has a fault that another would have as well. */
const LEAST_LIFE_MS = 5_000;

/**
 * Has a number of processes serve the site on one port, each with a store of pages of its own, and replaces one that
 * dies. Resolves once all of them serve, with how to stop them all; rejects where one cannot start.
 */
export async function startWorkers(count: number): Promise<() => Promise<void>> {
  let isStopping = false;
  const fork = (): Promise<Worker> =>
    new Promise((resolve, reject) => {
      const worker = cluster.fork();
      const began = Date.now();
      worker.once("listening", () => resolve(worker));
      worker.once("exit", (code) => {
        reject(new Error(`a worker ended with code ${code} before it served`));
        if (isStopping || Date.now() - began < LEAST_LIFE_MS) return;
        console.error(`A worker ended with code ${code}; another takes its place.`);
        fork().catch((error: Error) => console.error(error.message));
      });
    });
  await Promise.all(Array.from({ length: count }, fork));
  return async () => {
    isStopping = true;
    const running = Object.values(cluster.workers ?? {}).flatMap((worker) => worker ?? []);
    await Promise.all(
      running.map(
        (worker) =>
          new Promise<void>((resolve) => {
            worker.once("exit", () => resolve());
            worker.process.kill("SIGTERM");
          }),
      ),
    );
  };
}
