import { expect, test } from "vitest";
import { emptyFigure, type Figure } from "./figure";
import { entryLevels, noDegreeShare } from "./schooling";

const origin = { source: { id: "ep", name: "EP", release: "2024–34", url: "" }, vintage: "2024–34" };
const held = (key: string, part: Partial<Figure>): Figure => ({
  ...emptyFigure(`education_held_${key}`, origin, "US"),
  ...part,
});
const shares = [
  held("less_than_high_school", { value: 2.8 }),
  held("high_school", { value: 21.4 }),
  held("some_college", { value: 21.8 }),
  held("associate", { value: 10.7 }),
  held("bachelor", { value: 33.1 }),
];

test("the share without a bachelor's degree is the sum of the four levels below it", () => {
  expect(noDegreeShare(shares)).toMatchObject({ value: 56.7, method: "derived", unit: "percent" });
});

test("it follows a correction of any of them, and the note of a wider group", () => {
  const corrected = shares.with(
    1,
    held("high_school", { value: 20, method: "corrected", note: "Reason: x" }),
  );
  expect(noDegreeShare(corrected)).toMatchObject({ value: 55.3, method: "corrected" });
  const shared = shares.map((figure) => ({
    ...figure,
    method: "inherited" as const,
    note: "One distribution",
  }));
  expect(noDegreeShare(shared)).toMatchObject({
    method: "inherited",
    note: "The sum of the four levels of schooling below a bachelor’s degree. One distribution",
  });
});

test("it is missing where a part is, and nothing where the parts are not there", () => {
  const withheld = shares.with(0, held("less_than_high_school", { nullReason: "suppressed" }));
  expect(noDegreeShare(withheld)).toMatchObject({ value: null, nullReason: "suppressed" });
  expect(noDegreeShare(shares.slice(1))).toBeUndefined();
});

test("levels for entry run from none to the doctor's", () => {
  expect(entryLevels).toHaveLength(8);
  expect(entryLevels[0]).toBe("No formal educational credential");
  expect(entryLevels[7]).toBe("Doctoral or professional degree");
});
