import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  alikeBar,
  countWays,
  FIRST_DEGREE,
  type Link,
  mayStep,
  type Stop,
  type Way,
  type WayMap,
  waysFrom,
} from "./way";

const job = (change: Partial<Stop> = {}): Stop => ({
  zone: 3,
  schooling: 1,
  experience: 0,
  pay: 40_000,
  ...change,
});
const link = (change: Partial<Link> = {}): Link => ({ to: 1, related: 1, share: 0.8, ...change });

describe("one job may follow another", () => {
  test.each<[string, boolean, Partial<Stop>, Partial<Stop>, Partial<Link>, (number | null)?]>([
    ["related and near in skills", true, {}, {}, {}],
    ["at half of the skills", true, {}, {}, { share: 0.5 }],
    ["below half of the skills", false, {}, {}, { share: 0.49 }],
    ["related, not rated", true, {}, {}, { share: null }],
    ["alike, not rated", false, {}, {}, { share: null, related: null }],
    ["alike and near in skills", true, {}, {}, { related: null }],
    ["alike, but experience is asked", false, {}, { experience: 1 }, { related: null }],
    [
      "alike, and whether experience is asked is not known",
      false,
      {},
      { experience: null },
      { related: null },
    ],
    ["alike, but a degree is asked", false, {}, { schooling: FIRST_DEGREE }, { related: null }],
    ["related, and experience is asked", true, {}, { experience: 2 }, {}],
    ["one zone up", true, { zone: 3 }, { zone: 4 }, {}],
    ["two zones up", false, { zone: 2 }, { zone: 4 }, {}],
    ["three zones down", true, { zone: 5 }, { zone: 2 }, {}],
    ["zone unknown, the same schooling", true, { zone: null }, {}, {}],
    ["zone unknown, more schooling", false, {}, { zone: null, schooling: 2 }, {}],
    ["zone and schooling unknown", false, {}, { zone: null, schooling: null }, {}],
    ["within the limit", true, {}, { schooling: 3 }, {}, 3],
    ["over the limit", false, {}, { schooling: 4 }, {}, 3],
    ["unknown schooling under a limit", false, {}, { schooling: null }, {}, 6],
    ["unknown schooling under none", true, {}, { schooling: null }, {}, null],
  ])("%s: %s", (_, may, from, to, by, limit = null) => {
    expect(mayStep(job(from), job(to), link(by), limit)).toBe(may);
  });
});

/** Every way of one to three steps, by trying all. */
function everyWay({ stops, links }: WayMap, start: number, limit: number | null): number[][] {
  const found: number[][] = [];
  const go = (way: number[]) => {
    const at = way.at(-1) ?? start;
    for (const link of links[at] ?? []) {
      const [from, to] = [stops[at], stops[link.to]];
      if (!from || !to || link.to === start || way.includes(link.to) || !mayStep(from, to, link, limit))
        continue;
      found.push([...way, link.to]);
      if (way.length < 2) go([...way, link.to]);
    }
  };
  go([]);
  return found;
}

/** What a way asks, added up from its stops in another way than the search does. */
function costOf({ stops, links }: WayMap, start: number, way: number[]): Way["cost"] {
  const worst = (values: (number | null | undefined)[]) =>
    Math.max(0, ...values.map((value) => value ?? Number.POSITIVE_INFINITY));
  const shares = way.map((to, i) => links[way[i - 1] ?? start]?.find((link) => link.to === to)?.share);
  const pays = way.slice(0, -1).map((stop) => stops[stop]?.pay);
  const own = stops[start]?.pay ?? null;
  return {
    steps: way.length,
    missing: worst(shares.map((share) => (share == null ? null : 1 - share))),
    schooling: worst(way.map((stop) => stops[stop]?.schooling)),
    experience: worst(way.map((stop) => stops[stop]?.experience)),
    loss: worst(pays.map((pay) => (pay == null || own === null ? null : own - pay))),
  };
}

const parts = ["steps", "missing", "schooling", "experience", "loss"] as const;
const isMatched = (a: Way["cost"], b: Way["cost"]) => parts.every((part) => a[part] <= b[part]);

const orNull = <T>(value: fc.Arbitrary<T>) => fc.option(value, { freq: 5 });
const someMap: fc.Arbitrary<WayMap> = fc.integer({ min: 2, max: 9 }).chain((size) =>
  fc.record({
    stops: fc.array(
      fc.record({
        zone: orNull(fc.integer({ min: 2, max: 4 })),
        schooling: orNull(fc.integer({ min: 0, max: 7 })),
        experience: orNull(fc.integer({ min: 0, max: 2 })),
        pay: orNull(fc.integer({ min: 1, max: 6 }).map((tens) => tens * 10_000)),
      }),
      { minLength: size, maxLength: size },
    ),
    links: fc.array(
      fc.uniqueArray(
        fc.record({
          to: fc.integer({ min: 0, max: size - 1 }),
          related: orNull(fc.integer({ min: 1, max: 20 })),
          share: orNull(fc.integer({ min: 3, max: 10 }).map((tenths) => tenths / 10)),
        }),
        { selector: ({ to }) => to, maxLength: size },
      ),
      { minLength: size, maxLength: size },
    ),
  }),
);
const someLimit = fc.constantFrom(null, 0, 1, 3, 5);

describe("the search, against trying every way on any map", () => {
  test("hides no way that is better in anything than all that it keeps", () => {
    fc.assert(
      fc.property(someMap, someLimit, (map, limit) => {
        const kept = waysFrom(map, 0, limit);
        for (const way of everyWay(map, 0, limit)) {
          const cost = costOf(map, 0, way);
          const same = kept.get(way.at(-1) ?? -1) ?? [];
          expect(same.some((other) => isMatched(other.cost, cost))).toBe(true);
        }
      }),
      { numRuns: 2000 },
    );
  });
  test("keeps true ways alone, each with what it asks, and none that another is as good as", () => {
    fc.assert(
      fc.property(someMap, someLimit, (map, limit) => {
        const all = new Set(everyWay(map, 0, limit).map((way) => way.join()));
        for (const [to, ways] of waysFrom(map, 0, limit))
          for (const way of ways) {
            expect(all.has(way.stops.join())).toBe(true);
            expect(way.stops.at(-1)).toBe(to);
            expect(way.cost).toEqual(costOf(map, 0, way.stops));
            for (const stop of way.stops)
              if (limit !== null) expect(map.stops[stop]?.schooling ?? 99).toBeLessThanOrEqual(limit);
            for (const other of ways) if (other !== way) expect(isMatched(other.cost, way.cost)).toBe(false);
          }
      }),
      { numRuns: 2000 },
    );
  });
  test("counts every way", () => {
    fc.assert(
      fc.property(someMap, someLimit, (map, limit) => {
        expect(countWays(map, 0, limit)).toBe(everyWay(map, 0, limit).length);
      }),
    );
  });
});

test("the first way to a job is the shortest, and a start that is not there leads nowhere", () => {
  const stops = [job(), job(), job()];
  const links = [[link({ to: 1, share: 1 }), link({ to: 2, share: 0.6 })], [link({ to: 2, share: 1 })], []];
  expect(
    waysFrom({ stops, links }, 0, null)
      .get(2)
      ?.map((way) => way.stops),
  ).toEqual([[2], [1, 2]]);
  expect(waysFrom({ stops, links }, 7, null).size).toBe(0);
});

test("the bar of likeness is that of the closest quarter", () => {
  expect(alikeBar([4, 1, 3, 2])).toBe(4);
  expect(alikeBar(Array.from({ length: 100 }, (_, i) => i))).toBe(75);
  expect(alikeBar([])).toBe(Number.POSITIVE_INFINITY);
});
