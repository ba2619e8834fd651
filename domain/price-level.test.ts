import fc from "fast-check";
import { expect, test } from "vitest";
import { emptyFigure } from "./figure";
import {
  adjustedFigure,
  adjustedPlaces,
  atNationalPrices,
  type PriceLevels,
  payAfterPrices,
} from "./price-level";

const origin = {
  source: { id: "bea", name: "Regional price parities", release: "2024", url: "" },
  vintage: "2024",
};
const levels: PriceLevels = new Map([
  ["US-CA", { area: "US-CA", name: "California", level: 110.72, ...origin }],
]);
const figure = (measure: string, area: string, value: number | null) => ({
  ...emptyFigure(measure, { ...origin, vintage: "May 2025" }, area),
  value,
});

test.each([
  [60_390, 110.72, 54_543],
  [100, 200, 50],
  [101, 200, 51],
  [50_000, 86.937, 57_513],
])("%d at %d percent is %d", (amount, level, expected) => {
  expect(atNationalPrices(amount, level, false)).toBe(expected);
});

test("pay by the hour keeps its cents", () => expect(atNationalPrices(29.05, 110.72, true)).toBe(26.24));

test("a figure of pay says how it was adjusted, and is no longer what the source reports", () => {
  const adjusted = adjustedFigure(figure("annual_wage_median", "US-CA", 60_390), levels);
  expect(adjusted).toMatchObject({ value: 54_543, method: "derived", nullReason: null });
  expect(adjusted.note).toBe(
    "Divided by the price level of California, 110.72% of the nation’s (Regional price parities, 2024)",
  );
});

test("ranges and floors are divided too; a missing one stays missing", () => {
  const range = { ...figure("annual_wage_range", "US-CA", null), low: 40_000, high: 80_000 };
  expect(adjustedFigure(range, levels)).toMatchObject({ value: null, low: 36_127, high: 72_254 });
  expect(adjustedFigure(figure("annual_wage_p90", "US-CA", null), levels).value).toBeNull();
});

test.each([
  figure("annual_wage_median", "US", 50_290),
  figure("annual_wage_median", "nonmetro-0100001", 50_290),
  figure("employment", "US-CA", 26_540),
  figure("projected_change_percent", "US", 5.2),
])("$measure of $area stays as it is", (same) => expect(adjustedFigure(same, levels)).toBe(same));

test("places without a level are left out, those without pay stay without", () => {
  const places = [
    { area: "US-CA", name: "California", annualMedian: 60_390, hourlyMedian: null, employment: 5 },
    { area: "cbsa-10380", name: "Aguadilla, PR", annualMedian: 20_000, hourlyMedian: null, employment: 5 },
  ];
  expect(adjustedPlaces(places, levels).map(({ annualMedian }) => annualMedian)).toEqual([54_543]);
  expect(adjustedPlaces([{ ...places[0], annualMedian: null } as never], levels)[0]?.annualMedian).toBeNull();
  const hourly = { ...places[0], annualMedian: null, hourlyMedian: 29.05 } as never;
  expect(adjustedPlaces([hourly], levels)[0]).toMatchObject({ annualMedian: null, hourlyMedian: 26.24 });
});

test("higher pay in one place never becomes lower pay there", () => {
  const amount = fc.integer({ min: 1, max: 1_000_000 });
  const level = fc.double({ min: 50, max: 200, noNaN: true });
  fc.assert(
    fc.property(amount, amount, level, fc.boolean(), (a, b, at, isHourly) => {
      const [low, high] = a <= b ? [a, b] : [b, a];
      expect(atNationalPrices(low, at, isHourly)).toBeLessThanOrEqual(atNationalPrices(high, at, isHourly));
    }),
  );
});

test("a reader's own pay is divided as the figures beside it are", () => {
  expect(payAfterPrices(60_000, levels.get("US-CA"))).toBe(54_191);
  expect(payAfterPrices(60_000, undefined)).toBe(60_000);
});
