import { expect, test } from "vitest";
import { NATION } from "./area";
import { emptyFigure } from "./figure";
import { type Offer, payPlaceOf, payPlaceSentence } from "./pay-percentile";
import type { Profile } from "./profile";

const origin = { source: { id: "oews", name: "OEWS", release: "May 2025", url: "" }, vintage: "May 2025" };
/** A profile whose percentiles are these; "230000+" is published as at least so much. */
const profile = (amounts: Record<string, number | `${number}+` | null>) =>
  ({
    role: { plural: "nurses" },
    area: NATION,
    figures: Object.entries(amounts).map(([measure, amount]) => ({
      ...emptyFigure(measure, origin, "US"),
      value: typeof amount === "number" ? amount : null,
      low: typeof amount === "string" ? Number(amount.slice(0, -1)) : null,
      nullReason: amount === null ? ("suppressed" as const) : null,
    })),
  }) as unknown as Profile;

const annual = {
  annual_wage_p10: 60_000,
  annual_wage_p25: 70_000,
  annual_wage_median: 80_000,
  annual_wage_p75: 95_000,
  annual_wage_p90: 120_000,
};
const year = (dollars: number): Offer => ({ cents: dollars * 100, unit: "year" });
const placeOf = (amounts: Parameters<typeof profile>[0], offer: Offer) =>
  payPlaceOf(profile(amounts), offer)?.place;

test.each([
  [59_999, "below the 10th percentile ($60,000)"],
  [60_000, "at the 10th percentile ($60,000)"],
  [60_000.01, "between the 10th percentile ($60,000) and the 25th percentile ($70,000)"],
  [79_999, "between the 25th percentile ($70,000) and the median ($80,000)"],
  [80_000, "at the median ($80,000)"],
  [94_000, "between the median ($80,000) and the 75th percentile ($95,000)"],
  [100_000, "between the 75th percentile ($95,000) and the 90th percentile ($120,000)"],
  [120_001, "above the 90th percentile ($120,000)"],
  [9_000_000, "above the 90th percentile ($120,000)"],
])("%d is placed between published percentiles", (dollars, place) => {
  expect(placeOf(annual, year(dollars))).toBe(place);
});

test("a missing percentile is stepped over, never guessed", () => {
  expect(placeOf({ ...annual, annual_wage_median: null }, year(80_000))).toBe(
    "between the 25th percentile ($70,000) and the 75th percentile ($95,000)",
  );
  expect(placeOf({ annual_wage_median: null }, year(80_000))).toBeUndefined();
  expect(placeOf({}, year(80_000))).toBeUndefined();
});

test("an amount above what is published only as at least cannot be placed against it", () => {
  const top = { ...annual, annual_wage_p75: "239200+", annual_wage_p90: "239200+" } as const;
  expect(placeOf(top, year(100_000))).toBe(
    "between the median ($80,000) and the 75th percentile (at least $239,200)",
  );
  expect(placeOf(top, year(300_000))).toBe(
    "above the median ($80,000); the 75th percentile is published only as at least $239,200",
  );
});

test("an hourly offer is set against annual pay where that is published more fully, and says so", () => {
  const state = { ...annual, hourly_wage_median: 38.5 };
  const place = payPlaceOf(profile(state), { cents: 4_000, unit: "hour" });
  expect(place && payPlaceSentence(place)).toBe(
    "$40.00 an hour, which is $83,200 a year at 2,080 hours a year, is between the median ($80,000) and the 75th percentile ($95,000).",
  );
});

test("an offer goes by its own unit where that is published as fully", () => {
  const hourly = { hourly_wage_p10: 30, hourly_wage_median: 40, hourly_wage_p90: 55 };
  const place = payPlaceOf(profile({ ...hourly, annual_wage_median: 83_200 }), {
    cents: 3_550,
    unit: "hour",
  });
  expect(place && payPlaceSentence(place)).toBe(
    "$35.50 an hour is between the 10th percentile ($30.00) and the median ($40.00).",
  );
  const actors = payPlaceOf(profile(hourly), year(62_400));
  expect(actors && payPlaceSentence(actors)).toBe(
    "$62,400 a year, which is $30.00 an hour at 2,080 hours a year, is at the 10th percentile ($30.00).",
  );
});
