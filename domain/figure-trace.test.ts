import { expect, test } from "vitest";
import { emptyFigure, type Figure } from "./figure";
import {
  adjustmentText,
  errorText,
  figureAddress,
  figureAsked,
  formulaOf,
  inputsOf,
  isTraced,
  tracedName,
} from "./figure-trace";
import { measureKeys } from "./measure";

const origin = { source: { id: "oews", name: "OEWS", release: "May 2025", url: "" }, vintage: "May 2025" };
const figure = (measure: string, part: Partial<Figure>): Figure => ({
  ...emptyFigure(measure, origin, "US-CA"),
  ...part,
});

test("an address asks for what it was made of, and nothing else", () => {
  for (const asked of [
    { of: ["29-2099", "43-6013"], measure: "employment", area: "US", isReal: false },
    { of: ["patient-liaison"], measure: "annual_wage_mean", area: "US-CA", isReal: true },
    { of: ["bakers"], measure: "annual_wage_mean", area: "cbsa-41740", isReal: false },
  ]) {
    const { searchParams } = new URL(figureAddress(asked), "https://example.org");
    expect(figureAsked(Object.fromEntries(searchParams))).toEqual(asked);
  }
});

test("an address is read by its first values, each role once, and not without end", () => {
  expect(figureAsked({})).toEqual({ of: [], measure: "", area: "US", isReal: false });
  expect(figureAsked({ of: ["a,a, b,", "c"], measure: ["x", "y"], real: "2" })).toEqual({
    of: ["a", "b"],
    measure: "x",
    area: "US",
    isReal: false,
  });
  expect(
    figureAsked({
      of: Array(10_000)
        .fill("a")
        .map((a, i) => a + i)
        .join(),
    }).of,
  ).toHaveLength(5);
});

test("measures and lists of ratings can be traced, and no other word", () => {
  for (const key of [...measureKeys, "skills", "knowledge"]) expect(isTraced(key), key).toBe(true);
  for (const key of ["", "constructor", "toString", "duties"]) expect(isTraced(key), key).toBe(false);
});

test("what is made here says how, and of what", () => {
  for (const measure of measureKeys)
    if (inputsOf(measure).length > 0) expect(formulaOf(measure)).toBeDefined();
  expect(formulaOf("annual_wage_median")).toBeUndefined();
  expect(inputsOf("most_common_education")).toHaveLength(7);
});

test("an occupation goes by its code, a title by its name", () => {
  expect(tracedName({ slug: "bakers", kind: "occupation" }, { soc: "51-3011" })).toBe("51-3011");
  expect(tracedName({ slug: "patient-liaison", kind: "title" }, { soc: "29-2099" })).toBe("patient-liaison");
  expect(tracedName({ slug: "new-title", kind: "title" }, null)).toBe("new-title");
});

const level = { area: "US-CA", name: "California", level: 110.72, ...origin };

test("pay after prices is worked out in one line, both ends of a range", () => {
  expect(
    adjustmentText(
      figure("annual_wage_median", { value: 60_390 }),
      figure("annual_wage_median", { value: 54_543 }),
      level,
    ),
  ).toBe("$60,390 ÷ (110.72 ÷ 100) = $54,543, rounded half up to the dollar.");
  expect(
    adjustmentText(
      figure("annual_wage_range", { low: 40_000, high: 90_000 }),
      figure("annual_wage_range", { low: 36_127, high: 81_286 }),
      level,
    ),
  ).toContain("= $36,127; $90,000 ÷ (110.72 ÷ 100) = $81,286");
  expect(
    adjustmentText(
      figure("hourly_wage_median", { value: 29 }),
      figure("hourly_wage_median", { value: 26.19 }),
      level,
    ),
  ).toContain("= $26.19, rounded half up to the cent.");
  expect(
    adjustmentText(figure("annual_wage_median", {}), figure("annual_wage_median", {}), level),
  ).toBeUndefined();
});

test("a standard error follows from the percent of the file", () => {
  expect(errorText(figure("employment", { value: 1000, standardError: 12 }), 1.2)).toBe(
    "The file gives the standard error in percent: 1.2% of 1,000 is 12.",
  );
  expect(errorText(figure("employment", { value: 1000 }), null)).toBeUndefined();
});
