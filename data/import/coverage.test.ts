import { expect, test } from "vitest";
import { Coverage } from "./coverage";

const report = (rows: number, coverage: Coverage) => ({
  files: [],
  rowsKept: { wages: rows },
  rowsSkipped: {},
  coverage: coverage.measures,
});
const wage = (more: Record<string, unknown> = {}) => ({
  soc: "29-1141",
  area: "US",
  naics: "",
  employment: 10,
  annualP10: 1,
  annualMedian: 2,
  annualP90: 3,
  marks: null,
  ...more,
});

test("values and the reasons for none are counted by column, and by measure", () => {
  const coverage = new Coverage();
  coverage.add("wages", [
    wage(),
    wage({ annualP90: null, marks: "annualP90=top" }),
    wage({ annualP90: null, employment: null, marks: "employment=suppressed" }),
  ]);
  coverage.add("figures", [
    { measure: "median_age", value: 41.7, nullReason: null },
    { measure: "median_age", value: null, nullReason: "suppressed" },
    { measure: "entry_education", value: null, text: "None", nullReason: null },
  ]);
  expect(coverage.measures).toMatchObject({
    employment: { filled: 2, empty: { suppressed: 1 } },
    annualP90: { filled: 1, empty: { top: 1, "no reason given": 1 } },
    median_age: { filled: 1, empty: { suppressed: 1 } },
    entry_education: { filled: 1, empty: {} },
  });
  expect(coverage.doubts(report(3, coverage), undefined, "May 2024")).toEqual([]);
});

test("percentiles out of order, rows lost and measures emptied are doubted", () => {
  const [live, next] = [new Coverage(), new Coverage()];
  live.add(
    "wages",
    Array.from({ length: 20 }, () => wage()),
  );
  next.add("wages", [
    ...Array.from({ length: 15 }, () => wage()),
    wage({ annualP10: 5 }),
    wage({ annualMedian: null }),
  ]);
  expect(next.doubts(report(17, next), report(20, live), "May 2025")).toEqual([
    "Rows with a lower percentile above a higher one: 1, the first 29-1141 in US",
    "wages has 17 rows; the live release has 20",
    "annualMedian is filled in 94.1% of its rows; in the live release in 100.0%",
  ]);
});

test("a mark of the highest wage in a year of which we do not know it is doubted", () => {
  const coverage = new Coverage();
  coverage.add("wages", [wage({ annualP90: null, marks: "annualP90=top" })]);
  expect(coverage.doubts(report(1, coverage), undefined, "May 2026")).toEqual([
    "Cells marked as at or above the most that May 2026 prints: 1; data/sources.ts does not know that amount",
  ]);
});
