import { describe, expect, test } from "vitest";
import {
  PLACES_A_PAGE,
  type PlaceEntry,
  pageOf,
  placeListAddress,
  placeListOf,
  placesCsv,
  sortedPlaces,
  standingText,
} from "./place-list";

const place = (name: string, median: number | null, employment: number | null): PlaceEntry => ({
  ...{ area: `US-${name}`, name, median, employment, corrected: null },
});
const places = [
  place("A", 50_000, 99),
  place("B", 40_000, 100),
  place("C", 45_000, 900),
  place("D", null, 5_000),
  place("E", 45_000, 800),
  place("F", 60_000, null),
];
const names = (sort: "pay" | "jobs" | "name") =>
  sortedPlaces(places, sort)
    .map(({ name }) => name)
    .join("");

describe("the list of places", () => {
  test("by pay ranks those with enough jobs, ties sharing a rank", () => {
    expect(names("pay")).toBe("CEBFAD");
    expect(sortedPlaces(places, "pay").map(({ rank }) => rank)).toEqual([1, 1, 3, null, null, null]);
    expect(names("jobs")).toBe("DCEBAF");
    expect(names("name")).toBe("ABCDEF");
  });
  test("says where one place stands, and nothing of one that is not ranked", () => {
    const sorted = sortedPlaces(places, "name");
    expect(standingText(sorted, "US-B", "state")).toBe(
      "B is number 3 by median pay of the 3 states and DC that are ranked.",
    );
    for (const code of ["US-A", "US-D", "US", ""])
      expect(standingText(sorted, code, "state")).toBeUndefined();
  });
  test("gives the last page where a later one is asked for", () => {
    const list = Array.from({ length: PLACES_A_PAGE + 1 }, (_, i) => i);
    expect(pageOf(list, 9999)).toEqual({ shown: [PLACES_A_PAGE], page: 2, pages: 2 });
    expect(pageOf([], 3)).toEqual({ shown: [], page: 1, pages: 1 });
  });
  test.each([
    [{}, { kind: "state", sort: "pay", page: 1 }],
    [
      { kind: "city", sort: "-pay", page: "-1" },
      { kind: "state", sort: "pay", page: 1 },
    ],
    [
      { kind: ["metro", "state"], sort: "jobs", page: "2" },
      { kind: "metro", sort: "jobs", page: 2 },
    ],
    [{ page: "99999999999999999999" }, { page: 1 }],
    [
      { page: "1e3", sort: "a".repeat(10_000) },
      { page: 1, sort: "pay" },
    ],
  ])("reads %j", (asked, view) => {
    expect(placeListOf(asked)).toMatchObject(view);
  });
  test("has one address a view", () => {
    expect(placeListAddress("bakers", placeListOf({}))).toBe("/careers/bakers/places");
    const view = placeListOf({ kind: "metro", sort: "name", page: "3", area: "US-CA", real: "1" });
    expect(placeListAddress("bakers", view)).toBe(
      "/careers/bakers/places?kind=metro&sort=name&page=3&area=US-CA&real=1",
    );
    expect(placeListAddress("bakers", view, "/table.csv")).not.toContain("page");
  });
  test("is taken away whole, with its source and what is missing", () => {
    const origin = {
      source: { id: "oews", name: "OEWS", release: "May 2025", url: "https://x" },
      vintage: "",
    };
    const list = {
      places: [...places, { ...place("=G", 1, 1), corrected: "A union" }],
      unit: "dollars a year",
      origin,
    } as const;
    const lines = placesCsv({ ...list, places: [...list.places] }, "name", "baker", true)
      .trim()
      .split("\r\n");
    expect(lines).toHaveLength(8);
    expect(lines[0]).toBe("career,code,place,median,unit,jobs,rank,missing,source,release,address");
    expect(lines.find((line) => line.includes(",US-D,"))).toBe(
      'baker,US-D,D,,"dollars a year, after prices there",5000,,No published median,OEWS,May 2025,https://x',
    );
    expect(lines.some((line) => line.includes("'=G") && line.includes("A union"))).toBe(true);
  });
});
