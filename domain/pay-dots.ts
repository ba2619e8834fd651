import { figureText } from "./amount";
import type { Figure } from "./figure";
import { figureOf, type Profile } from "./profile";

/**
 * Pay as twenty dots, each one person in twenty. Five percentiles are published; between two neighbours of
 * them the dots stand on a straight line, and nothing is said of pay beyond the first and the last.
 */
export const percentiles = ["p10", "p25", "median", "p75", "p90"] as const;
type Percentile = (typeof percentiles)[number];

const ranks: Record<Percentile, number> = { p10: 10, p25: 25, median: 50, p75: 75, p90: 90 };

const DOTS = 20;

/** A dot at the middle of its twentieth: with its place in dollars, or beyond the published percentiles. */
export type PayDot = { percentile: number } & ({ dollars: number } | { beyond: "below" | "above" });

/** Twenty dots in the order of pay, from dollars at the published percentiles; none where nothing is published. */
export function payDots(published: Readonly<Record<Percentile, number | null>>): PayDot[] {
  const points = percentiles.flatMap((key) => {
    const dollars = published[key];
    return dollars === null ? [] : [{ rank: ranks[key], dollars }];
  });
  if (points.length === 0) return [];
  return Array.from({ length: DOTS }, (_, i): PayDot => {
    const percentile = ((i + 0.5) * 100) / DOTS;
    const above = points.find(({ rank }) => rank > percentile);
    const below = points.findLast(({ rank }) => rank < percentile);
    if (!below) return { percentile, beyond: "below" };
    if (!above) return { percentile, beyond: "above" };
    const part = (percentile - below.rank) / (above.rank - below.rank);
    return { percentile, dollars: below.dollars + (above.dollars - below.dollars) * part };
  });
}

/** Which row of a pile each place stands in, counted from the bottom: the lowest where the one before is at least `apart` away. Places come in rising order. */
export function pileRows(places: readonly number[], apart: number): number[] {
  const last: number[] = [];
  return places.map((place) => {
    const free = last.findIndex((before) => place - before >= apart);
    const row = free === -1 ? last.length : free;
    last[row] = place;
    return row;
  });
}

export type PayPeriod = "annual" | "hourly";

/** What a role's pay can be drawn by: the year where that is published, else the hour; undefined where neither is. */
export function payPeriod(profile: Profile): PayPeriod | undefined {
  return (["annual", "hourly"] as const).find((period) =>
    percentiles.some((key) => dollarsOf(figureOf(profile, `${period}_wage_${key}`)) !== undefined),
  );
}

export type PayFigures = Record<Percentile, Figure | undefined>;

/** A role's five percentiles by the year or by the hour. */
export function payFigures(profile: Profile, period: PayPeriod): PayFigures {
  const figure = (key: Percentile) => figureOf(profile, `${period}_wage_${key}`);
  return {
    p10: figure("p10"),
    p25: figure("p25"),
    median: figure("median"),
    p75: figure("p75"),
    p90: figure("p90"),
  };
}

/** The dots of published figures. A top-coded one ("at least") is no place to draw a line to. */
export function dotsOf(figures: PayFigures): PayDot[] {
  const dollars = (key: Percentile) => {
    const value = figures[key]?.value;
    return typeof value === "number" ? value : null;
  };
  return payDots({
    p10: dollars("p10"),
    p25: dollars("p25"),
    median: dollars("median"),
    p75: dollars("p75"),
    p90: dollars("p90"),
  });
}

/** Dollars where a mark may stand; a top-coded amount ("at least") stands at its floor. */
export function dollarsOf(figure: Figure | undefined): number | undefined {
  if (typeof figure?.value === "number") return figure.value;
  return figure?.low ?? undefined;
}

/** Whether all that is known is a floor: the true amount lies at it or further out. */
export const isFloor = (figure: Figure | undefined) => figure?.value === null && figure.low !== null;

/** What the dots leave out for want of a figure, in whole sentences; empty where all five are published, or none. */
export function missingPay(plural: string, figures: PayFigures): string[] {
  const names = {
    p10: "10th percentile",
    p25: "25th percentile",
    median: "median",
    p75: "75th percentile",
    p90: "90th percentile",
  };
  if (percentiles.every((key) => dollarsOf(figures[key]) === undefined)) return [];
  return percentiles.flatMap((key) => {
    const figure = figures[key];
    if (typeof figure?.value === "number") return [];
    return isFloor(figure) && figure
      ? [`The ${names[key]} of ${plural} is published only as ${figureText(figure)}.`]
      : [`The ${names[key]} of ${plural} is not published.`];
  });
}

/** The dollars that all ranges from the 10th to the 90th percentile hold; undefined for one range, an end that is missing or only a floor, or no overlap. */
export function sharedRange(ranges: readonly PayFigures[]): { low: number; high: number } | undefined {
  if (ranges.length < 2) return undefined;
  const ends = ranges.map(({ p10, p90 }) => [p10?.value, p90?.value]);
  if (ends.some(([low, high]) => typeof low !== "number" || typeof high !== "number")) return undefined;
  const low = Math.max(...ends.map(([low]) => low as number));
  const high = Math.min(...ends.map(([, high]) => high as number));
  return high > low ? { low, high } : undefined;
}
