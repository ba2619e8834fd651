import { and, asc, eq, isNull, ne } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { members, people, postingReports, postings } from "@/db/schema";
import { type Actor, may, type Verb } from "@/domain/access";
import { letter } from "@/domain/letter";
import { type PostingState, postingStates, type Step, stateAt, stepOf } from "@/domain/posting";
import { Refusal } from "@/server/command";
import { mailTo } from "@/server/mail/outbox";
import { takeStep } from "@/server/posting/own-posting";
import type { PostingRow } from "@/server/posting/view";
import { appUrl } from "@/server/settings";
import type { News } from "./letters";

type ModerationVerb = Extract<
  Verb,
  | "posting.approve"
  | "posting.request-changes"
  | "posting.reject"
  | "posting.hold"
  | "posting.release"
  | "posting.remove"
>;

/** A posting's state as moderators read it, after "is". */
export const stateWords: Record<PostingState, string> = {
  draft: "a draft",
  in_review: "in review",
  changes_requested: "waiting for changes by its employer",
  live: "live",
  paused: "paused",
  held: "on hold",
  closed: "closed",
};

/**
 * The posting with this id, read and locked in one: on PostgreSQL whoever comes second waits here, and
 * then sees what the first one did. (SQLite has one writer at a time.) A draft is its employer's alone.
 */
export async function lockedPosting(tx: Tx, postingId: string): Promise<PostingRow | undefined> {
  const [posting] = await tx
    .update(postings)
    .set({ id: postingId })
    .where(and(eq(postings.id, postingId), ne(postings.state, "draft")))
    .returning();
  return posting;
}

/** The posting that an actor may do this to, locked; without the power there is nothing to find. */
export async function moderatedPosting(
  tx: Tx,
  verb: ModerationVerb | "posting.settle-reports",
  postingId: string,
  actor: Actor,
): Promise<PostingRow | undefined> {
  return may(actor, verb) ? lockedPosting(tx, postingId) : undefined;
}

/** Where a verb leads from the state that a posting has at this moment. Throws a Refusal that says why it leads nowhere. */
export function stepNow(verb: ModerationVerb, posting: PostingRow, now: Date): Step {
  const state = stateAt(posting, now);
  const step = stepOf(verb, state);
  if (step) return step;
  const target = postingStates.map((from) => stepOf(verb, from)).find((to) => to !== undefined);
  const done = target?.to === state && (target.closeReason ?? null) === posting.closeReason;
  throw new Refusal(
    done
      ? `This is done already: the posting is ${stateWords[state]}. Nothing was changed.`
      : `The posting is ${stateWords[state]} now, so this can no longer be done. Nothing was changed.`,
  );
}

/** Throws a Refusal when the employer has saved the posting since a moderator opened it. */
export function assertRead(posting: PostingRow, version: number): void {
  if (posting.version !== version)
    throw new Refusal("The employer has changed this posting since you opened it. Read it again first.");
}

/** A moderator's step: the new state, the reports where they are settled by it, the mail to the employer's people. Returns what the audit needs. */
export async function moderate({
  tx,
  posting,
  step,
  now,
  news,
  reason,
  change,
}: {
  tx: Tx;
  posting: PostingRow;
  step: Step;
  now: Date;
  news: News;
  reason?: string;
  change?: Partial<PostingRow>;
}) {
  const done = await takeStep(tx, posting, step, now, change);
  if (posting.state === "held" || step.closeReason === "removed") await settleReports(tx, posting.id, now);
  const link = { label: "Your job posts", url: new URL("/employer", appUrl).href };
  const mail = letter({ ...news, link });
  for (const email of await memberMails(tx, posting.employerId)) await mailTo(tx, email, mail, now);
  return { ...done, reason };
}

/** Settles the open reports of a posting, and returns how many there were. */
export async function settleReports(tx: Tx, postingId: string, now: Date): Promise<number> {
  const settled = await tx
    .update(postingReports)
    .set({ settledAt: now })
    .where(and(eq(postingReports.postingId, postingId), isNull(postingReports.settledAt)))
    .returning({ id: postingReports.id });
  return settled.length;
}

async function memberMails(tx: Tx, employerId: string): Promise<string[]> {
  const rows = await tx
    .select({ email: people.email })
    .from(members)
    .innerJoin(people, eq(people.id, members.personId))
    .where(and(eq(members.employerId, employerId), isNull(people.suspendedAt)))
    .orderBy(asc(people.email));
  return rows.map(({ email }) => email);
}
