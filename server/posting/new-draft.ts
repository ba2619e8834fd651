import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { postings } from "@/db/schema";
import { type PostingFacts, searchTextOf } from "@/domain/posting-form";

type Draft = { id: string; employer: { id: string; name: string }; facts: PostingFacts; now: Date };

/** Writes a draft with these facts. Returns whether it is new: the same id a second time changes nothing. */
export async function writeDraft(tx: Tx, { id, employer, facts, now }: Draft): Promise<boolean> {
  const [known] = await tx.select({ id: postings.id }).from(postings).where(eq(postings.id, id));
  if (known) return false;
  const written = await tx
    .insert(postings)
    .values({
      id,
      employerId: employer.id,
      state: "draft",
      ...facts,
      searchText: searchTextOf(facts, employer.name),
      version: 1,
      createdAt: now,
      updatedAt: now,
    })
    .onConflictDoNothing()
    .returning({ id: postings.id });
  return written.length > 0;
}

/** Said in the log of a form that came a second time. */
export const SENT_AGAIN = "The form was sent again: the draft was there already.";
