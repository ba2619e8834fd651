import type { Area } from "./area";
import { type Figure, hasValue } from "./figure";
import { type MeasureKey, measureOf, measures } from "./measure";
import { figureOf, originOf, type Profile, type Rating } from "./profile";

/** What may be said of two figures; exactly one holds. */
export const relations = [
  "both_missing",
  "a_missing",
  "b_missing",
  "no_common_unit",
  "identical",
  "identical_inherited",
  "about_equal",
  "a_higher",
  "b_higher",
  "different",
] as const;
type Relation = (typeof relations)[number];

export type RowRelation = {
  relation: Relation;
  /** `absolute` in the unit of the measure; `percent` of the lower, for money and counts above zero, else null. */
  difference?: { absolute: number; percent: number | null };
  /** For pay ranges: dollars that both ranges hold, and that as percent of the narrower one. */
  overlap?: { absolute: number; share: number };
};

/** The official figure, which alone decides, and the title-level ones that stand under it. */
type Cell = { figure: Figure; also: Figure[] };

/** One measure across the roles; `relations` has one entry for each role after the first, against the first. */
export type Row = {
  measure: MeasureKey;
  cells: Cell[];
  relations: RowRelation[];
  /** The same among title-level figures; empty where there are none. */
  alsoRelations: RowRelation[];
};

/** What a larger area publishes of a role that has no figure in the area compared. `role` is its place among the roles. */
export type Fallback = { role: number; measure: MeasureKey; figure: Figure; area: Area };

export type Comparison = {
  roles: Profile[];
  area: Area;
  rows: Row[];
  /** Whether pay, its errors with it, is divided by the price level of the area. */
  adjusted?: boolean;
  fallbacks?: Fallback[];
};

/** Two to four roles as one table in the fixed order of the measures. Throws outside two to four: addresses are checked before. */
export function compare(profiles: Profile[], area: Area): Comparison {
  const first = profiles[0];
  if (!first || profiles.length < 2 || profiles.length > 4)
    throw new Error("a comparison takes two to four roles");
  const rows = measures.flatMap((measure): Row[] => {
    const cells = profiles.map((profile) => cellOf(profile, measure.key));
    if (cells.some((cell) => cell === undefined)) return [];
    return [rowOf(measure.key, cells as Cell[], profiles)];
  });
  return { roles: profiles, area, rows };
}

/** The row of a measure; undefined when no role has a row for it in its source. */
export function rowFor(comparison: Comparison, measure: MeasureKey): Row | undefined {
  return comparison.rows.find((row) => row.measure === measure);
}

function cellOf(profile: Profile, measure: MeasureKey): Cell | undefined {
  const figure = figureOf(profile, measure);
  if (!figure) return undefined;
  return { figure, also: profile.titleFigures.filter((candidate) => candidate.measure === measure) };
}

function rowOf(measure: MeasureKey, cells: Cell[], profiles: Profile[]): Row {
  const [first, ...others] = cells as [Cell, ...Cell[]];
  const hasAlso = cells.some((cell) => cell.also.length > 0);
  return {
    measure,
    cells,
    relations: others.map((other, i) =>
      relate(
        first.figure,
        other.figure,
        sameOrigin(first.figure, other.figure, profiles[0] as Profile, profiles[i + 1] as Profile),
      ),
    ),
    alsoRelations: hasAlso ? others.map((other) => relateTitleFigures(first.also[0], other.also[0])) : [],
  };
}

/** Whether both figures are those of one and the same published group, so that equality says nothing about the titles. */
function sameOrigin(a: Figure, b: Figure, roleA: Profile, roleB: Profile): boolean {
  const from = originOf(roleA, a);
  return a.source.id === b.source.id && from !== undefined && from === originOf(roleB, b);
}

function relateTitleFigures(a: Figure | undefined, b: Figure | undefined): RowRelation {
  if (a && b) return relate(a, b, false);
  return { relation: a ? "b_missing" : b ? "a_missing" : "both_missing" };
}

/**
 * The relation of two figures of one measure. `inherited`: both are the figure of one published group.
 * Tolerances: money under 3 % of the lower, shares under 2 points, ages under 2 years, percentage
 * changes under 1 point; counts, levels and durations only when equal. All on the values as published.
 */
export function relate(a: Figure, b: Figure, inherited: boolean): RowRelation {
  if (!hasValue(a) || !hasValue(b)) {
    if (!hasValue(a) && !hasValue(b)) return { relation: "both_missing" };
    return { relation: hasValue(a) ? "b_missing" : "a_missing" };
  }
  if (a.unit !== b.unit) return { relation: "no_common_unit" };
  const same = inherited ? "identical_inherited" : "identical";
  if (typeof a.value === "string" || typeof b.value === "string") {
    const equal = plain(a.value) === plain(b.value) && a.share === b.share;
    return { relation: equal ? same : "different" };
  }
  if (a.value === null || b.value === null) return relateRanges(a, b, same);
  return relateNumbers(a.value, b.value, a.measure, same);
}

function relateNumbers(a: number, b: number, measure: MeasureKey, same: Relation): RowRelation {
  const { kind } = measureOf(measure);
  const absolute = clean(Math.abs(a - b));
  if (absolute === 0)
    return { relation: same, difference: { absolute: 0, percent: scaled(kind) ? 0 : null } };
  const lower = Math.min(a, b);
  const percent = scaled(kind) && lower > 0 ? clean((absolute / lower) * 100) : null;
  const near = {
    money: absolute * 100 < clean(lower * 3),
    range: false,
    share: absolute < 2,
    change: absolute < 1,
    age: absolute < 2,
    count: false,
    duration: false,
    level: false,
    text: false,
  }[kind];
  return {
    relation: near ? "about_equal" : a > b ? "a_higher" : "b_higher",
    difference: { absolute, percent },
  };
}

function relateRanges(a: Figure, b: Figure, same: Relation): RowRelation {
  const one = endsOf(a);
  const two = endsOf(b);
  if (!one || !two) return { relation: relateOpenEnded(a, b) };
  const shared = Math.max(0, Math.min(one.high, two.high) - Math.max(one.low, two.low));
  const narrower = Math.min(one.high - one.low, two.high - two.low);
  const overlap = {
    absolute: clean(shared),
    share: narrower > 0 ? clean((shared / narrower) * 100) : 0,
  };
  if (one.low === two.low && one.high === two.high) return { relation: same, overlap };
  const near = [
    [one.low, two.low],
    [one.high, two.high],
  ].every(([x = 0, y = 0]) => Math.abs(x - y) * 100 < Math.min(x, y) * 3);
  if (near && measureOf(a.measure).kind === "range") return { relation: "about_equal", overlap };
  if (one.low >= two.low && one.high >= two.high) return { relation: "a_higher", overlap };
  if (one.low <= two.low && one.high <= two.high) return { relation: "b_higher", overlap };
  return { relation: "different", overlap };
}

/** A top-coded amount ("at least") ranks above every amount up to its floor; otherwise nothing can be told. */
function relateOpenEnded(a: Figure, b: Figure): Relation {
  const amount = (figure: Figure) => (typeof figure.value === "number" ? figure.value : figure.high);
  const [valueA, valueB] = [amount(a), amount(b)];
  if (valueA === null && a.low !== null && valueB !== null && valueB <= a.low) return "a_higher";
  if (valueB === null && b.low !== null && valueA !== null && valueA <= b.low) return "b_higher";
  return "no_common_unit";
}

function endsOf(figure: Figure): { low: number; high: number } | undefined {
  if (typeof figure.value === "number") return { low: figure.value, high: figure.value };
  if (figure.low === null || figure.high === null) return undefined;
  return { low: figure.low, high: figure.high };
}

/** The measure that decides who earns more: the annual median; the hourly one where only that is there for both; undefined without a common unit. */
export function decidingPay(comparison: Comparison, other: number): MeasureKey | undefined {
  return ["annual_wage_median", "hourly_wage_median"].find((measure) => {
    const cells = rowFor(comparison, measure)?.cells;
    const [a, b] = [cells?.[0]?.figure, cells?.[other]?.figure];
    return a && b && hasValue(a) && hasValue(b);
  });
}

/** How many rows differ in substance, of those that relate any role to the first: about equal counts as the same. */
export function countDifferences({ rows }: Comparison): { differ: number; of: number } {
  const comparable = rows
    .filter(isTabled)
    .filter(({ relations }) => relations.some(({ relation }) => !relation.endsWith("missing")));
  return { differ: comparable.filter(differs).length, of: comparable.length };
}

/** The rows that a reader sees: all of them, or those alone in which roles differ. */
export const rowsShown = ({ rows }: Comparison, onlyDifferences: boolean): Row[] =>
  onlyDifferences ? rows.filter(isTabled).filter(differs) : rows;

/** Whether a measure has a row of its own on the page: percentiles and shares of schooling stand whole in pictures, and parts of those who leave on the page of one career. */
const isTabled = ({ measure }: Row) =>
  !/_wage_p\d\d$|^education_(held|required)_|^leaving_rate_/.test(measure);

/** Whether any role differs from the first in this row beyond the tolerance. */
function differs(row: Row): boolean {
  return row.relations.some(({ relation }) =>
    ["a_higher", "b_higher", "different", "no_common_unit"].includes(relation),
  );
}

/** Skills split by who rates them among the top `size`: a list is shorter when fewer are rated. */
export type SkillOverlap = {
  size: number;
  shared: { a: Rating; b: Rating }[];
  onlyA: Rating[];
  onlyB: Rating[];
};

/** How two lists of ratings, each already best first, overlap in their first `size`; undefined when either list is empty. */
export function overlapOfRatings(
  a: readonly Rating[],
  b: readonly Rating[],
  size = 10,
): SkillOverlap | undefined {
  const [topA, topB] = [a.slice(0, size), b.slice(0, size)];
  if (topA.length === 0 || topB.length === 0) return undefined;
  const inB = new Map(topB.map((rating) => [rating.element, rating]));
  const inA = new Set(topA.map((rating) => rating.element));
  return {
    size: Math.min(topA.length, topB.length),
    shared: topA.flatMap((rating) => {
      const match = inB.get(rating.element);
      return match ? [{ a: rating, b: match }] : [];
    }),
    onlyA: topA.filter((rating) => !inB.has(rating.element)),
    onlyB: topB.filter((rating) => !inA.has(rating.element)),
  };
}

const plain = (value: unknown) => String(value).toLowerCase().replaceAll("’", "'").trim();

/** Percent of the lower makes sense for amounts that start at zero, not for shares or changes. */
const scaled = (kind: string) => kind === "money" || kind === "count";

/** Without the dust of binary fractions: 2.0000000000000018 points are 2. */
const clean = (value: number) => Math.round(value * 1e6) / 1e6;
