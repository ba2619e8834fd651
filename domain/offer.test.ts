import { expect, test } from "vitest";
import { type Area, NATION } from "./area";
import { emptyFigure, type Figure } from "./figure";
import { largerAreaText, offerAfterPrices, offerSentences, payAsked, readOffer } from "./offer";

const read = (typed: string, unit: "year" | "hour" = "year") => readOffer({ typed, unit, isSent: true });

test.each([
  ["85k", "year", 8_500_000, "year"],
  ["$85,000", "year", 8_500_000, "year"],
  ["85000", "year", 8_500_000, "year"],
  ["USD 85,000", "year", 8_500_000, "year"],
  ["$85,000 a year", "hour", 8_500_000, "year"],
  ["85k/yr", "hour", 8_500_000, "year"],
  ["85000 per annum", "hour", 8_500_000, "year"],
  ["20/hr", "year", 2_000, "hour"],
  ["$20.50 an hour", "year", 2_050, "hour"],
  ["$20.50/hour", "year", 2_050, "hour"],
  ["20 hourly", "year", 2_000, "hour"],
  ["20ph", "year", 2_000, "hour"],
  ["24.50", "hour", 2_450, "hour"],
  ["20 USD per hour", "year", 2_000, "hour"],
] as const)("%j is clear", (typed, unit, cents, read_) => {
  expect(read(typed, unit)).toEqual({ offer: { cents, unit: read_ } });
});

test.each([
  ["", "Enter the pay"],
  ["-1", "above 0"],
  ["−85,000", "above 0"],
  ["$-5", "above 0"],
  ["0", "above 0"],
  ["12,5", "such as 85,000"],
  ["1000000000000", "at most $10,000,000"],
  ["1e12", "such as 85,000"],
  ["a lot", "such as 85,000"],
  ["20", "Is this $20 a year?"],
  ["20,000/hr", "an hour?"],
  ["50-60k", "one amount"],
  ["50,000 to 60,000", "one amount"],
  ["4,000 a month", "not converted"],
  ["800/week", "not converted"],
  ["NaN", "such as 85,000"],
  ["Infinity", "such as 85,000"],
  ["hr", "Enter the pay"],
])("%j is refused in words", (typed, words) => {
  expect(read(typed)).toEqual({ problem: expect.stringContaining(words) });
});

test("an address gives the pay as typed, the first of several, in one line and not without end", () => {
  expect(payAsked({ pay: ["85k", "2"], per: ["hour", "year"] })).toEqual({
    typed: "85k",
    unit: "hour",
    isSent: true,
  });
  expect(payAsked({})).toEqual({ typed: "", unit: "year", isSent: false });
  expect(payAsked({ pay: "8\u00005k\n", per: "fortnight" })).toMatchObject({ typed: "8 5k", unit: "year" });
  expect(payAsked({ pay: "9".repeat(10_000) }).typed).toHaveLength(60);
});

const origin = { source: { id: "oews", name: "OEWS", release: "May 2025", url: "" }, vintage: "May 2025" };
const figure = (measure: string, value: number | null): Figure => ({
  ...emptyFigure(measure, origin, "US"),
  value,
  nullReason: value === null ? "not_applicable" : null,
});
const marks = [40_000, 50_000, 60_000, 70_000, 80_000];
const annual = ["p10", "p25", "median", "p75", "p90"].map((key, i) =>
  figure(`annual_wage_${key}`, marks[i] ?? 0),
);
const market = (figures: Figure[]) => ({
  figures,
  area: NATION,
  role: {
    slug: "teachers",
    singular: "teacher",
    plural: "teachers",
    article: "a" as const,
    kind: "occupation" as const,
  },
});

test.each([
  [55_000, "between the 25th percentile ($50,000) and the median ($60,000)"],
  [60_000, "at the median ($60,000)"],
  [39_999, "below the 10th percentile ($40,000)"],
  [900_000, "above the 90th percentile ($80,000)"],
])("$%d a year stands no more exactly than the figures", (dollars, words) => {
  expect(offerSentences(market(annual), { cents: dollars * 100, unit: "year" })).toEqual([
    expect.stringContaining(words),
  ]);
});

test("pay by the hour for work that is published by the year alone has no common unit, and is said to be converted", () => {
  const [first, second] = offerSentences(market([...annual, figure("hourly_wage_median", null)]), {
    cents: 2_600,
    unit: "hour",
  });
  expect(first).toContain("$26.00 an hour, which is $54,080 a year at 2,080 hours a year, is between");
  expect(second).toContain("no common unit");
  expect(second).toContain("by the hour is published for teachers in the United States");
});

test("without figures the offer is not placed", () => {
  expect(offerSentences(market([]), { cents: 1, unit: "year" })).toEqual([
    "No pay is published for teachers in the United States, so that this offer cannot be placed.",
  ]);
});

test("pay after prices names the level and its source", () => {
  const level = {
    area: "US-CA",
    name: "California",
    level: 110.72,
    source: { ...origin.source, name: "RPP" },
    vintage: "2024",
  };
  expect(offerAfterPrices({ cents: 6_039_000, unit: "year" }, level)).toContain(
    "buys what $54,543 a year buys",
  );
  expect(offerAfterPrices({ cents: 2_000, unit: "hour" }, level)).toContain("buys what $18.06 an hour buys");
});

test("figures of a larger area are said to be", () => {
  const place: Area = { code: "cbsa-1", name: "Ames, IA", kind: "metro" };
  expect(largerAreaText(place, place)).toBeUndefined();
  expect(largerAreaText(place, NATION)).toContain("of the whole nation");
});
