import { sentenceCase } from "./amount";
import { NATION, placePhrase } from "./area";
import { type Comparison, decidingPay, type RowRelation, rowFor } from "./comparison";
import type { Figure } from "./figure";
import type { MeasureKey } from "./measure";
import type { Profile } from "./profile";

/** One message of one to four whole sentences, and the measures whose rows it was read from. */
export type Sentence = { about: MeasureKey[]; text: string };

/** Two roles of a comparison as its sentences set them side by side. */
export type Pair = {
  comparison: Comparison;
  a: Profile;
  b: Profile;
  /** Places of both among the roles. */
  places: { a: number; b: number };
  /** Whether no other role is compared, so that "both" and "each" can only mean these two. */
  alone: boolean;
  /** The group that both are counted in, as a sentence names it; empty where they are counted apart. */
  group: string;
  row(measure: MeasureKey): PairRow | undefined;
  decidingPay: MeasureKey | undefined;
};
export type PairRow = { a: Figure; b: Figure; relation: RowRelation };

/** The first role of a comparison and another one. */
export function pairOf(comparison: Comparison, other: number): Pair {
  const [a, b] = [comparison.roles[0] as Profile, comparison.roles[other] as Profile];
  const group = groupOf({ ...comparison, roles: [a, b] });
  const alone = comparison.roles.length === 2;
  return {
    comparison,
    a,
    b,
    places: { a: 0, b: other },
    alone,
    // With two roles the first sentence has named the group; with more, each has to.
    group: group ? (alone ? "this group" : `the group ${groupName(group.title)}`) : "",
    decidingPay: decidingPay(comparison, other),
    row(measure) {
      const row = rowFor(comparison, measure);
      const [figureA, figureB] = [row?.cells[0]?.figure, row?.cells[other]?.figure];
      const relation = row?.relations[other - 1];
      return figureA && figureB && relation ? { a: figureA, b: figureB, relation } : undefined;
    },
  };
}

/** The published group that all of several roles are counted under, when it is one; undefined otherwise. */
export function groupOf(comparison: Comparison): { soc: string; title: string } | undefined {
  if (comparison.roles.length < 2) return undefined;
  const groups = comparison.roles.map((role) => role.occupation?.mergedInto ?? role.occupation ?? undefined);
  const [first] = groups;
  return first && groups.every((group) => group?.soc === first.soc) ? first : undefined;
}

/** An official group's title inside a sentence. */
export const groupName = (title: string) => `“${sentenceCase(title.toLowerCase())}”`;

/**
 * The start of a message: its first words with the place that the figure is of and whether prices were taken
 * into account. Of the nation nothing is said, but where the page is of another area.
 */
export function opened(comparison: Comparison, { area, unit }: Figure, text: string): string {
  const isNation = comparison.area.code === NATION.code;
  const place = isNation ? "" : placePhrase(area === NATION.code ? NATION : comparison.area);
  const prices = comparison.adjusted && unit.startsWith("dollars") ? "after adjusting for prices" : "";
  const phrase = [prices, place].filter(Boolean).join(" ");
  return phrase ? `${sentenceCase(phrase)}, ${text}` : sentenceCase(text);
}
