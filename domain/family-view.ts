import { count, dollars, sentenceCase } from "./amount";
import { type Area, NATION } from "./area";
import { type CareerFilter, isSortKey, type SortKey } from "./family";
import { oneLine } from "./letter";
import { readMoney } from "./posting-form";
import { entryLevels, type SchoolingKey, schoolingKeyOf, schoolingKeys, schoolingPhrase } from "./schooling";

/** What a reader asks of the list of careers, kept in the address, so that every view can be shared. */
export type FamilyView = {
  /** As the address says it, known or not; null for all. */
  family: string | null;
  area: string;
  isReal: boolean;
  payFloor: number | null;
  schooling: SchoolingKey | null;
  isGrowing: boolean;
  /** Null where the address asks for no order. */
  sort: SortKey | null;
  isReversed: boolean;
  /** From 1. */
  page: number;
};

const levelOf = (key: SchoolingKey): string => entryLevels[schoolingKeys.indexOf(key)] ?? "";
const schoolingText = (key: SchoolingKey): string => schoolingPhrase(levelOf(key)) ?? key;

/** The levels to choose from, as they stand behind "at most". */
export const schoolingOptions = schoolingKeys.map((value) => ({ value, text: schoolingText(value) }));

/** An order that stands where an address asks for none. */
export const DEFAULT_SORT: SortKey = "pay";

export const ALL_FAMILIES: FamilyView = {
  family: null,
  area: NATION.code,
  isReal: false,
  payFloor: null,
  schooling: null,
  isGrowing: false,
  sort: null,
  isReversed: false,
  page: 1,
};

/** What was typed and cannot be used, with what to say of it. */
export type AskedFamily = {
  view: FamilyView;
  typed: { pay: string; schooling: string; sort: string };
  faults: Partial<Record<"pay" | "schooling", string>>;
};

type Asked = Readonly<Record<string, string | string[] | undefined>>;

/** The view that an address asks for. A filter that cannot be used is left out, and kept as typed beside what is wrong with it. */
export function familyViewOf(asked: Asked): AskedFamily {
  const one = (name: string) => oneLine([asked[name]].flat()[0] ?? "").slice(0, 120);
  const typed = { pay: one("pay"), schooling: one("schooling"), sort: one("sort") };
  const pay = readFloor(typed.pay);
  const schooling = schoolingKeyOf(typed.schooling) ?? null;
  const sort = typed.sort.replace(/^-/, "");
  return {
    view: {
      family: one("family") || null,
      // Not cut or cleaned: a code that is none is answered as such.
      area: ([asked.area].flat()[0] ?? "").slice(0, 200) || NATION.code,
      isReal: one("real") === "1",
      payFloor: "value" in pay ? pay.value : null,
      schooling,
      isGrowing: one("growing") === "1",
      sort: isSortKey(sort) ? sort : null,
      isReversed: isSortKey(sort) && typed.sort.startsWith("-"),
      page: /^[1-9]\d{0,5}$/.test(one("page")) ? Number(one("page")) : 1,
    },
    typed,
    faults: {
      ...("problem" in pay && { pay: pay.problem }),
      ...(typed.schooling !== "" && schooling === null && { schooling: "Choose a level from the list." }),
    },
  };
}

/** Under this nobody's pay by the year lies, so that pay by the hour is meant. */
const LEAST_A_YEAR = 1_000;

/** Dollars a year as people write them; null for nothing; or what is wrong, in words. */
function readFloor(typed: string): { value: number | null } | { problem: string } {
  const [, whole, rest] = /^\$?\s*(\d{1,3}),(\d{1,2})$/.exec(typed) ?? [];
  if (whole && rest)
    return {
      problem: `Does ${typed} mean ${dollars(Number(whole))} and some cents, or ${dollars(Number(whole + rest.padEnd(3, "0")))}? Write the amount in full, such as 52,000.`,
    };
  const read = readMoney(typed);
  if ("problem" in read) {
    if (/^Enter at most|^Does /.test(read.problem)) return read;
    return { problem: "Enter one amount in dollars a year, above 0, such as 52,000 or 52k." };
  }
  if (read.value === null) return { value: null };
  const amount = read.value / 100;
  if (amount < LEAST_A_YEAR)
    return { problem: `Is this ${dollars(amount)} an hour? Enter pay by the year, such as 52,000.` };
  return { value: amount };
}

/** Whether a view is a list of careers; else it is the overview of all families. */
export const isCareerList = ({ family, payFloor, schooling, isGrowing, sort }: FamilyView): boolean =>
  family !== null || payFloor !== null || schooling !== null || isGrowing || sort !== null;

export const filterOf = ({ payFloor, schooling, isGrowing }: FamilyView): CareerFilter => ({
  payFloor,
  mostSchooling: schooling && levelOf(schooling),
  isGrowing,
});

/** The options of an address by name, in one order, without those that stand at their default. */
export const familyOptions = (view: FamilyView): Record<string, string> => ({
  ...(view.family !== null && { family: view.family }),
  ...(view.area !== NATION.code && { area: view.area }),
  ...(view.isReal && { real: "1" }),
  ...(view.payFloor !== null && { pay: String(view.payFloor) }),
  ...(view.schooling !== null && { schooling: view.schooling }),
  ...(view.isGrowing && { growing: "1" }),
  ...(view.sort !== null && { sort: `${view.isReversed ? "-" : ""}${view.sort}` }),
  ...(view.page > 1 && { page: String(view.page) }),
});

/** The address of a view, or of its table to take away. */
export function familyAddress(
  view: FamilyView,
  path: "/careers" | "/careers/table.csv" = "/careers",
): string {
  const query = new URLSearchParams(familyOptions(view));
  return query.size > 0 ? `${path}?${query}` : path;
}

/** The view that search engines are led to: the family and its place, without what narrows or orders the list. */
export const canonicalView = ({ family, area, isReal }: FamilyView): FamilyView => ({
  ...ALL_FAMILIES,
  family,
  area,
  isReal,
});

/** The filters in use, each as words and with the view that leaves it out. */
export function filtersInUse(view: FamilyView): { text: string; without: FamilyView }[] {
  const { payFloor, schooling, isGrowing } = view;
  const rest = { ...view, page: 1 };
  return [
    ...(payFloor !== null
      ? [{ text: `pay of ${dollars(payFloor)} a year or more`, without: { ...rest, payFloor: null } }]
      : []),
    ...(schooling
      ? [{ text: `at most ${schoolingText(schooling)} to start`, without: { ...rest, schooling: null } }]
      : []),
    ...(isGrowing ? [{ text: "expected to grow", without: { ...rest, isGrowing: false } }] : []),
  ];
}

/** "1 career", "71 careers" */
const careersText = (careers: number): string =>
  careers === 1 ? "1 career" : `${careers === 0 ? "No" : count(careers)} careers`;

/** "12 careers: pay of $80,000 a year or more, expected to grow" */
export const listText = (careers: number, view: FamilyView): string =>
  [
    careersText(careers),
    filtersInUse(view)
      .map(({ text }) => text)
      .join(", "),
  ]
    .filter(Boolean)
    .join(": ");

/** What is said of careers of which nobody can say whether they fit. */
export const unknownText = (careers: number): string =>
  careers === 1
    ? "1 more career is left out, as a figure that these filters ask for is not published for it here."
    : `${count(careers)} more careers are left out, as a figure that these filters ask for is not published for them here.`;

/** What a table of a list holds: "Careers 51 to 100 of 312, California". */
export const rangeText = (
  { careers, shown, first }: Record<"careers" | "shown", { length: number }> & { first: number },
  { name }: Area,
): string =>
  shown.length === careers.length
    ? `${sentenceCase(careersText(careers.length))}, ${name}`
    : `Careers ${count(first + 1)} to ${count(first + shown.length)} of ${count(careers.length)}, ${name}`;
