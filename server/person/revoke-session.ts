import { eq } from "drizzle-orm";
import { sessions } from "@/db/schema";
import { carriedId, formOf } from "@/domain/form-field";
import { command } from "@/server/command";

/** Ends one of a person's own sessions, in this browser or another. */
export const revokeSession = command({
  name: "session.revoke",
  input: formOf({ sessionId: carriedId }),
  async find(tx, { sessionId }, actor) {
    const [session] = await tx.select().from(sessions).where(eq(sessions.id, sessionId));
    // Somebody else's session answers like none.
    return actor.kind === "person" && session?.personId === actor.personId ? session : undefined;
  },
  async run({ tx, found }) {
    await tx.delete(sessions).where(eq(sessions.id, found.id));
    return { value: {}, subject: `person:${found.personId}`, before: { session: found.id } };
  },
});
