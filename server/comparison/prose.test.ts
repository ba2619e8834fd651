import { beforeAll, describe, expect, test } from "vitest";
import { loadBundleIfNeeded } from "@/data/import/bundle";
import { connection } from "@/db/client";
import { dialect } from "@/db/dialect";
import { areas } from "@/db/schema";
import { type Area, NATION, placePhrase } from "@/domain/area";
import { type Comparison, compare, rowFor } from "@/domain/comparison";
import { hasValue } from "@/domain/figure";
import { figureOf, type Profile } from "@/domain/profile";
import { sentencesOf } from "@/domain/prose";
import type { Sentence } from "@/domain/prose-pair";
import { profilesOf } from "@/server/profile/queries";
import { allRoles } from "@/server/role/queries";
import { contradictions } from "./sentence-facts";
import { read } from "./sentence-reader";

// The sentences are made of profiles alone, so that PostgreSQL need only show that its profiles are as good:
// a tenth of the pairs is enough there, and the slow engine of the tests has loading to do as well.
const PAIRS = dialect === "sqlite" ? 20_000 : 2_000;
const SEED = 20_341_124;

let profiles: Profile[];

beforeAll(async () => {
  const database = await connection();
  await database.migrate();
  await loadBundleIfNeeded(database, () => {});
  const slugs = (await allRoles()).map(({ slug }) => slug);
  profiles = await allProfiles(slugs, NATION);
});

/** The profiles of roles in one area, a few at a time: all at once would hold some ten thousand queries open. */
async function allProfiles(slugs: string[], area: Area): Promise<Profile[]> {
  const found: Profile[] = [];
  for (let at = 0; at < slugs.length; at += 20)
    found.push(...((await profilesOf(slugs.slice(at, at + 20), area)) as Profile[]));
  return found;
}

/** Numbers from 0 up to `below`, the same ones for the same seed (mulberry32). */
function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * below);
  };
}

/** Comparisons of two different roles each, drawn from all roles. */
function* drawn(pairs: number, random: (below: number) => number): Generator<Comparison> {
  for (let i = 0; i < pairs; ) {
    const [a, b] = [profiles[random(profiles.length)], profiles[random(profiles.length)]];
    if (!a || !b || a === b) continue;
    i++;
    yield compare([a, b], NATION);
  }
}

/** Pairs whose figures are those of one group: chance would draw too few. */
function groupPairs(): Comparison[] {
  const groups = new Map<string, Profile[]>();
  for (const profile of profiles) {
    const soc = profile.occupation?.mergedInto?.soc ?? profile.occupation?.soc ?? "";
    groups.set(soc, [...(groups.get(soc) ?? []), profile]);
  }
  return [...groups.values()].flatMap((members) =>
    members.flatMap((a) => members.filter((b) => b !== a).map((b) => compare([a, b], NATION))),
  );
}

const nameOf = ({ roles }: Comparison) => roles.map(({ role }) => role.slug).join(" / ");

function findingsIn(comparison: Comparison): string[] {
  return sentencesOf(comparison).flatMap(({ text }) =>
    contradictions(text, comparison).map((finding) => `${nameOf(comparison)}: ${text} [${finding}]`),
  );
}

describe("sentences against the figures", () => {
  test(`no sentence of ${PAIRS} pairs (seed ${SEED}) contradicts the figures`, () => {
    const findings: string[] = [];
    for (const comparison of drawn(PAIRS, seeded(SEED))) findings.push(...findingsIn(comparison));
    expect(findings.slice(0, 20), `${findings.length} findings`).toEqual([]);
  });

  test("nor of any pair within one group", () => {
    const pairs = groupPairs();
    expect(pairs.length).toBeGreaterThan(50);
    expect(pairs.flatMap(findingsIn)).toEqual([]);
  });
});

describe("in another area", () => {
  const alaska: Area = { code: "US-AK", name: "Alaska", kind: "state" };
  const portland: Area = {
    code: "cbsa-38860",
    name: "Portland-South Portland, ME",
    kind: "metro",
  };

  test.each([alaska, portland])(
    "no message of $name contradicts its figures, and none that names another place passes",
    async (area) => {
      const national = profiles.filter((_, i) => i % 12 === 0);
      const slugs = national.map(({ role }) => role.slug);
      const there = await allProfiles(slugs, area);
      const findings: string[] = [];
      const escaped: string[] = [];
      let fallen = 0;
      for (const [i, a] of there.entries())
        for (const [j, b] of there.slice(0, i).entries()) {
          const fallbacks = [larger(0, a, national[i]), larger(1, b, national[j])].flat();
          fallen += fallbacks.length;
          const comparison = { ...compare([a, b], area), fallbacks, adjusted: (i + j) % 2 === 0 };
          findings.push(...findingsIn(comparison));
          for (const { text } of sentencesOf(comparison))
            for (const lie of [text.replace(placePhrase(area), "in Ohio"), text.replace(/ for prices/, "")])
              if (lie !== text && contradictions(lie, comparison).length === 0) escaped.push(lie);
        }
      expect(fallen).toBeGreaterThan(100);
      expect(findings.slice(0, 20), `${findings.length} findings`).toEqual([]);
      expect(escaped.slice(0, 20), `${escaped.length} lies`).toEqual([]);
    },
  );

  /** The nation's median pay, for a role that has none in the area. */
  function larger(role: number, local: Profile, national: Profile | undefined) {
    const measure = "annual_wage_median";
    const [missing, figure] = [figureOf(local, measure), national && figureOf(national, measure)];
    if (!missing || hasValue(missing) || !figure || !hasValue(figure)) return [];
    return [{ role, measure, figure, area: NATION }];
  }

  test("no two areas are said in the same words", async () => {
    const { db } = await connection();
    const phrases = (await db.select().from(areas)).map((area) => placePhrase(area as Area));
    expect(phrases.length).toBeGreaterThan(500);
    expect(phrases.filter((phrase, i) => phrases.indexOf(phrase) !== i)).toEqual([]);
  });
});

type Sample = { comparison: Comparison; sentence: Sentence };
type Lie = { how: string; tell(sample: Sample, random: (below: number) => number): string | undefined };

/** The text with one match, chosen by chance, made into another; undefined without a match. */
function changedOnce(
  text: string,
  pattern: RegExp,
  to: (found: string) => string,
  random: (below: number) => number,
): string | undefined {
  const matches = [...text.matchAll(pattern)];
  const match = matches[random(matches.length)];
  if (!match) return undefined;
  return text.slice(0, match.index) + to(match[0]) + text.slice(match.index + match[0].length);
}

const swapped = (pairs: Record<string, string>) => (found: string) => pairs[found] ?? found;

const lies: Lie[] = [
  {
    how: "the names of the roles change places",
    tell: ({ comparison, sentence }) => withNamesSwapped(comparison, sentence),
  },
  {
    how: "one name is the other's",
    tell: ({ comparison, sentence }, random) => {
      if (!hasTwoFigures(comparison, sentence) && !/\bboth\b|as well as|skills/i.test(sentence.text))
        return undefined;
      const names = namesIn(comparison);
      return changedOnce(sentence.text, names.pattern, names.other, random);
    },
  },
  {
    how: "a number is another",
    tell: ({ sentence }, random) =>
      changedOnce(
        sentence.text,
        /\d[\d,]*(\.\d+)?/g,
        (number) =>
          changedOnce(number, /\d/g, (digit) => String(((Number(digit) + random(9)) % 9) + 1), random) ??
          number,
        random,
      ),
  },
  {
    how: "more is less, faster is slower",
    tell: ({ sentence }, random) =>
      changedOnce(
        sentence.text,
        /\b(more|faster)\b|^More\b|do not overlap/g,
        swapped({ more: "less", More: "Fewer", faster: "slower", "do not overlap": "overlap" }),
        random,
      ),
  },
  {
    how: "a year is an hour",
    tell: ({ sentence }, random) =>
      changedOnce(
        sentence.text,
        /\ba year\b|\ban hour\b/g,
        swapped({ "a year": "an hour", "an hour": "a year" }),
        random,
      ),
  },
  {
    how: "growth is decline",
    tell: ({ sentence }, random) =>
      changedOnce(
        sentence.text,
        /\b(grow|shrink|rise|stay level)\b/g,
        swapped({ grow: "shrink", shrink: "grow", rise: "fall", "stay level": "grow" }),
        random,
      ),
  },
  {
    how: "a school is another",
    tell: ({ sentence }, random) =>
      changedOnce(
        sentence.text,
        /(bachelor|master)’s degree|high school diploma|no formal schooling/g,
        swapped({
          "bachelor’s degree": "master’s degree",
          "master’s degree": "bachelor’s degree",
          "high school diploma": "certificate after high school",
          "no formal schooling": "a high school diploma",
        }),
        random,
      ),
  },
  {
    how: "the difference is told as about the same",
    tell: ({ sentence }) => {
      const told = /^From .* faster, (by [\d.]+%)/.exec(sentence.text)?.[1];
      return told && sentence.text.replace(`faster, ${told}`, `about the same, ${told}`);
    },
  },
];

/** Whether the two roles have different figures of what the sentence is about: with the same ones, no change of names lies. */
function hasTwoFigures(comparison: Comparison, { about }: Sentence): boolean {
  const figures = about.flatMap(
    (measure) => rowFor(comparison, measure)?.cells.map(({ figure }) => figure) ?? [],
  );
  return (
    new Set(figures.map(({ value, low, high, share }) => JSON.stringify([value, low, high, share]))).size > 1
  );
}

function namesIn({ roles }: Comparison) {
  const [a = "", b = ""] = roles.map(({ role }) => role.plural);
  // The longest first, since a name may lie inside the other.
  const names = [a, b].sort((one, two) => two.length - one.length);
  return {
    pattern: new RegExp(names.map((name) => name.replace(/[.()/]/g, "\\$&")).join("|"), "gi"),
    other: (found: string) => (found.toLowerCase() === a.toLowerCase() ? b : a),
  };
}

/** Only where it makes a lie: not where both are named as one party. */
function withNamesSwapped(comparison: Comparison, sentence: Sentence): string | undefined {
  if (!hasTwoFigures(comparison, sentence) || /\bboth\b|as well as/i.test(sentence.text)) return undefined;
  const names = namesIn(comparison);
  return sentence.text.replace(names.pattern, names.other);
}

describe("the reader", () => {
  test("finds planted lies", () => {
    const random = seeded(SEED + 1);
    const samples = [...drawn(300, random), ...groupPairs()].flatMap((comparison) =>
      sentencesOf(comparison).map((sentence): Sample => ({ comparison, sentence })),
    );
    const told = new Map<string, number>();
    const escaped: string[] = [];
    for (const sample of samples) {
      for (const { how, tell } of lies) {
        const lie = tell(sample, random);
        // A title may have the plural of its own occupation: the same words are no lie.
        if (lie === undefined || lie.toLowerCase() === sample.sentence.text.toLowerCase()) continue;
        told.set(how, (told.get(how) ?? 0) + 1);
        if (contradictions(lie, sample.comparison).length === 0)
          escaped.push(`${how}: ${nameOf(sample.comparison)}: ${lie}`);
      }
    }
    for (const { how } of lies) expect(told.get(how), how).toBeGreaterThan(50);
    expect(
      escaped.slice(0, 20),
      `${escaped.length} of ${[...told.values()].reduce((a, b) => a + b)} lies`,
    ).toEqual([]);
  });

  const roles = [
    { singular: "cook", plural: "cooks" },
    { singular: "pastry cook", plural: "pastry cooks" },
  ] as const;

  test("binds amounts to the roles that prepositions and position give them", () => {
    const { statements, unread } = read(
      "Pastry cooks earn $2,000 more a year: their median pay is $40,000, which is 5.3% more than the $38,000 of cooks.",
      roles,
    );
    expect(unread).toEqual([]);
    expect(statements).toMatchObject([
      { says: "lead", who: "b", topic: "median", per: "year", more: true, by: { value: 2000 } },
      { says: "lead", who: "b", over: "a", topic: "median", more: true, by: { value: 5.3 } },
      { says: "amount", who: "b", topic: "median", amount: { value: 40_000 } },
      { says: "amount", who: "a", topic: "median", amount: { value: 38_000 } },
    ]);
  });

  test("says so when it cannot read", () => {
    const [comparison] = drawn(1, seeded(SEED));
    if (!comparison) throw new Error("no pair was drawn");
    expect(contradictions("Both are fine careers.", comparison)).toHaveLength(1);
    expect(read("Cooks earn twice the pay of pastry cooks.", roles).unread).toEqual([
      '"twice" is not understood',
    ]);
    expect(read("Cooks have 12 ovens.", roles).unread).toEqual(["12 is bound to nothing"]);
  });
});
