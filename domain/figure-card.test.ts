import { expect, test } from "vitest";
import { emptyFigure, type Figure } from "./figure";
import { cardFigures, countedText, rangeFinding } from "./figure-card";
import type { Profile } from "./profile";

const origin = { source: { id: "oews", name: "OEWS", release: "May 2025", url: "" }, vintage: "May 2025" };
const profile = (values: Record<string, number | null>) =>
  ({
    figures: Object.entries(values).map(
      ([measure, value]): Figure => ({
        ...emptyFigure(measure, origin, "US"),
        value,
        nullReason: value === null ? "not_applicable" : null,
      }),
    ),
  }) as unknown as Profile;

const yearly = profile({
  annual_wage_p10: 26_000,
  annual_wage_median: 36_000,
  annual_wage_p90: 51_000,
  employment: 900,
});
const hourly = profile({
  annual_wage_median: null,
  annual_wage_p10: null,
  hourly_wage_p10: 12.5,
  hourly_wage_median: 25,
  hourly_wage_p90: 80,
});

test("a range is said in the unit it is published in, and only when both ends are known", () => {
  expect(rangeFinding(yearly)).toBe("Eight in ten earn $26,000 to $51,000 a year.");
  expect(rangeFinding(hourly)).toBe("Eight in ten earn $12.50 to $80.00 an hour.");
  expect(rangeFinding(profile({ annual_wage_p10: 26_000, annual_wage_p90: null }))).toBe("");
});

test("a card shows pay by the hour only where none of its roles has pay by the year", () => {
  const measuresOf = (...roles: Profile[]) => cardFigures(roles).map(({ measure }) => measure);
  expect(measuresOf(yearly, hourly)[0]).toBe("annual_wage_median");
  expect(measuresOf(hourly)[0]).toBe("hourly_wage_median");
  expect(measuresOf(profile({}))[0]).toBe("annual_wage_median");
  expect(cardFigures([yearly, hourly]).map(({ figures }) => figures.length)).toEqual([2, 2, 2, 2]);
});

test("a title and a member of a merged code say whose figures they show", () => {
  const occupation = { soc: "29-2099", title: "Health technologists, all other", mergedInto: null };
  const counted = (kind: string, of: object | null) =>
    countedText({ role: { kind }, occupation: of } as unknown as Profile);
  expect(counted("title", occupation)).toBe("Counted as 29-2099, Health technologists, all other.");
  expect(counted("occupation", occupation)).toBe("");
  expect(counted("occupation", { ...occupation, mergedInto: { soc: "13-1020", title: "Buyers" } })).toBe(
    "Counted as 13-1020, Buyers.",
  );
  expect(counted("title", null)).toBe("");
});
