import { type CloseReason, dayIn, GONE_AFTER_DAYS, type PostingState, stateAt } from "./posting";
import { dateText, dayText } from "./posting-view";

/** What an employer's desk says of a posting: its state, and the date that comes next. */

type DeskFacts = {
  state: PostingState;
  closeReason: CloseReason | null;
  closesOn: string | null;
  zone: string | null;
  endsAt: Date | null;
  closedAt: Date | null;
};

const closeWords: Record<CloseReason, string> = {
  filled: "Closed: filled",
  withdrawn: "Closed: withdrawn by you",
  expired: "Closed: its closing date has passed",
  rejected: "Closed: not accepted by a moderator",
  removed: "Closed: removed by a moderator",
};

const words: Record<Exclude<PostingState, "closed">, string> = {
  draft: "Draft: nobody else sees it",
  in_review: "In review: a moderator reads it before it is shown",
  changes_requested: "Changes asked for by a moderator",
  live: "Live",
  paused: "Paused: readers find it no more until you resume it",
  held: "On hold: a moderator looks at it",
};

/** The state of a posting at a moment, as its employer reads it. */
export function deskState(posting: DeskFacts, now: Date): string {
  const state = stateAt(posting, now);
  return state === "closed" ? closeWords[posting.closeReason ?? "expired"] : words[state];
}

/** The date that comes next in a posting's life, as a whole message. */
export function nextDate(posting: DeskFacts, now: Date): string {
  const { closesOn, zone } = posting;
  const state = stateAt(posting, now);
  if (state === "closed") {
    const since = (posting.state === "closed" ? posting.closedAt : posting.endsAt) ?? now;
    const gone = new Date(since.getTime() + GONE_AFTER_DAYS * 86_400_000);
    return gone > now
      ? `Closed since ${dateText(since, zone)}, its page stands until ${dateText(gone, zone)}`
      : `Closed since ${dateText(since, zone)}`;
  }
  if (closesOn === null) return "No closing date yet";
  if (zone !== null && closesOn < dayIn(zone, now))
    return `Needs a new closing date: ${dayText(closesOn)} is past`;
  return `Closes at the end of ${dayText(closesOn)}`;
}
