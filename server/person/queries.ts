import { and, asc, desc, eq, gt, like } from "drizzle-orm";
import { connection } from "@/db/client";
import { people, sessions } from "@/db/schema";
import type { Person } from "@/domain/access";
import { sha256 } from "@/server/auth";
import { isLocal } from "@/server/settings";

/** People to try things out with; none but on one's own machine. */
export async function demoPeople(): Promise<{ id: string; name: string }[]> {
  if (!isLocal) return [];
  const { db } = await connection();
  const rows = await db
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(like(people.email, "%@demo.example"))
    .orderBy(asc(people.id));
  return rows.map(({ id, name }) => ({ id, name: name ?? id }));
}

/** The browsers that a person is signed in with, the one seen last first; `current` by the token at hand. */
export async function sessionsOf({ personId }: Person, token: string | undefined) {
  const { db } = await connection();
  const rows = await db
    .select()
    .from(sessions)
    .where(and(eq(sessions.personId, personId), gt(sessions.expiresAt, new Date())))
    .orderBy(desc(sessions.seenAt), asc(sessions.id));
  const hash = token === undefined ? undefined : sha256(token);
  return rows.map(({ id, createdAt, seenAt, userAgent, tokenHash }) => ({
    id,
    createdAt,
    seenAt,
    userAgent,
    current: tokenHash === hash,
  }));
}
