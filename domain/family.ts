import { sentenceCase } from "./amount";
import { emptyFigure, type Figure, hasValue } from "./figure";
import type { RoleName } from "./profile";
import { entryLevels, schoolingRank } from "./schooling";

/**
 * Families of careers: the major groups of the 2018 SOC. What is published as one line is one career of its
 * family: the detailed groups that are counted together stand under that line, and no number is counted twice.
 */
export type Family = { code: string; name: string };

/** The family of a SOC code: "29-0000" for "29-1141". */
export const familyOf = (soc: string): string => `${soc.slice(0, 2)}-0000`;

/** Whether a text could be the code of a family. */
export const isFamilyCode = (text: string): boolean => /^\d\d-0000$/.test(text);

/** "Healthcare support" for "Healthcare Support Occupations". */
export const familyName = (title: string): string =>
  sentenceCase(title.replace(/ Occupations$/, "").toLowerCase());

/** What a table of careers says of each, in the order of its columns. Pay by the hour stands where none by the year is published. */
export const careerMeasures = [
  "annual_wage_median",
  "projected_change_percent",
  "openings_per_year",
  "entry_education",
  "no_degree_share",
] as const;
type CareerMeasure = (typeof careerMeasures)[number];

export type Career = {
  role: RoleName;
  soc: string;
  /** Roles of the detailed groups that are counted together under this one, by name. */
  members: RoleName[];
  /** Job titles that are counted here, by name. */
  titles: RoleName[];
  /** One a measure. */
  figures: Partial<Record<CareerMeasure | "hourly_wage_median", Figure>>;
};

/** The pay to show: by the year, or by the hour where that alone is published. */
export function payOf({ figures }: Career): Figure | undefined {
  const { annual_wage_median: annual, hourly_wage_median: hourly } = figures;
  return hourly && hasValue(hourly) && !(annual && hasValue(annual)) ? hourly : annual;
}

/** What careers can be sorted by, and the measure that each goes by. */
const sortMeasures = {
  name: null,
  pay: "annual_wage_median",
  growth: "projected_change_percent",
  openings: "openings_per_year",
  schooling: "entry_education",
  "no-degree": "no_degree_share",
} as const satisfies Record<string, CareerMeasure | null>;
export type SortKey = keyof typeof sortMeasures;
export const sortKeys = Object.keys(sortMeasures) as SortKey[];
export const isSortKey = (text: string): text is SortKey => Object.hasOwn(sortMeasures, text);

/** Whether an order begins with the least, unless it is reversed: names by the alphabet, and the least schooling. */
const isRising = (sort: SortKey) => sort === "name" || sort === "schooling";
export const isAscending = (sort: SortKey, isReversed: boolean): boolean => isRising(sort) !== isReversed;

/** The number that a figure is ranked by: "at least" by its low end, a level of schooling by its place. Null for what is missing. */
function rankOf(figure: Figure | undefined): number | null {
  if (!figure) return null;
  if (typeof figure.value === "string") return schoolingRank(figure.value);
  return figure.value ?? figure.low;
}

const alphabet = new Intl.Collator("en-US");
const byName = (a: Career, b: Career) =>
  alphabet.compare(a.role.plural, b.role.plural) || (a.soc < b.soc ? -1 : 1);

/** Careers in an order; what is missing stands last in either direction, and equal ones by name. */
export function sortedCareers(careers: readonly Career[], sort: SortKey, isReversed: boolean): Career[] {
  const measure = sortMeasures[sort];
  const sign = isAscending(sort, isReversed) ? 1 : -1;
  if (measure === null) return careers.toSorted((a, b) => sign * byName(a, b));
  const ranks = new Map(careers.map((career) => [career, rankOf(career.figures[measure])]));
  return careers.toSorted((a, b) => {
    const [first, second] = [ranks.get(a) ?? null, ranks.get(b) ?? null];
    if (first === null || second === null)
      return Number(first === null) - Number(second === null) || byName(a, b);
    return sign * (first - second) || byName(a, b);
  });
}

export type CareerFilter = {
  /** Dollars a year. */
  payFloor: number | null;
  /** The most schooling that may typically be needed: one of `entryLevels`. */
  mostSchooling: string | null;
  isGrowing: boolean;
};

/**
 * The careers that a filter lets through, and how many it leaves out because a figure that it asks for is missing:
 * nobody can say of those whether they fit.
 */
export function filteredCareers(
  careers: readonly Career[],
  filter: CareerFilter,
): { careers: Career[]; unknown: number } {
  const answers = careers.map((career) => ({ career, fits: fits(career, filter) }));
  return {
    careers: answers.flatMap(({ career, fits }) => (fits ? [career] : [])),
    unknown: answers.filter(({ fits }) => fits === undefined).length,
  };
}

/** Whether a career fits; undefined where no figure says that it does not, and one is missing. */
function fits({ figures }: Career, { payFloor, mostSchooling, isGrowing }: CareerFilter) {
  const pay = figures.annual_wage_median;
  const schooling = rankOf(figures.entry_education);
  const change = rankOf(figures.projected_change_percent);
  const answers = [
    payFloor === null || paysAtLeast(pay, payFloor),
    mostSchooling === null ||
      (schooling === null ? undefined : schooling <= entryLevels.indexOf(mostSchooling)),
    !isGrowing || (change === null ? undefined : change > 0),
  ];
  return answers.includes(false) ? false : answers.includes(undefined) ? undefined : true;
}

/** Undefined where "at least $100,000" leaves open whether it is $150,000. */
function paysAtLeast(pay: Figure | undefined, floor: number): boolean | undefined {
  if (typeof pay?.value === "number") return pay.value >= floor;
  return pay && pay.low !== null && pay.low >= floor ? true : undefined;
}

/** A family in few numbers, each that of a career or made of those of all its careers. */
export type FamilySummary = {
  family: Family;
  /** How many lines are published. */
  careers: number;
  /** The careers with the lowest and the highest median pay a year; none where no median is published. */
  lowest: { role: RoleName; figure: Figure } | undefined;
  highest: { role: RoleName; figure: Figure } | undefined;
  /** Of those with a projection, how many are expected to grow. */
  growing: { careers: number; of: number };
  /** The sum of the openings of its careers; missing, with the reason, where none has any. */
  openings: Figure | undefined;
};

/** Families in the order given, each with its careers in short. */
export function familySummaries(families: readonly Family[], careers: readonly Career[]): FamilySummary[] {
  return families.map((family) => {
    const own = careers.filter(({ soc }) => familyOf(soc) === family.code);
    const paid = sortedCareers(own, "pay", true).flatMap(
      ({ role, figures: { annual_wage_median: figure } }) =>
        figure && hasValue(figure) ? [{ role, figure }] : [],
    );
    const changes = own.flatMap(({ figures }) => rankOf(figures.projected_change_percent) ?? []);
    return {
      family,
      careers: own.length,
      lowest: paid[0],
      highest: paid.at(-1),
      growing: { careers: changes.filter((change) => change > 0).length, of: changes.length },
      openings: summedOpenings(own.flatMap(({ figures }) => figures.openings_per_year ?? [])),
    };
  });
}

function summedOpenings(figures: Figure[]): Figure | undefined {
  const known = figures.filter(({ value }) => typeof value === "number");
  const corrected = known.filter(({ method }) => method === "corrected").length;
  const from = known.find(({ method }) => method !== "corrected") ?? known[0] ?? figures[0];
  if (!from) return undefined;
  const { source, vintage, area, nullReason } = from;
  const sum = { ...emptyFigure("openings_per_year", { source, vintage }, area), nullReason };
  if (known.length === 0) return sum;
  return {
    ...sum,
    value: known.reduce((total, { value }) => total + Number(value), 0),
    method: "derived",
    note: `The sum of the careers of the family${corrected > 0 ? `, ${corrected} of them corrected by an editor` : ""}`,
  };
}
