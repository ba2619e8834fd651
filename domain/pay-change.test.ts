import { describe, expect, test } from "vitest";
import { emptyFigure, type Figure } from "./figure";
import { changeText, isGain, payChange, payFigure, payText } from "./pay-change";

const origin = { source: { id: "oews", name: "OEWS", release: "May 2025", url: "" }, vintage: "May 2025" };
const median = (period: "annual" | "hourly", change: Partial<Figure>): Figure => ({
  ...emptyFigure(`${period}_wage_median`, origin, "US"),
  ...(change.value === undefined && change.low === undefined && { nullReason: "not_published" as const }),
  ...change,
});
const year = (value: number) => median("annual", { value });
const hour = (value: number) => median("hourly", { value });
const noYear = median("annual", { nullReason: "not_applicable" });
const noHour = median("hourly", { nullReason: "not_applicable" });

describe("the change of pay", () => {
  test.each<[string, Figure[], Figure[], string | undefined, boolean]>([
    ["a gain", [year(40_000)], [year(50_000)], "$10,000 a year more (25%)", true],
    ["a loss, without a percent", [year(50_000)], [year(40_000)], "$10,000 a year less", false],
    ["under 3 percent", [year(40_000)], [year(41_000)], "about the same pay", false],
    ["no difference", [year(40_000)], [year(40_000)], "the same pay", false],
    [
      "the year before the hour",
      [year(40_000), hour(30)],
      [year(50_000), hour(20)],
      "$10,000 a year more (25%)",
      true,
    ],
    [
      "the hour where one has no year",
      [noYear, hour(20)],
      [year(50_000), hour(25)],
      "$5.00 an hour more (25%)",
      true,
    ],
    [
      "a top amount above",
      [year(200_000)],
      [median("annual", { low: 239_200 })],
      "more pay, by an amount that the source does not say",
      true,
    ],
    [
      "a top amount that may be more or less",
      [year(250_000)],
      [median("annual", { low: 239_200 })],
      undefined,
      false,
    ],
    ["no common unit", [noYear, hour(20)], [year(50_000), noHour], undefined, false],
    ["none there", [year(40_000)], [median("annual", {})], undefined, false],
    ["none here", [median("annual", {})], [year(40_000)], undefined, false],
    ["no figures at all", [], [], undefined, false],
  ])("%s", (_, from, to, text, gain) => {
    const change = payChange(from, to);
    expect(changeText(change)).toBe(text);
    expect(isGain(change)).toBe(gain);
    if (change.unit === null) expect(change.why).not.toBe("");
  });
  test("says which of the two is missing", () => {
    expect(payChange([year(40_000)], [median("annual", {})])).toMatchObject({
      why: "its median pay is not known here (the source leaves it blank)",
    });
    expect(payChange([median("annual", {})], [year(40_000)])).toMatchObject({
      why: expect.stringMatching(/^the median pay of the job you start from/),
    });
    expect(payChange([noYear, hour(20)], [year(50_000), noHour])).toMatchObject({
      why: expect.stringMatching(/no unit in common$/),
    });
  });
});

test("the pay of a job is by the year, or by the hour where that alone is published", () => {
  expect(payFigure([hour(20), year(40_000)])?.value).toBe(40_000);
  expect(payFigure([hour(20), noYear])?.value).toBe(20);
  expect(payFigure([noHour, noYear])).toBe(noYear);
  expect(payFigure([])).toBeUndefined();
  expect(payText(hour(20))).toBe("$20.00 an hour");
});
