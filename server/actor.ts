import { and, asc, eq } from "drizzle-orm";
import { cookies, headers } from "next/headers";
import { getServerSession } from "next-auth";
import { cache } from "react";
import { connection } from "@/db/client";
import { grants, members, people } from "@/db/schema";
import type { Actor, Person } from "@/domain/access";
import { authOptions, sessionCookie } from "./auth";
import { isOwnOrigin } from "./origin";

/** Who is asking: the person of the session cookie, or a visitor. */
export const currentActor = cache(async (): Promise<Actor> => {
  // Without the cookie there is nothing to look up.
  if (!(await cookies()).has(sessionCookie)) return { kind: "visitor" };
  const session = await getServerSession(authOptions());
  const id = (session?.user as { id?: string } | undefined)?.id;
  return (id && (await personOf(id))) || { kind: "visitor" };
});

/** A person with grants and seats as they are now; undefined for nobody or one shut out. */
export async function personOf(id: string): Promise<Person | undefined> {
  const { db } = await connection();
  const [person] = await db.select().from(people).where(eq(people.id, id));
  if (!person || person.suspendedAt) return undefined;
  const [held, seats] = await Promise.all([
    db.select({ grant: grants.grant }).from(grants).where(eq(grants.personId, id)).orderBy(asc(grants.grant)),
    db
      .select({ employerId: members.employerId, seat: members.seat })
      .from(members)
      .where(and(eq(members.personId, id)))
      .orderBy(asc(members.createdAt)),
  ]);
  return {
    kind: "person",
    personId: id,
    email: person.email,
    name: person.name,
    grants: held.map(({ grant }) => grant),
    seats,
  };
}

/** Thrown for a write that another site may have sent. */
class ForeignWrite extends Error {}

/**
 * Who is writing. Throws ForeignWrite unless the browser says that the form was sent from this site: the
 * framework lets a write without an Origin pass. front/ refuses such a request with 403 before it comes here.
 */
export async function writingActor(): Promise<Actor> {
  const sent = await headers();
  if (!isOwnOrigin(sent.get("origin"), sent.get("host"), sent.get("sec-fetch-site")))
    throw new ForeignWrite("a write without the origin of this site");
  return currentActor();
}

/** The network address that front/ saw, for limits. */
export async function senderAddress(): Promise<string> {
  return (await headers()).get("x-sender-address") ?? "";
}
