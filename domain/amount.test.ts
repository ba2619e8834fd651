import { expect, test } from "vitest";
import { figureText, hourlyPayText, medianPay, standardErrorText } from "./amount";
import { NATION } from "./area";
import { emptyFigure, type Figure } from "./figure";
import type { Profile } from "./profile";

const origin = { source: { id: "oews", name: "OEWS", release: "May 2025", url: "" }, vintage: "May 2025" };
const figure = (measure: string, value: Figure["value"], rest: Partial<Figure> = {}): Figure => ({
  ...emptyFigure(measure, origin, "US"),
  value,
  nullReason: value === null && rest.low == null ? "not_applicable" : null,
  ...rest,
});
const role = (plural: string, figures: Figure[]) =>
  ({ role: { plural }, area: NATION, figures }) as unknown as Profile;

const nurses = role("nurses", [figure("annual_wage_median", 97_550), figure("hourly_wage_median", 46.9)]);
const actors = role("actors", [
  figure("annual_wage_median", null),
  figure("hourly_wage_p10", 16.5),
  figure("hourly_wage_median", 29.05),
  figure("hourly_wage_p90", null, { low: 115, nullReason: null }),
]);
const marines = role("marines", [
  figure("annual_wage_median", null, { nullReason: "not_collected" }),
  figure("hourly_wage_median", null, { nullReason: "not_collected" }),
]);
const surgeons = role("surgeons", [figure("annual_wage_median", null, { low: 239_200, nullReason: null })]);

test("a sign names the unit once where all are paid by the year", () => {
  expect(medianPay([nurses, surgeons])).toEqual({
    title: "Median pay a year",
    amounts: ["$97,550", "at least $239,200"],
  });
});

test("pay by the hour stands where only that is published, and each amount says its unit", () => {
  expect(medianPay([actors])).toEqual({ title: "Median pay", amounts: ["$29.05 an hour"] });
  expect(medianPay([nurses, actors])).toEqual({
    title: "Median pay",
    amounts: ["$97,550 a year", "$29.05 an hour"],
  });
});

test("a role without pay says why", () => {
  const why = "Not available: no official source collects it";
  expect(medianPay([marines])).toEqual({ title: "Median pay a year", amounts: [why] });
  expect(medianPay([actors, marines]).amounts).toEqual(["$29.05 an hour", why]);
});

test("pay by the hour in words keeps a floor a floor, and says what is missing", () => {
  expect(hourlyPayText(actors)).toBe(
    "Actors: pay is published by the hour only. Median $29.05 an hour; 10th to 90th percentile $16.50 to at least $115.00.",
  );
  expect(hourlyPayText(role("dancers", [figure("hourly_wage_median", 24.8)]))).toBe(
    "Dancers: pay is published by the hour only. Median $24.80 an hour.",
  );
});

test.each([
  ["annual_wage_mean", 50_000, 369.87, {}, "$370"],
  ["hourly_wage_mean", 24, 0.178, {}, "$0.18"],
  ["employment", 182_610, 1_230.4, {}, "1,230 persons"],
  ["education_required_bachelor", 20, 1.2345, {}, "1.2 points"],
  ["education_required_bachelor", 20, 1.01, {}, "1 point"],
  ["education_required_bachelor", 20, 0.02, {}, "less than 0.1 points"],
  ["education_required_doctoral", 0, 0, {}, "0 points"],
  ["most_common_education", "Bachelor’s degree", 2.46, { share: 54.4 }, "2.5 points"],
] as const)("the error of %s %s is in its unit", (measure, value, standardError, rest, words) => {
  expect(standardErrorText(figure(measure, value, { standardError, ...rest }))).toBe(words);
});

test("no error is no text", () => {
  expect(standardErrorText(figure("employment", 5))).toBeUndefined();
});

test("where no place can be ranked nobody says that people were asked", () => {
  const none = (measure: string) => figureText(figure(measure, null, { nullReason: "too_few" }));
  expect(none("best_paying_state")).toBe("Not available: none has a published median and enough jobs");
  expect(none("education_required_bachelor")).toBe("Not available: too few people were asked");
});
