import { describe, expect, test } from "vitest";
import { NATION } from "./area";
import { emptyFigure, type Figure } from "./figure";
import type { MeasureKey } from "./measure";
import { medianFigureOf, medianMeaning, payInMarket } from "./pay-market";
import type { Profile } from "./profile";

const origin = { source: { id: "oews", name: "OEWS", release: "May 2025", url: "" }, vintage: "May 2025" };
const figure = (measure: MeasureKey, value: number | null): Figure => ({
  ...emptyFigure(measure, origin, "US"),
  value,
  nullReason: value === null ? "not_published" : null,
});
const annual = [40_000, 50_000, 60_000, 70_000, 80_000];
const keys = ["p10", "p25", "median", "p75", "p90"];
const profile = (figures: Figure[]) =>
  ({
    role: { slug: "nurses", singular: "nurse", plural: "nurses", article: "a", kind: "occupation" },
    area: NATION,
    figures,
  }) as Partial<Profile> as Profile;
const market = profile(keys.map((key, i) => figure(`annual_wage_${key}`, annual[i] ?? null)));

describe("what an offer means in the market", () => {
  test("each end of it is placed among the published percentiles", () => {
    expect(payInMarket({ minCents: 55_000_00, maxCents: 75_000_00, unit: "year" }, market)).toEqual([
      "$55,000 a year is between the 25th percentile ($50,000) and the median ($60,000).",
      "$75,000 a year is between the 75th percentile ($70,000) and the 90th percentile ($80,000).",
    ]);
  });

  test("one amount is placed once, one end alone is placed alone, no pay is not placed", () => {
    expect(payInMarket({ minCents: 60_000_00, maxCents: 60_000_00, unit: "year" }, market)).toHaveLength(1);
    expect(payInMarket({ minCents: 60_000_00, maxCents: null, unit: "year" }, market)).toHaveLength(1);
    expect(payInMarket({ minCents: null, maxCents: null, unit: "year" }, market)).toEqual([]);
    expect(payInMarket(null, market)).toEqual([]);
  });

  test("pay by the hour is converted where figures are by the year, and says so", () => {
    expect(payInMarket({ minCents: 25_00, maxCents: null, unit: "hour" }, market)).toEqual([
      "$25.00 an hour, which is $52,000 a year at 2,080 hours a year, is between the 25th percentile ($50,000) and the median ($60,000).",
    ]);
  });

  test("without published pay nothing is said", () => {
    const none = profile([figure("annual_wage_median", null)]);
    expect(payInMarket({ minCents: 55_000_00, maxCents: null, unit: "year" }, none)).toEqual([]);
    expect(medianFigureOf(none)).toBeUndefined();
  });

  test("the median is that of the year, else of the hour, and is explained", () => {
    expect(medianFigureOf(market)?.value).toBe(60_000);
    const hourly = profile([figure("annual_wage_median", null), figure("hourly_wage_median", 31)]);
    expect(medianFigureOf(hourly)?.value).toBe(31);
    expect(medianMeaning(market)).toBe(
      "In the United States, half of the nurses are paid more than the median, and half are paid less.",
    );
  });
});
