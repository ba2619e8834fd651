import { readNumber } from "./correction";
import { oneLine } from "./letter";
import {
  type Asked,
  firstAsked,
  NATIONWIDE_VIEW,
  type PlaceView,
  placeOptions,
  placeViewOf,
  withOptions,
} from "./place-view";

/**
 * What a reader asks of a comparison beside its roles, kept in the address, so that every view can be shared:
 * the area, pay after prices, only rows that differ, jobs and not pay on the map of states, the reader's own pay
 * (dollars a year).
 */
export type ComparisonView = PlaceView & {
  onlyDifferences: boolean;
  isJobsMap: boolean;
  ownPay: number | null;
};

export const NATIONAL_VIEW: ComparisonView = {
  ...NATIONWIDE_VIEW,
  onlyDifferences: false,
  isJobsMap: false,
  ownPay: null,
};

/** The view that an address asks for. What it does not understand is as if it were not there; the pay as typed is kept beside it. */
export function viewOf(asked: Asked): ComparisonView & { payTyped: string } {
  const payTyped = oneLine(firstAsked(asked, "pay"));
  return {
    ...placeViewOf(asked),
    onlyDifferences: firstAsked(asked, "diff") === "1",
    isJobsMap: firstAsked(asked, "map") === "jobs",
    ownPay: readPay(payTyped) ?? null,
    payTyped,
  };
}

/** Most that anybody's pay is taken for, in dollars a year. */
const MOST_PAY = 100_000_000;

/** Dollars a year as people write them: "$60,000", "60k". Undefined for anything else. */
export function readPay(typed: string): number | undefined {
  const [, thousands] = /^(.*\d)\s*k$/i.exec(typed.trim()) ?? [];
  const number = readNumber(thousands ?? typed);
  const dollars = number === undefined ? undefined : number * (thousands ? 1000 : 1);
  return dollars !== undefined && dollars > 0 && dollars <= MOST_PAY ? dollars : undefined;
}

/** The options of an address by name, without those that stand at their default. */
export const viewOptions = ({
  onlyDifferences,
  isJobsMap,
  ownPay,
  ...place
}: ComparisonView): Record<string, string> => ({
  ...placeOptions(place),
  ...(onlyDifferences && { diff: "1" }),
  ...(isJobsMap && { map: "jobs" }),
  ...(ownPay !== null && { pay: String(ownPay) }),
});

/** The same as they stand in an address: `area=US-CA&real=1`. */
export const viewQuery = (view: ComparisonView): string => new URLSearchParams(viewOptions(view)).toString();

/** The address of a comparison in a view. */
export const viewAddress = (pair: string, view: ComparisonView): string =>
  withOptions(`/compare/${pair}`, viewOptions(view));

/** Where a program reads what the page of these roles shows in a view; a reader's own pay is theirs alone, and a map is drawn of rows that a program reads elsewhere. */
export function apiAddress(slugs: readonly string[], view: ComparisonView): string {
  const query = viewQuery({ ...view, isJobsMap: false, ownPay: null });
  return `/api/v1/compare?roles=${slugs.join(",")}${query && `&${query}`}`;
}
