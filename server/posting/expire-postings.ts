import { and, asc, eq, inArray, lte } from "drizzle-orm";
import { connection } from "@/db/client";
import { postings } from "@/db/schema";
import { stepOf } from "@/domain/posting";
import { StepPosting } from "@/domain/posting-form";
import { command, Refusal } from "@/server/command";
import { takeStep } from "./own-posting";

const BATCH = 100;
const open = inArray(postings.state, ["live", "paused"]);

/**
 * Records the end of postings whose minute has come; readers have seen them closed since. Safe to run twice at
 * once and as often as liked. Returns how many it recorded.
 */
export async function expirePostings(now: Date): Promise<number> {
  const { db } = await connection();
  let recorded = 0;
  let last = 0;
  do {
    const ended = await db
      .select({ id: postings.id })
      .from(postings)
      .where(and(open, lte(postings.endsAt, now)))
      .orderBy(asc(postings.endsAt), asc(postings.id))
      .limit(BATCH);
    last = 0;
    for (const { id } of ended)
      if ((await expirePosting({ kind: "system" }, { postingId: id }, { now })).ok) last++;
    recorded += last;
  } while (last > 0);
  return recorded;
}

const expirePosting = command({
  name: "posting.expire",
  input: StepPosting,
  async find(tx, { postingId }) {
    const [posting] = await tx
      .update(postings)
      .set({ id: postingId })
      .where(and(eq(postings.id, postingId), open))
      .returning();
    return posting;
  },
  async run({ tx, found, now }) {
    const step = stepOf("posting.expire", found.state);
    if (!step || !found.endsAt || found.endsAt > now) throw new Refusal("This posting has not ended.");
    // It ended at its own minute, not when this was recorded.
    return takeStep(tx, found, step, now, { closedAt: found.endsAt });
  },
});
