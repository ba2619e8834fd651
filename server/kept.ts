type Kept = Map<string, { key: string; value: Promise<unknown> }>;

// Pages and routes are bundled apart, each with modules of its own, so that they meet in a place of the process.
const place = Symbol.for("crossroads.kept");
const shared = globalThis as { [place]?: Kept };

/**
 * What takes long to make and stays the same for as long as its key does: made once a process, by whichever asks
 * first, and forgotten when it fails or another key is asked for.
 */
export function kept<T>(name: string, key: string, make: () => Promise<T>): Promise<T> {
  shared[place] ??= new Map();
  const known = shared[place].get(name);
  if (known?.key === key) return known.value as Promise<T>;
  const value = make();
  const entry = { key, value };
  shared[place].set(name, entry);
  value.catch(() => {
    if (shared[place]?.get(name) === entry) shared[place].delete(name);
  });
  return value;
}
