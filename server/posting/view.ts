import type { employers, postings } from "@/db/schema";
import { GONE_AFTER_DAYS, stateAt } from "@/domain/posting";
import {
  changesBetween,
  type ListedPosting,
  type PostingStatus,
  type PublicPosting,
} from "@/domain/posting-view";
import { stateOfCode } from "@/domain/us-state";
import { markdownToHtml } from "./markdown";

export type PostingRow = typeof postings.$inferSelect;
export type EmployerRow = typeof employers.$inferSelect;

/** A posting as a list shows it at a moment. */
export function listedView(posting: PostingRow, employer: EmployerRow, now: Date): ListedPosting {
  const { payMinCents, payMaxCents, payUnit } = posting;
  return {
    id: posting.id,
    title: posting.title,
    status: statusAt(posting, now),
    employer: {
      name: employer.name,
      slug: employer.slug,
      site: employer.site,
      isVerified: employer.verifiedAt !== null,
    },
    soc: posting.soc,
    area: posting.area,
    workplace: posting.workplace,
    city: posting.city,
    state: (posting.workState && stateOfCode(posting.workState)) || null,
    remoteStates: (posting.remoteStates ?? []).flatMap((code) => stateOfCode(code) ?? []),
    pay: payUnit && { minCents: payMinCents, maxCents: payMaxCents, unit: payUnit },
    terms: posting.terms,
    applyBy: posting.applyBy,
    applyUrl: posting.applyUrl,
    closesOn: posting.closesOn,
    zone: posting.zone,
    endsAt: posting.endsAt,
    firstPostedAt: posting.firstPostedAt,
    renewedAt: posting.renewedAt,
    closedAt: closedSince(posting, now) ?? null,
    closeReason: posting.closeReason,
  };
}

/** A posting in full as its page shows it at a moment; its employer's preview is the same. */
export function publicView(
  posting: PostingRow,
  employer: EmployerRow,
  now: Date,
  edits: PostingEdit[] = [],
): PublicPosting {
  // What a moderator removed is not shown again under the word "Closed".
  const description = posting.closeReason === "removed" ? "" : (posting.description ?? "");
  return {
    ...listedView(posting, employer, now),
    descriptionHtml: markdownToHtml(description),
    changes: posting.closeReason === "removed" ? [] : changesOf(posting, employer, now, edits),
  };
}

/** An edit after publication, as the log keeps it: the columns that changed, as they were. */
export type PostingEdit = { at: Date; before: Partial<PostingRow> };

/** Goes back from what the posting says now, edit by edit; `edits` come with the newest first. */
function changesOf(posting: PostingRow, employer: EmployerRow, now: Date, edits: PostingEdit[]) {
  let later = posting;
  return edits.flatMap(({ at, before }) => {
    const earlier: PostingRow = { ...later, ...before };
    const changes = changesBetween(listedView(earlier, employer, now), listedView(later, employer, now), at);
    later = earlier;
    return changes;
  });
}

function statusAt(posting: PostingRow, now: Date): PostingStatus {
  const state = stateAt(posting, now);
  if (state === "live") return posting.endsAt === null ? "unpublished" : "open";
  return state === "paused" || state === "closed" ? state : "unpublished";
}

/** Since when a posting is closed: its end where it ran out, recorded or not; undefined while it is not closed. */
function closedSince(posting: PostingRow, now: Date): Date | undefined {
  if (stateAt(posting, now) !== "closed") return undefined;
  const ranOut = posting.state !== "closed" || posting.closeReason === "expired";
  return (ranOut ? posting.endsAt : posting.closedAt) ?? posting.updatedAt;
}

const DAY_MS = 86_400_000;

/** When a posting's page will next say something else by the clock alone: at its end, and when it is gone; null where it will not. */
export function nextChange(posting: PostingRow, now: Date): Date | null {
  const since = closedSince(posting, now);
  if (since === undefined) return posting.endsAt;
  const goneAt = new Date(since.getTime() + GONE_AFTER_DAYS * DAY_MS);
  return goneAt > now ? goneAt : null;
}

/** Whether a posting has been closed for so long that its page is gone. */
export function isGone(posting: PostingRow, now: Date): boolean {
  const since = closedSince(posting, now);
  return since !== undefined && since.getTime() + GONE_AFTER_DAYS * DAY_MS <= now.getTime();
}
