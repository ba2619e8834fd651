import fc from "fast-check";
import { expect, test } from "vitest";
import {
  classWords,
  GRID_COLUMNS,
  GRID_ROWS,
  stateGrids,
  stateJobsFinding,
  statePayFinding,
  statePayMeasure,
} from "./state-grid";
import { usStates } from "./us-state";

const states = usStates.filter(({ postal }) => postal !== "PR");
const place = (code: string, annualMedian: number | null, employment: number | null) => ({
  area: code,
  name: states.find((state) => state.code === code)?.name ?? code,
  annualMedian,
  hourlyMedian: null,
  employment,
});

test("every state and DC has one square of its own", () => {
  const [grid = []] = stateGrids([[]], "annualMedian").grids;
  expect(grid.map(({ code }) => code).sort()).toEqual(states.map(({ code }) => code).sort());
  expect(new Set(grid.map(({ row, column }) => `${row} ${column}`)).size).toBe(51);
  for (const { row, column } of grid) {
    expect(row).toBeLessThan(GRID_ROWS);
    expect(column).toBeLessThan(GRID_COLUMNS);
  }
});

test("a value lies in the class whose words hold it, and classes are five at most", () => {
  fc.assert(
    fc.property(
      fc.array(fc.option(fc.integer({ min: 20_000, max: 300_000 })), { minLength: 51, maxLength: 51 }),
      (values) => {
        const grids = stateGrids(
          [states.map(({ code }, i) => place(code, values[i] ?? null, 500))],
          "annualMedian",
        );
        const words = classWords(grids);
        expect(words.length).toBeLessThanOrEqual(5);
        expect(words).toHaveLength(grids.bounds.length + 1);
        for (const { value, step } of grids.grids[0] ?? []) {
          if (value === null || step === null) expect([value, step]).toEqual([null, null]);
          else {
            const ends = [...(words[step] ?? "").matchAll(/\$(\d+)k/g)].map(
              ([, thousands]) => Number(thousands) * 1000,
            );
            if (/^under/.test(words[step] ?? "")) expect(value).toBeLessThan(ends[0] ?? 0);
            else if (ends[0]) expect(value).toBeGreaterThanOrEqual(ends[0]);
            if (ends[1]) expect(value).toBeLessThan(ends[1]);
          }
        }
      },
    ),
  );
});

test("both roles stand on one scale, and places outside the map do not count", () => {
  const { bounds, grids } = stateGrids(
    [
      [place("US-WA", 50_000, 500), place("US-PR", 900_000, 500)],
      [place("US-WA", 100_000, 500), place("US-MS", 75_000, 90)],
    ],
    "annualMedian",
  );
  expect(bounds.every((bound) => bound <= 100_000)).toBe(true);
  const tile = (grid: number, postal: string) => grids[grid]?.find((found) => found.postal === postal);
  expect(tile(0, "WA")?.step).toBe(0);
  expect(tile(1, "WA")?.step).toBe(bounds.length);
  expect(tile(1, "MS")).toMatchObject({ value: 75_000, isUnranked: true });
  expect(tile(0, "MS")).toMatchObject({ value: null, step: null, isUnranked: false });
});

test("the title names the highest and the lowest of the states that may be ranked", () => {
  const aides = {
    plural: "pharmacy aides",
    places: [
      place("US-WA", 51_000, 500),
      place("US-MS", 29_000, 100),
      place("US-DC", 90_000, 50),
      place("US-CO", 99_000, null),
      place("US-TX", null, 700),
    ],
  };
  expect(statePayFinding([aides])).toBe(
    "Where at least 100 jobs are counted, median pay of pharmacy aides is highest in Washington ($51,000) and lowest in Mississippi ($29,000)",
  );
  expect(stateJobsFinding([aides, { plural: "cooks", places: [] }])).toBe(
    "The most jobs for pharmacy aides are counted in Texas (700); no state has a published count of jobs for cooks",
  );
});

test("ties, one state and no state are said as they are", () => {
  const tied = [place("US-DC", 51_000, 500), place("US-MS", 51_000, 100)];
  expect(
    statePayFinding([
      { plural: "cooks", places: tied },
      { plural: "bakers", places: tied.slice(0, 1) },
      { plural: "clerks", places: [] },
    ]),
  ).toBe(
    "Where at least 100 jobs are counted, median pay of cooks is the same in the District of Columbia and Mississippi ($51,000); median pay of bakers is published for the District of Columbia ($51,000) alone; no state has a published median for clerks",
  );
});

test("pay by the hour is said to be so, and never stands on a scale of pay a year", () => {
  const hourly = (code: string, hourlyMedian: number, employment: number) => ({
    ...place(code, null, employment),
    hourlyMedian,
  });
  const actors = [hourly("US-WA", 29.05, 500), hourly("US-MS", 18, 100), hourly("US-TX", 21.4, 90)];
  const pilots = [place("US-WA", 200_000, 500)];
  expect([[actors], [actors, []], [pilots], [actors, pilots], [[]]].map(statePayMeasure)).toEqual([
    "hourlyMedian",
    "hourlyMedian",
    "annualMedian",
    "annualMedian",
    "annualMedian",
  ]);
  expect(
    statePayFinding([
      { plural: "actors", places: actors },
      { plural: "pilots", places: pilots },
    ]),
  ).toBe(
    "Where at least 100 jobs are counted, median pay of actors is highest in Washington ($29.05 an hour) and lowest in Mississippi ($18.00 an hour); median pay of pilots is published for Washington ($200,000) alone",
  );
  const grids = stateGrids([actors], "hourlyMedian");
  expect(grids.grids[0]?.find(({ postal }) => postal === "TX")).toMatchObject({
    value: 21.4,
    isUnranked: true,
  });
  expect(classWords(grids)[0]).toMatch(/^under \$\d\d$/);
  expect(stateGrids([actors, pilots], "annualMedian").grids[0]?.every(({ value }) => value === null)).toBe(
    true,
  );
});
