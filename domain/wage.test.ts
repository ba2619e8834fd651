import { expect, test } from "vitest";
import { medianGap, rankedPlaces, rankedSectors } from "./wage";

test("trap 9 and 38: places without enough known jobs are not ranked, however well they pay", () => {
  const ranked = rankedPlaces([
    { area: "US-CO", name: "Colorado", annualMedian: 213_370, hourlyMedian: null, employment: null },
    { area: "US-WA", name: "Washington", annualMedian: 58_100, hourlyMedian: null, employment: 10_960 },
    { area: "US-DC", name: "District of Columbia", annualMedian: 60_000, hourlyMedian: null, employment: 90 },
  ]);
  expect(ranked.map(({ name }) => name)).toEqual(["Washington"]);
});

test("trap 32: ties go by jobs", () => {
  const ranked = rankedPlaces([
    { area: "US-OR", name: "Oregon", annualMedian: 60_390, hourlyMedian: null, employment: 3_000 },
    { area: "US-CA", name: "California", annualMedian: 60_390, hourlyMedian: null, employment: 26_540 },
  ]);
  expect(ranked[0]?.name).toBe("California");
});

test("work that is paid by the hour alone is ranked by the hour", () => {
  const place = (area: string, hourlyMedian: number | null, employment: number) => ({
    ...{ area, name: area, annualMedian: null, hourlyMedian, employment },
  });
  expect(
    rankedPlaces([place("US-TX", 21.5, 900), place("US-NY", 48.13, 800), place("US-CA", 48.13, 99)]).map(
      ({ area, value, unit }) => [area, value, unit],
    ),
  ).toEqual([
    ["US-NY", 48.13, "dollars an hour"],
    ["US-TX", 21.5, "dollars an hour"],
  ]);
});

test("traps 6 and 7: top-coded sectors rank first, among themselves by mean", () => {
  const sector = (
    naics: string,
    annualMedian: number | null,
    annualMean: number,
    topCode: number | null,
  ) => ({ naics, annualMedian, annualMean, employment: 1_000, topCode });
  const ranked = rankedSectors([
    sector("61", 200_000, 250_000, null),
    sector("62", null, 250_000, 239_200),
    sector("99", null, 266_460, 239_200),
  ]);
  expect(ranked.map(({ naics, atLeast }) => [naics, atLeast])).toEqual([
    ["99", true],
    ["62", true],
    ["61", false],
  ]);
});

test("a gap is said of two groups' own medians only", () => {
  expect(medianGap(45_930, 97_550, false)).toBe("$51,620 apart");
  expect(medianGap(50_290, 50_290, true)).toBe("one group, one figure");
  expect(medianGap(null, 50_290, false)).toBe("");
});
