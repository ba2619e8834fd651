import { expect, test } from "vitest";
import type { Row } from "./comparison";
import { rowNote } from "./prose";

const row = (measure: string, unit: string) => ({ measure, cells: [{ figure: { unit } }] }) as unknown as Row;
const higher = (absolute: number, percent: number | null) => ({
  relation: "a_higher" as const,
  difference: { absolute, percent },
});

test.each([
  ["annual_wage_median", "dollars a year", 51_620, 112.39, "$51,620 more (112%)"],
  ["hourly_wage_median", "dollars an hour", 1.5, 3.04, "$1.50 more (3%)"],
  ["openings_per_year", "persons", 100, 5.25, "100 more (5.3%)"],
  ["leaving_rate", "percent", 4.5, null, "4.5 points more"],
  ["median_age", "years old", 3.9, null, "3.9 years older"],
  ["job_zone", "zone", 2, null, "higher"],
] as const)(
  "the note under a higher %s keeps its unit and its decimals",
  (measure, unit, absolute, percent, words) => {
    expect(rowNote(row(measure, unit), higher(absolute, percent))).toBe(words);
  },
);

test("about equal is said, and never as higher", () => {
  expect(
    rowNote(row("median_age", "years old"), {
      relation: "about_equal",
      difference: { absolute: 1, percent: null },
    }),
  ).toBe("about the same");
});
