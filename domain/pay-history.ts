import { differencePercent, dollars, listed, nullReasonText } from "./amount";
import type { NullReason } from "./figure";

/**
 * One year of an occupation's national median as its source published it, in dollars a year, not adjusted for
 * inflation. `soc` is the code it was published under that year; `topCode` is what a withheld median is at least.
 */
export type PayYear = {
  year: number;
  soc: string;
  annualMedian: number | null;
  topCode: number | null;
  nullReason: NullReason | null;
};

/** A year as a picture draws it: an amount, a floor, or a gap with its reason in words. */
export type HistoryPoint = { year: number } & ({ dollars: number } | { atLeast: number } | { gap: string });

/**
 * The years of one occupation, in order. Its code is that of its latest published year: what was published
 * under another code, as for a wider group, is a gap, since the two cannot be set against each other.
 */
export function historyPoints(series: readonly PayYear[]): HistoryPoint[] {
  const years = series.toSorted((a, b) => a.year - b.year);
  const own = years.findLast(({ annualMedian, topCode }) => annualMedian !== null || topCode !== null)?.soc;
  return years.map(({ year, soc, annualMedian, topCode, nullReason }): HistoryPoint => {
    if (own !== undefined && soc !== own)
      return { year, gap: "Not available: counted under another code that year" };
    if (annualMedian !== null) return { year, dollars: annualMedian };
    if (topCode !== null) return { year, atLeast: topCode };
    return { year, gap: nullReasonText(nullReason ?? "not_published", "annual_wage_median") };
  });
}

type Step = { from: { year: number; dollars: number }; to: { year: number; dollars: number } };

/** The stretches that may be drawn as a line: between two years in a row that both have an amount. */
export function joinedYears(points: readonly HistoryPoint[]): Step[] {
  return points.slice(1).flatMap((to, i) => {
    const from = points[i];
    return from && "dollars" in from && "dollars" in to && to.year === from.year + 1 ? [{ from, to }] : [];
  });
}

export type HistoryOfRole = { plural: string; points: readonly HistoryPoint[] };

/** The title of the picture: by how much each published median changed between its first and its last year, in dollars of each year. */
export function historyFinding(roles: readonly HistoryOfRole[]): string {
  const spans = roles.flatMap(({ plural, points }) => {
    const known = points.flatMap((point) => ("dollars" in point ? [point] : []));
    const [first, last] = [known[0], known.at(-1)];
    return first && last && first !== last ? [{ plural, first, last }] : [];
  });
  const [widest] = spans.toSorted((a, b) => b.last.year - b.first.year - (a.last.year - a.first.year));
  if (!widest) return "No change in median pay over the years can be given";
  const window = (span: typeof widest) => `${span.first.year} to ${span.last.year}`;
  const changes = spans.map((span) => {
    const note = window(span) === window(widest) ? "" : ` (${window(span)})`;
    return `${changeWords(span.first.dollars, span.last.dollars)} for ${span.plural}${note}`;
  });
  const without = roles.filter(({ plural }) => !spans.some((span) => span.plural === plural));
  const rest =
    without.length > 0 ? `; no change can be given for ${listed(without.map(({ plural }) => plural))}` : "";
  return `From ${window(widest)}, not adjusted for inflation, median pay ${listed(changes)}${rest}`;
}

function changeWords(before: number, after: number): string {
  if (before === after) return "stayed the same";
  const share = (Math.abs(after - before) / before) * 100;
  const size = differencePercent(share);
  return `${after > before ? "rose" : "fell"} ${size === "0%" ? "less than 0.1%" : size}`;
}

/** A point in the words of a table. */
export function historyText(point: HistoryPoint): string {
  if ("dollars" in point) return dollars(point.dollars);
  return "atLeast" in point ? `at least ${dollars(point.atLeast)}` : point.gap;
}
