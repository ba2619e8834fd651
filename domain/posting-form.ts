import { z } from "zod";
import { dollars, dollarsAndCents } from "./amount";
import { NATION } from "./area";
import { foldText } from "./fold-text";
import {
  carriedId,
  choice,
  choices,
  counted,
  formOf,
  line,
  lineRead,
  lines,
  type Read,
  readLink,
} from "./form-field";
import { dayIn, endOf, LONGEST_DAYS, type PostingState } from "./posting";
import { dayText, type ListedPosting, postingFacts } from "./posting-view";
import { stateOfCode, usStates } from "./us-state";

/** The one page on which a posting is written: its fields, how what is typed is read, and what publishing needs. */

export const workplaces = ["on_site", "hybrid", "remote"] as const;
export const payUnits = ["year", "hour"] as const;
export const termKinds = ["full_time", "part_time", "contract", "temporary", "internship"] as const;
export const applyWays = ["here", "link"] as const;

export const workplaceWords: Record<(typeof workplaces)[number], string> = {
  on_site: "On site",
  hybrid: "Hybrid: on site and remote",
  remote: "Remote",
};
export const payUnitWords: Record<(typeof payUnits)[number], string> = { year: "a year", hour: "an hour" };
export const termWords: Record<(typeof termKinds)[number], string> = {
  full_time: "Full time",
  part_time: "Part time",
  contract: "Contract",
  temporary: "Temporary",
  internship: "Internship",
};

/** Time zones that a closing date may be meant in. */
export const zones = [
  ["America/New_York", "Eastern time"],
  ["America/Chicago", "Central time"],
  ["America/Denver", "Mountain time"],
  ["America/Phoenix", "Arizona time"],
  ["America/Los_Angeles", "Pacific time"],
  ["America/Anchorage", "Alaska time"],
  ["America/Adak", "Aleutian time"],
  ["Pacific/Honolulu", "Hawaii time"],
  ["America/Puerto_Rico", "Atlantic time, Puerto Rico"],
] as const;
export const zoneWords = (zone: string): string => zones.find(([name]) => name === zone)?.[1] ?? zone;

/** Most that an amount of pay may be: what is above it is a slip of the keys. Dollars. */
const MOST = { year: 10_000_000, hour: 5_000 };
/** Below it pay for a year is more likely to be thousands, or by the hour. Dollars. */
const LEAST_A_YEAR = 1_000;

/** Reads an amount of money to cents: "85,000", "$85k", "85000.50", "USD 85,000". */
export function readMoney(typed: string): Read<number> {
  const text = typed.normalize("NFKC").trim();
  if (text === "") return { value: null };
  const plain = text
    .replace(/^(?:usd|us\$|\$)\s*/i, "")
    .replace(/\s*(?:usd|dollars?|\$)$/i, "")
    .trim();
  const [, whole, fraction = "", thousands] =
    /^(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?\s?(k)?$/i.exec(plain) ?? [];
  if (whole === undefined) {
    if (/^[^-–—]*\d[^-–—]*(?:[-–—]|\bto\b)[^-–—]*\d/i.test(plain))
      return { problem: "Enter one amount here. The other end of the range has a box of its own." };
    return { problem: "Enter an amount such as 85,000, $85k or 24.50." };
  }
  if (!thousands && fraction.length > 2)
    return { problem: `Does ${plain} mean cents or thousands? Write 85,000 or 85.50.` };
  const amount = Number(whole.replaceAll(",", "")) + Number(`0.${fraction || "0"}`);
  const cents = Math.round(amount * (thousands ? 100_000 : 100));
  if (cents <= 0) return { problem: "Enter an amount above 0." };
  if (cents > MOST.year * 100) return { problem: `Enter at most ${dollars(MOST.year)}.` };
  return { value: cents };
}

/** Why an amount is hardly pay for this unit; undefined where it may be. */
export function unitFault(cents: number, unit: (typeof payUnits)[number]): string | undefined {
  if (unit === "year" && cents < LEAST_A_YEAR * 100)
    return `Is this $${centsText(cents)} a year? Write thousands in full, or choose “an hour”.`;
  if (unit === "hour" && cents > MOST.hour * 100)
    return `Is this $${centsText(cents)} an hour? Choose “a year”, or enter at most ${dollars(MOST.hour)}.`;
  return undefined;
}

const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];
const monthNamed = (name: string) =>
  name.length < 3
    ? 0
    : months.findIndex((month) => month.toLowerCase().startsWith(name)) + 1 || (name === "sept" ? 9 : 0);

/** Reads a day to `2026-12-24`: "12/24/2026", "Dec 24, 2026", "24 December 2026". What could be two days is asked back. */
export function readDate(typed: string): Read<string> {
  const text = typed
    .normalize("NFKC")
    .toLowerCase()
    .replace(/^\s*(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b[.,]?/, "")
    .replace(/(\d)(?:st|nd|rd|th)\b/g, "$1")
    .replace(/[.,](?=\s|$)|,/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  if (text === "" && typed.trim() === "") return { value: null };
  const [, y = "", m = "", d = ""] = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text) ?? [];
  if (y) return dayOf(Number(y), Number(m), Number(d));
  const [, first = "", second = "", short = ""] =
    /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})$/.exec(text) ?? [];
  if (first) return numericDay(typed.trim(), Number(first), Number(second), fullYear(short));
  const [, nameFirst = "", dayAfter = "", yearAfter = ""] =
    /^([a-z]+)[ -]?(\d{1,2})[ -](\d{4})$/.exec(text) ?? [];
  if (monthNamed(nameFirst)) return dayOf(Number(yearAfter), monthNamed(nameFirst), Number(dayAfter));
  const [, dayFirst = "", nameAfter = "", yearLast = ""] =
    /^(\d{1,2})[ -]?(?:of )?([a-z]+)[ -]?(\d{4}|\d{2})$/.exec(text) ?? [];
  if (monthNamed(nameAfter)) return dayOf(fullYear(yearLast), monthNamed(nameAfter), Number(dayFirst));
  const isYearMissing = /^(?:[a-z]+ ?\d{1,2}|\d{1,2} ?[a-z]+|\d{1,2}\/\d{1,2})$/.test(text);
  return {
    problem: isYearMissing
      ? "Add the year, such as Dec 24, 2026."
      : "Enter a date such as 2026-12-24 or Dec 24, 2026.",
  };
}

const fullYear = (year: string) => (year.length === 2 ? 2000 + Number(year) : Number(year));

function numericDay(typed: string, first: number, second: number, year: number): Read<string> {
  if (first > 12) return dayOf(year, second, first);
  if (second > 12 || first === second) return dayOf(year, first, second);
  const [american, other] = [dayOf(year, first, second), dayOf(year, second, first)];
  if (!("value" in american && "value" in other)) return american;
  return {
    problem: `Which is the month in ${typed}? Write ${dayText(american.value ?? "")} or ${dayText(other.value ?? "")}.`,
  };
}

function dayOf(year: number, month: number, day: number): Read<string> {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (month < 1 || month > 12)
    return { problem: `There is no month ${month}. Enter a date such as Dec 24, 2026.` };
  if (date.getUTCMonth() !== month - 1 || day < 1)
    return {
      problem: `There is no ${months[month - 1]} ${day} in ${year}. Enter a date such as Dec 24, 2026.`,
    };
  if (year < 2020 || year > 2100) return { problem: "Enter a year such as 2026." };
  return { value: date.toISOString().slice(0, 10) };
}

/** An amount of pay as it stands in its box: "85,000", or with cents where it has some. */
export const centsText = (cents: number): string =>
  (cents % 100 === 0 ? dollars(cents / 100) : dollarsAndCents(cents / 100)).slice(1);

const stateCodes = usStates.map(({ code }) => code);

const fields = {
  title: line(120),
  /** Words for the occupation; empty to go by the title, "none" where no occupation fits. */
  occupation: line(120),
  /** The occupation that the page showed when it had gone by the title: left as it was, it goes by the title again. */
  taken: line(200),
  workplace: choice(workplaces),
  city: line(80).refine((city) => city === "" || /\p{L}/u.test(city), "Enter the name of a city or town."),
  workState: choice(stateCodes),
  remoteStates: choices([NATION.code, ...stateCodes]).transform((codes) =>
    codes.includes(NATION.code) ? stateCodes : codes,
  ),
  payMin: lineRead(40, readMoney),
  payMax: lineRead(40, readMoney),
  payUnit: choice(payUnits),
  terms: choice(termKinds),
  description: lines(20_000),
  applyBy: choice(applyWays),
  applyUrl: lineRead(2_000, readLink),
  closesOn: lineRead(40, readDate),
  zone: choice(zones.map(([name]) => name)),
};

/** The form that starts a draft. */
export const CreatePosting = formOf({
  /** Made by the page, so that a form sent twice makes one draft. */
  key: carriedId,
  employerId: z.uuid({ error: "Choose the employer." }),
  title: line(120).refine((title) => title !== "", "Enter the job title."),
});

/** The page of fields. `version` is that of the posting when the page was opened. */
export const SavePosting = formOf({ postingId: carriedId, version: counted(), ...fields }).superRefine(
  (form, context) => {
    const refuse = (path: string, message: string) =>
      context.addIssue({ code: "custom", path: [path], message });
    const { payMin, payMax, payUnit } = form;
    if (payMin !== null && payMax !== null && payMax < payMin)
      refuse("payMax", `Enter a highest pay that is not below the lowest, $${centsText(payMin)}.`);
    for (const [field, cents] of [
      ["payMin", payMin],
      ["payMax", payMax],
    ] as const) {
      if (cents === null || payUnit === null) continue;
      const fault = unitFault(cents, payUnit);
      if (fault) refuse(field, fault);
    }
  },
);
export type PostingForm = z.infer<typeof SavePosting>;

/** A step that needs nothing but the posting. */
export const StepPosting = formOf({ postingId: carriedId });
export const PublishPosting = formOf({ postingId: carriedId, version: counted() });
export const ClosePosting = formOf({
  postingId: carriedId,
  reason: z.enum(["filled", "withdrawn"], { error: "Choose why it closes." }),
});
export const RenewPosting = formOf({ postingId: carriedId, closesOn: lineRead(40, readDate) });
export const DuplicatePosting = formOf({ postingId: carriedId, key: carriedId });

/** What an employer says of a job; everything may be missing in a draft. */
export type PostingFacts = {
  title: string;
  soc: string | null;
  workplace: (typeof workplaces)[number] | null;
  city: string | null;
  workState: string | null;
  area: string | null;
  remoteStates: string[] | null;
  payMinCents: number | null;
  payMaxCents: number | null;
  payUnit: (typeof payUnits)[number] | null;
  terms: (typeof termKinds)[number] | null;
  description: string | null;
  applyBy: (typeof applyWays)[number] | null;
  applyUrl: string | null;
  closesOn: string | null;
  zone: string | null;
};

/** The facts of a form; where it is done and by whom it is counted are looked up by others. What another choice makes idle is let go. */
export function factsOf(form: PostingForm, soc: string | null, area: string | null): PostingFacts {
  const isRemote = form.workplace === "remote";
  return {
    title: form.title,
    soc,
    workplace: form.workplace,
    city: isRemote ? null : form.city || null,
    workState: isRemote ? null : form.workState,
    area,
    remoteStates: isRemote && form.remoteStates.length > 0 ? form.remoteStates : null,
    payMinCents: form.payMin,
    payMaxCents: form.payMax,
    payUnit: form.payUnit,
    terms: form.terms,
    description: form.description || null,
    applyBy: form.applyBy,
    applyUrl: form.applyBy === "link" ? form.applyUrl : null,
    closesOn: form.closesOn,
    zone: form.zone,
  };
}

/** Pay with both ends: one amount is a range from it to itself. */
export const withBothEnds = <P extends Pick<PostingFacts, "payMinCents" | "payMaxCents">>(pay: P): P => ({
  ...pay,
  payMaxCents: pay.payMaxCents ?? pay.payMinCents,
});

/** What is in the boxes of the page for a posting as it is kept. */
export function typedOf(
  posting: PostingFacts,
  occupation: string,
): Record<Exclude<keyof PostingForm, "postingId" | "version" | "taken">, string | string[]> {
  return {
    title: posting.title,
    occupation,
    workplace: posting.workplace ?? "",
    city: posting.city ?? "",
    workState: posting.workState ?? "",
    remoteStates:
      posting.remoteStates?.length === usStates.length ? [NATION.code] : (posting.remoteStates ?? []),
    payMin: posting.payMinCents === null ? "" : centsText(posting.payMinCents),
    payMax: posting.payMaxCents === null ? "" : centsText(posting.payMaxCents),
    payUnit: posting.payUnit ?? "",
    terms: posting.terms ?? "",
    description: posting.description ?? "",
    applyBy: posting.applyBy ?? "",
    applyUrl: posting.applyUrl ?? "",
    closesOn: posting.closesOn === null ? "" : dayText(posting.closesOn),
    zone: posting.zone ?? "",
  };
}

/** What publishing still needs, by field of the page, in words; empty when the posting is complete. */
export function lackingOf(posting: PostingFacts, now: Date): Record<string, string[]> {
  const isRemote = posting.workplace === "remote";
  const needs: [field: string, isMissing: boolean, words: string][] = [
    ["title", posting.title === "", "Enter the job title."],
    ["workplace", posting.workplace === null, "Choose where the work is done."],
    ["city", !isRemote && posting.city === null, "Enter the city of the work."],
    ["workState", !isRemote && posting.workState === null, "Choose the state of the work."],
    [
      "remoteStates",
      isRemote && !posting.remoteStates?.length,
      "Choose the states where remote work may be done.",
    ],
    ["payMin", posting.payMinCents === null, "Enter the lowest pay."],
    ["payUnit", posting.payUnit === null, "Choose whether pay is for a year or an hour."],
    ["terms", posting.terms === null, "Choose the terms, such as full time."],
    ["description", posting.description === null, "Describe the job."],
    ["applyBy", posting.applyBy === null, "Choose how people apply."],
    [
      "applyUrl",
      posting.applyBy === "link" && posting.applyUrl === null,
      "Enter the address where people apply.",
    ],
    ["closesOn", posting.closesOn === null, "Enter the closing date."],
    ["zone", posting.zone === null, "Choose the time zone of the closing date."],
  ];
  const lacking = Object.fromEntries(
    needs.filter(([, isMissing]) => isMissing).map(([field, , words]) => [field, [words]]),
  );
  const fault = closingFault(posting.closesOn, posting.zone, now);
  return fault ? { ...lacking, closesOn: [fault] } : lacking;
}

/** What is wrong with a closing date at a moment: past in its own zone, or too far ahead. Undefined where it is right or not complete. */
export function closingFault(closesOn: string | null, zone: string | null, now: Date): string | undefined {
  if (closesOn === null || zone === null) return undefined;
  const today = dayIn(zone, now);
  if (closesOn < today) return `Enter a closing date that is not past. Today is ${dayText(today)}.`;
  const last = lastClosing(zone, now);
  return closesOn > last
    ? `Enter a closing date no later than ${dayText(last)}: ${LONGEST_DAYS} days from today.`
    : undefined;
}

/** The last day that a posting may close on, `2027-02-22`. */
export function lastClosing(zone: string, now: Date): string {
  const day = new Date(`${dayIn(zone, now)}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + LONGEST_DAYS);
  return day.toISOString().slice(0, 10);
}

/** When a posting with these facts ends; null while date or zone is missing. */
export const endsAtOf = ({ closesOn, zone }: Pick<PostingFacts, "closesOn" | "zone">): Date | null =>
  closesOn !== null && zone !== null ? endOf(closesOn, zone) : null;

/**
 * What a reader acts on: title, place and pay, which are shown as they were before, and what a swindler would change once a
 * moderator has looked. A change of these after publication is read again, unless the employer is verified.
 */
const weighty: readonly (keyof PostingFacts)[] = [
  "title",
  "workplace",
  "city",
  "workState",
  "remoteStates",
  "payMinCents",
  "payMaxCents",
  "payUnit",
  "description",
  "applyBy",
  "applyUrl",
];

/** What differs between two sets of facts, before and after. */
export function changesOf(before: PostingFacts, after: PostingFacts) {
  const keys = (Object.keys(after) as (keyof PostingFacts)[]).filter(
    (key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]),
  );
  const pick = (facts: PostingFacts) => Object.fromEntries(keys.map((key) => [key, facts[key]]));
  return {
    keys,
    isWeighty: keys.some((key) => weighty.includes(key)),
    before: pick(before),
    after: pick(after),
  };
}

/** Where an edit leads: a weighty one of an unverified employer's public posting is read again before it is seen. */
export function stateAfterEdit(
  state: PostingState,
  edit: { isWeighty: boolean; isVerified: boolean },
): PostingState {
  const isPublic = state === "live" || state === "paused";
  return isPublic && edit.isWeighty && !edit.isVerified ? "in_review" : state;
}

/** States in which the fields may be changed: not while moderators hold it, nor once it is closed. */
export const mayEdit = (state: PostingState): boolean => state !== "held" && state !== "closed";

/** States in which a posting has to stay complete. */
export const mustBeComplete = (state: PostingState): boolean =>
  state === "in_review" || state === "live" || state === "paused";

/** What searches of postings read: title, employer and place, folded. */
export function searchTextOf(facts: PostingFacts, employer: string): string {
  const { workplace, city, workState } = facts;
  // Work from every state is found by the word alone.
  const remote = (facts.remoteStates ?? []).length === usStates.length ? [] : (facts.remoteStates ?? []);
  const states = [...(workState === null ? [] : [workState]), ...remote].map(
    (code) => stateOfCode(code)?.name ?? code,
  );
  const place = [city, ...states, workplace === "remote" ? "remote" : null];
  return foldText([facts.title, employer, ...place].filter(Boolean).join(" "))
    .replace(/\s+/g, " ")
    .trim();
}

/** Said to whoever saves a page that is older than the posting. */
export const EDIT_CONFLICT =
  "This posting was saved by somebody else, or in another window, since you opened it. What you typed is below. Compare it with the saved posting, then save again to put yours in its place.";

/** The rows of "check your answers": what each field says in the words that readers see, and what is missing. */
export function checkRows(
  preview: ListedPosting,
  posting: PostingFacts,
  occupation: string,
  lacking: Record<string, string[]>,
) {
  const fact = (name: string) => postingFacts(preview).find((row) => row.name === name);
  const row = (name: string, text: string, fields: string[], note?: string) => {
    const missing = fields.flatMap((field) => lacking[field] ?? []);
    const [field = name] = fields.filter((each) => lacking[each]).concat(fields);
    return { field, fields, name, text, note, missing: missing.join(" ") || undefined };
  };
  const factRow = (name: string, fields: string[]) =>
    row(name, fact(name)?.text ?? "Not given yet", fields, fact(name)?.note);
  return [
    row("Job title", posting.title || "Not given yet", ["title"]),
    row("Occupation", occupation || "None", ["occupation"], "What the pay is compared with"),
    factRow("Place", ["workplace", "city", "workState", "remoteStates"]),
    factRow("Pay", ["payMin", "payMax", "payUnit"]),
    factRow("Terms", ["terms"]),
    row("Description", posting.description ? "Shown below" : "Not given yet", ["description"]),
    factRow("How to apply", ["applyBy", "applyUrl"]),
    factRow("Closes", ["closesOn", "zone"]),
  ];
}
