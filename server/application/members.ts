import { and, asc, eq, isNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { members, people } from "@/db/schema";
import type { Letter } from "@/domain/letter";
import { mailTo } from "@/server/mail/outbox";

/** Writes a letter to each of an employer's people who may sign in. */
export async function mailToMembers(tx: Tx, employerId: string, letter: Letter, now: Date): Promise<void> {
  const addresses = await tx
    .select({ email: people.email })
    .from(members)
    .innerJoin(people, eq(people.id, members.personId))
    .where(and(eq(members.employerId, employerId), isNull(people.suspendedAt)))
    .orderBy(asc(members.createdAt), asc(people.id));
  for (const { email } of addresses) await mailTo(tx, email, letter, now);
}
