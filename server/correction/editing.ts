import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { databaseFacts } from "@/db/schema";
import type { Thing } from "@/domain/access";
import { editedRole } from "@/domain/correction";
import { type Group, groupsOf } from "@/server/occupation/queries";
import { type LiveReleases, liveReleases } from "@/server/release/queries";
import { importedRoleOf, newestEdits, type Role } from "@/server/role/queries";

/** The role of a slug as an editor's verb finds it; undefined for an unknown one. */
export async function roleForEditing(
  tx: Tx,
  slug: string,
): Promise<(Thing & { role: Role; group: Group | null; live: LiveReleases }) | undefined> {
  const live = await liveReleases(tx);
  const imported = await importedRoleOf(tx, live, slug);
  if (!imported) return undefined;
  const role = editedRole(imported, (await newestEdits(tx, [slug])).get(slug));
  const [group = null] = await groupsOf(tx, live, [role]);
  return { role, group, live };
}

/**
 * Lets editors' writes pass one after the other, on PostgreSQL too, where transactions run side by side: what
 * must fit together (pay from the 10th to the 90th percentile) is checked against all that is written.
 */
export async function oneEditorAtATime(tx: Tx): Promise<void> {
  await tx
    .insert(databaseFacts)
    .values({ name: "corrections", value: "" })
    .onConflictDoUpdate({ target: databaseFacts.name, set: { version: sql`${databaseFacts.version} + 1` } });
}
