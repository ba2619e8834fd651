import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { NATION } from "./area";
import {
  ALL_FAMILIES,
  canonicalView,
  familyAddress,
  familyOptions,
  familyViewOf,
  filtersInUse,
  isCareerList,
  listText,
  rangeText,
  schoolingOptions,
  unknownText,
} from "./family-view";

describe("pay of at least", () => {
  test.each([
    ["$80,000", 80_000],
    ["80k", 80_000],
    ["62.5K", 62_500],
    ["52000", 52_000],
    ["", null],
  ])("%j is %j", (typed, expected) => {
    const { view, faults } = familyViewOf({ pay: typed });
    expect(view.payFloor).toBe(expected);
    expect(faults).toEqual({});
  });
  test.each([
    ["-1", "Enter one amount in dollars a year, above 0, such as 52,000 or 52k."],
    ["0", "Enter one amount in dollars a year, above 0, such as 52,000 or 52k."],
    ["1000000000000", "Enter at most $10,000,000."],
    ["12,5", "Does 12,5 mean $12 and some cents, or $12,500? Write the amount in full, such as 52,000."],
    ["25", "Is this $25 an hour? Enter pay by the year, such as 52,000."],
    ["sixty", "Enter one amount in dollars a year, above 0, such as 52,000 or 52k."],
    ["1e6", "Enter one amount in dollars a year, above 0, such as 52,000 or 52k."],
    ["40,000-50,000", "Enter one amount in dollars a year, above 0, such as 52,000 or 52k."],
  ])("%j is refused in words and kept", (pay, problem) => {
    const { view, typed, faults } = familyViewOf({ pay });
    expect(view.payFloor).toBeNull();
    expect(typed.pay).toBe(pay);
    expect(faults.pay).toBe(problem);
  });
});

test("what it does not understand is as if it were not there", () => {
  expect(
    familyViewOf({ family: "", area: "", real: "yes", growing: "0", sort: "luck", page: "-3" }).view,
  ).toEqual(ALL_FAMILIES);
  expect(familyViewOf({ schooling: "much" })).toMatchObject({
    view: { schooling: null },
    typed: { schooling: "much" },
    faults: { schooling: "Choose a level from the list." },
  });
  expect(familyViewOf({ family: ["29-0000", "31-0000"], pay: ["50k", "60k"] }).view).toMatchObject({
    family: "29-0000",
    payFloor: 50_000,
  });
  expect(familyViewOf({ pay: "9".repeat(10_000) }).typed.pay).toHaveLength(120);
  expect(familyViewOf({ sort: "__proto__" }).view.sort).toBeNull();
});

test("the nation and nothing more is the plain address, and an order alone is a list", () => {
  expect(familyAddress(ALL_FAMILIES)).toBe("/careers");
  expect(isCareerList(ALL_FAMILIES)).toBe(false);
  expect(isCareerList({ ...ALL_FAMILIES, area: "US-CA" })).toBe(false);
  expect(isCareerList({ ...ALL_FAMILIES, sort: "pay" })).toBe(true);
  expect(
    familyAddress({ ...ALL_FAMILIES, family: "29-0000", sort: "growth", isReversed: true, page: 2 }),
  ).toBe("/careers?family=29-0000&sort=-growth&page=2");
});

test("an address written from a view asks for that view, and its canonical one is its own canonical", () => {
  const views = fc.record({
    family: fc.constantFrom(null, "29-0000", "nothing"),
    area: fc.constantFrom("US", "US-CA", "cbsa-41740"),
    isReal: fc.boolean(),
    payFloor: fc.option(fc.integer({ min: 1_000, max: 10_000_000 }), { nil: null }),
    schooling: fc.constantFrom(null, ...schoolingOptions.map(({ value }) => value)),
    isGrowing: fc.boolean(),
    sort: fc.constantFrom(null, "name" as const, "pay" as const, "no-degree" as const),
    isReversed: fc.boolean(),
    page: fc.integer({ min: 1, max: 999_999 }),
  });
  fc.assert(
    fc.property(views, (any) => {
      const view = { ...any, isReversed: any.sort !== null && any.isReversed };
      expect(familyViewOf(familyOptions(view)).view).toEqual(view);
      const canonical = canonicalView(view);
      expect(canonicalView(canonical)).toEqual(canonical);
      for (const { without } of filtersInUse(view)) expect(without.page).toBe(1);
    }),
  );
});

test("the words of a list", () => {
  const view = { ...ALL_FAMILIES, payFloor: 80_000, schooling: "certificate" as const, isGrowing: true };
  expect(listText(1_200, view)).toBe(
    "1,200 careers: pay of $80,000 a year or more, at most a certificate after high school to start, expected to grow",
  );
  expect(listText(0, ALL_FAMILIES)).toBe("No careers");
  expect(listText(1, ALL_FAMILIES)).toBe("1 career");
  expect(unknownText(1)).toMatch(/^1 more career is left out/);
  expect(unknownText(24)).toMatch(/^24 more careers are left out/);
  const ofLength = (length: number) => ({ length });
  expect(rangeText({ careers: ofLength(71), shown: ofLength(71), first: 0 }, NATION)).toBe(
    "71 careers, United States",
  );
  expect(rangeText({ careers: ofLength(1_312), shown: ofLength(50), first: 50 }, NATION)).toBe(
    "Careers 51 to 100 of 1,312, United States",
  );
});
