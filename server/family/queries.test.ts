import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadBundleIfNeeded } from "@/data/import/bundle";
import { connection } from "@/db/client";
import { corrections, roleEdits } from "@/db/schema";
import { figureText } from "@/domain/amount";
import { type Career, careerMeasures, familyOf, familySummaries, payOf } from "@/domain/family";
import { hasValue } from "@/domain/figure";
import { figureOf, type Profile } from "@/domain/profile";
import { comparisonOf } from "@/server/comparison/queries";
import { profilesOf } from "@/server/profile/queries";
import { careersOf, type FamilyAsk } from "./queries";

beforeAll(async () => {
  const database = await connection();
  await database.migrate();
  await loadBundleIfNeeded(database, () => {});
});
afterAll(async () => (await connection()).close());

async function found(asked: Partial<FamilyAsk> = {}) {
  const answer = await careersOf({ family: null, area: "US", isReal: false, ...asked });
  if ("fault" in answer) throw new Error(answer.fault);
  return answer;
}
const careerOf = (careers: readonly Career[], slug: string) => {
  const career = careers.find(({ role }) => role.slug === slug);
  if (!career) throw new Error(`no ${slug}`);
  return career;
};

/** A common one, an "all other", a merged code, hourly-only, annual-only, military, and one of a shared distribution. */
const SAMPLE = [
  "registered-nurses",
  "health-technologists-and-technicians-all-other",
  "buyers-and-purchasing-agents",
  "actors",
  "elementary-school-teachers-except-special-education",
  "infantry",
  "cardiologists",
  "medical-secretaries-and-administrative-assistants",
];
const SHARED = [
  "annual_wage_median",
  "hourly_wage_median",
  "projected_change_percent",
  "openings_per_year",
  "entry_education",
] as const;

/** The same figures as a comparison of the role and a far one shows. */
async function compared(slug: string, area: string, isReal: boolean): Promise<Profile> {
  const answer = await comparisonOf([slug, "floral-designers"], { area, isReal });
  if ("fault" in answer) throw new Error(answer.fault);
  const [first] = answer.comparison.roles;
  if (!first) throw new Error(`no ${slug}`);
  return first;
}

async function expectSameFigures(area: string, isReal: boolean) {
  const { careers, area: place, priceLevel } = await found({ area, isReal });
  for (const slug of SAMPLE) {
    const { figures } = careerOf(careers, slug);
    const comparison = await compared(slug, area, isReal);
    const [page] = await profilesOf([slug], place);
    for (const measure of SHARED) {
      expect(figures[measure], `${slug} ${measure} ${area}`).toEqual(figureOf(comparison, measure));
      if (!priceLevel) expect(figures[measure]).toEqual(page && figureOf(page, measure));
    }
    const held = comparison.figures.filter(({ measure }) => measure.startsWith("education_held_"));
    const levels = held.slice(0, 4).map(({ value }) => Number(value));
    const share = figures.no_degree_share;
    if (share && hasValue(share)) expect(share.value).toBeCloseTo(levels.reduce((a, b) => a + b));
    else expect(held.some(({ value }) => value === null)).toBe(true);
  }
}

const places: [string, boolean][] = [
  ["US", false],
  ["US", true],
  ["US-CA", false],
  ["US-CA", true],
  ["cbsa-41740", true],
  ["nonmetro-0100001", true],
];

describe("a figure reads the same here, on the career page and in a comparison", () => {
  test.each(places)("%s, after prices: %s", expectSameFigures);
});

test("the 23 families hold every published line once, and members and titles under their line", async () => {
  const { families, careers } = await found();
  expect(families).toHaveLength(23);
  expect(careers).toHaveLength(851);
  expect(new Set(careers.map(({ soc }) => soc)).size).toBe(851);
  expect(careers.flatMap(({ members }) => members)).toHaveLength(28);
  expect(careerOf(careers, "buyers-and-purchasing-agents").members.map(({ slug }) => slug)).toContain(
    "purchasing-agents-except-wholesale-retail-and-farm-products",
  );
  expect(careerOf(careers, SAMPLE[1] ?? "").titles.map(({ slug }) => slug)).toContain("patient-liaison");
  const summaries = familySummaries(families, careers);
  expect(summaries.reduce((sum, { careers }) => sum + careers, 0)).toBe(851);
  expect(summaries.map(({ careers }) => careers).every((careers) => careers > 0)).toBe(true);
  // Military groups: no civilian source has a figure of them.
  expect(summaries.at(-1)).toMatchObject({
    family: { name: "Military specific" },
    careers: 19,
    growing: { of: 0 },
    openings: { value: null, nullReason: "not_collected" },
  });
});

test("one family is the same careers as among all", async () => {
  const all = await found();
  for (const family of ["29-0000", "55-0000"]) {
    const own = await found({ family });
    expect(own.family?.code).toBe(family);
    const bySoc = (careers: Career[]) => careers.toSorted((a, b) => (a.soc < b.soc ? -1 : 1));
    expect(bySoc(own.careers)).toEqual(bySoc(all.careers.filter(({ soc }) => familyOf(soc) === family)));
  }
});

test("pay by the hour alone is said as such, and every missing figure has a reason", async () => {
  const { careers } = await found();
  expect(payOf(careerOf(careers, "actors"))).toMatchObject({
    measure: "hourly_wage_median",
    nullReason: null,
  });
  for (const { figures, role } of careers)
    for (const measure of careerMeasures) {
      const figure = figures[measure];
      expect(figure, `${role.slug} ${measure}`).toBeDefined();
      if (figure && !hasValue(figure)) expect(figureText(figure)).toMatch(/^Not available/);
    }
});

test("unknown families and places", async () => {
  const ask = { family: null, area: "US", isReal: false };
  for (const area of ["US-ZZ", "", "\0", "a".repeat(10_000)])
    expect(await careersOf({ ...ask, area })).toEqual({ fault: "unknown_area", area });
  for (const family of ["29", "29-1141", "99-0000", "\0", "%", "a".repeat(10_000)])
    expect(await careersOf({ ...ask, family })).toMatchObject({ fault: "unknown_family", family });
});

const correct = async (part: Partial<typeof corrections.$inferInsert>) =>
  (await connection()).transaction((tx) =>
    tx.insert(corrections).values({
      ...{ id: uuidv7(), subject: "29-1141", measure: "annual_wage_median", area: "US", action: "correct" },
      ...{ value: 99_990, source: "State survey", sourceUrl: "https://example.org/", vintage: "2026" },
      ...{ reason: "A typing error", personId: "x", createdAt: new Date() },
      ...part,
    }),
  );

describe("what an editor corrected", () => {
  test("reads the same everywhere, in its place alone, before and after prices, and is taken back whole", async () => {
    const before = await found();
    await correct({});
    await correct({ area: "US-CA", value: 120_000 });
    await correct({ subject: "13-1020", measure: "openings_per_year", value: 1 });
    await correct({ subject: "29-2099", measure: "education_held_high_school", value: 50 });
    await correct({ subject: "27-2011", measure: "entry_education", value: null, text: "Master's degree" });
    for (const [area, isReal] of places) await expectSameFigures(area, isReal);

    const { careers } = await found();
    expect(careerOf(careers, "registered-nurses").figures.annual_wage_median).toMatchObject({
      value: 99_990,
      method: "corrected",
    });
    expect(careerOf(careers, "buyers-and-purchasing-agents").figures.openings_per_year?.value).toBe(1);
    expect(careerOf(careers, SAMPLE[1] ?? "").figures.no_degree_share).toMatchObject({ method: "corrected" });
    expect(careerOf(careers, "actors").figures.entry_education?.value).toBe("Master's degree");
    const california = await found({ area: "US-CA", isReal: true });
    expect(careerOf(california.careers, "registered-nurses").figures.annual_wage_median?.value).toBe(
      Math.round(120_000 / 1.1072),
    );
    // As an editor reverts them: the imported figures come back.
    for (const [subject, measure, area] of [
      ["29-1141", "annual_wage_median", "US"],
      ["29-1141", "annual_wage_median", "US-CA"],
      ["13-1020", "openings_per_year", "US"],
      ["29-2099", "education_held_high_school", "US"],
      ["27-2011", "entry_education", "US"],
    ] as const)
      await correct({ subject, measure, area, action: "revert", value: null });
    expect(await found()).toEqual(before);
  });

  test("a title that is mapped to another occupation stands under that one", async () => {
    await (await connection()).transaction((tx) =>
      tx.insert(roleEdits).values({
        ...{ id: uuidv7(), role: "patient-liaison", summary: null, duties: null, titles: null },
        ...{ soc: "43-4171", reason: "x", personId: "x", createdAt: new Date() },
      }),
    );
    const titlesOf = (careers: Career[], slug: string) =>
      careerOf(careers, slug).titles.map((title) => title.slug);
    const { careers } = await found({ family: "43-0000" });
    expect(titlesOf(careers, "receptionists-and-information-clerks")).toContain("patient-liaison");
    const health = await found({ family: "29-0000" });
    expect(titlesOf(health.careers, SAMPLE[1] ?? "")).not.toContain("patient-liaison");
  });
});
