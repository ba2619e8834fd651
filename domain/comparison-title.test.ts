import { expect, test } from "vitest";
import { type Area, NATION } from "./area";
import { compare } from "./comparison";
import { comparisonTitle } from "./comparison-title";
import type { Profile } from "./profile";

const profile = (
  slug: string,
  singular: string,
  title: string,
  kind: "occupation" | "title" = "occupation",
) =>
  ({
    role: { slug, singular, plural: `${singular}s`, article: "an", kind },
    occupation: { soc: "47-2111", title, mergedInto: null },
    figures: [],
    titleFigures: [],
  }) as unknown as Profile;

const california: Area = { code: "US-CA", name: "California", kind: "state" };
const actors = profile("actors", "actor", "Actors");
const electricians = profile("electricians", "electrician", "Electricians");

test("a title names both, and the place where it is not the nation", () => {
  const pair = [actors, electricians];
  expect(comparisonTitle(compare(pair, NATION))).toBe(
    "Actor vs electrician: pay, outlook, schooling, skills",
  );
  expect(comparisonTitle(compare(pair, california))).toBe("Actor vs electrician: pay in California");
  expect(comparisonTitle({ ...compare(pair, california), adjusted: true })).toBe(
    "Actor vs electrician: pay in California, adjusted for prices",
  );
});

test("a job title of its own occupation's name does not repeat that occupation's titles", () => {
  const namesake = profile("electrician", "electrician", "Electricians", "title");
  expect(comparisonTitle(compare([actors, namesake], NATION))).toMatch(
    /^Actor vs electrician \(job title\):/,
  );
  const standsForIt = profile("electricians", "electrician", "Electricians", "title");
  expect(comparisonTitle(compare([actors, standsForIt], NATION))).toMatch(/^Actor vs electrician:/);
});
