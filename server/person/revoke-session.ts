import { eq } from "drizzle-orm";
import { z } from "zod";
import { sessions } from "@/db/schema";
import { command } from "@/server/command";

/** Ends one of a person's own sessions, in this browser or another. */
export const revokeSession = command({
  name: "session.revoke",
  input: z.strictObject({ sessionId: z.uuid() }),
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
