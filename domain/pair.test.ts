import { expect, test } from "vitest";
import { canonicalPair, comparisonPath, isSlug, parsePair, pickerPath } from "./pair";

test.each([
  ["a", "one_role"],
  ["", "one_role"],
  ["a-vs-", "one_role"],
  ["a-vs-a", "same_role"],
  ["a-vs-b-vs-c-vs-d-vs-e", "too_many"],
  ["a-vs-b", null],
  ["a-vs-b-vs-c-vs-d", null],
])("%s: %s", (address, fault) => {
  expect(parsePair(address).fault).toBe(fault);
});

test("a curated pair keeps its editor's order whichever way it is asked for; others are alphabetical", () => {
  const curated = [{ a: "patient-service-coordinator", b: "patient-liaison" }];
  const expected = "patient-service-coordinator-vs-patient-liaison";
  expect(canonicalPair(["patient-liaison", "patient-service-coordinator"], curated)).toBe(expected);
  expect(canonicalPair(["patient-service-coordinator", "patient-liaison"], curated)).toBe(expected);
  expect(canonicalPair(["nurse", "cook"], curated)).toBe("cook-vs-nurse");
});

test("a comparison and the picker keep the options of the address", () => {
  const options = { area: "US-CA", real: "1" };
  expect(comparisonPath(["nurse", "cook"], [], options)).toBe("/compare/cook-vs-nurse?area=US-CA&real=1");
  expect(comparisonPath(["nurse", "cook"], [])).toBe("/compare/cook-vs-nurse");
  expect(pickerPath(["cook", "nurse"], { replace: "b" }, options)).toBe(
    "/compare?a=cook&b=nurse&area=US-CA&real=1&replace=b#b",
  );
  expect(pickerPath(["cook"], { add: "b" })).toBe("/compare?a=cook&add=b#b");
});

test.each(["", "Actors", "a.b", "%00", "\u0000", "a".repeat(161), ["a"], undefined, 1])(
  "%j is no slug",
  (text) => {
    expect(isSlug(text)).toBe(false);
  },
);
