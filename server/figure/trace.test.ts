import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadBundleIfNeeded } from "@/data/import/bundle";
import { connection } from "@/db/client";
import { corrections } from "@/db/schema";
import { type Figure, hasValue } from "@/domain/figure";
import { type FigureAsked, figureAsked } from "@/domain/figure-trace";
import { measureKeys } from "@/domain/measure";
import { atNationalPrices } from "@/domain/price-level";
import { figureOf } from "@/domain/profile";
import { comparisonOf } from "@/server/comparison/queries";
import { type FigureTrace, type FigureTraces, figureTraces, type RawRow } from "./trace";

beforeAll(async () => {
  const database = await connection();
  await loadBundleIfNeeded(database, () => {});
});
afterAll(async () => (await connection()).close());

/** A common one, an "all other", a member of a merged code, one paid by the hour alone, one by the year alone, a military one, and titles. */
const pairs = [
  ["health-technologists-and-technicians-all-other", "medical-secretaries-and-administrative-assistants"],
  ["patient-service-coordinator", "patient-liaison"],
  ["actors", "elementary-school-teachers-except-special-education"],
  ["wholesale-and-retail-buyers-except-farm-products", "infantry"],
];
const places: [area: string, isReal: boolean][] = [
  ["US", false],
  ["US-CA", false],
  ["US-CA", true],
  ["cbsa-41740", true],
  ["nonmetro-0100001", false],
];

async function traced(asked: Partial<FigureAsked>): Promise<FigureTraces> {
  const found = await figureTraces({ of: [], measure: "employment", area: "US", isReal: false, ...asked });
  if ("fault" in found) throw new Error(found.fault);
  return found;
}

const usedOf = (rows: readonly RawRow[]) =>
  rows.flatMap(({ cells }) =>
    cells.filter(({ isUsed, name }) => isUsed && !name.endsWith("Error")).map(({ value }) => value),
  );

/** The value of a figure worked out anew, from nothing but what its page shows. */
function recomputed(measure: string, { rows, ranking, adjustment }: FigureTrace): unknown {
  const used = usedOf(rows);
  const numbers = used.filter((value) => typeof value === "number");
  if (measure.startsWith("best_paying_")) return ranking[0]?.name.replace(/^\d\d, /, "");
  if (measure === "most_common_education") return undefined;
  if (adjustment) {
    const level = numbers.at(-1) ?? 0;
    return atNationalPrices(numbers[0] ?? 0, level, measure.startsWith("hourly"));
  }
  return numbers[0] ?? used[0];
}

describe.each(pairs)("%s and %s", (...slugs) => {
  // Every kind of place with the first two; the others where national figures, local ones and prices meet.
  const here = slugs[0] === pairs[0]?.[0] ? places : places.slice(1, 3).filter(([, isReal]) => isReal);
  test.each(here)("every measure in %s (after prices: %s) leads to its row", async (area, isReal) => {
    const found = await comparisonOf(slugs, { area, isReal });
    if ("fault" in found) throw new Error(found.fault);
    for (const measure of measureKeys) {
      const { traces } = await traced({ of: slugs, measure, area, isReal });
      for (const [i, trace] of traces.entries()) {
        const profile = found.comparison.roles[i];
        const shown = profile && figureOf(profile, measure);
        expect(trace.figure, `${measure} of ${slugs[i]}`).toEqual(shown);
        expect(trace.titleFigures).toEqual(
          profile?.titleFigures.filter((figure) => figure.measure === measure),
        );
        if (shown && hasValue(shown)) expectRow(measure, trace, shown);
        else if (shown) expect(shown.nullReason, measure).not.toBeNull();
      }
    }
  });
});

function expectRow(measure: string, trace: FigureTrace, { value, low }: Figure) {
  const isRanked = measure.startsWith("best_paying_");
  if (isRanked) expect(trace.ranking.length, measure).toBeGreaterThan(0);
  else expect(trace.rows.length, measure).toBeGreaterThan(0);
  const again = recomputed(measure, trace);
  if (again !== undefined) expect(again, measure).toEqual(value ?? low);
  for (const row of trace.rows) expect(row.release).toBeGreaterThan(0);
}

test("the releases of all rows are told, with their files", async () => {
  const { releases, traces } = await traced({
    of: ["29-2099", "43-6013"],
    measure: "annual_wage_median",
    area: "US-CA",
    isReal: true,
  });
  expect(releases.map(({ dataset }) => dataset).sort()).toEqual(["oews-state", "price-levels"]);
  for (const { files, isConverted, isBundled } of releases) {
    expect(files[0]?.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect([isConverted, isBundled]).toEqual([true, true]);
  }
  expect(traces[0]?.adjustment).toContain("$60,390 ÷ (110.72 ÷ 100) = $54,543");
});

test("skills that no one profile stands for are the mean of the rows that stand under them", async () => {
  const { traces } = await traced({
    of: ["29-2099"],
    measure: "skills",
  });
  expect(traces[0]?.ratings?.note).toMatch(/^Mean of \d/);
  for (const { ratings } of traces) {
    for (const { element, importance } of ratings?.shown ?? []) {
      const own = ratings?.rows.filter((row) => row.element === element && !row.importanceSuppressed) ?? [];
      const mean = own.reduce((sum, row) => sum + row.importance, 0) / own.length;
      expect(importance).toBeCloseTo(mean, 4);
    }
  }
  const one = await traced({ of: ["registered-nurses"], measure: "knowledge" });
  expect(one.traces[0]?.ratings?.shown.length).toBeGreaterThan(20);
  expect(one.releases.map(({ dataset }) => dataset)).toEqual(["onet-knowledge"]);
});

test("a correction that stands is told with its reason, and not with who made it", async () => {
  const { transaction } = await connection();
  await transaction(async (tx) => {
    await tx.insert(corrections).values({
      id: uuidv7(),
      subject: "51-3011",
      measure: "annual_wage_p10",
      area: "US",
      action: "correct",
      value: 30_000,
      source: "A letter of the publisher",
      sourceUrl: "https://example.org/letter",
      vintage: "May 2025",
      reason: "The file was wrong.",
      personId: "somebody",
      createdAt: new Date("2026-01-02T03:04:05Z"),
    });
  });
  const range = (await traced({ of: ["51-3011"], measure: "annual_wage_range" })).traces[0];
  expect(range?.figure).toMatchObject({ low: 30_000, method: "corrected" });
  expect(range?.corrections).toEqual([
    {
      measure: "annual_wage_p10",
      area: "US",
      text: "$30,000",
      source: "A letter of the publisher",
      sourceUrl: "https://example.org/letter",
      vintage: "May 2025",
      reason: "The file was wrong.",
      at: new Date("2026-01-02T03:04:05Z"),
    },
  ]);
  expect(JSON.stringify(range)).not.toContain("somebody");
});

const refused: [search: Record<string, string>, fault: string][] = [
  [{ measure: "employment" }, "no_role"],
  [{ of: "bakers,barbers,actors,dancers,cooks", measure: "employment" }, "too_many"],
  [{ of: "no-such-career", measure: "employment" }, "role"],
  [{ of: "99-9999", measure: "employment" }, "role"],
  [{ of: "ba\u0000kers", measure: "employment" }, "role"],
  [{ of: "x".repeat(2_000), measure: "employment" }, "role"],
  [{ of: "bakers" }, "measure"],
  [{ of: "bakers", measure: "constructor" }, "measure"],
  [{ of: "bakers", measure: "employment", area: "US-ZZ" }, "area"],
  [{ of: "bakers", measure: "employment", area: "\u0000" }, "area"],
];
for (const [search, fault] of refused)
  test(`${JSON.stringify(search).slice(0, 80)} is refused`, async () => {
    expect(await figureTraces(figureAsked(search))).toMatchObject({ fault });
  });
