import { asc, gt } from "drizzle-orm";
import { connection } from "@/db/client";
import { CLOCK } from "@/db/page-version";
import { pageVersions } from "@/db/schema";

/** What changed after the change of this number: tags with the number of the last change of each, and that of the last of all. */
export async function changedSince(version: number): Promise<{ tags: [string, number][]; version: number }> {
  const { db } = await connection();
  const rows = await db
    .select()
    .from(pageVersions)
    .where(gt(pageVersions.version, version))
    .orderBy(asc(pageVersions.version), asc(pageVersions.tag));
  return {
    tags: rows.flatMap((row): [string, number][] => (row.tag === CLOCK ? [] : [[row.tag, row.version]])),
    version: rows.at(-1)?.version ?? version,
  };
}

// Pages are bundled apart from the server that keeps them, so the two meet in a place of the process.
const place = Symbol.for("crossroads.pages");
const shared = globalThis as { [place]?: () => void };

/** Lets the keeper of pages in this process look at once. */
export const noticeChanges = (): void => shared[place]?.();

/** Who is told when a change was made in this process. */
export function onChanges(look: () => void): void {
  shared[place] = look;
}
