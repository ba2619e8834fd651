import pluralize from "pluralize";
import { dollars, dollarsAndCents } from "./amount";
import { foldedWords, foldText } from "./fold-text";
import { oneLine } from "./letter";
import { readMoney } from "./posting-form";
import { HOURS_A_YEAR } from "./posting-view";
import { usStates } from "./us-state";

/** A search for jobs, as its address says it. */

/** What a reader asked for. The pay floor is in dollars a year, or an hour where the amount is one. */
export type PostingSearch = {
  words: string;
  place: string;
  payFloor: { amount: number; unit: "year" | "hour" } | null;
  /** From 1. */
  page: number;
};

type Params = Record<string, string | string[] | undefined>;

/** Reads a search from an address. Pay that is no amount is left out; `typedPay` and `payError` tell of it. */
export function searchOf(params: Params): PostingSearch & { typedPay: string; payError?: string } {
  const text = (name: string) => oneLine([params[name]].flat()[0] ?? "").slice(0, 120);
  const typedPay = text("pay");
  const read = readMoney(typedPay);
  return {
    words: text("words"),
    place: text("place"),
    payFloor: "value" in read && read.value !== null ? floorOf(read.value) : null,
    page: /^[1-9]\d{0,5}$/.test(text("page")) ? Number(text("page")) : 1,
    typedPay,
    ...("problem" in read && { payError: read.problem }),
  };
}

/** An amount under this, in cents, is pay by the hour. */
const LEAST_YEARLY = 1_000_00;

const floorOf = (cents: number): PostingSearch["payFloor"] => ({
  amount: cents / 100,
  unit: cents < LEAST_YEARLY ? "hour" : "year",
});

/** A pay floor in cents a year: pay by the hour counts for 2,080 hours. */
export const floorCents = ({ amount, unit }: NonNullable<PostingSearch["payFloor"]>): number =>
  Math.round(amount * 100) * (unit === "hour" ? HOURS_A_YEAR : 1);

/** The address of a search; empty parts are left out, and so is the first page. */
export function searchAddress({ words, place, payFloor, page }: PostingSearch): string {
  const params = new URLSearchParams();
  if (words !== "") params.set("words", words);
  if (place !== "") params.set("place", place);
  if (payFloor) params.set("pay", String(payFloor.amount));
  if (page > 1) params.set("page", String(page));
  return params.size > 0 ? `/jobs?${params}` : "/jobs";
}

type Filter = {
  /** As part of a heading: "in “Oregon”". */
  text: string;
  /** As the thing that is left out: "the place “Oregon”". */
  name: string;
  without: PostingSearch;
};

/** The filters of a search that are in use, each with the search that leaves it out. */
export function filtersOf(search: PostingSearch): Filter[] {
  const rest = { ...search, page: 1 };
  const { words, place, payFloor } = search;
  const floor = payFloor && floorText(payFloor);
  return [
    ...(words
      ? [{ text: `for “${words}”`, name: `the words “${words}”`, without: { ...rest, words: "" } }]
      : []),
    ...(place
      ? [{ text: `in “${place}”`, name: `the place “${place}”`, without: { ...rest, place: "" } }]
      : []),
    ...(floor
      ? [{ text: `paying ${floor}`, name: `the pay of ${floor}`, without: { ...rest, payFloor: null } }]
      : []),
  ];
}

const floorText = ({ amount, unit }: NonNullable<PostingSearch["payFloor"]>) =>
  unit === "hour"
    ? `${dollarsAndCents(amount)} an hour or more`
    : `${(Number.isInteger(amount) ? dollars : dollarsAndCents)(amount)} a year or more`;

/** "3 open jobs" */
export const jobsText = (total: number): string =>
  total === 1 ? "1 open job" : `${total === 0 ? "No" : total.toLocaleString("en-US")} open jobs`;

/** "3 open jobs for “nurse” in “Oregon”" */
export const countText = (total: number, search: PostingSearch): string =>
  [jobsText(total), ...filtersOf(search).map(({ text }) => text)].join(" ");

const MOST_WORDS = 8;

/** What has to stand in a posting's search text: for each word the forms of which one is enough. */
export const termsOf = (words: string): string[][] =>
  foldedWords(words)
    .slice(0, MOST_WORDS)
    .map((word) => [...new Set([word, pluralize.singular(word)])]);

/** A place that was typed: everywhere, from home, or a city and a state, either of which may be missing. */
type SoughtPlace =
  | { kind: "anywhere" }
  | { kind: "remote" }
  | { kind: "place"; city: string[]; state: string | null };

/** Reads "Portland, OR", "Washington, D.C.", "oregon", "Kansas City", "remote". A state is known by its name or its two letters, at the end. */
export function soughtPlace(typed: string): SoughtPlace {
  const words = foldedWords(typed.replaceAll(".", "")).slice(0, MOST_WORDS);
  const whole = words.join(" ");
  if (/^(|us|usa|united states|anywhere)$/.test(whole)) return { kind: "anywhere" };
  if (/^(remote|from home|home)$/.test(whole)) return { kind: "remote" };
  const found = usStates
    .flatMap(({ code, name, postal }) => [foldText(name), foldText(postal)].map((key) => ({ key, code })))
    .filter(({ key }) => whole === key || whole.endsWith(` ${key}`))
    // The longest name wins: "West Virginia" ends like Virginia.
    .sort((a, b) => b.key.length - a.key.length)[0];
  const city = found ? whole.slice(0, whole.length - found.key.length).trim() : whole;
  return { kind: "place", city: city === "" ? [] : city.split(" "), state: found?.code ?? null };
}

/** Whether a city has the words that were typed; each may be cut short. */
export function isCity(city: string, typed: readonly string[]): boolean {
  const words = foldedWords(city);
  return typed.every((part) => words.some((word) => word.startsWith(part)));
}
