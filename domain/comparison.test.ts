import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { overlapOfRatings, relate } from "./comparison";
import type { Figure } from "./figure";
import { measureOf } from "./measure";

const figure = (measure: string, part: Partial<Figure>): Figure => ({
  measure,
  value: null,
  low: null,
  high: null,
  unit: measureOf(measure).unit,
  area: "US",
  method: "reported",
  nullReason: null,
  source: { id: "oews", name: "OEWS", release: "May 2025", url: "" },
  vintage: "May 2025",
  n: null,
  standardError: null,
  note: null,
  ...part,
});
const money = (value: number | null) => figure("annual_wage_median", { value });
const growth = (value: number) => figure("projected_change_percent", { value });
const range = (low: number, high: number) => figure("annual_wage_range", { low, high });

describe("relate", () => {
  test("trap 40: 3 % of the lower, unrounded, parts about equal from higher", () => {
    // 37-3011 and 43-4171 are 2.9992 % apart, 13-1081 and 47-1011 3.0030 %.
    expect(relate(money(100_000), money(102_999), false).relation).toBe("about_equal");
    expect(relate(money(100_000), money(103_000), false).relation).toBe("b_higher");
    expect(relate(money(97_090), money(100_000), false).relation).toBe("about_equal");
  });
  test.each([
    [null, null, "both_missing"],
    [null, 1, "a_missing"],
    [1, null, "b_missing"],
    [45_930, 45_930, "identical"],
  ])("%s against %s is %s", (a, b, relation) => {
    expect(relate(money(a), money(b), false).relation).toBe(relation);
  });
  test("one group's figure for both says nothing of the two", () => {
    expect(relate(money(50_290), money(50_290), true).relation).toBe("identical_inherited");
  });
  test("trap 41: equal medians of different groups are identical, not inherited", () => {
    expect(relate(money(45_930), money(45_930), false).relation).toBe("identical");
  });
  test("percentage changes are about equal under one point", () => {
    expect(relate(growth(5.2), growth(4.3), false).relation).toBe("about_equal");
    expect(relate(growth(5.2), growth(4.2), false).relation).toBe("a_higher");
    expect(relate(growth(-0.4), growth(0.5), false).relation).toBe("about_equal");
  });
  test("counts are the same only when equal, and carry the percent of the lower", () => {
    const openings = (value: number) => figure("openings_per_year", { value });
    expect(relate(openings(100), openings(101), false)).toEqual({
      relation: "b_higher",
      difference: { absolute: 1, percent: 1 },
    });
  });
  test("trap 42: ranges that touch overlap by nothing", () => {
    expect(relate(range(30_000, 40_000), range(40_000, 50_000), false).overlap).toEqual({
      absolute: 0,
      share: 0,
    });
  });
  test("overlap is given in dollars and as share of the narrower range", () => {
    expect(relate(range(30_000, 50_000), range(45_000, 55_000), false).overlap).toEqual({
      absolute: 5_000,
      share: 50,
    });
  });
  test("annual against hourly has no common unit", () => {
    expect(relate(money(50_000), { ...money(24), unit: "dollars an hour" }, false).relation).toBe(
      "no_common_unit",
    );
  });
  test("a top-coded amount ranks above any number up to its floor", () => {
    expect(relate(figure("annual_wage_median", { low: 239_200 }), money(200_000), false).relation).toBe(
      "a_higher",
    );
    expect(
      relate(
        figure("annual_wage_median", { low: 239_200 }),
        figure("annual_wage_median", { low: 239_200 }),
        false,
      ).relation,
    ).toBe("no_common_unit");
  });
  test("swapping the sides swaps the relation", () => {
    const mirrored: Record<string, string> = {
      a_higher: "b_higher",
      b_higher: "a_higher",
      a_missing: "b_missing",
      b_missing: "a_missing",
    };
    fc.assert(
      fc.property(
        fc.option(fc.integer({ min: 1, max: 400_000 })),
        fc.option(fc.integer({ min: 1, max: 400_000 })),
        (a, b) => {
          const [one, two] = [relate(money(a), money(b), false), relate(money(b), money(a), false)];
          expect(two.relation).toBe(mirrored[one.relation] ?? one.relation);
          expect(two.difference).toEqual(one.difference);
        },
      ),
    );
  });
});

describe("overlapOfRatings", () => {
  const rated = (names: string[]) => names.map((name) => ({ element: name, name, importance: 4, level: 4 }));
  test("splits two lists into shared, only A and only B", () => {
    const overlap = overlapOfRatings(rated(["x", "y"]), rated(["y", "z"]));
    expect(overlap?.shared.map(({ a }) => a.name)).toEqual(["y"]);
    expect(overlap?.onlyA.map(({ name }) => name)).toEqual(["x"]);
    expect(overlap?.onlyB.map(({ name }) => name)).toEqual(["z"]);
  });
  test("an unrated role has no overlap at all, rather than an empty one", () => {
    expect(overlapOfRatings([], rated(["x"]))).toBeUndefined();
  });
});
