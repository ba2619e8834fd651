import { describe, expect, test } from "vitest";
import { foldedWords, foldText } from "./fold-text";
import {
  countText,
  filtersOf,
  floorCents,
  isCity,
  searchAddress,
  searchOf,
  soughtPlace,
  termsOf,
} from "./posting-search";

describe("searchOf", () => {
  test("reads words, place, pay and page", () => {
    const search = searchOf({ words: " nurse ", place: "Oregon", pay: "$60k", page: "3" });
    expect(search).toEqual({
      words: "nurse",
      place: "Oregon",
      payFloor: { amount: 60000, unit: "year" },
      page: 3,
      typedPay: "$60k",
    });
    expect(searchAddress(search)).toBe("/jobs?words=nurse&place=Oregon&pay=60000&page=3");
  });

  test("an address and its search lead to each other", () => {
    for (const params of [{}, { words: "a&b=c" }, { place: "Cañon City" }, { pay: "24.5" }, { page: "2" }]) {
      const search = searchOf(params);
      const address = new URL(searchAddress(search), "http://here");
      expect(searchAddress(searchOf(Object.fromEntries(address.searchParams)))).toBe(searchAddress(search));
    }
  });

  test("a small amount is pay by the hour, and counts for 2,080 hours a year", () => {
    const { payFloor } = searchOf({ pay: "25" });
    expect(payFloor).toEqual({ amount: 25, unit: "hour" });
    expect(payFloor && floorCents(payFloor)).toBe(5_200_000);
  });

  test("pay that is no amount is kept as typed and said", () => {
    const search = searchOf({ pay: "lots" });
    expect(search).toMatchObject({ payFloor: null, typedPay: "lots" });
    expect(search.payError).toMatch(/^Enter an amount/);
  });

  test("hostile and broken parameters are a search like any other", () => {
    expect(searchOf({ words: ["a", "b"], page: "-1" })).toMatchObject({ words: "a", page: 1 });
    expect(searchOf({ words: "x".repeat(100_000), page: "9999999" })).toMatchObject({ page: 1 });
    expect(searchOf({ words: "x".repeat(100_000) }).words).toHaveLength(120);
    expect(searchOf({ words: "a\0\u202Eb" }).words).toBe("a b");
    expect(termsOf("%_'\"; drop table")).toEqual([["drop"], ["table"]]);
  });
});

describe("a search in words", () => {
  const search = searchOf({ words: "nurse", place: "Oregon", pay: "60000" });
  test("says how many and which filters", () => {
    expect(countText(3, search)).toBe("3 open jobs for “nurse” in “Oregon” paying $60,000 a year or more");
    expect(countText(1, searchOf({ place: "Ohio" }))).toBe("1 open job in “Ohio”");
    expect(countText(0, searchOf({ pay: "24.5" }))).toBe("No open jobs paying $24.50 an hour or more");
    expect(countText(1200, searchOf({}))).toBe("1,200 open jobs");
  });
  test("each filter can be left out alone, from the first page on", () => {
    expect(filtersOf({ ...search, page: 4 }).map(({ without }) => searchAddress(without))).toEqual([
      "/jobs?place=Oregon&pay=60000",
      "/jobs?words=nurse&pay=60000",
      "/jobs?words=nurse&place=Oregon",
    ]);
  });
});

describe("soughtPlace", () => {
  test.each([
    ["", { kind: "anywhere" }],
    ["USA", { kind: "anywhere" }],
    ["Remote", { kind: "remote" }],
    ["oregon", { kind: "place", city: [], state: "US-OR" }],
    ["OR", { kind: "place", city: [], state: "US-OR" }],
    ["Portland, OR", { kind: "place", city: ["portland"], state: "US-OR" }],
    ["Portland Oregon", { kind: "place", city: ["portland"], state: "US-OR" }],
    ["Charleston, West Virginia", { kind: "place", city: ["charleston"], state: "US-WV" }],
    ["Kansas City", { kind: "place", city: ["kansas", "city"], state: null }],
    ["Kansas City, MO", { kind: "place", city: ["kansas", "city"], state: "US-MO" }],
    ["New York", { kind: "place", city: [], state: "US-NY" }],
    ["Washington, D.C.", { kind: "place", city: ["washington"], state: "US-DC" }],
    ["Washington DC", { kind: "place", city: ["washington"], state: "US-DC" }],
  ])("%s", (typed, sought) => expect(soughtPlace(typed)).toEqual(sought));

  test("a city is found without its accents, and by the beginnings of its words", () => {
    expect(isCity("Cañon City", foldedWords("canon"))).toBe(true);
    expect(isCity("Canon City", foldedWords("CAÑON city"))).toBe(true);
    expect(isCity("Portland", foldedWords("port"))).toBe(true);
    expect(isCity("Portland", foldedWords("land"))).toBe(false);
  });
});

test("text is folded to what search texts hold", () => {
  expect(foldText("  Ångström\tCAFÉ ")).toBe("angstrom cafe");
  expect(termsOf("Nurses")).toEqual([["nurses", "nurse"]]);
});
