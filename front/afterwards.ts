/** Lets who waits for a write to be done go on: the function among its parameters, where there is one. */
export function afterwards(parts: readonly unknown[]): void {
  const done = parts.find((part) => typeof part === "function") as (() => void) | undefined;
  if (done) setImmediate(() => done());
}
