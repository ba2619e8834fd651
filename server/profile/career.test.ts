import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadBundleIfNeeded } from "@/data/import/bundle";
import { storeReleases } from "@/data/import/run";
import { connection } from "@/db/client";
import { corrections } from "@/db/schema";
import { figureText } from "@/domain/amount";
import { NATION } from "@/domain/area";
import { careerDescription, careerTitle } from "@/domain/career-title";
import { occupationLd } from "@/domain/occupation-ld";
import { sortedPlaces } from "@/domain/place-list";
import { figureOf } from "@/domain/profile";
import { certaintyText } from "@/domain/required-schooling";
import { comparisonsWorthMaking } from "@/domain/worth-comparing";
import { allRoles } from "@/server/role/queries";
import { careerOf } from "./career";
import { placesOf } from "./places";
import { profilesOf } from "./queries";

beforeAll(async () => {
  const database = await connection();
  await loadBundleIfNeeded(database, () => {});
});
afterAll(async () => (await connection()).close());

const secretaries = "medical-secretaries-and-administrative-assistants";
async function found(slug: string, area = "US", isReal = false) {
  const answer = await careerOf(slug, { area, isReal });
  if ("fault" in answer) throw new Error(answer.fault);
  return answer;
}
async function foundPlaces(slug: string, kind: "state" | "metro", isReal = false) {
  const answer = await placesOf(slug, kind, { area: "US", isReal });
  if ("fault" in answer) throw new Error(answer.fault);
  return answer;
}

test.each([
  [secretaries, "9.5%", "4.6%", "4.9%"],
  ["medical-assistants", "11.9%", "4.5%", "7.4%"],
  ["registered-nurses", "5%", "2.8%", "2.1%"],
])("%s: of those who leave each year some stop and some change occupation", async (slug, ...rates) => {
  const { profile, all } = await found(slug);
  const measures = ["leaving_rate", "leaving_rate_exit", "leaving_rate_transfer"];
  const textOf = (figures: typeof all) =>
    measures.map((measure) => {
      const figure = figures.find((candidate) => candidate.measure === measure);
      return figure && figureText(figure);
    });
  expect(textOf(profile.figures)).toEqual(rates);
  expect(textOf(all)).toEqual(["10.6%", "4.7%", "5.9%"]);
});

test("the sample of 26 is said beside the schooling that is required", async () => {
  expect(certaintyText((await found(secretaries)).profile)).toContain("Only 26 workers were asked");
});

test("names, programs, and careers near it", async () => {
  const { titles, programs, near, pairs, profile } = await found(secretaries);
  expect(titles.items.length).toBeGreaterThan(20);
  expect(new Set(titles.items).size).toBe(titles.items.length);
  expect(programs.items).toContain("Medical Reception/Receptionist");
  expect(near.length).toBeGreaterThan(10);
  expect(comparisonsWorthMaking(profile, near, []).length).toBeGreaterThanOrEqual(3);
  expect(near.every(({ figures }) => figures.every(({ source }) => source.name !== ""))).toBe(true);
  expect(pairs.length).toBeGreaterThan(0);
});

test("pay near it is that of the place, after prices where the page is", async () => {
  const of = (career: Awaited<ReturnType<typeof found>>) =>
    career.near
      .find(({ role }) => role.slug === "medical-assistants")
      ?.figures.find(({ measure }) => measure === "annual_wage_median");
  const [nation, ohio, real] = [
    await found(secretaries),
    await found(secretaries, "US-OH"),
    await found(secretaries, "US-OH", true),
  ].map(of);
  expect([nation?.area, ohio?.area, real?.area]).toEqual(["US", "US-OH", "US-OH"]);
  expect(Number(real?.value)).toBeGreaterThan(Number(ohio?.value));
  expect(real?.method).toBe("derived");
});

test("work paid by the hour alone is ranked by the hour", async () => {
  const { hourlyStates } = await found("actors");
  expect(hourlyStates?.unit).toBe("dollars an hour");
  const [best] = sortedPlaces(hourlyStates?.places ?? [], "pay");
  expect(best).toMatchObject({ rank: 1, median: expect.any(Number) });
  expect((await found(secretaries)).hourlyStates).toBeUndefined();
  expect((await foundPlaces("actors", "state")).unit).toBe("dollars an hour");
});

test("all states and DC are listed, and the metro areas with a figure", async () => {
  for (const slug of [secretaries, "actors", "infantry", "airline-pilots-copilots-and-flight-engineers"])
    expect((await foundPlaces(slug, "state")).places, slug).toHaveLength(51);
  const metros = (await foundPlaces(secretaries, "metro")).places;
  expect(metros.length).toBeGreaterThan(380);
  const profile = (await found(secretaries)).profile;
  const ranked = sortedPlaces(metros, "pay").filter(({ rank }) => rank !== null);
  expect(ranked.map(({ area, median }) => [area, median])).toEqual(
    profile.lists.metros.map(({ area, value }) => [area, value]),
  );
});

test("a place without a figure names the nearest larger area that has one", async () => {
  const { profile, larger } = await found("prosthodontists", "cbsa-41740");
  const [nearest] = profile.nearest;
  expect(larger.map(({ code }) => code)).toContain(nearest?.area);
});

test("unknown careers and places", async () => {
  for (const slug of ["wizards", "\0", "a".repeat(10_000), "ä", ""])
    expect(await careerOf(slug, { area: "US", isReal: false }), slug).toEqual({ fault: "unknown" });
  for (const area of ["US-ZZ", "\0", "a".repeat(10_000), "' or 1=1"]) {
    expect(await careerOf(secretaries, { area, isReal: true })).toEqual({ fault: "unknown_area", area });
    expect(await placesOf(secretaries, "metro", { area, isReal: true })).toEqual({ fault: "unknown_area" });
  }
  expect(await placesOf("wizards", "state", { area: "US", isReal: false })).toEqual({ fault: "unknown" });
});

test("every role has a title and a description of its own, and markup of official figures alone", async () => {
  const slugs = (await allRoles()).map(({ slug }) => slug);
  expect(slugs.length).toBeGreaterThan(890);
  const titles = new Map<string, string>();
  const descriptions = new Map<string, string>();
  for (let i = 0; i < slugs.length; i += 25)
    for (const profile of await profilesOf(slugs.slice(i, i + 25), NATION)) {
      if (!profile) throw new Error("a role without a profile");
      const { slug } = profile.role;
      const [title, description] = [careerTitle(profile, false), careerDescription(profile, false)];
      expect(titles.get(title), title).toBeUndefined();
      expect(descriptions.get(description), description).toBeUndefined();
      titles.set(title, slug);
      descriptions.set(description, slug);
      expect(title.length, title).toBeLessThan(160);
      expect(description).not.toMatch(/undefined|null|NaN|\$\.|\s\s/);
      const median = figureOf(profile, "annual_wage_median");
      if (median && typeof median.value === "number") expect(description).toContain(figureText(median));
      const markup = occupationLd(profile, "https://crossroads.example/", false);
      const salaries = (markup?.estimatedSalary ?? []) as { duration: string; median: number }[];
      expect(salaries.find(({ duration }) => duration === "P1Y")?.median).toBe(
        typeof median?.value === "number" ? median.value : undefined,
      );
      expect(occupationLd(profile, "https://crossroads.example/", true)).not.toHaveProperty(
        "estimatedSalary",
      );
    }
});

test("an editor's correction stands on the page, in the lists, and beside near careers", async () => {
  const createdAt = new Date();
  const correction = { subject: "43-6013", action: "correct", source: "A union", reason: "x" } as const;
  await (await connection()).transaction((tx) =>
    tx.insert(corrections).values(
      [
        { measure: "annual_wage_median", area: "US-OH", value: 123_456 },
        { measure: "annual_wage_median", area: "US", value: 234_567 },
      ].map((figure) => ({
        ...correction,
        ...figure,
        ...{ id: uuidv7(), sourceUrl: "", vintage: "2025", personId: "x", createdAt },
      })),
    ),
  );
  const ohio = (await foundPlaces(secretaries, "state")).places.find(({ area }) => area === "US-OH");
  expect(ohio).toMatchObject({ median: 123_456, corrected: "A union" });
  const near = (await found("receptionists-and-information-clerks")).near.find(
    ({ role }) => role.slug === secretaries,
  );
  expect(near?.figures.find(({ measure }) => measure === "annual_wage_median")).toMatchObject({
    value: 234_567,
    method: "corrected",
  });
});

test("reasons are those that an operator loaded, and a member of a merged occupation has the merged one's", async () => {
  const of = async (slug: string) => {
    const { reasons, profile } = await found(slug);
    return { ...reasons, group: profile.occupation?.mergedInto?.soc };
  };
  expect((await of("buyers-and-purchasing-agents")).items).toEqual([]);
  expect((await of("buyers-and-purchasing-agents")).origins).toEqual([]);
  const text =
    "soc,kind,text,industry\n13-1020,reason,More is bought.,Farms\n13-1020,reason,More is bought.,Mills\n";
  const report = { files: [], rowsKept: { occupation_texts: 2 }, rowsSkipped: {} };
  const tables = [{ table: "occupation_texts" as const, text }];
  await storeReleases(await connection(), [{ dataset: "ep-reasons", tables, report }], () => {});
  const items = [{ text: "More is bought.", industries: ["Farms", "Mills"] }];
  const group = await of("buyers-and-purchasing-agents");
  expect(group).toMatchObject({ items, group: undefined });
  expect(group.origins.map(({ source, vintage }) => [source.id, vintage])).toEqual([["ep", "2024–34"]]);
  expect(await of("wholesale-and-retail-buyers-except-farm-products")).toMatchObject({
    items,
    group: "13-1020",
  });
  const other = await found("actors");
  expect(other.reasons.items).toEqual([]);
  expect([...other.descriptions.items, ...other.tasks.items]).toEqual([]);
});
