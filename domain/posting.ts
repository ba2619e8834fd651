import { Temporal } from "temporal-polyfill";
import type { Verb } from "./access";

/** A job advert's life: its states, the one table of steps, and when it is open. */

export const postingStates = [
  "draft",
  "in_review",
  "changes_requested",
  "live",
  "paused",
  "held",
  "closed",
] as const;
export type PostingState = (typeof postingStates)[number];

export const closeReasons = ["filled", "withdrawn", "expired", "rejected", "removed"] as const;
export type CloseReason = (typeof closeReasons)[number];

export type Step = { to: PostingState; closeReason?: CloseReason };

type PostingVerb = Extract<Verb, `posting.${string}`>;
type Row = { from: readonly PostingState[]; to: PostingState; reason?: readonly CloseReason[] };

/** From which states a verb may be taken, and where it leads. Publishing is two rows: it depends on the employer. */
const steps: Partial<Record<PostingVerb | "posting.submit", Row>> = {
  "posting.submit": { from: ["draft", "changes_requested"], to: "in_review" },
  "posting.publish": { from: ["draft", "changes_requested"], to: "live" },
  "posting.approve": { from: ["in_review"], to: "live" },
  "posting.request-changes": { from: ["in_review"], to: "changes_requested" },
  "posting.reject": { from: ["in_review"], to: "closed", reason: ["rejected"] },
  "posting.pause": { from: ["live"], to: "paused" },
  "posting.resume": { from: ["paused"], to: "live" },
  "posting.hold": { from: ["live"], to: "held" },
  "posting.release": { from: ["held"], to: "live" },
  "posting.remove": { from: ["held", "live", "paused"], to: "closed", reason: ["removed"] },
  "posting.close": { from: ["live", "paused"], to: "closed", reason: ["filled", "withdrawn"] },
  "posting.expire": { from: ["live", "paused"], to: "closed", reason: ["expired"] },
};

/** Where a verb leads from a state; undefined where it may not be taken from there, or not with this reason. */
export function stepOf(
  verb: keyof typeof steps,
  from: PostingState,
  closeReason?: CloseReason,
): Step | undefined {
  const row = steps[verb];
  if (!row?.from.includes(from)) return undefined;
  if (!row.reason) return { to: row.to };
  const reason = closeReason ?? (row.reason.length === 1 ? row.reason[0] : undefined);
  return reason && row.reason.includes(reason) ? { to: row.to, closeReason: reason } : undefined;
}

/** The verbs that may be taken from a state, in the order of the table. */
export function stepsFrom(state: PostingState): (keyof typeof steps)[] {
  return (Object.keys(steps) as (keyof typeof steps)[]).filter((verb) => steps[verb]?.from.includes(state));
}

/** What openness depends on; every read that shows a posting as open asks `isOpen`. */
export type Life = { state: PostingState; endsAt: Date | null };

/** Whether a posting takes applications at this moment: live, and its minute not yet come. */
export function isOpen({ state, endsAt }: Life, now: Date): boolean {
  return state === "live" && endsAt !== null && endsAt > now;
}

/** The state that readers see: a live or paused posting past its end is closed, recorded or not. */
export function stateAt({ state, endsAt }: Life, now: Date): PostingState {
  const ended = endsAt !== null && endsAt <= now;
  return ended && (state === "live" || state === "paused") ? "closed" : state;
}

/** Days after which a closed posting's page is gone (410). */
export const GONE_AFTER_DAYS = 30;

/** When a posting ends: the first moment after its last day, in its own zone, whatever the clocks do that night. */
export function endOf(closesOn: string, zone: string): Date {
  const next = Temporal.PlainDate.from(closesOn).add({ days: 1 });
  return new Date(next.toZonedDateTime({ timeZone: zone }).epochMilliseconds);
}

/** The day it is in a zone at a moment: `2026-12-24`. */
export function dayIn(zone: string, moment: Date): string {
  return Temporal.Instant.fromEpochMilliseconds(moment.getTime())
    .toZonedDateTimeISO(zone)
    .toPlainDate()
    .toString();
}

/** Longest time that a posting may stand before it has to be renewed, in days. */
export const LONGEST_DAYS = 90;
