import fc from "fast-check";
import { expect, test } from "vitest";
import { apiAddress, NATIONAL_VIEW, readPay, viewAddress, viewOf, viewQuery } from "./comparison-view";

test.each([
  ["$60,000", 60_000],
  ["60000", 60_000],
  ["60k", 60_000],
  ["$62.5K", 62_500],
  ["0", undefined],
  ["-5", undefined],
  ["1e9", undefined],
  ["100000001", undefined],
  ["sixty", undefined],
  ["k", undefined],
  ["", undefined],
])("pay %j is %j", (typed, expected) => expect(readPay(typed)).toBe(expected));

test("the nation and nothing more is the plain address", () => {
  expect(viewOf({})).toMatchObject(NATIONAL_VIEW);
  expect(viewAddress("a-vs-b", NATIONAL_VIEW)).toBe("/compare/a-vs-b");
  expect(viewOf({ area: "", real: "yes", diff: "0", pay: "much" })).toMatchObject(NATIONAL_VIEW);
});

test("what was typed for pay is kept, cut where it is too long", () => {
  expect(viewOf({ pay: "much" }).payTyped).toBe("much");
  expect(viewOf({ pay: "9".repeat(10_000) }).payTyped).toHaveLength(200);
  expect(viewOf({ area: ["US-CA", "US-TX"] }).area).toBe("US-CA");
});

test("an address written from a view asks for that view", () => {
  const views = fc.record({
    area: fc.constantFrom("US", "US-CA", "cbsa-41740", "nonmetro-0100001", "a b&c"),
    isReal: fc.boolean(),
    onlyDifferences: fc.boolean(),
    isJobsMap: fc.boolean(),
    ownPay: fc.option(fc.integer({ min: 1, max: 100_000_000 })),
  });
  fc.assert(
    fc.property(views, (view) => {
      expect(viewOf(Object.fromEntries(new URLSearchParams(viewQuery(view))))).toMatchObject(view);
    }),
  );
});

test("a program is led to the same rows, and not told what a reader earns", () => {
  const view = { area: "US-CA", isReal: true, onlyDifferences: true, isJobsMap: true, ownPay: 60_000 };
  expect(apiAddress(["a", "b"], view)).toBe("/api/v1/compare?roles=a,b&area=US-CA&real=1&diff=1");
  expect(apiAddress(["a", "b"], NATIONAL_VIEW)).toBe("/api/v1/compare?roles=a,b");
});
