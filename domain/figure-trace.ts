import { count, dollars, money } from "./amount";
import { NATION } from "./area";
import { type Figure, hasValue } from "./figure";
import { heldEducationLevels, isMeasureKey, type MeasureKey, measureOf } from "./measure";
import { MOST_ROLES } from "./pair";
import type { PriceLevel } from "./price-level";
import { PLACE_FLOOR, SECTOR_FLOOR } from "./wage";

/** The way from a figure back to what its publisher printed: where it is told, how it is made, and of what. */

/** A figure by its address: of one role, or of up to four that are read side by side. Roles are named by slug or by SOC code. */
export type FigureAsked = { of: string[]; measure: string; area: string; isReal: boolean };

/** Lists that have ratings in the place of one value, traced like measures. */
const ratedLists: Readonly<Record<string, string>> = { skills: "Skills", knowledge: "Knowledge" };

/** Whether something can be traced by this name: a measure, or a list of ratings. */
export const isTraced = (key: string): boolean => isMeasureKey(key) || Object.hasOwn(ratedLists, key);

/** The name of what is traced, as rows of tables are headed. */
export const tracedLabel = (key: string): string => ratedLists[key] ?? measureOf(key).label;

/** The address that tells where a figure comes from. */
export function figureAddress({ of, measure, area, isReal }: FigureAsked): string {
  const place = area === NATION.code ? "" : `&area=${area}${isReal ? "&real=1" : ""}`;
  return `/sources/figure?of=${of.join(",")}&measure=${measure}${place}`;
}

/** The name by which an address asks for a role: the code of an occupation is shorter than its slug. */
export const tracedName = (
  role: { slug: string; kind: "occupation" | "title" },
  occupation: { soc: string } | null,
): string => (role.kind === "occupation" && occupation ? occupation.soc : role.slug);

/** A release that rows come from, with what was read for it. */
export type RawRelease = {
  id: number;
  dataset: string;
  title: string;
  file: string;
  reading: string;
  edition: string;
  publisher: string;
  source: string;
  url: string;
  isConverted: boolean;
  /** Whether it came with this site's own bundle of facts. */
  isBundled: boolean;
  files: { name: string; sha256: string; rowsRead: number }[];
  digest: string;
  importedAt: Date;
};

/** What an editor says against a figure, as readers are told it. */
export type TracedCorrection = {
  measure: string;
  area: string;
  text: string;
  source: string;
  sourceUrl: string;
  vintage: string;
  reason: string;
  at: Date;
};

/** Roles of a figure: several where a row sets them side by side. */
type Traced = { role: { slug: string; kind: "occupation" | "title" }; occupation: { soc: string } | null };

/**
 * The address of the row that a figure of these roles is read from; of pay after prices where a page shows it so. None
 * for the best place after prices: what it was ranked among is told of pay as published alone.
 */
export function rowAddress(
  of: readonly Traced[],
  { measure, area }: Pick<Figure, "measure" | "area">,
  isAdjusted = false,
): string | undefined {
  if (isAdjusted && /^best_paying_(state|metro)$/.test(measure)) return undefined;
  const isPay = ["money", "range"].includes(measureOf(measure).kind);
  const names = of.map(({ role, occupation }) => tracedName(role, occupation));
  return figureAddress({ of: names, measure, area, isReal: isAdjusted && isPay });
}

/** What an address asks for; what it repeats counts once, and the first of several values. */
export function figureAsked(search: Readonly<Record<string, string | string[] | undefined>>): FigureAsked {
  const one = (name: string) => [search[name]].flat()[0]?.trim() ?? "";
  const of = one("of").split(",", MOST_ROLES + 1);
  return {
    of: [...new Set(of.map((name) => name.trim()).filter((name) => name !== ""))],
    measure: one("measure"),
    area: one("area") || NATION.code,
    isReal: one("real") === "1",
  };
}

/** Figures that another is made from, by measure, all of the same role and area; none for one that stands in a row itself. */
export function inputsOf(measure: MeasureKey): MeasureKey[] {
  if (measure === "annual_wage_range") return ["annual_wage_p10", "annual_wage_p90"];
  if (measure === "men_share") return ["women_share"];
  if (measure === "most_common_education") return heldEducationLevels.map(([key]) => `education_held_${key}`);
  return [];
}

/** How a figure that no source prints as it is shown is made; undefined for one that stands in a row. */
export function formulaOf(measure: string): string | undefined {
  const place = (kind: string) =>
    `Of ${kind} with at least ${count(PLACE_FLOOR)} jobs and a median, the one with the highest median pay a year, or an hour where the work has no pay a year at all. Equal medians go by jobs.`;
  const formulas: Record<string, string> = {
    annual_wage_range:
      "From the 10th to the 90th percentile of pay a year, both as published. Where one is missing there is no range.",
    men_share: "100 minus the share of women.",
    most_common_education: "The largest of the seven shares of schooling held, with that share.",
    best_paying_state: place("the 50 states and DC"),
    best_paying_metro: place("the metro areas"),
    best_paying_industry: `Of the sectors with at least ${count(SECTOR_FLOOR)} jobs, the one with the highest median pay a year. A median that is printed only as “at least” ranks above any number; several of these go by mean pay.`,
  };
  return Object.hasOwn(formulas, measure) ? formulas[measure] : undefined;
}

/** Pay as published and the level that it was divided by, worked out in one line; undefined for a figure without an amount. */
export function adjustmentText(
  published: Figure,
  adjusted: Figure,
  { level }: PriceLevel,
): string | undefined {
  if (!hasValue(published) || typeof published.value === "string") return undefined;
  const { unit } = published;
  const isHourly = unit === "dollars an hour";
  const ends = [published.value, published.low, published.high].flatMap((amount) => amount ?? []);
  const after = [adjusted.value, adjusted.low, adjusted.high].flatMap((amount) =>
    typeof amount === "number" ? amount : [],
  );
  const lines = ends.map(
    (amount, i) => `${money(amount, unit)} ÷ (${level} ÷ 100) = ${money(after[i] ?? amount, unit)}`,
  );
  return `${lines.join("; ")}, rounded half up to the ${isHourly ? "cent" : "dollar"}.`;
}

/** How a standard error follows from the percent that the file gives; undefined where there is none. */
export function errorText(
  { standardError, value, unit }: Figure,
  percentError: number | null,
): string | undefined {
  if (standardError === null || percentError === null || typeof value !== "number") return undefined;
  const say = (amount: number) =>
    unit === "persons" ? count(amount) : unit === "dollars a year" ? dollars(amount) : money(amount, unit);
  return `The file gives the standard error in percent: ${percentError}% of ${say(value)} is ${say(standardError)}.`;
}

/** What stands where a measure has no figure at all for a role. */
export function noFigureText(measure: string): string {
  return measure === "open_postings"
    ? "This is no figure of a source. It counts the postings that are open on this site, at the moment they are counted."
    : "No source that is loaded has a row for it, so that no page shows a figure.";
}
