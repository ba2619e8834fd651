import slugify from "@sindresorhus/slugify";
import { dollars, dollarsAndCents } from "./amount";
import { type CloseReason, dayIn } from "./posting";
import { type UsState, usStates } from "./us-state";

/** A posting as readers see it, and the words for its place, pay and dates. */

/** What an employer offers, in cents as given; one end may be missing, and equal ends are one amount. */
export type Offer = { minCents: number | null; maxCents: number | null; unit: "year" | "hour" };

/** Whether a posting takes applications; `unpublished` is what its own employer sees before it is out. */
export type PostingStatus = "open" | "paused" | "closed" | "unpublished";

/** All of a posting that a list shows. Plain data: what an employer may leave unsaid is null. */
export type ListedPosting = {
  id: string;
  title: string;
  status: PostingStatus;
  employer: { name: string; slug: string; site: string; isVerified: boolean };
  soc: string | null;
  /** Area whose figures stand beside the pay. */
  area: string | null;
  workplace: "on_site" | "hybrid" | "remote" | null;
  city: string | null;
  state: UsState | null;
  /** States where remote work may be done. */
  remoteStates: UsState[];
  pay: Offer | null;
  terms: "full_time" | "part_time" | "contract" | "temporary" | "internship" | null;
  applyBy: "here" | "link" | null;
  applyUrl: string | null;
  closesOn: string | null;
  zone: string | null;
  endsAt: Date | null;
  firstPostedAt: Date | null;
  renewedAt: Date | null;
  /** Since when it is closed, whether or not a job has recorded it. */
  closedAt: Date | null;
  closeReason: CloseReason | null;
};

export type PublicPosting = ListedPosting & {
  /** Sanitised HTML of the description; empty where a moderator removed the posting. */
  descriptionHtml: string;
  /** Edits of title, place and pay since it was first posted, the newest first. */
  changes: PostingChange[];
};

/** The last part of a posting's address; "job" where its title has no letter or digit. */
export const postingSlug = (title: string): string =>
  slugify(title, { decamelize: false }).slice(0, 80).replace(/-+$/, "") || "job";

/** The one address of a posting. */
export const postingPath = ({ id, title }: { id: string; title: string }): string =>
  `/jobs/${id}/${postingSlug(title)}`;

/** Hours in a year of full-time work, by which an offer, never a figure, is converted. */
export const HOURS_A_YEAR = 2_080;

const either = new Intl.ListFormat("en-US", { type: "disjunction" });

/** Where the work is: "Portland, Oregon", "Remote, from Oregon or Washington". `short` counts states from the fourth on. */
export function whereText(
  posting: Pick<ListedPosting, "workplace" | "city" | "state" | "remoteStates">,
  { short = false } = {},
): string {
  if (posting.workplace === "remote") {
    const names = posting.remoteStates.map(({ name }) => name);
    if (names.length === 0) return "Remote";
    if (isFromAnywhere(posting)) return "Remote, from anywhere in the United States";
    return `Remote, from ${short && names.length > 3 ? `${names.length} states` : either.format(names)}`;
  }
  const place = [posting.city, posting.state?.name].filter(Boolean).join(", ");
  if (place === "") return "Not given yet";
  return posting.workplace === "hybrid" ? `${place}, and partly from home` : place;
}

/** Whether remote work may be done from every state. */
export const isFromAnywhere = ({ remoteStates }: Pick<ListedPosting, "remoteStates">): boolean =>
  remoteStates.length >= usStates.length;

/** The amounts of an offer as they read: by the hour always with cents, by the year where there are some. */
function amountsText({ minCents, maxCents }: Offer, say: (cents: number) => string): string {
  if (minCents === null) return maxCents === null ? "" : `Up to ${say(maxCents)}`;
  if (maxCents === null) return `From ${say(minCents)}`;
  return minCents === maxCents ? say(minCents) : `${say(minCents)} to ${say(maxCents)}`;
}

const yearly = (cents: number) => (cents % 100 === 0 ? dollars(cents / 100) : dollarsAndCents(cents / 100));

/** "$62,000 to $80,000 a year", "$24.50 an hour"; undefined where nothing is offered yet. */
export function offerText(pay: Offer | null): string | undefined {
  if (!pay || (pay.minCents === null && pay.maxCents === null)) return undefined;
  return pay.unit === "hour"
    ? `${amountsText(pay, (cents) => dollarsAndCents(cents / 100))} an hour`
    : `${amountsText(pay, yearly)} a year`;
}

/** What a posting said before an edit, in words; `at` is the moment of the edit. */
export type PostingChange = { at: Date; name: "Title" | "Place" | "Pay"; was: string };

/** The facts of a posting that readers took it for: an edit of them stays to be seen. */
type Told = Parameters<typeof whereText>[0] & { title: string; pay: Offer | null };

/** What an edit changed of title, place and pay, as it stood before; nothing for an edit of anything else. */
export function changesBetween(before: Told, after: Told, at: Date): PostingChange[] {
  const told = (facts: Told) =>
    [
      { name: "Title", text: facts.title },
      { name: "Place", text: whereText(facts) },
      { name: "Pay", text: offerText(facts.pay) ?? "Not given" },
    ] as const;
  const now = told(after);
  return told(before).flatMap(({ name, text }, i) =>
    text === now[i]?.text ? [] : [{ at, name, was: text }],
  );
}

/** An hourly offer as pay for a year of full-time work, and what was done to get it; undefined for any other. */
export function convertedOfferText(pay: Offer | null): string | undefined {
  const text = offerText(pay);
  if (!pay || text === undefined || pay.unit !== "hour") return undefined;
  const amounts = amountsText(pay, (cents) => dollars((cents * HOURS_A_YEAR) / 100));
  return `${amounts} a year, converted here at 2,080 hours`;
}

/** "December 24, 2026", the day that a moment falls on in a zone. */
export const dateText = (moment: Date, zone: string | null): string =>
  new Intl.DateTimeFormat("en-US", { dateStyle: "long", timeZone: zone ?? "UTC" }).format(moment);

/** "December 24, 2026", of a day written as `2026-12-24`. */
export const dayText = (day: string): string => dateText(new Date(`${day}T00:00:00Z`), "UTC");

/** "Pacific Time" */
const zoneText = (zone: string): string =>
  new Intl.DateTimeFormat("en-US", { timeZone: zone, timeZoneName: "longGeneric" })
    .formatToParts(0)
    .find(({ type }) => type === "timeZoneName")?.value ?? zone;

const termsText: Record<NonNullable<ListedPosting["terms"]>, string> = {
  full_time: "Full time",
  part_time: "Part time",
  contract: "Contract",
  temporary: "Temporary",
  internship: "Internship",
};

const closeReasonText: Record<CloseReason, string> = {
  filled: "The job is filled.",
  withdrawn: "The employer has withdrawn it.",
  expired: "Its closing date has passed.",
  rejected: "It was not accepted.",
  removed: "Crossroads has removed it.",
};

/** Why a posting takes no applications; undefined for an open one and for one that is not out yet. */
export function closedText({ status, closeReason }: ListedPosting): string | undefined {
  if (status === "paused") return "The employer takes no applications at the moment.";
  return status === "closed" ? closeReasonText[closeReason ?? "expired"] : undefined;
}

/** An address that a browser may follow; undefined for any other than http and https. */
export function webAddress(text: string | null): URL | undefined {
  const url = text && URL.canParse(text) ? new URL(text) : undefined;
  return url && /^https?:$/.test(url.protocol) ? url : undefined;
}

/** One row of the facts box: a name, a text, and what goes with it. */
export type PostingFact = {
  name: string;
  text: string;
  note?: string;
  /** An outside address that the text leads to. */
  href?: string;
  /** The day or moment, for a machine, where the text is a date. */
  dateTime?: string;
};

/** The rows of the facts box, in the order every posting shows them. What is not given yet says so. */
export function postingFacts(posting: ListedPosting): PostingFact[] {
  const { employer, pay, terms, zone, firstPostedAt, renewedAt, closesOn, closedAt } = posting;
  const day = (name: string, moment: Date): PostingFact => ({
    name,
    text: dateText(moment, zone),
    dateTime: dayIn(zone ?? "UTC", moment),
  });
  const ended = posting.status === "closed" && closedAt;
  return [
    {
      name: "Employer",
      text: employer.name,
      href: webAddress(employer.site)?.href,
      note: employer.isVerified
        ? "Verified: we have checked who this employer is"
        : "Not verified: we read each of its postings before it appears",
    },
    { name: "Place", text: whereText(posting) },
    { name: "Pay", text: offerText(pay) ?? "Not given yet", note: convertedOfferText(pay) },
    { name: "Terms", text: terms ? termsText[terms] : "Not given yet" },
    ...(firstPostedAt ? [day("First posted", firstPostedAt)] : []),
    ...(renewedAt ? [day("Renewed", renewedAt)] : []),
    ...(ended ? [day("Closed", closedAt)] : [closes(closesOn, zone)]),
    ...(posting.status === "open" || posting.status === "unpublished" ? [howToApply(posting)] : []),
  ];
}

const closes = (closesOn: string | null, zone: string | null): PostingFact =>
  closesOn
    ? {
        name: "Closes",
        text: dayText(closesOn),
        dateTime: closesOn,
        note: `At the end of that day${zone ? `, ${zoneText(zone)}` : ""}`,
      }
    : { name: "Closes", text: "Not given yet" };

function howToApply({ applyBy, applyUrl }: ListedPosting): PostingFact {
  const name = "How to apply";
  if (applyBy === "here") return { name, text: "Here, without an account" };
  const outside = applyBy === "link" && webAddress(applyUrl);
  return { name, text: outside ? `On another site: ${outside.hostname}` : "Not given yet" };
}
