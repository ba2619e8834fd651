import { scaleQuantile } from "d3-scale";
import { count, dollars, dollarsAndCents, listed, moneyInSentence, sentenceCase } from "./amount";
import type { PlaceWage } from "./profile";
import { type UsState, usStates } from "./us-state";
import { PLACE_FLOOR, type PlacePay, rankedPlaces } from "./wage";

/** The 50 states and DC as equal squares, about where they lie: a row of the map a line, eleven places wide. */
const layout = [
  "AK .. .. .. .. .. .. .. .. .. ME",
  ".. .. .. .. .. WI .. .. .. VT NH",
  "WA ID MT ND MN IL MI .. NY MA ..",
  "OR NV WY SD IA IN OH PA NJ CT RI",
  "CA UT CO NE MO KY WV VA MD DE ..",
  ".. AZ NM KS AR TN NC SC DC .. ..",
  ".. .. .. OK LA MS AL GA .. .. ..",
  "HI .. .. TX .. .. .. .. FL .. ..",
].map((line) => line.split(" "));

const onMap = new Set(layout.flat().map((postal) => `US-${postal}`));

export const GRID_COLUMNS = 11;
export const GRID_ROWS = layout.length;

/** What a grid shows of each state. */
export type StateMeasure = "annualMedian" | "hourlyMedian" | "employment";

/** Whether a role has pay by the hour alone. */
export const isHourlyAlone = (places: readonly PlacePay[]): boolean =>
  places.some(({ hourlyMedian }) => hourlyMedian !== null);

/** By what grids of pay are drawn: by the hour where no role has pay by the year, since one scale has one unit. */
export const statePayMeasure = (roles: readonly (readonly PlacePay[])[]): StateMeasure =>
  roles.some(isHourlyAlone) && roles.flat().every(({ annualMedian }) => annualMedian === null)
    ? "hourlyMedian"
    : "annualMedian";

export type StateTile = UsState & {
  row: number;
  column: number;
  /** As published; null where it is not. */
  value: number | null;
  /** Has a median, but too few or uncounted jobs to be ranked by it. */
  isUnranked: boolean;
  /** Place among the classes, from 0; null without a value. */
  step: number | null;
};

/** One grid a role on one scale. `bounds` part the classes: a value belongs to the class that begins at or below it. */
export type StateGrids = { measure: StateMeasure; bounds: number[]; grids: StateTile[][] };

const MOST_CLASSES = 5;

/** The tiles of each role, row by row. A state that is not among a role's places has no value. */
export function stateGrids(roles: readonly (readonly PlacePay[])[], measure: StateMeasure): StateGrids {
  const published = roles.flat().flatMap((place) => (onMap.has(place.area) ? place[measure] : null) ?? []);
  const bounds = classBounds(published);
  const grids = roles.map((places) => {
    const byArea = new Map(places.map((place) => [place.area, place]));
    return layout.flatMap((line, row) =>
      line.flatMap((postal, column): StateTile[] => {
        const state = usStates.find((candidate) => candidate.postal === postal);
        if (!state) return [];
        const place = byArea.get(state.code);
        const value = place?.[measure] ?? null;
        const isUnranked =
          measure !== "employment" && value !== null && (place?.employment ?? 0) < PLACE_FLOOR;
        return [
          { ...state, row, column, value, isUnranked, step: value === null ? null : stepOf(value, bounds) },
        ];
      }),
    );
  });
  return { measure, bounds, grids };
}

/** Where classes of about as many states each begin, at most five of them, in numbers of two digits; empty for one class. */
function classBounds(published: readonly number[]): number[] {
  if (published.length === 0) return [];
  const [lowest, highest] = [Math.min(...published), Math.max(...published)];
  const parts = scaleQuantile<number>()
    .domain(published)
    .range(Array.from({ length: MOST_CLASSES }, (_, i) => i))
    .quantiles();
  return [...new Set(parts.map((part) => Number(part.toPrecision(2))))].filter(
    (bound) => bound > lowest && bound <= highest,
  );
}

const stepOf = (value: number, bounds: readonly number[]) => bounds.filter((bound) => bound <= value).length;

/** Each class in words, from the lowest: "under $40k", "$40k to under $50k", "$50k or more". */
export function classWords({ measure, bounds }: StateGrids): string[] {
  const say = (bound: number) => {
    if (measure === "annualMedian") return `$${count(bound / 1000)}k`;
    if (measure === "employment") return count(bound);
    return Number.isInteger(bound) ? dollars(bound) : dollarsAndCents(bound);
  };
  const [first] = bounds;
  if (first === undefined) return ["every published figure"];
  return [
    `under ${say(first)}`,
    ...bounds.map((bound, i) => {
      const next = bounds[i + 1];
      return next === undefined ? `${say(bound)} or more` : `${say(bound)} to under ${say(next)}`;
    }),
  ];
}

export type PlacesOfRole = { plural: string; places: readonly PlacePay[] };

/** The title of grids of pay: where each role's median is highest and lowest, among the states that may be ranked. */
export function statePayFinding(roles: readonly PlacesOfRole[]): string {
  const clauses = roles.map(({ plural, places }) => {
    const ranked = rankedPlaces(places.filter(({ area }) => onMap.has(area)));
    const [best, worst] = [ranked[0], ranked.at(-1)];
    if (!best || !worst) return `no state has a published median for ${plural}`;
    const at = (amount: PlaceWage) =>
      `${listed(ranked.filter(({ value }) => value === amount.value).map(({ name }) => inSentence(name)))} (${moneyInSentence(amount)})`;
    if (ranked.length === 1) return `median pay of ${plural} is published for ${at(best)} alone`;
    if (best.value === worst.value) return `median pay of ${plural} is the same in ${at(best)}`;
    return `median pay of ${plural} is highest in ${at(best)} and lowest in ${at(worst)}`;
  });
  return `Where at least ${PLACE_FLOOR} jobs are counted, ${clauses.join("; ")}`;
}

/** The title of grids of jobs: where most are counted. Says nothing of the fewest, as small counts are often withheld. */
export function stateJobsFinding(roles: readonly PlacesOfRole[]): string {
  const clauses = roles.map(({ plural, places }) => {
    const counted = places.flatMap(({ area, name, employment }) =>
      employment === null || !onMap.has(area) ? [] : [{ name, employment }],
    );
    if (counted.length === 0) return `no state has a published count of jobs for ${plural}`;
    const most = Math.max(...counted.map(({ employment }) => employment));
    const names = counted.filter(({ employment }) => employment === most).map(({ name }) => inSentence(name));
    return `the most jobs for ${plural} are counted in ${listed(names)} (${count(most)})`;
  });
  return sentenceCase(clauses.join("; "));
}

const inSentence = (name: string) => (name === "District of Columbia" ? `the ${name}` : name);
