import { money, percent, perUnit } from "./amount";
import { type Figure, hasValue } from "./figure";
import type { Profile, RoleName } from "./profile";
import { schoolingPhrase, schoolingRank } from "./schooling";

/** Another career with the few official figures that a choice between the two turns on: median pay, school to start, change in jobs. */
export type NearCareer = {
  role: RoleName;
  /** Its place among the related occupations of O*NET, from 1; null for one that is only of the same official family, or that editors chose. */
  index: number | null;
  figures: Figure[];
};

export type OfferedComparison = { career: NearCareer; why: string };

/** Most comparisons that a page offers. */
const MOST_OFFERED = 6;

/** How many of a family are offered where nothing sets them apart. */
const FEWEST_OFFERED = 3;

/** From how many percent of the lower on pay counts as apart, and from how many points a change in jobs. */
const PAY_APART = 10;
const GROWTH_APART = 5;

/** How far down the list of related occupations work still counts as near: O*NET calls its first ten primary. */
const CLOSE = 10;

type Rule = (self: Facts, near: readonly Facts[], words: Words) => { facts: Facts; why: string } | undefined;

/**
 * The comparisons that say most, each with its reason: the pairs that editors chose, the closest work, then near
 * work that pays more for no more school, pays most, asks for less school, or grows faster; none twice. Near is
 * what O*NET relates, the closest first; where it relates nothing, the same official family.
 */
export function comparisonsWorthMaking(
  profile: Profile,
  near: readonly NearCareer[],
  chosen: readonly string[],
): OfferedComparison[] {
  const self = factsOf({ role: profile.role, index: null, figures: profile.figures });
  const all = near.filter(({ role }) => role.slug !== profile.role.slug).map(factsOf);
  const related = all
    .filter(({ career }) => career.index !== null && career.index <= CLOSE)
    .sort((a, b) => (a.career.index ?? 0) - (b.career.index ?? 0));
  const family = all.filter(({ career }) => !chosen.includes(career.role.slug));
  const [pool, words] = related.length > 0 ? [related, relatedWords] : [family, familyWords];
  const offered: OfferedComparison[] = all
    .filter(({ career }) => chosen.includes(career.role.slug))
    .map(({ career }) => ({ career, why: "Our editors chose this pair." }));
  for (const rule of rules) {
    const free = pool.filter(({ career }) => !offered.some((other) => other.career === career));
    const found = rule(self, free, words);
    if (found) offered.push({ career: found.facts.career, why: found.why });
  }
  if (offered.length > 0) return offered.slice(0, MOST_OFFERED);
  return family.slice(0, FEWEST_OFFERED).map(({ career }) => ({ career, why: `${familyWords.start}.` }));
}

type Words = { start: string; closest: string };
const relatedWords: Words = { start: "Related work", closest: "The closest work of those that O*NET names." };
const familyWords: Words = { start: "Work of the same official family", closest: "" };

type Facts = {
  career: NearCareer;
  pay: { amount: number; unit: string } | undefined;
  school: { rank: number; phrase: string } | undefined;
  change: number | undefined;
};

function factsOf(career: NearCareer): Facts {
  const known = (measure: string) =>
    career.figures.find((figure) => figure.measure === measure && hasValue(figure));
  const pay = known("annual_wage_median") ?? known("hourly_wage_median");
  const level = known("entry_education")?.value;
  const change = known("projected_change_percent")?.value;
  const [rank, phrase] = [schoolingRank(level), schoolingPhrase(String(level))];
  return {
    career,
    pay: pay && typeof pay.value === "number" ? { amount: pay.value, unit: pay.unit } : undefined,
    school: rank !== null && phrase !== undefined ? { rank, phrase } : undefined,
    change: typeof change === "number" ? change : undefined,
  };
}

const closest: Rule = (_, near, { closest: why }) => {
  const [facts] = near;
  return facts && why !== "" ? { facts, why } : undefined;
};

const paysMoreForNoMoreSchool: Rule = (self, near, { start }) => {
  const facts = best(near, (other) =>
    isPaidMore(self, other) && self.school && other.school && other.school.rank <= self.school.rank
      ? gap(self, other)
      : undefined,
  );
  return facts && { facts, why: `${start} that pays ${gapText(self, facts)} and asks for no more school.` };
};

const paysMost: Rule = (self, near, { start }) => {
  const facts = best(near, (other) => (isPaidMore(self, other) ? gap(self, other) : undefined));
  if (!facts) return undefined;
  const school =
    facts.school && self.school && facts.school.rank > self.school.rank ? facts.school : undefined;
  return {
    facts,
    why: `${start} that pays ${gapText(self, facts)}${school ? `, and asks for ${school.phrase}` : ""}.`,
  };
};

const asksForLessSchool: Rule = (self, near, { start }) => {
  const facts = best(near, ({ school, pay }) =>
    self.school && school && pay && school.rank < self.school.rank ? pay.amount : undefined,
  );
  return facts && { facts, why: `${start} that asks for less school: ${facts.school?.phrase}.` };
};

const growsFaster: Rule = (self, near, { start }) => {
  const facts = best(near, ({ change }) =>
    self.change !== undefined && change !== undefined && change > 0 && change - self.change >= GROWTH_APART
      ? change
      : undefined,
  );
  return (
    facts && {
      facts,
      why: `${start} whose jobs are projected to grow faster: by ${percent(facts.change ?? 0)} from 2024 to 2034.`,
    }
  );
};

const paysLess: Rule = (self, near, { start }) => {
  const facts = best(near, (other) => (isPaidMore(other, self) ? gap(other, self) : undefined));
  return facts && { facts, why: `${start} that pays ${gapText(self, facts)}.` };
};

const rules: readonly Rule[] = [
  closest,
  paysMoreForNoMoreSchool,
  paysMost,
  asksForLessSchool,
  growsFaster,
  paysLess,
];

/** The one with the highest score; the closer one of equals. Undefined scores take no part. */
function best(near: readonly Facts[], scoreOf: (facts: Facts) => number | undefined): Facts | undefined {
  const scored = near.flatMap((facts) => {
    const score = scoreOf(facts);
    return score === undefined ? [] : [{ facts, score }];
  });
  return scored.sort((a, b) => b.score - a.score)[0]?.facts;
}

/** By how much the second is paid more than the first, in their unit; 0 where they have none in common. */
const gap = ({ pay: a }: Facts, { pay: b }: Facts): number =>
  a && b && a.unit === b.unit ? b.amount - a.amount : 0;

const isPaidMore = (self: Facts, other: Facts): boolean =>
  gap(self, other) * 100 >= (self.pay?.amount ?? 0) * PAY_APART && gap(self, other) > 0;

/** "$4,360 a year more" */
function gapText(self: Facts, other: Facts): string {
  const [difference, unit] = [gap(self, other), other.pay?.unit ?? ""];
  return `${money(Math.abs(difference), unit)} ${perUnit(unit)} ${difference > 0 ? "more" : "less"}`;
}
