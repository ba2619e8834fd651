import { emptyFigure, type Figure } from "./figure";
import { heldEducationLevels, measureOf } from "./measure";

/**
 * The publisher's levels of schooling for entry (Employment Projections, table 5.4) as they stand
 * inside a sentence after "need".
 */
const phrases: Record<string, string> = {
  "No formal educational credential": "no formal schooling",
  "High school diploma or equivalent": "a high school diploma",
  "Some college, no degree": "some college but no degree",
  "Postsecondary nondegree award": "a certificate after high school",
  "Associate's degree": "an associate’s degree",
  "Bachelor's degree": "a bachelor’s degree",
  "Master's degree": "a master’s degree",
  "Doctoral or professional degree": "a doctoral or professional degree",
};

/** The same levels, from the least schooling to the most. */
export const entryLevels: readonly string[] = Object.keys(phrases);

/** The same levels as addresses name them. */
export const schoolingKeys = [
  "none",
  "high-school",
  "some-college",
  "certificate",
  "associate",
  "bachelor",
  "master",
  "doctoral",
] as const;
export type SchoolingKey = (typeof schoolingKeys)[number];

/** A level by its name in an address; "no-degree" is the most that is none. Undefined for what names no level. */
export const schoolingKeyOf = (text: string): SchoolingKey | undefined =>
  schoolingKeys.find((key) => key === (text === "no-degree" ? "certificate" : text));

/** "a bachelor’s degree" for "Bachelor's degree"; undefined for words the table does not know. */
export function schoolingPhrase(level: string): string | undefined {
  return phrases[level.replaceAll("’", "'")];
}

/** Where a level of schooling for entry stands, from none (0) to most; null for what is no level the table knows. */
export function schoolingRank(level: unknown): number | null {
  const place = entryLevels.indexOf(String(level).replaceAll("’", "'"));
  return place === -1 ? null : place;
}

/** The seven levels of schooling held as they stand inside a sentence, by their label in lower case. */
const heldPhrases: Record<string, string> = {
  "less than high school": "less than a high school diploma",
  "high school": "a high school diploma",
  "some college, no degree": "some college but no degree",
  "associate’s degree": "an associate’s degree",
  "bachelor’s degree": "a bachelor’s degree",
  "master’s degree": "a master’s degree",
  "doctoral or professional degree": "a doctoral or professional degree",
};

/** "a bachelor’s degree" for the figure text "Bachelor’s degree". Throws on a text that is no level: the levels are ours. */
export function heldPhrase(level: string): string {
  const phrase = heldPhrases[level.toLowerCase()];
  if (!phrase) throw new Error(`${level} is no level of schooling held`);
  return phrase;
}

/** The schooling that most people in the job hold: the largest of the seven shares, with it. Empty where none is published. */
export function mostCommonEducation(official: Figure[]): Figure[] {
  const held = official.filter(
    (figure) => figure.measure.startsWith("education_held_") && typeof figure.value === "number",
  );
  const top = held.sort((a, b) => Number(b.value) - Number(a.value))[0];
  if (!top) return [];
  const label = heldEducationLevels.find(([key]) => top.measure === `education_held_${key}`)?.[1] ?? "";
  return [
    {
      ...top,
      measure: "most_common_education",
      unit: measureOf("most_common_education").unit,
      value: label.charAt(0).toUpperCase() + label.slice(1),
      share: Number(top.value),
      method: top.method === "inherited" ? "inherited" : "derived",
      note: ["The largest of the seven shares of schooling held", top.note].filter(Boolean).join(". "),
    },
  ];
}

/** The shares of schooling held that the share without a bachelor's degree is made of. */
export const noDegreeMeasures = ["less_than_high_school", "high_school", "some_college", "associate"].map(
  (key) => `education_held_${key}`,
);

/**
 * The share of people in the job who hold less than a bachelor's degree, in percent: the sum of the four levels
 * below it. Missing, with the reason, where any of them is; undefined where one is not among the figures.
 */
export function noDegreeShare(figures: readonly Figure[]): Figure | undefined {
  const parts = noDegreeMeasures.flatMap((key) => figures.find(({ measure }) => measure === key) ?? []);
  const missing = parts.find(({ value }) => typeof value !== "number");
  const corrected = parts.find(({ method }) => method === "corrected");
  const from = missing ?? corrected ?? parts[0];
  if (!from || parts.length < noDegreeMeasures.length) return undefined;
  const { source, vintage, area, nullReason } = from;
  const share = { ...emptyFigure("no_degree_share", { source, vintage }, area), nullReason };
  if (missing) return share;
  return {
    ...share,
    // Without the dust of binary fractions.
    value: Math.round(parts.reduce((sum, { value }) => sum + Number(value), 0) * 1e6) / 1e6,
    method: corrected ? "corrected" : from.method === "inherited" ? "inherited" : "derived",
    note: ["The sum of the four levels of schooling below a bachelor’s degree", from.note]
      .filter(Boolean)
      .join(". "),
  };
}
