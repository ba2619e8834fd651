import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { schoolingRank } from "./schooling";
import { inWayOrder } from "./way-order";
import {
  experienceRank,
  limitOf,
  schoolingOf,
  unchosenText,
  wayAddress,
  wayOptions,
  wayViewOf,
} from "./way-view";

const plain = { area: "US", isReal: false, schooling: null, sort: "gain", steps: null, page: 1 };

describe("the view that an address asks for", () => {
  test("is plain without options, and keeps those it knows", () => {
    expect(wayViewOf({})).toEqual({ view: plain, notUnderstood: [] });
    const asked = { area: "US-CA", real: "1", schooling: "certificate", sort: "jobs", steps: "2", page: "3" };
    const { view, notUnderstood } = wayViewOf(asked);
    expect(notUnderstood).toEqual([]);
    expect(wayOptions(view)).toEqual(asked);
    expect(wayAddress("bakers", view)).toBe(
      "/careers/bakers/next?area=US-CA&real=1&schooling=certificate&sort=jobs&steps=2&page=3",
    );
    expect(wayAddress("bakers", wayViewOf({}).view)).toBe("/careers/bakers/next");
  });
  test("leaves out what it does not understand, and says so of choices", () => {
    expect(wayViewOf({ schooling: "phd", sort: "toString", steps: "4", page: "-1", real: "yes" })).toEqual({
      view: plain,
      notUnderstood: ["schooling", "order"],
    });
    expect(wayViewOf({ page: "7" }).view.page).toBe(1);
    expect(wayViewOf({ steps: "1", page: "1e9" }).view.page).toBe(1);
    expect(wayViewOf({ sort: ["reach", "jobs"], schooling: "__proto__" })).toMatchObject({
      view: { sort: "reach", schooling: null },
      notUnderstood: ["schooling"],
    });
  });
  test("is the same when its address is read again, whatever was asked", () => {
    const text = fc.oneof(fc.string(), fc.constantFrom("any", "jobs", "2", "1", "US-CA", "none"));
    const names = ["area", "real", "schooling", "sort", "steps", "page"];
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...names), text), (asked) => {
        const { view } = wayViewOf(asked);
        expect(wayViewOf(wayOptions(view)).view).toEqual(view);
      }),
    );
  });
});

test("levels have their place, whichever apostrophe they are written with", () => {
  expect(schoolingRank("Bachelor’s degree")).toBe(5);
  expect(schoolingRank("Bachelor's degree")).toBe(5);
  expect(schoolingRank(null)).toBeNull();
  expect(experienceRank("None")).toBe(0);
  expect(experienceRank("5 years or more")).toBe(2);
  expect(schoolingOf(4)).toBe("an associate’s degree");
});

test("without a choice, one degree more than the job asks; with one, that", () => {
  expect([0, 1, 2, 3, 4, 5, 6, 7, null].map((own) => limitOf(null, own))).toEqual([
    4,
    4,
    4,
    4,
    5,
    6,
    null,
    null,
    null,
  ]);
  expect(limitOf("certificate", 7)).toBe(3);
  expect(limitOf("any", 0)).toBeNull();
  expect(unchosenText(6)).toBe("Up to one degree more");
  expect(unchosenText(null)).toBe("Any schooling");
});

describe("the order of a list", () => {
  const ending = (
    slug: string,
    order: number | null,
    jobs: number | null,
    missing: number,
    isHourly = false,
  ) => ({
    slug,
    jobs,
    missing,
    change:
      order === null
        ? { unit: null, why: "" }
        : {
            unit: isHourly ? "dollars an hour" : "dollars a year",
            relation: { relation: "b_higher" as const },
            order,
          },
  });
  const list = [
    ending("unknown", null, 900, 0.1),
    ending("hourly", 9, 20, Number.POSITIVE_INFINITY, true),
    ending("less", -500, null, 0),
    ending("more", 700, 20, 0.3),
    ending("most", 900, 10, 0.5),
  ];
  const slugs = (sort: "gain" | "reach" | "jobs") => inWayOrder(list, sort).map(({ slug }) => slug);
  test("goes by gain in one unit, then the other, then what is not known", () => {
    expect(slugs("gain")).toEqual(["most", "more", "less", "hourly", "unknown"]);
  });
  test("goes by the skills that are missing at the hardest step", () => {
    expect(slugs("reach")).toEqual(["less", "unknown", "more", "most", "hourly"]);
  });
  test("goes by jobs, those without a figure last", () => {
    expect(slugs("jobs")).toEqual(["unknown", "more", "hourly", "most", "less"]);
  });
});
