import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Career,
  familyName,
  familyOf,
  familySummaries,
  filteredCareers,
  isFamilyCode,
  payOf,
  type SortKey,
  sortedCareers,
} from "./family";
import { emptyFigure, type Figure } from "./figure";
import { entryLevels } from "./schooling";

const origin = { source: { id: "ep", name: "EP", release: "2024–34", url: "" }, vintage: "2024–34" };
const figure = (measure: string, part: Partial<Figure>): Figure => ({
  ...emptyFigure(measure, origin, "US"),
  ...part,
});
const missing = (measure: string) => figure(measure, { nullReason: "not_published" });
const number = (measure: string, value: number | null) =>
  value === null ? missing(measure) : figure(measure, { value });

type Numbers = {
  pay?: number | null;
  growth?: number | null;
  openings?: number | null;
  level?: number | null;
};
const career = (
  plural: string,
  soc: string,
  { pay = null, growth = null, openings = null, level = null }: Numbers,
): Career => ({
  role: { slug: plural, singular: plural, plural, article: "a" },
  soc,
  members: [],
  titles: [],
  figures: {
    annual_wage_median: number("annual_wage_median", pay),
    projected_change_percent: number("projected_change_percent", growth),
    openings_per_year: number("openings_per_year", openings),
    entry_education:
      level === null
        ? missing("entry_education")
        : figure("entry_education", { value: entryLevels[level] ?? "" }),
  },
});
const namesOf = (careers: readonly Career[]) => careers.map(({ role }) => role.plural);

test("families have codes and plain names", () => {
  expect(familyOf("29-1141")).toBe("29-0000");
  expect(familyName("Life, Physical, and Social Science Occupations")).toBe(
    "Life, physical, and social science",
  );
  expect(["29-0000", "29-1141", "29", "\0", ""].map(isFamilyCode)).toEqual([
    true,
    false,
    false,
    false,
    false,
  ]);
});

test("pay by the hour stands where none by the year is published", () => {
  const hourly = figure("hourly_wage_median", { value: 24.5 });
  const actors = career("actors", "27-2011", {});
  expect(payOf(actors)?.measure).toBe("annual_wage_median");
  expect(payOf({ ...actors, figures: { ...actors.figures, hourly_wage_median: hourly } })).toBe(hourly);
  const paid = career("bakers", "51-3011", { pay: 37_000 });
  expect(payOf({ ...paid, figures: { ...paid.figures, hourly_wage_median: hourly } })?.value).toBe(37_000);
});

describe("an order of careers", () => {
  const list = [
    career("c", "11-1011", { pay: 50_000, growth: -2, level: 5 }),
    career("a", "11-1021", { pay: 50_000, growth: 0 }),
    career("b", "11-1031", { level: 0 }),
    career("d", "11-2011", { pay: 90_000, growth: 12, level: 7 }),
  ];
  test.each<[SortKey, boolean, string]>([
    ["name", false, "abcd"],
    ["name", true, "dcba"],
    ["pay", false, "dacb"],
    ["pay", true, "acdb"],
    ["growth", false, "dacb"],
    ["growth", true, "cadb"],
    ["schooling", false, "bcda"],
    ["schooling", true, "dcba"],
  ])("by %s, reversed: %s", (sort, isReversed, expected) =>
    expect(namesOf(sortedCareers(list, sort, isReversed)).join("")).toBe(expected),
  );
  test("ranks “at least” by its low end, and a word that is no level as missing", () => {
    const top = career("top", "11-1011", {});
    top.figures.annual_wage_median = figure("annual_wage_median", { low: 239_200 });
    expect(namesOf(sortedCareers([...list, top], "pay", false))[0]).toBe("top");
    const odd = career("odd", "11-1011", {});
    odd.figures.entry_education = figure("entry_education", { value: "Wisdom" });
    expect(namesOf(sortedCareers([odd, ...list], "schooling", false)).slice(-2)).toEqual(["a", "odd"]);
  });
  test("holds every career once, the missing last, in both directions", () => {
    const value = fc.option(fc.integer({ min: -5, max: 5 }), { nil: null });
    fc.assert(
      fc.property(fc.array(value), fc.boolean(), (values, isReversed) => {
        const careers = values.map((growth, i) => career(`x${i}`, "11-1011", { growth }));
        const sorted = sortedCareers(careers, "growth", isReversed);
        expect(new Set(sorted)).toEqual(new Set(careers));
        const seen = sorted.map(({ figures }) => figures.projected_change_percent?.value ?? null);
        const known = seen.filter((one) => one !== null) as number[];
        expect(seen.slice(0, known.length)).toEqual(known);
        expect(known).toEqual(known.toSorted((a, b) => (isReversed ? a - b : b - a)));
      }),
    );
  });
});

describe("a filter", () => {
  const none = { payFloor: null, mostSchooling: null, isGrowing: false };
  const list = [
    career("nurses", "29-1141", { pay: 93_600, growth: 4.9, level: 5 }),
    career("aides", "31-1120", { pay: 35_000, growth: 17, level: 1 }),
    career("clerks", "43-4171", { pay: 40_000, growth: -3, level: 1 }),
    career("soldiers", "55-3019", {}),
    career("even", "11-1011", { pay: 40_000, growth: 0, level: 0 }),
  ];
  test.each([
    ["nothing", none, ["nurses", "aides", "clerks", "soldiers", "even"], 0],
    ["pay", { ...none, payFloor: 40_000 }, ["nurses", "clerks", "even"], 1],
    ["schooling", { ...none, mostSchooling: entryLevels[1] ?? "" }, ["aides", "clerks", "even"], 1],
    ["growth", { ...none, isGrowing: true }, ["nurses", "aides"], 1],
    ["all", { payFloor: 40_000, mostSchooling: entryLevels[1] ?? "", isGrowing: true }, [], 1],
  ])("by %s", (_, filter, expected, unknown) => {
    const found = filteredCareers(list, filter);
    expect(namesOf(found.careers)).toEqual(expected);
    expect(found.unknown).toBe(unknown);
  });
  test("does not count as unknown what a known figure rules out", () => {
    const shrinking = career("x", "11-1011", { growth: -1 });
    expect(filteredCareers([shrinking], { ...none, payFloor: 1_000, isGrowing: true }).unknown).toBe(0);
  });
  test("leaves out pay of at least less than is asked for, as nobody knows it", () => {
    const top = career("x", "11-1011", {});
    top.figures.annual_wage_median = figure("annual_wage_median", { low: 239_200 });
    expect(filteredCareers([top], { ...none, payFloor: 239_200 }).careers).toHaveLength(1);
    expect(filteredCareers([top], { ...none, payFloor: 240_000 })).toEqual({ careers: [], unknown: 1 });
  });
});

describe("a family in short", () => {
  const family = { code: "29-0000", name: "Healthcare" };
  test("names the ends of pay, counts what grows and adds the openings up", () => {
    const [found] = familySummaries(
      [family],
      [
        career("nurses", "29-1141", { pay: 93_600, growth: 4.9, openings: 189_100 }),
        career("aides", "29-2052", { pay: 43_000, growth: 0, openings: 100 }),
        career("others", "29-9099", { growth: -1 }),
        career("bakers", "51-3011", { pay: 1_000, openings: 7 }),
      ],
    );
    expect(found).toMatchObject({
      careers: 3,
      lowest: { role: { plural: "aides" }, figure: { value: 43_000 } },
      highest: { role: { plural: "nurses" }, figure: { value: 93_600 } },
      growing: { careers: 1, of: 3 },
      openings: { value: 189_200, method: "derived", note: "The sum of the careers of the family" },
    });
  });
  test("says of an empty one what is missing", () => {
    const [found] = familySummaries([family], [career("x", "29-1141", {})]);
    expect(found).toMatchObject({
      growing: { careers: 0, of: 0 },
      openings: { value: null, nullReason: "not_published" },
    });
    expect(found?.lowest).toBeUndefined();
    expect(familySummaries([family], [])[0]?.openings).toBeUndefined();
  });
  test("tells of corrected openings in the sum", () => {
    const corrected = career("x", "29-1141", {});
    corrected.figures.openings_per_year = figure("openings_per_year", { value: 5, method: "corrected" });
    const [found] = familySummaries([family], [corrected, career("y", "29-1151", { openings: 2 })]);
    expect(found?.openings).toMatchObject({
      value: 7,
      note: "The sum of the careers of the family, 1 of them corrected by an editor",
    });
  });
});
