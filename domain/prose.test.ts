import { describe, expect, test } from "vitest";
import { type Area, NATION } from "./area";
import { type Comparison, compare, type Row } from "./comparison";
import { emptyFigure, type Figure } from "./figure";
import type { Profile } from "./profile";
import { payFinding, rowNote, sentencesOf } from "./prose";

const row = (measure: string, unit: string) => ({ measure, cells: [{ figure: { unit } }] }) as unknown as Row;
const higher = (absolute: number, percent: number | null) => ({
  relation: "a_higher" as const,
  difference: { absolute, percent },
});

test.each([
  ["annual_wage_median", "dollars a year", 51_620, 112.39, "$51,620 more (112%)"],
  ["hourly_wage_median", "dollars an hour", 1.5, 3.04, "$1.50 more (3%)"],
  ["openings_per_year", "persons", 200, 5.25, "200 more (5.3%)"],
  ["openings_per_year", "persons", 100, 5.25, "100 more as printed"],
  ["leaving_rate", "percent", 4.5, null, "4.5 points more"],
  ["median_age", "years old", 3.9, null, "3.9 years older"],
  ["job_zone", "zone", 2, null, "higher"],
] as const)(
  "the note under a higher %s keeps its unit and its decimals (%s, %s)",
  (measure, unit, absolute, percent, words) => {
    expect(rowNote(row(measure, unit), higher(absolute, percent))).toBe(words);
  },
);

test("about equal is said, and never as higher", () => {
  expect(
    rowNote(row("median_age", "years old"), {
      relation: "about_equal",
      difference: { absolute: 1, percent: null },
    }),
  ).toBe("about the same");
});

const alaska: Area = { code: "US-AK", name: "Alaska", kind: "state" };

type Values = Record<string, number | string | Partial<Figure>>;

/** A role with the figures of some measures; money and jobs are of the area, all else of the nation. */
function role(plural: string, values: Values, area: Area = NATION, soc = plural): Profile {
  const origin = { source: { id: "oews", name: "OEWS", release: "May 2025", url: "" }, vintage: "May 2025" };
  const figures = Object.entries(values).map(([measure, given]): Figure => {
    const isLocal = measure.includes("wage") || measure === "employment";
    const part = typeof given === "object" ? given : { value: given };
    return { ...emptyFigure(measure, origin, isLocal ? area.code : NATION.code), ...part };
  });
  return {
    role: { slug: plural, singular: plural, plural, article: "a", kind: "occupation" },
    occupation: { soc, title: plural, mergedInto: null },
    area,
    origins: { oews: soc, "onet-skills": soc },
    figures,
    titleFigures: [],
    lists: { skills: [] },
  } as unknown as Profile;
}

const said = (roles: Profile[], more: Partial<Comparison> = {}) =>
  sentencesOf({ ...compare(roles, roles[0]?.area ?? NATION), ...more }).map(({ text }) => text);

describe("pay", () => {
  const cooks = { annual_wage_median: 30_000, hourly_wage_median: 14.42 };
  const bakers = { annual_wage_median: 40_000, hourly_wage_median: 19.23 };

  test("the gap is in dollars a year, in percent of the lower, and by the hour as published", () => {
    expect(said([role("cooks", cooks), role("bakers", bakers)])).toEqual([
      "Bakers earn $10,000 more a year. Their median pay is $40,000. That is 33% more than the $30,000 of cooks. By the hour they earn $4.81 more.",
    ]);
  });

  test("no gap by the hour is said that goes the other way", () => {
    const other = { ...bakers, hourly_wage_median: 14 };
    expect(said([role("cooks", cooks), role("bakers", other)])[0]).not.toContain("hour");
  });

  test("the place stands first, and that prices were taken into account", () => {
    const roles = [role("cooks", cooks, alaska), role("bakers", bakers, alaska)];
    expect(said(roles)[0]).toMatch(/^In Alaska, bakers earn \$10,000 more a year\./);
    expect(said(roles, { adjusted: true })[0]).toMatch(
      /^After adjusting for prices in Alaska, bakers earn \$10,000 more a year\./,
    );
  });

  test("an area without a figure says so, and what the nation has if that was handed in", () => {
    const missing = { annual_wage_median: { nullReason: "suppressed" as const } };
    const roles = [role("cooks", cooks, alaska), role("bakers", missing, alaska)];
    const lacks =
      "In Alaska, median pay is $30,000 a year for cooks. For bakers there is no such figure (the source withholds it).";
    expect(said(roles)).toEqual([lacks]);
    const figure = role("bakers", bakers).figures[0] as Figure;
    const fallbacks = [{ role: 1, measure: "annual_wage_median", figure, area: NATION }];
    expect(said(roles, { fallbacks })).toEqual([
      `${lacks} In the United States the median pay for bakers is $40,000 a year.`,
    ]);
    const neither = [role("cooks", missing, alaska), role("bakers", missing, alaska)];
    expect(said(neither, { fallbacks })[0]).toBe(
      "In Alaska, no median pay is published for cooks (the source withholds it) or for bakers (the source withholds it). In the United States the median pay for bakers is $40,000 a year.",
    );
  });

  test("two floors are not ranked", () => {
    const floor = { annual_wage_median: { low: 239_200 } };
    expect(said([role("surgeons", floor), role("dentists", floor)])[0]).toBe(
      "Median pay is at least $239,200 a year for surgeons and at least $239,200 for dentists. The source does not say how much more, so the two cannot be ranked.",
    );
  });

  test.each([
    ["year", "annual", 40_000],
    ["hour", "hourly", 40],
  ] as const)("mean and median that rank oppositely by the %s are both said", (unit, period, low) => {
    const pay = (median: number, mean: number) => ({
      [`${period}_wage_median`]: median,
      [`${period}_wage_mean`]: mean,
    });
    const texts = said([role("cooks", pay(low, low * 2)), role("bakers", pay(low * 1.5, low * 1.6))]);
    expect(texts[1]).toMatch(new RegExp(`^By the mean the order turns round: .* an? ${unit} for cooks`));
  });

  test("a mean is called beyond chance only where its error is published and the gap exceeds it", () => {
    const pay = (mean: number, standardError: number | null) => ({
      annual_wage_median: 40_000,
      annual_wage_mean: { value: mean, standardError },
    });
    const texts = (error: number | null) =>
      said([role("cooks", pay(42_000, error)), role("bakers", pay(44_000, error))]);
    expect(texts(500)[1]).toMatch(/^The mean is higher for bakers: .* taken as independent\.$/);
    // 2,000 dollars are 1.89 standard errors of the difference here.
    expect(texts(750)).toHaveLength(1);
    expect(texts(null)).toHaveLength(1);
  });

  test("the finding of the picture says the place", () => {
    const ends = (low: number, high: number) => ({ annual_wage_p10: low, annual_wage_p90: high });
    const roles = [role("cooks", ends(1, 2), alaska), role("bakers", ends(3, 4), alaska)];
    expect(payFinding(compare(roles, alaska))).toBe(
      "In Alaska, nine in ten cooks earn under $2; nine in ten bakers earn over $3",
    );
    const three = [...roles, role("barbers", ends(5, 6), alaska)];
    expect(payFinding(compare(three, alaska))).toBe(
      "In Alaska, cooks: eight in ten earn $1 to $2; bakers: eight in ten earn $3 to $4; barbers: eight in ten earn $5 to $6",
    );
  });
});

describe("other messages", () => {
  test("nearly all of a range is not all of it", () => {
    const range = (low: number, high: number) => ({ annual_wage_range: { low, high } });
    const texts = said([role("cooks", range(20_000, 60_000)), role("bakers", range(20_100, 80_000))]);
    expect(texts[0]).toMatch(/The two ranges share \$39,900, or 99.8% of the narrower one\.$/);
  });

  test("one step of the source's rounding makes nobody's openings more", () => {
    const openings = (value: number) => ({ openings_per_year: value, entry_education: "Master's degree" });
    const texts = (a: number, b: number) => said([role("cooks", openings(a)), role("bakers", openings(b))]);
    expect(texts(900, 800)[0]).toBe(
      "About 900 openings a year are expected for cooks and about 800 for bakers.",
    );
    expect(texts(1000, 800)[0]).toMatch(/^More openings are expected for cooks/);
  });

  test("national figures say that they are, on a page of another area", () => {
    const growth = { projected_change_percent: 4, openings_per_year: 300 };
    const texts = said([role("cooks", growth, alaska), role("bakers", growth, alaska)]);
    expect(texts).toEqual([
      "In the United States, from 2024 to 2034 jobs in both careers are projected to grow by 4%. For all jobs in the country, the projected rise is 3.1%.",
      "In the United States, about 300 openings a year are expected in each career.",
    ]);
  });

  test("two military roles get a sentence that says why there is nothing else", () => {
    const none = { annual_wage_median: { nullReason: "not_collected" as const } };
    expect(
      said([role("infantry members", none, NATION, "55-3016"), role("pilots", none, NATION, "55-1011")]),
    ).toEqual([
      "No pay, jobs or projection is published for infantry members or for pilots. The official counts leave out the armed forces.",
    ]);
  });

  test("with three roles each message names whom it speaks of, and says nothing twice", () => {
    const same = {
      annual_wage_median: 40_000,
      projected_change_percent: 4,
      entry_education: "Master's degree",
    };
    const [cooks, bakers, fryers] = [role("cooks", same), role("bakers", same), role("fryers", same)];
    const texts = said([cooks, bakers, fryers]);
    expect(texts).toHaveLength(6);
    for (const text of texts) expect(text).toMatch(/bakers|fryers/);
    expect(texts.filter((text) => text.includes("For all jobs"))).toHaveLength(1);
    const oneGroup = said(["cooks", "bakers", "fryers"].map((name) => role(name, same, NATION, "35-2010")));
    expect(oneGroup).toHaveLength(4);
    expect(oneGroup.join(" ")).not.toMatch(/this group usually|these two/);
  });
});
