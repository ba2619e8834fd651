import { sql } from "drizzle-orm";
import type { PageTag } from "@/domain/page-tag";
import type { Tx } from "./client";
import { pageVersions } from "./schema/page";

/** The row that gives out numbers. */
export const CLOCK = "";

/**
 * Notes a change of what public pages are made of, to be the last thing of its transaction: whoever notes one next
 * waits for it, so that numbers become visible in their order.
 */
export async function bump(tx: Tx, tags: readonly PageTag[]): Promise<void> {
  if (tags.length === 0) return;
  const [clock] = await tx
    .insert(pageVersions)
    .values({ tag: CLOCK, version: 1 })
    .onConflictDoUpdate({ target: pageVersions.tag, set: { version: sql`${pageVersions.version} + 1` } })
    .returning({ version: pageVersions.version });
  const version = clock?.version ?? 1;
  await tx
    .insert(pageVersions)
    .values([...new Set(tags)].sort().map((tag) => ({ tag, version })))
    .onConflictDoUpdate({ target: pageVersions.tag, set: { version } });
}
