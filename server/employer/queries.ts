import { asc, inArray } from "drizzle-orm";
import { connection } from "@/db/client";
import { employers } from "@/db/schema";
import type { Actor } from "@/domain/access";

/** The employers that somebody acts for, by name; none for a visitor. */
export async function employersOf(
  actor: Actor,
): Promise<{ id: string; name: string; isVerified: boolean }[]> {
  const seats = actor.kind === "person" ? actor.seats.map(({ employerId }) => employerId) : [];
  if (seats.length === 0) return [];
  const { db } = await connection();
  const rows = await db
    .select()
    .from(employers)
    .where(inArray(employers.id, seats))
    .orderBy(asc(employers.name), asc(employers.id));
  return rows.map(({ id, name, verifiedAt }) => ({ id, name, isVerified: verifiedAt !== null }));
}
