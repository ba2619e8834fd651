import { expect, test } from "vitest";
import { type Area, NATION, placePhrase } from "./area";

test.each([
  ["US-CA", "California", "state", "in California"],
  ["US-DC", "District of Columbia", "state", "in the District of Columbia"],
  ["US-PR", "Puerto Rico", "territory", "in Puerto Rico"],
  ["cbsa-41740", "San Diego-Chula Vista-Carlsbad, CA", "metro", "in the San Diego area"],
  ["cbsa-49180", "Winston-Salem, NC", "metro", "in the Winston-Salem area"],
  ["cbsa-42540", "Scranton--Wilkes-Barre, PA", "metro", "in the Scranton area"],
  ["cbsa-31140", "Louisville/Jefferson County, KY-IN", "metro", "in the Louisville area"],
  ["cbsa-38900", "Portland-Vancouver-Hillsboro, OR-WA", "metro", "in the Portland area of Oregon"],
  ["nonmetro-0200001", "Alaska nonmetropolitan area", "nonmetro", "in the Alaska nonmetropolitan area"],
  ["nonmetro-6600001", "Guam", "nonmetro", "in Guam"],
  ["nonmetro-7800001", "Virgin Islands", "nonmetro", "in the Virgin Islands"],
] as const)("%s, %s, is said as a place", (code, name, kind, phrase) => {
  expect(placePhrase({ code, name, kind } satisfies Area)).toBe(phrase);
});

test("the nation is a place too, where another area is spoken of", () => {
  expect(placePhrase(NATION)).toBe("in the United States");
});
