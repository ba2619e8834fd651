import { expect, test } from "vitest";
import { canonicalPair, parsePair } from "./pair";

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
