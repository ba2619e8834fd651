/**
 * The steps of an import that take time. `check` is all that a reader does, with `read` in it; `stage` all that
 * happens to a release on its way into the database, with `cover` and `write` in it.
 */
export type Step = "read" | "check" | "sort" | "digest" | "stage" | "cover" | "write";

/** Does a step of an import, and notes on the process's timeline (`performance.measure`) how long it took. */
export async function step<T>(name: Step, work: () => T | Promise<T>): Promise<T> {
  const start = performance.now();
  const value = await work();
  performance.measure(name, { start });
  return value;
}
