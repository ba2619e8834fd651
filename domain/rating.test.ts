import { expect, test } from "vitest";
import { combinedRatings } from "./rating";

const row = (onetSoc: string, element: string, importance: number, level: number | null = 3) => ({
  onetSoc,
  element,
  name: element,
  importance,
  level,
});

test("the profile asked for, else the .00 profile, else the mean of the specialties", () => {
  const rows = [row("29-1141.00", "x", 4), row("29-1141.02", "x", 2)];
  expect(combinedRatings(rows, "29-1141.02").ratings[0]?.importance).toBe(2);
  expect(combinedRatings(rows, null).ratings[0]?.importance).toBe(4);
  const specialties = combinedRatings([row("29-2099.01", "x", 4), row("29-2099.05", "x", 3)], "29-2099.08");
  expect(specialties.ratings[0]?.importance).toBe(3.5);
  expect(specialties.note).toContain("Mean of 2");
});

test("a merged code is the mean of its members, even where each has a .00 profile", () => {
  expect(
    combinedRatings([row("31-1121.00", "x", 4), row("31-1122.00", "x", 3)], null).ratings[0]?.importance,
  ).toBe(3.5);
});

test("ties go by level, then by the publisher's order; a withheld level stays missing", () => {
  const { ratings } = combinedRatings(
    [
      row("1-1.00", "2.A.1.b", 4, 3),
      row("1-1.00", "2.A.1.a", 4, 3),
      row("1-1.00", "2.B.1.a", 4, 5),
      row("1-1.00", "2.B.1.b", 4, null),
    ],
    null,
  );
  expect(ratings.map(({ element }) => element)).toEqual(["2.B.1.a", "2.A.1.a", "2.A.1.b", "2.B.1.b"]);
  expect(ratings.at(-1)?.level).toBeNull();
});
