import { expect, test } from "vitest";
import { CreateEmployer, employerSlug, readSizeByState } from "./employer";

const form = {
  key: "0193fb3e-7c1a-4000-8000-000000000001",
  name: "Bay Care",
  site: "baycare.example.org",
  about: "Home care in the Bay Area.",
  size: "1,200",
  sizeByState: "California 1,000\r\nnv: 12",
};
const problemsOf = (change: Record<string, unknown>) => {
  const { error } = CreateEmployer.safeParse({ ...form, ...change });
  return Object.fromEntries((error?.issues ?? []).map(({ path, message }) => [String(path[0]), message]));
};

test("a whole form is read", () => {
  expect(CreateEmployer.parse(form)).toMatchObject({
    site: "https://baycare.example.org/",
    size: 1200,
    sizeByState: { "US-CA": 1000, "US-NV": 12 },
  });
});

test.each<[string, Record<string, unknown>, string, RegExp]>([
  ["no name", { name: " " }, "name", /Enter the name/],
  ["a name of signs", { name: "<><>" }, "name", /Enter the name/],
  ["a turned name", { name: "Acme\u202e" }, "name", /hidden/],
  ["a script as site", { site: "javascript:alert(1)" }, "site", /https/],
  ["no account of itself", { about: "" }, "about", /what the employer does/],
  ["no size", { size: "" }, "size", /how many people/],
  ["a size in words", { size: "many" }, "size", /whole number/],
  ["more in the states than in all", { size: "5" }, "sizeByState", /add up to 1,012 people, more than the 5/],
  ["a state that is none", { sizeByState: "Atlantis 5" }, "sizeByState", /Atlantis 5/],
  ["a state twice", { sizeByState: "CA 5\nCalifornia 6" }, "sizeByState", /California once/],
  ["an unknown field", { verifiedAt: "now" }, "undefined", /does not belong/],
])("%s is refused beside its field", (_, change, field, words) => {
  expect(problemsOf(change)[field]).toMatch(words);
});

test("states of two words are read by name", () => {
  expect(readSizeByState("West Virginia 3\nNew York: 1,500\nUS-DC 2")).toEqual({
    value: { "US-WV": 3, "US-NY": 1500, "US-DC": 2 },
  });
});

test("a slug is the first that is free", () => {
  expect(employerSlug("Bay Care", new Set())).toBe("bay-care");
  expect(employerSlug("Bay Care", new Set(["bay-care", "bay-care-2"]))).toBe("bay-care-3");
  expect(employerSlug("株式会社", new Set())).not.toBe("");
});
