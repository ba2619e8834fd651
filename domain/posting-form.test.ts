import { expect, test } from "vitest";
import { endOf } from "./posting";
import {
  centsText,
  changesOf,
  closingFault,
  factsOf,
  lackingOf,
  lastClosing,
  type PostingFacts,
  readDate,
  readMoney,
  SavePosting,
  searchTextOf,
  stateAfterEdit,
  typedOf,
  withBothEnds,
} from "./posting-form";
import { usStates } from "./us-state";

test.each([
  ["85,000", 8_500_000],
  ["$85k", 8_500_000],
  ["85K", 8_500_000],
  ["85 k", 8_500_000],
  ["$ 85,000", 8_500_000],
  ["85000.50", 8_500_050],
  ["85,000.5", 8_500_050],
  ["82.5k", 8_250_000],
  ["USD 85,000", 8_500_000],
  ["US$85,000", 8_500_000],
  ["85,000 dollars", 8_500_000],
  ["85000 usd", 8_500_000],
  ["1,234,567", 123_456_700],
  ["24.50", 2_450],
  ["$24.5", 2_450],
  ["24", 2_400],
  ["  7.25  ", 725],
  ["８５０００", 8_500_000],
  ["", null],
])("money %j is read", (typed, cents) => {
  expect(readMoney(typed)).toEqual({ value: cents });
});

test.each([
  ["85.000", /cents or thousands/],
  ["85,00", /such as 85,000/],
  ["8,5000", /such as 85,000/],
  ["-5", /such as 85,000/],
  ["0", /above 0/],
  ["0.001k1", /such as/],
  ["1e5", /such as/],
  ["0x10", /such as/],
  ["competitive", /such as/],
  ["$", /such as/],
  ["85k-95k", /one amount/],
  ["85,000 to 95,000", /one amount/],
  ["99999999999999999999", /at most/],
  ["<script>alert(1)</script>", /such as/],
])("money %j is refused in words", (typed, words) => {
  expect(readMoney(typed)).toEqual({ problem: expect.stringMatching(words) });
});

test.each([
  ["2026-12-24", "2026-12-24"],
  ["2026/12/24", "2026-12-24"],
  ["2026-1-2", "2026-01-02"],
  ["12/24/2026", "2026-12-24"],
  ["12/24/26", "2026-12-24"],
  ["24/12/26", "2026-12-24"],
  ["24.12.2026", "2026-12-24"],
  ["12-24-2026", "2026-12-24"],
  ["12/12/26", "2026-12-12"],
  ["Dec 24, 2026", "2026-12-24"],
  ["Dec. 24, 2026", "2026-12-24"],
  ["december 24 2026", "2026-12-24"],
  ["December 24th, 2026", "2026-12-24"],
  ["24 Dec 2026", "2026-12-24"],
  ["24 December, 2026", "2026-12-24"],
  ["24th of December 2026", "2026-12-24"],
  ["24-Dec-26", "2026-12-24"],
  ["Thu, Dec 24, 2026", "2026-12-24"],
  ["Thursday December 24 2026", "2026-12-24"],
  ["Sept 3, 2027", "2027-09-03"],
  ["  2026-12-24 ", "2026-12-24"],
  ["2028-02-29", "2028-02-29"],
  ["", null],
])("the date %j is read", (typed, day) => {
  expect(readDate(typed)).toEqual({ value: day });
});

test.each([
  ["1/12/26", "Which is the month in 1/12/26? Write January 12, 2026 or December 1, 2026."],
  ["03-04-2027", "Which is the month in 03-04-2027? Write March 4, 2027 or April 3, 2027."],
  ["2.3.27", "Which is the month in 2.3.27? Write February 3, 2027 or March 2, 2027."],
  ["Dec 24", "Add the year, such as Dec 24, 2026."],
  ["12/24", "Add the year, such as Dec 24, 2026."],
  ["February 30, 2027", "There is no February 30 in 2027. Enter a date such as Dec 24, 2026."],
  ["2027-02-29", "There is no February 29 in 2027. Enter a date such as Dec 24, 2026."],
  ["2026-13-01", "There is no month 13. Enter a date such as Dec 24, 2026."],
  ["31/31/2026", "There is no month 31. Enter a date such as Dec 24, 2026."],
  ["soon", "Enter a date such as 2026-12-24 or Dec 24, 2026."],
  ["next Friday", "Enter a date such as 2026-12-24 or Dec 24, 2026."],
  ["Ma 3 2027", "Enter a date such as 2026-12-24 or Dec 24, 2026."],
  ["0026-12-24", "Enter a year such as 2026."],
  ["1 0 26 9", "Enter a date such as 2026-12-24 or Dec 24, 2026."],
])("the date %j is asked back: %s", (typed, problem) => {
  expect(readDate(typed)).toEqual({ problem });
});

const form = {
  postingId: "0193fb3e-7c1a-7000-8000-000000000001",
  version: "3",
  title: " Night nurse ",
  occupation: "",
  taken: "",
  workplace: "on_site",
  city: "Oakland",
  workState: "US-CA",
  payMin: "$85k",
  payMax: "95,000",
  payUnit: "year",
  terms: "full_time",
  description: "Care for people.\r\nAt night.",
  applyBy: "link",
  applyUrl: "jobs.example.org/1",
  closesOn: "Dec 24, 2026",
  zone: "America/Los_Angeles",
};
const facts = factsOf(SavePosting.parse(form), "29-1141", "cbsa-41860");
const now = new Date("2026-11-24T12:00:00Z");
const problemsOf = (change: Record<string, unknown>) => {
  const { error } = SavePosting.safeParse({ ...form, ...change });
  return Object.fromEntries((error?.issues ?? []).map(({ path, message }) => [String(path[0]), message]));
};

test("a whole form gives whole facts, and they stand in the boxes again", () => {
  expect(facts).toMatchObject({
    title: "Night nurse",
    payMinCents: 8_500_000,
    payMaxCents: 9_500_000,
    description: "Care for people.\nAt night.",
    applyUrl: "https://jobs.example.org/1",
    closesOn: "2026-12-24",
    remoteStates: null,
  });
  expect(lackingOf(facts, now)).toEqual({});
  const typed = typedOf(facts, "");
  expect(typed).toMatchObject({ payMin: "85,000", closesOn: "December 24, 2026" });
  const again = SavePosting.parse({ ...form, ...typed });
  expect(factsOf(again, facts.soc, facts.area)).toEqual(facts);
});

test("an empty form is a draft that lacks everything, by field", () => {
  const { postingId, version } = form;
  const empty = factsOf(SavePosting.parse({ postingId, version }), null, null);
  const lacking = lackingOf(empty, now);
  expect(Object.keys(lacking)).toEqual([
    "title",
    "workplace",
    "city",
    "workState",
    "payMin",
    "payUnit",
    "terms",
    "description",
    "applyBy",
    "closesOn",
    "zone",
  ]);
  expect(lackingOf({ ...empty, workplace: "remote" }, now)).toHaveProperty("remoteStates");
  expect(lackingOf({ ...empty, applyBy: "link" }, now)).toHaveProperty("applyUrl");
});

test.each<[string, Record<string, unknown>, string, RegExp]>([
  ["an unknown field", { admin: "1" }, "undefined", /does not belong/],
  ["a long title", { title: "x".repeat(100_000) }, "title", /Shorten this to 120 characters. It has 100,000/],
  ["a turned title", { title: "Nurse \u202egnp.exe" }, "title", /hidden characters/],
  ["a NUL in the title", { title: "a\0b" }, "title", /hidden characters/],
  ["a line break in the city", { city: "Reno\r\nBcc: x" }, "city", /hidden characters/],
  ["half a character", { title: "a\ud800" }, "title", /hidden characters/],
  ["a NUL in the description", { description: "a\0b" }, "description", /hidden characters/],
  ["a turned description", { description: "a\u202eb" }, "description", /hidden characters/],
  ["a long description", { description: "x".repeat(20_001) }, "description", /20,000/],
  ["a title sent twice", { title: ["a", "b"] }, "title", /one text/],
  ["a file as title", { title: new Blob(["x"]) }, "title", /one text/],
  ["a made-up workplace", { workplace: "moon" }, "workplace", /Choose one of the list/],
  ["a made-up state", { workState: "US-XX" }, "workState", /Choose one of the list/],
  ["a made-up remote state", { remoteStates: ["US-CA", "US-XX"] }, "remoteStates", /Choose from the list/],
  ["a made-up zone", { zone: "Mars/Olympus" }, "zone", /Choose one of the list/],
  ["max below min", { payMax: "80,000" }, "payMax", /not below the lowest, \$85,000/],
  ["thousands forgotten", { payMin: "85", payMax: "" }, "payMin", /Is this \$85 a year/],
  ["a year's pay for an hour", { payUnit: "hour" }, "payMin", /Is this \$85,000 an hour/],
  ["a script to apply", { applyUrl: "javascript:alert(1)" }, "applyUrl", /begins with https/],
  ["plain http to apply", { applyUrl: "http://example.org" }, "applyUrl", /begins with https/],
  ["a password in the link", { applyUrl: "https://a:b@example.org" }, "applyUrl", /begins with https/],
  ["a version that is none", { version: "1; drop" }, "version", /Open the page again/],
  ["somebody's words as id", { postingId: "../1" }, "postingId", /Open the page again/],
])("%s is refused beside its field", (_, change, field, words) => {
  expect(problemsOf(change)[field]).toMatch(words);
});

test("emoji of several parts are no hidden characters", () => {
  expect(problemsOf({ title: "Nurse 👩‍⚕️ 👩🏽‍⚕️" })).toEqual({});
});

test("one amount is a range from it to itself, and any state is all of them", () => {
  const { payMin, remoteStates } = SavePosting.parse({ ...form, payMax: "", remoteStates: ["US", "US-CA"] });
  expect(withBothEnds({ payMinCents: payMin, payMaxCents: null }).payMaxCents).toBe(8_500_000);
  expect(remoteStates).toHaveLength(usStates.length);
  const remote: PostingFacts = { ...facts, workplace: "remote", city: null, workState: null, remoteStates };
  expect(typedOf(remote, "").remoteStates).toEqual(["US"]);
  expect(searchTextOf(remote, "Ácme")).toBe("night nurse acme remote");
});

test("a closing date goes by the day in its own zone", () => {
  // At this moment it is the 24th in Los Angeles, and the 25th in Puerto Rico.
  const late = new Date("2026-12-25T05:00:00Z");
  expect(closingFault("2026-12-24", "America/Los_Angeles", late)).toBeUndefined();
  expect(closingFault("2026-12-24", "America/Puerto_Rico", late)).toMatch(/Today is December 25, 2026/);
  const last = lastClosing("America/Los_Angeles", late);
  expect(last).toBe("2027-03-24");
  expect(closingFault(last, "America/Los_Angeles", late)).toBeUndefined();
  expect(closingFault("2027-03-25", "America/Los_Angeles", late)).toMatch(/no later than March 24, 2027/);
});

test("a posting ends with its last day, also where the clocks change that night", () => {
  expect(endOf("2026-12-24", "America/Los_Angeles").toISOString()).toBe("2026-12-25T08:00:00.000Z");
  expect(endOf("2027-03-13", "America/New_York").toISOString()).toBe("2027-03-14T05:00:00.000Z");
  expect(endOf("2027-03-14", "America/New_York").toISOString()).toBe("2027-03-15T04:00:00.000Z");
  expect(endOf("2026-11-01", "America/New_York").toISOString()).toBe("2026-11-02T05:00:00.000Z");
});

test("a change of what readers act on weighs; one of the terms does not", () => {
  expect(changesOf(facts, { ...facts, terms: "contract" })).toEqual({
    keys: ["terms"],
    isWeighty: false,
    before: { terms: facts.terms },
    after: { terms: "contract" },
  });
  for (const change of [
    { title: "Nurse" },
    { payMinCents: 1 },
    { city: "Reno" },
    { remoteStates: ["US-NV"] },
    { description: "More." },
    { applyUrl: "https://elsewhere.example/" },
  ])
    expect(changesOf(facts, { ...facts, ...change }).isWeighty).toBe(true);
});

test("where an edit leads", () => {
  const unverified = { isWeighty: true, isVerified: false };
  expect(stateAfterEdit("live", unverified)).toBe("in_review");
  expect(stateAfterEdit("paused", unverified)).toBe("in_review");
  expect(stateAfterEdit("draft", unverified)).toBe("draft");
  expect(stateAfterEdit("changes_requested", unverified)).toBe("changes_requested");
  expect(stateAfterEdit("live", { isWeighty: true, isVerified: true })).toBe("live");
  expect(stateAfterEdit("live", { isWeighty: false, isVerified: false })).toBe("live");
});

test("cents in a box", () => {
  expect(centsText(8_500_000)).toBe("85,000");
  expect(centsText(2_450)).toBe("24.50");
});
