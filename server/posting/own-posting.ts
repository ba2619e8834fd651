import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { employers, postings } from "@/db/schema";
import type { Actor, Verb } from "@/domain/access";
import type { PageTag } from "@/domain/page-tag";
import { type CloseReason, type PostingState, type Step, stateAt, stepOf } from "@/domain/posting";
import { Refusal } from "@/server/command";
import type { PostingRow } from "./view";

/** What the verbs of an employer's people share: finding a posting in reach, and taking a step in its life. */

export type OwnPosting = PostingRow & { employerName: string; isVerified: boolean };

/**
 * A posting of an employer that the actor acts for, read and locked in one: on PostgreSQL whoever comes second
 * waits here, and then sees what the first one did. Undefined for any other posting.
 */
export async function ownPosting(tx: Tx, postingId: string, actor: Actor): Promise<OwnPosting | undefined> {
  const seats = actor.kind === "person" ? actor.seats.map(({ employerId }) => employerId) : [];
  if (seats.length === 0) return undefined;
  const [posting] = await tx
    .update(postings)
    .set({ id: postingId })
    .where(and(eq(postings.id, postingId), inArray(postings.employerId, seats)))
    .returning();
  if (!posting) return undefined;
  const [employer] = await tx.select().from(employers).where(eq(employers.id, posting.employerId));
  return employer && { ...posting, employerName: employer.name, isVerified: employer.verifiedAt !== null };
}

type OwnVerb = Extract<Verb, "posting.publish" | "posting.pause" | "posting.resume" | "posting.close">;

const stateWords: Record<PostingState, string> = {
  draft: "a draft",
  in_review: "with a moderator",
  changes_requested: "back with you for changes",
  live: "live",
  paused: "paused",
  held: "on hold until a moderator has looked at it",
  closed: "closed",
};

/** Why a step cannot be taken from where the posting is. */
export const outOfStep = (state: PostingState): Refusal =>
  new Refusal(`This posting is ${stateWords[state]}, so this cannot be done now. Nothing was changed.`);

/** Where a verb leads from the state that a posting has at this moment. Throws a Refusal where it leads nowhere. */
export function stepNow(
  verb: OwnVerb | "posting.submit",
  posting: PostingRow,
  now: Date,
  closeReason?: CloseReason,
): Step {
  const state = stateAt(posting, now);
  const step = stepOf(verb, state, closeReason);
  if (!step) throw outOfStep(state);
  return step;
}

/** The tags of pages that list the open postings for an occupation, of the occupations that a posting has or had. */
export const openingsOf = (...postings: Pick<PostingRow, "soc">[]): PageTag[] =>
  postings.flatMap(({ soc }) => (soc === null ? [] : (`openings:${soc}` as const)));

/** Writes a step and what goes with it. Returns what the audit needs. */
export async function takeStep(
  tx: Tx,
  posting: PostingRow,
  step: Step,
  now: Date,
  change: Partial<PostingRow> = {},
) {
  const closing = step.to === "closed" ? { closeReason: step.closeReason ?? null, closedAt: now } : {};
  await tx
    .update(postings)
    .set({ state: step.to, updatedAt: now, ...closing, ...change })
    .where(eq(postings.id, posting.id));
  return {
    value: { postingId: posting.id, state: step.to },
    subject: `posting:${posting.id}`,
    before: { state: posting.state },
    after: step.closeReason ? { state: step.to, closeReason: step.closeReason } : { state: step.to },
    shownBy: openingsOf(posting),
  };
}
