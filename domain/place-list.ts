import { count, money, perUnit } from "./amount";
import { csvOf } from "./csv";
import type { FigureOrigin } from "./figure";
import { type Asked, firstAsked, type PlaceView, placeOptions, placeViewOf, withOptions } from "./place-view";
import type { Profile } from "./profile";
import { PLACE_FLOOR } from "./wage";

/** All places of a kind with the pay of one career, as a page lists them and as a file takes them away. */

export type PlaceKind = "state" | "metro";
export const placeSorts = ["pay", "jobs", "name"] as const;
export type PlaceSort = (typeof placeSorts)[number];

/** A list as its address asks for it. `page` is from 1. */
export type PlaceListView = PlaceView & { kind: PlaceKind; sort: PlaceSort; page: number };

/** Pay in one place: the median in the unit of the list, and jobs; null where the source leaves them blank. `corrected`: the source that an editor gave in place of the list's own. */
export type PlaceEntry = {
  area: string;
  name: string;
  median: number | null;
  employment: number | null;
  corrected: string | null;
};

/** The places of a career with the source of their figures, and the unit of their medians. */
export type PlaceList = {
  places: PlaceEntry[];
  unit: "dollars a year" | "dollars an hour";
  origin: FigureOrigin;
};

/** The places of a profile, as far as it holds them: every state, the metro areas that are ranked, and the area of its page. */
export function placesOfProfile(
  { payByState, lists, area, figures }: Profile,
  kind: PlaceKind,
): PlaceEntry[] {
  if (kind === "state")
    return payByState.map(({ annualMedian, hourlyMedian, ...place }) => ({
      ...place,
      median: annualMedian ?? hourlyMedian,
      corrected: null,
    }));
  const ranked = lists.metros.map(({ value, ...place }) => ({ ...place, median: value, corrected: null }));
  if (area.kind !== "metro" || ranked.some((place) => place.area === area.code)) return ranked;
  const numberOf = (measure: string) => {
    const value = figures.find((figure) => figure.measure === measure)?.value;
    return typeof value === "number" ? value : null;
  };
  const own = { median: numberOf("annual_wage_median"), employment: numberOf("employment"), corrected: null };
  return [...ranked, { area: area.code, name: area.name, ...own }];
}

/** Places on a page: all states, and metro areas by the hundred. */
export const PLACES_A_PAGE = 100;

/** The list that an address asks for. What it does not understand is as if it were not there. */
export function placeListOf(asked: Asked): PlaceListView {
  const page = firstAsked(asked, "page");
  return {
    ...placeViewOf(asked),
    kind: firstAsked(asked, "kind") === "metro" ? "metro" : "state",
    sort: placeSorts.find((sort) => sort === firstAsked(asked, "sort")) ?? "pay",
    page: /^[1-9]\d{0,3}$/.test(page) ? Number(page) : 1,
  };
}

/** The address of a list, without what stands at its default; `file` is that of the table to take away. */
export const placeListAddress = (slug: string, view: PlaceListView, file: "" | "/table.csv" = ""): string =>
  withOptions(`/careers/${slug}/places${file}`, {
    ...(view.kind !== "state" && { kind: view.kind }),
    ...(view.sort !== "pay" && { sort: view.sort }),
    ...(view.page > 1 && file === "" && { page: String(view.page) }),
    ...placeOptions(view),
  });

/** Whether a place has enough counted jobs to be ranked by pay. */
const isRanked = ({ median, employment }: PlaceEntry): boolean =>
  median !== null && employment !== null && employment >= PLACE_FLOOR;

/** A place with its rank by pay, from 1, ties sharing one; null where it is not ranked. */
export type RankedEntry = PlaceEntry & { rank: number | null };

/** Places in the order asked, each with its rank by pay among those with enough jobs. What is missing comes last, and by pay so do those that are not ranked. */
export function sortedPlaces(places: readonly PlaceEntry[], sort: PlaceSort): RankedEntry[] {
  const medians = places
    .filter(isRanked)
    .map(({ median }) => median ?? 0)
    .sort((a, b) => b - a);
  const ranked = places.map((place) => ({
    ...place,
    rank: isRanked(place) ? medians.indexOf(place.median ?? 0) + 1 : null,
  }));
  const byName = (a: RankedEntry, b: RankedEntry) =>
    a.name < b.name ? -1 : a.name > b.name ? 1 : a.area < b.area ? -1 : 1;
  const down = (a: number | null, b: number | null) => (b ?? -1) - (a ?? -1);
  const orders = {
    pay: (a: RankedEntry, b: RankedEntry) =>
      Number(b.rank !== null) - Number(a.rank !== null) ||
      down(a.median, b.median) ||
      down(a.employment, b.employment) ||
      byName(a, b),
    jobs: (a: RankedEntry, b: RankedEntry) =>
      down(a.employment, b.employment) || down(a.median, b.median) || byName(a, b),
    name: byName,
  };
  return ranked.sort(orders[sort]);
}

/** The places of one page, and which page that is: the last where a later one was asked for. */
export function pageOf<T>(list: readonly T[], asked: number): { shown: T[]; page: number; pages: number } {
  const pages = Math.max(1, Math.ceil(list.length / PLACES_A_PAGE));
  const page = Math.min(asked, pages);
  return { shown: list.slice((page - 1) * PLACES_A_PAGE, page * PLACES_A_PAGE), page, pages };
}

const kindNames: Record<PlaceKind, [one: string, many: string]> = {
  state: ["State", "states and DC"],
  metro: ["Metro area", "metro areas"],
};
export const placeKindName = (kind: PlaceKind): string => kindNames[kind][0];
export const placeKindPlural = (kind: PlaceKind): string => kindNames[kind][1];

/** Why a place has no rank. */
export function unrankedText({ median, employment }: PlaceEntry): string {
  if (median === null) return "No published median";
  return employment === null ? "Not ranked: jobs not published" : `Not ranked: under ${PLACE_FLOOR} jobs`;
}

export const medianText = ({ median }: PlaceEntry, unit: string): string =>
  median === null ? "Not available" : money(median, unit);

export const jobsText = ({ employment }: PlaceEntry): string =>
  employment === null ? "Not available" : count(employment);

/** The whole list as comma-separated text (RFC 4180, UTF-8), in the order asked. Cells that a spreadsheet would take for a formula are escaped. */
export function placesCsv(
  { places, unit, origin }: PlaceList,
  sort: PlaceSort,
  career: string,
  isAdjusted: boolean,
): string {
  const lines = sortedPlaces(places, sort).map((place) => ({
    career,
    code: place.area,
    place: place.name,
    median: place.median,
    unit: `${unit}${isAdjusted ? ", after prices there" : ""}`,
    jobs: place.employment,
    rank: place.rank,
    missing: place.rank === null ? unrankedText(place) : "",
    source: place.corrected ?? origin.source.name,
    release: place.corrected === null ? origin.source.release : "",
    address: place.corrected === null ? origin.source.url : "",
  }));
  return csvOf(columns, lines);
}

const columns = [
  "career",
  "code",
  "place",
  "median",
  "unit",
  "jobs",
  "rank",
  "missing",
  "source",
  "release",
  "address",
] as const;

/** Where a place stands, in a sentence; undefined where it is not ranked. */
export function standingText(
  places: readonly RankedEntry[],
  area: string,
  kind: PlaceKind,
): string | undefined {
  const place = places.find((candidate) => candidate.area === area);
  const ranked = places.filter(({ rank }) => rank !== null).length;
  return place?.rank == null
    ? undefined
    : `${place.name} is number ${place.rank} by median pay of the ${ranked} ${placeKindPlural(kind)} that are ranked.`;
}

/** "Median pay a year" */
export const medianHead = (unit: string): string => `Median pay ${perUnit(unit)}`;
