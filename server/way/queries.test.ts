import { and, eq, inArray } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadBundleIfNeeded } from "@/data/import/bundle";
import { connection } from "@/db/client";
import { corrections, wages } from "@/db/schema";
import type { Area } from "@/domain/area";
import type { Figure } from "@/domain/figure";
import { isGain } from "@/domain/pay-change";
import { schoolingRank } from "@/domain/schooling";
import { type SchoolingLimit, schoolingLimits, type WayView, wayViewOf } from "@/domain/way-view";
import { liveReleases } from "@/server/release/queries";
import { type Ground, liveGround, wagesOf } from "./map";
import { type FoundWays, PAGE, waysOf } from "./queries";

let ground: Ground;
beforeAll(async () => {
  const database = await connection();
  await loadBundleIfNeeded(database, () => {});
  ground = await liveGround(database.db, await liveReleases());
});
afterAll(async () => (await connection()).close());

const viewed = (asked: Record<string, string> = {}): WayView => wayViewOf(asked).view;
async function found(slug: string, asked: Record<string, string> = {}): Promise<FoundWays> {
  const answer = await waysOf(slug, viewed(asked));
  if ("fault" in answer) throw new Error(answer.fault);
  return answer;
}
const figure = (figures: readonly Figure[], measure: string) =>
  figures.find((one) => one.measure === measure);
const SECRETARIES = "medical-secretaries-and-administrative-assistants";

/** All that pages show of a start: every list from its first page to its last, as places on the ground. */
async function everyShown(slug: string, asked: Record<string, string>) {
  const lists: { steps: number; ways: number[][]; gains: number[] }[] = [];
  const bySlug = new Map(ground.jobs.map(({ role }, place) => [role.slug, place]));
  const placeOf = (name: string) => bySlug.get(name) as number;
  for (const steps of ["1", "2", "3"]) {
    const list = { steps: Number(steps), ways: [] as number[][], gains: [] as number[] };
    for (let page = 1, total = 1; (page - 1) * PAGE < total; page++) {
      const [shown] = (await found(slug, { ...asked, steps, page: String(page) })).lists;
      total = shown?.total ?? 0;
      for (const way of shown?.ways ?? []) {
        const change = way.steps.at(-1)?.change;
        list.gains.push(change?.unit === "dollars a year" ? change.order : Number.NaN);
        list.ways.push(way.steps.map(({ to }) => placeOf(to.role.slug)));
        for (const other of way.others) list.ways.push(other.map((stop) => placeOf(stop.slug)));
      }
    }
    lists.push(list);
  }
  return lists;
}

/** The rule of a step and the cost of a way, written anew from docs/decisions/0014 and straight from the rows. */
async function facts(area: Area) {
  const [{ db }, live] = [await connection(), await liveReleases()];
  const rows = await db
    .select({ soc: wages.soc, median: wages.annualMedian })
    .from(wages)
    .where(
      and(
        eq(wages.releaseId, live.id(wagesOf(live, area))),
        eq(wages.area, area.code),
        eq(wages.naics, ""),
        inArray(
          wages.soc,
          ground.jobs.map(({ group }) => group.soc),
        ),
      ),
    );
  const pay = new Map(rows.map(({ soc, median }) => [soc, median]));
  const jobs = ground.jobs.map(({ group, national }) => ({
    zone: figure(national, "job_zone")?.value as number | null,
    schooling: schoolingRank(figure(national, "entry_education")?.value),
    experience: ["None", "Less than 5 years", "5 years or more"].indexOf(
      String(figure(national, "work_experience_required")?.value),
    ),
    pay: pay.get(group.soc) ?? null,
  }));
  const links = ground.links.map((list) => new Map(list.map((link) => [link.to, link])));
  const isStep = (a: number, b: number, limit: number | null) => {
    const [from, to, link] = [jobs[a], jobs[b], links[a]?.get(b)];
    if (!from || !to || !link) return false;
    const isNear =
      from.zone != null && to.zone != null
        ? to.zone - from.zone <= 1
        : from.schooling !== null && to.schooling !== null && to.schooling <= from.schooling;
    const isAllowed = limit === null || (to.schooling !== null && to.schooling <= limit);
    const isKnown =
      link.related !== null ||
      (link.share !== null && to.experience === 0 && to.schooling !== null && to.schooling <= 3);
    return isNear && isAllowed && isKnown && (link.share === null || link.share >= 0.5);
  };
  const costOf = (start: number, way: number[]): number[] => {
    const known = (value: number | null | undefined) =>
      value == null || value === -1 ? Number.POSITIVE_INFINITY : value;
    const own = jobs[start]?.pay ?? null;
    return [
      way.length,
      Math.max(
        ...way.map((to, i) => {
          const share = links[way[i - 1] ?? start]?.get(to)?.share;
          return share == null ? Number.POSITIVE_INFINITY : 1 - share;
        }),
      ),
      Math.max(...way.map((to) => known(jobs[to]?.schooling))),
      Math.max(...way.map((to) => known(jobs[to]?.experience))),
      Math.max(
        0,
        ...way.slice(0, -1).map((to) => {
          const there = jobs[to]?.pay ?? null;
          return own === null || there === null ? Number.POSITIVE_INFINITY : own - there;
        }),
      ),
    ];
  };
  return { jobs, isStep, costOf };
}

const STARTS = [
  [SECRETARIES, {}],
  [SECRETARIES, { area: "US-CA", real: "1", schooling: "no-degree" }],
  ["cashiers", { area: "cbsa-41860", schooling: "none" }],
  ["registered-nurses", { area: "US-MS", schooling: "any" }],
  ["buyers-and-purchasing-agents", { area: "US-OH" }],
  ["actors", { schooling: "bachelor" }],
  ["heavy-and-tractor-trailer-truck-drivers", { area: "nonmetro-0100001", schooling: "high-school" }],
] as const;

test.each(STARTS)(
  "trying every way from %s %o finds none better than what the pages show",
  async (slug, asked) => {
    const { area, limit, count } = await found(slug, asked);
    const { isStep, costOf } = await facts(area);
    const start = ground.jobs.findIndex(({ role }) => role.slug === slug);
    const lists = await everyShown(slug, asked);
    const shown = new Map<number, number[][]>();
    for (const { ways } of lists)
      for (const way of ways) {
        for (const [i, to] of way.entries()) expect(isStep(way[i - 1] ?? start, to, limit)).toBe(true);
        const to = way.at(-1) as number;
        shown.set(to, [...(shown.get(to) ?? []), costOf(start, way)]);
      }
    const reached = new Set<number>();
    let all = 0;
    const check = (way: number[]) => {
      all += 1;
      const to = way.at(-1) as number;
      reached.add(to);
      const cost = costOf(start, way);
      const isMatched = (shown.get(to) ?? []).some((other) =>
        other.every((part, i) => part <= (cost[i] ?? 0)),
      );
      if (!isMatched) throw new Error(`hidden: ${way.map((at) => ground.jobs[at]?.role.slug).join(" > ")}`);
    };
    const nextOf = ground.jobs.map((_, a) =>
      (ground.links[a] ?? []).flatMap(({ to }) => (to !== start && isStep(a, to, limit) ? [to] : [])),
    );
    for (const one of nextOf[start] ?? []) {
      check([one]);
      for (const two of nextOf[one] ?? []) {
        check([one, two]);
        for (const three of nextOf[two] ?? []) if (three !== one) check([one, two, three]);
      }
    }
    expect(all).toBe(count.all);
    expect(reached.size).toBe(count.jobs);
    expect([...shown.keys()].sort()).toEqual([...reached].sort());
    expect([...shown.values()].flat().length).toBe(count.kept);
    // By gain, each list falls from its first page to its last.
    for (const { gains } of lists) {
      const known = gains.filter((gain) => !Number.isNaN(gain));
      expect(known).toEqual(known.toSorted((a, b) => b - a));
    }
  },
);

test.each(Object.keys(schoolingLimits) as SchoolingLimit[])(
  "no step asks more schooling than “%s”",
  async (schooling) => {
    const { rank } = schoolingLimits[schooling];
    for (const slug of ["cashiers", "registered-nurses", SECRETARIES, "patient-liaison"]) {
      const { lists, limit } = await found(slug, { schooling });
      expect(limit).toBe(rank);
      for (const { steps } of lists.flatMap(({ ways }) => ways))
        for (const { to } of steps) {
          const asked = schoolingRank(figure(to.figures, "entry_education")?.value);
          if (rank !== null) expect(asked ?? 99, `${slug} ${to.role.slug}`).toBeLessThanOrEqual(rank);
        }
    }
  },
);

describe("what is said of the start and of each step", () => {
  test("a title starts from its occupation, whose figures it inherits", async () => {
    const title = await found("medical-secretary");
    const occupation = await found(SECRETARIES);
    expect(title.occupation?.soc).toBe("43-6013");
    expect(figure(title.start?.figures ?? [], "annual_wage_median")).toMatchObject({
      value: 45_930,
      method: "inherited",
    });
    expect(title.count).toEqual(occupation.count);
    expect(title.lists[0]?.ways.map(({ steps }) => steps.at(-1)?.to.role.slug)).toEqual(
      occupation.lists[0]?.ways.map(({ steps }) => steps.at(-1)?.to.role.slug),
    );
  });
  test("members of a merged code inherit its figures, and are no step from each other", async () => {
    const { start, occupation, lists } = await found("wholesale-and-retail-buyers-except-farm-products", {
      schooling: "any",
    });
    expect(occupation?.mergedInto?.soc).toBe("13-1020");
    expect(start?.joins.length).toBe(3);
    expect(figure(start?.figures ?? [], "annual_wage_median")).toMatchObject({
      value: 77_710,
      method: "inherited",
    });
    const all = await everyShown("wholesale-and-retail-buyers-except-farm-products", { schooling: "any" });
    const group = ground.placeOf("13-1022");
    expect(ground.placeOf("13-1023")).toBe(group);
    for (const { ways } of all) for (const way of ways) expect(way).not.toContain(group);
    expect(lists.length).toBe(3);
  });
  test("openings and requirements are national, pay and jobs local and after prices where asked", async () => {
    const [nation, nominal, real] = [
      await found(SECRETARIES),
      await found(SECRETARIES, { area: "US-CA" }),
      await found(SECRETARIES, { area: "US-CA", real: "1" }),
    ];
    const of = ({ start }: FoundWays, measure: string) => figure(start?.figures ?? [], measure);
    expect(of(nominal, "openings_per_year")).toEqual(of(nation, "openings_per_year"));
    expect(of(nominal, "employment")).toMatchObject({ area: "US-CA", value: 115_050 });
    expect(of(nominal, "annual_wage_median")?.value).toBe(54_490);
    expect(of(real, "annual_wage_median")).toMatchObject({ value: 49_214, method: "derived" });
    expect(real.priceLevel?.level).toBe(110.72);
    expect((await found(SECRETARIES, { real: "1" })).priceLevel).toBeUndefined();
  });
  test("pay by the hour alone is set against pay by the hour, and no gain is named without a common unit", async () => {
    const { lists, start } = await found("actors", { schooling: "any", steps: "1" });
    expect(figure(start?.figures ?? [], "annual_wage_median")).toMatchObject({ value: null });
    for (const { steps } of lists[0]?.ways ?? []) expect(steps[0]?.change.unit).not.toBe("dollars a year");
    const teacher = await found("actors", { schooling: "any" });
    const changes = teacher.lists.flatMap(({ ways }) => ways.flatMap(({ steps }) => steps));
    for (const { to, change } of changes)
      if (figure(to.figures, "hourly_wage_median")?.value === null) expect(isGain(change)).toBe(false);
  });
  test("where a place has no pay of the start, no gain is named", async () => {
    const { start, lists } = await found("prosthodontists", { area: "cbsa-41740", schooling: "any" });
    expect(figure(start?.figures ?? [], "annual_wage_median")).toMatchObject({
      value: null,
      nullReason: "not_published",
    });
    for (const { steps } of lists.flatMap(({ ways }) => ways))
      for (const { change } of steps) expect(change.unit).toBeNull();
  });
  test.each(["infantry", "managers-all-other", "legislators"])(
    "%s: answers, whatever is known",
    async (slug) => {
      const { isDescribed, count, lists } = await found(slug);
      if (slug === "infantry") expect([isDescribed, count.jobs]).toEqual([false, 0]);
      expect(lists.reduce((sum, { total }) => sum + total, 0)).toBe(count.jobs);
    },
  );
  test("unknown roles and places", async () => {
    for (const slug of ["wizards", "\0", "a".repeat(10_000), "ä"])
      expect(await waysOf(slug, viewed())).toEqual({ fault: "unknown" });
    for (const area of ["US-ZZ", "\0", "US CA", "x".repeat(150)])
      expect(await waysOf("bakers", viewed({ area }))).toEqual({ fault: "unknown_area", area });
    expect((await found("registered-nurse")).role.slug).toBe("registered-nurses");
  });
});

test("corrections of pay, jobs and requirements change what is shown, and which steps there are", async () => {
  const before = await found(SECRETARIES, { area: "US-CA", schooling: "no-degree" });
  const nation = await found(SECRETARIES);
  const target = before.lists[0]?.ways[0]?.steps[0]?.to;
  const soc = ground.jobs.find(({ role }) => role.slug === target?.role.slug)?.group.soc ?? "";
  const correct = async (
    measure: string,
    area: string,
    change: { value?: number; text?: string },
    subject = soc,
  ) =>
    (await connection()).transaction((tx) =>
      tx.insert(corrections).values({
        ...{ id: uuidv7(), subject, measure, area, action: "correct", personId: "x", createdAt: new Date() },
        ...{ source: "Survey", sourceUrl: "https://example.org", vintage: "2025", reason: "x" },
        ...change,
      }),
    );
  await correct("annual_wage_median", "US-CA", { value: 400_000 });
  await correct("employment", "US-CA", { value: 7 });
  await correct("annual_wage_median", "US-CA", { value: 30_000 }, "43-6013");
  const paid = await found(SECRETARIES, { area: "US-CA", schooling: "no-degree" });
  const step = paid.lists[0]?.ways[0]?.steps[0];
  expect(step?.to.role.slug).toBe(target?.role.slug);
  expect(step?.change).toMatchObject({ order: 370_000 });
  expect(figure(step?.to.figures ?? [], "employment")).toMatchObject({ value: 7, method: "corrected" });
  expect(figure(paid.start?.figures ?? [], "annual_wage_median")).toMatchObject({ value: 30_000 });
  // Elsewhere nothing changes.
  expect((await found(SECRETARIES)).lists).toEqual(nation.lists);
  await correct("entry_education", "US", { text: "Master's degree" });
  const asked = await found(SECRETARIES, { area: "US-CA", schooling: "no-degree" });
  const all = asked.lists.flatMap(({ ways }) => ways.flatMap(({ steps }) => steps));
  expect(all.some(({ to }) => to.role.slug === target?.role.slug)).toBe(false);
});
