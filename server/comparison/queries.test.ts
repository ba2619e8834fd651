import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadBundleIfNeeded } from "@/data/import/bundle";
import { connection } from "@/db/client";
import { corrections } from "@/db/schema";
import { type Comparison, rowFor } from "@/domain/comparison";
import { comparisonOf, curatedComparisons } from "./queries";

beforeAll(async () => {
  const database = await connection();
  await loadBundleIfNeeded(database, () => {});
});
afterAll(async () => (await connection()).close());

async function found(slugs: string[], area = "US", isReal = false) {
  const answer = await comparisonOf(slugs, { area, isReal });
  if ("fault" in answer) throw new Error(answer.fault);
  return answer;
}
const amountOf = (comparison: Comparison, measure: string, role = 0) =>
  rowFor(comparison, measure)?.cells[role]?.figure.value;

/** 29-2099 and 43-6013 */
const pair = [
  "health-technologists-and-technicians-all-other",
  "medical-secretaries-and-administrative-assistants",
];

test("the nation: $4,360 more, 9.5 percent of the lower, ranges share $22,350", async () => {
  const { comparison } = await found(pair);
  expect(rowFor(comparison, "annual_wage_median")?.relations[0]).toMatchObject({
    relation: "a_higher",
    difference: { absolute: 4360, percent: expect.closeTo(9.4927, 3) },
  });
  expect(rowFor(comparison, "annual_wage_range")?.relations[0]?.overlap?.absolute).toBe(22_350);
  expect(comparison.fallbacks).toEqual([]);
});

test("California: pay as published, and after prices; what is national stays national", async () => {
  const nominal = (await found(pair, "US-CA")).comparison;
  expect(amountOf(nominal, "annual_wage_median")).toBe(60_390);
  const { comparison, priceLevel } = await found(pair, "US-CA", true);
  expect(priceLevel).toMatchObject({ level: 110.72, vintage: "2024" });
  expect(comparison.adjusted).toBe(true);
  expect(amountOf(comparison, "annual_wage_median")).toBe(54_543);
  expect(rowFor(comparison, "projected_change_percent")?.cells[0]?.figure).toEqual(
    rowFor(nominal, "projected_change_percent")?.cells[0]?.figure,
  );
  for (const row of comparison.rows)
    expect(new Set(row.cells.map(({ figure }) => figure.area)).size, row.measure).toBe(1);
});

test("places are ranked after prices too, and those without a level are left out", async () => {
  const nominal = (await found(pair)).comparison.roles[0]?.lists;
  const real = (await found(pair, "US-CA", true)).comparison.roles[0]?.lists;
  const ofCalifornia = (list = nominal) => list?.states.find(({ area }) => area === "US-CA")?.value;
  expect(ofCalifornia()).toBe(60_390);
  expect(ofCalifornia(real)).toBe(54_543);
  expect(nominal?.metros.length).toBeGreaterThan(real?.metros.length ?? 0);
  expect(real?.metros.some(({ name }) => name.endsWith(", PR"))).toBe(false);
});

const byTheHour = ["actors", "airline-pilots-copilots-and-flight-engineers"];
const bestOf = ({ comparison }: Awaited<ReturnType<typeof found>>, measure = "best_paying_state") =>
  rowFor(comparison, measure)?.cells[0]?.figure;

test("27-2011 beside 53-2011: no common unit, and the best places of each in its own", async () => {
  const nominal = await found(byTheHour);
  const [actors, pilots] = nominal.comparison.roles;
  expect(rowFor(nominal.comparison, "annual_wage_median")?.relations[0]?.relation).not.toMatch(
    /higher|equal/,
  );
  expect(new Set(actors?.lists.states.map(({ unit }) => unit))).toEqual(new Set(["dollars an hour"]));
  expect(new Set(pilots?.lists.states.map(({ unit }) => unit))).toEqual(new Set(["dollars a year"]));
  expect(actors?.lists.states.length).toBe(18);
  const [best] = actors?.lists.states ?? [];
  expect(bestOf(nominal)).toMatchObject({ value: best?.name, method: "derived", nullReason: null });
  expect(bestOf(nominal)?.note).toMatch(/^Median \$\d+\.\d\d an hour, [\d,]+ jobs$/);
  expect(bestOf(nominal)?.note).toContain(`$${best?.value.toFixed(2)} an hour`);
  // The files of metro areas have no pay by the hour.
  expect(bestOf(nominal, "best_paying_metro")).toMatchObject({ value: null, nullReason: "too_few" });
  const real = await found(byTheHour, "US-CA", true);
  expect(bestOf(real)?.note).toMatch(/^Median \$\d+\.\d\d an hour after prices there, [\d,]+ jobs$/);
  const inMaryland = (answer: typeof real) =>
    answer.comparison.roles[0]?.lists.states.find(({ area }) => area === "US-MD")?.value;
  expect([nominal, real].map(inMaryland)).toEqual([36.98, 35.23]);
});

test.each(["US", "nonmetro-0100001"])("%s has no price level: pay stands as published", async (area) => {
  const { comparison, priceLevel } = await found(pair, area, true);
  expect(priceLevel).toBeUndefined();
  expect(comparison).toEqual((await found(pair, area)).comparison);
});

test("where a place has no figure, the nearest larger area that has is named", async () => {
  // No metro area has pay of 29-1024, prosthodontists; few states have.
  const { comparison } = await found(["prosthodontists", "registered-nurses"], "cbsa-41740");
  const median = comparison.fallbacks?.find(({ measure }) => measure === "annual_wage_median");
  expect(median).toMatchObject({ role: 0, area: { kind: expect.stringMatching(/state|nation/) } });
  expect(median?.figure.value ?? median?.figure.low).toBeGreaterThan(0);
  expect(comparison.fallbacks?.some(({ role }) => role === 1)).toBe(false);
});

test("unknown places, unknown and repeated roles", async () => {
  expect(await comparisonOf(pair, { area: "US-ZZ", isReal: true })).toEqual({
    fault: "unknown_area",
    area: "US-ZZ",
  });
  for (const area of ["", "\0", "US CA", "a".repeat(10_000)])
    expect(await comparisonOf(pair, { area, isReal: false })).toEqual({ fault: "unknown_area", area });
  for (const slug of ["\0", "a".repeat(10_000), "ä"])
    expect(await comparisonOf([slug, pair[0] ?? ""])).toEqual({ fault: "unknown", slugs: [slug] });
  expect(await comparisonOf([pair[0] ?? "", "wizards"])).toEqual({ fault: "unknown", slugs: ["wizards"] });
  expect(await comparisonOf(["registered-nurse", "registered-nurses"])).toEqual({ fault: "same_role" });
});

test("curated comparisons carry the day of the last import, and of a later correction of theirs alone", async () => {
  const before = await curatedComparisons();
  expect(before.length).toBeGreaterThan(10);
  const nurses = before.find(({ address }) => address.includes("registered-nurses"));
  const [first] = before;
  if (!first || !nurses) throw new Error("no curated comparison of registered nurses");
  const createdAt = new Date(first.changedAt.getTime() + 86_400_000);
  await (await connection()).transaction((tx) =>
    tx.insert(corrections).values({
      ...{ id: uuidv7(), subject: "29-1141", measure: "annual_wage_median", area: "US", action: "correct" },
      ...{ value: 1, source: "x", sourceUrl: "", vintage: "2025", reason: "x", personId: "x", createdAt },
    }),
  );
  const after = await curatedComparisons();
  expect(after.find(({ address }) => address === nurses.address)?.changedAt).toEqual(createdAt);
  const others = ({ address }: { address: string }) => !address.includes("nurse");
  expect(after.filter(others)).toEqual(before.filter(others));
});

test("an hourly median that an editor corrected ranks its state, and one by the year does not rank work without it", async () => {
  const createdAt = new Date();
  const correction = { subject: "27-2011", action: "correct", source: "x", sourceUrl: "" } as const;
  await (await connection()).transaction((tx) =>
    tx.insert(corrections).values(
      [
        { measure: "hourly_wage_median", area: "US-NY", value: 99.5 },
        { measure: "annual_wage_median", area: "US-TX", value: 400_000 },
      ].map((figure) => ({
        ...correction,
        ...figure,
        ...{ id: uuidv7(), vintage: "2025", reason: "x", personId: "x", createdAt },
      })),
    ),
  );
  const answer = await found(byTheHour);
  expect(bestOf(answer)).toMatchObject({ value: "New York", note: "Median $99.50 an hour, 6,630 jobs" });
  expect(answer.comparison.roles[0]?.lists.states.every(({ unit }) => unit === "dollars an hour")).toBe(true);
});
