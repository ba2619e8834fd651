import { z } from "zod";

/** A page of a list that is read in parts, and where the next one begins. */
export type Page<T> = { entries: T[]; cursor: string | null };

const Cursor = z.strictObject({ list: z.string(), after: z.string() });

/**
 * One page of entries that lie sorted by key: those after the one the cursor names, which need not be there any more.
 * Undefined for a cursor that no page of this list gave.
 */
export function pageOf<T>(
  list: string,
  entries: readonly T[],
  keyOf: (entry: T) => string,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Page<T> | undefined {
  const after = cursor === undefined ? "" : keyIn(list, cursor);
  if (after === undefined) return undefined;
  const rest = entries.filter((entry) => keyOf(entry) > after);
  const page = rest.slice(0, limit);
  const last = page.at(-1);
  return { entries: page, cursor: last && rest.length > limit ? cursorAfter(list, keyOf(last)) : null };
}

const cursorAfter = (list: string, after: string): string =>
  btoa(JSON.stringify({ list, after })).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");

function keyIn(list: string, cursor: string): string | undefined {
  try {
    const read = Cursor.safeParse(JSON.parse(atob(cursor.replaceAll("-", "+").replaceAll("_", "/"))));
    return read.success && read.data.list === list ? read.data.after : undefined;
  } catch {
    return undefined;
  }
}
