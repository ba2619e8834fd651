import { expect, test } from "vitest";
import { emptyFigure } from "./figure";
import type { Profile } from "./profile";
import { certaintyText, rangeText, requiredLevels } from "./required-schooling";

const origin = { source: { id: "onet", name: "O*NET", release: "30.1", url: "" }, vintage: "2025" };
type Share = [value: number, standardError: number | null];
const profileOf = (shares: Record<string, Share>, n: number | null = 26) =>
  ({
    figures: Object.entries(shares).map(([level, [value, standardError]]) => ({
      ...emptyFigure(`education_required_${level}`, origin, "US"),
      ...{ value, standardError, n },
    })),
  }) as unknown as Profile;

/** 43-6013, O*NET 30.1 */
const secretaries: Record<string, Share> = {
  less_than_high_school: [5.33, 4.6513],
  high_school: [47.63, 13.3894],
  certificate: [19.88, 11.7467],
  some_college: [1.18, 1.2043],
  associate: [25.97, 14.4211],
  bachelor: [0, 0],
};

test("26 answers are as rough as they are", () => {
  const profile = profileOf(secretaries);
  expect(certaintyText(profile)).toBe(
    "Only 26 workers were asked, so these shares are rough. The largest share, 47.6% for “high school diploma”, may in truth be anywhere from 21% to 74%.",
  );
  expect(requiredLevels(profile).map((level) => [level.name, rangeText(level)])).toEqual([
    ["associate’s degree", "0% to 54%"],
    ["some college courses", "0% to 4%"],
    ["certificate after high school", "0% to 43%"],
    ["high school diploma", "21% to 74%"],
    ["less than high school", "0% to 14%"],
  ]);
});

test("a small error is said, and so is what is withheld", () => {
  expect(certaintyText(profileOf({ bachelor: [90, 2], master: [10, 2] }, 1200))).toBe(
    "1,200 workers were asked. The largest share, 90% for “bachelor’s degree”, lies between 86% and 94% with 95 in 100 chances.",
  );
  expect(certaintyText(profileOf({ certificate: [22.5, 15], associate: [19.4, 10] }, 1))).toBe(
    "1 worker was asked. The source gives shares of 41.9% in all and withholds the rest, so which schooling is asked for most often cannot be told.",
  );
});

test("without an error or an answer no more is said than is known", () => {
  expect(certaintyText(profileOf({ bachelor: [100, null] }, 30))).toBe("30 workers were asked.");
  expect(certaintyText(profileOf({ bachelor: [100, 0] }, null))).toBe("");
  expect(certaintyText(profileOf({}))).toBe("");
});
