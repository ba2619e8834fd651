import { expect, test } from "vitest";
import { historyFinding, historyPoints, historyText, joinedYears, type PayYear } from "./pay-history";

const year = (of: number, annualMedian: number | null, rest: Partial<PayYear> = {}): PayYear => ({
  year: of,
  soc: "11-1111",
  annualMedian,
  topCode: null,
  nullReason: annualMedian === null && rest.topCode === undefined ? "not_published" : null,
  ...rest,
});

const steady = [
  year(2021, 40_000),
  year(2022, 41_000),
  year(2023, 43_000),
  year(2024, 44_000),
  year(2025, 50_000),
];

test("years in a row are joined", () => {
  expect(joinedYears(historyPoints(steady))).toHaveLength(4);
});

test("a missing year is a gap that no line crosses", () => {
  const points = historyPoints([
    year(2021, 40_000),
    year(2022, null),
    year(2023, 43_000),
    year(2024, 44_000),
  ]);
  expect(points[1]).toEqual({ year: 2022, gap: "Not available: the source leaves it blank" });
  expect(joinedYears(points).map(({ from, to }) => [from.year, to.year])).toEqual([[2023, 2024]]);
});

test("a year under another code is a gap, whichever code came first", () => {
  const points = historyPoints([
    year(2021, 40_000, { soc: "11-1110" }),
    year(2022, 41_000, { soc: "11-1110" }),
    year(2023, 60_000),
  ]);
  expect(points.map((point) => "gap" in point)).toEqual([true, true, false]);
  expect(joinedYears(points)).toEqual([]);
  const merged = historyPoints([year(2021, 40_000), year(2022, 60_000, { soc: "11-1110" })]);
  expect(merged.map(historyText)).toEqual(["Not available: counted under another code that year", "$60,000"]);
});

test("a year that is not in the series joins nothing", () => {
  expect(joinedYears(historyPoints([year(2023, 1), year(2021, 1)]))).toEqual([]);
});

test("trap 13: a top-coded year is a floor, and no change is reckoned from it", () => {
  const points = historyPoints([
    year(2021, null, { topCode: 208_000 }),
    year(2022, null, { topCode: 239_200 }),
    year(2025, 391_490),
  ]);
  expect(points.map(historyText)).toEqual(["at least $208,000", "at least $239,200", "$391,490"]);
  expect(joinedYears(points)).toEqual([]);
  expect(historyFinding([{ plural: "surgeons", points }])).toBe(
    "No change in median pay over the years can be given",
  );
  expect(
    historyFinding([
      { plural: "surgeons", points },
      { plural: "cooks", points: historyPoints(steady) },
    ]),
  ).toBe(
    "From 2021 to 2025, not adjusted for inflation, median pay rose 25% for cooks; no change can be given for surgeons",
  );
});

test("the title gives each change, and the years where they are others", () => {
  expect(
    historyFinding([
      { plural: "cooks", points: historyPoints(steady) },
      { plural: "bakers", points: historyPoints([year(2022, 100_000), year(2025, 99_990)]) },
      { plural: "all occupations", points: historyPoints([year(2021, 45_760), year(2025, 45_760)]) },
    ]),
  ).toBe(
    "From 2021 to 2025, not adjusted for inflation, median pay rose 25% for cooks, fell less than 0.1% for bakers (2022 to 2025), and stayed the same for all occupations",
  );
});
