import { describe, expect, test } from "vitest";
import {
  changesBetween,
  closedText,
  convertedOfferText,
  type ListedPosting,
  offerText,
  postingFacts,
  postingPath,
  postingSlug,
  webAddress,
  whereText,
} from "./posting-view";
import { stateOfCode, usStates } from "./us-state";

const state = (code: string) => {
  const found = stateOfCode(code);
  if (!found) throw new Error(`no state ${code}`);
  return found;
};

const posting: ListedPosting = {
  id: "019a0003-0000-7000-8000-000000000001",
  title: "Registered nurse",
  status: "open",
  employer: {
    name: "Northfield Works",
    slug: "northfield-works",
    site: "https://north.example/",
    isVerified: true,
  },
  soc: "29-1141",
  area: "US-OR",
  workplace: "on_site",
  city: "Portland",
  state: state("US-OR"),
  remoteStates: [],
  pay: { minCents: 62_000_00, maxCents: 80_000_00, unit: "year" },
  terms: "full_time",
  applyBy: "here",
  applyUrl: null,
  closesOn: "2026-12-24",
  zone: "America/Los_Angeles",
  endsAt: new Date("2026-12-25T08:00:00Z"),
  firstPostedAt: new Date("2026-11-25T02:00:00Z"),
  renewedAt: null,
  closedAt: null,
  closeReason: null,
};
const factOf = (name: string, changes: Partial<ListedPosting> = {}) =>
  postingFacts({ ...posting, ...changes }).find((fact) => fact.name === name);

describe("an offer in words", () => {
  test.each([
    [{ minCents: 62_000_00, maxCents: 80_000_00, unit: "year" }, "$62,000 to $80,000 a year"],
    [{ minCents: 62_000_00, maxCents: 62_000_00, unit: "year" }, "$62,000 a year"],
    [{ minCents: 62_000_50, maxCents: 80_000_00, unit: "year" }, "$62,000.50 to $80,000 a year"],
    [{ minCents: 24_00, maxCents: 31_50, unit: "hour" }, "$24.00 to $31.50 an hour"],
    [{ minCents: 24_50, maxCents: 24_50, unit: "hour" }, "$24.50 an hour"],
    [{ minCents: 24_50, maxCents: null, unit: "hour" }, "From $24.50 an hour"],
    [{ minCents: null, maxCents: 80_000_00, unit: "year" }, "Up to $80,000 a year"],
  ] as const)("%o reads %s", (pay, text) => expect(offerText(pay)).toBe(text));

  test("nothing is said of pay that is not given", () => {
    expect(offerText(null)).toBeUndefined();
    expect(offerText({ minCents: null, maxCents: null, unit: "year" })).toBeUndefined();
    expect(factOf("Pay", { pay: null })).toEqual({ name: "Pay", text: "Not given yet", note: undefined });
  });

  test("pay by the hour is converted at 2,080 hours, and says so; pay by the year is not converted", () => {
    expect(convertedOfferText({ minCents: 24_00, maxCents: 31_50, unit: "hour" })).toBe(
      "$49,920 to $65,520 a year, converted here at 2,080 hours",
    );
    expect(convertedOfferText(posting.pay)).toBeUndefined();
  });
});

describe("a place of work in words", () => {
  const remote = (codes: string[]) => ({
    ...posting,
    workplace: "remote" as const,
    remoteStates: codes.map(state),
  });
  test("names city and state, or the states that remote work may be done from", () => {
    expect(whereText(posting)).toBe("Portland, Oregon");
    expect(whereText({ ...posting, workplace: "hybrid" })).toBe("Portland, Oregon, and partly from home");
    expect(whereText(remote(["US-OR"]))).toBe("Remote, from Oregon");
    expect(whereText(remote(["US-OR", "US-WA", "US-CA"]))).toBe(
      "Remote, from Oregon, Washington, or California",
    );
    expect(whereText(remote(["US-OR", "US-WA", "US-CA", "US-NV"]), { short: true })).toBe(
      "Remote, from 4 states",
    );
    expect(whereText({ ...remote([]), remoteStates: [...usStates] })).toBe(
      "Remote, from anywhere in the United States",
    );
  });
  test("a draft without one says so", () => {
    expect(whereText({ ...posting, city: null, state: null })).toBe("Not given yet");
    expect(whereText(remote([]))).toBe("Remote");
  });
});

describe("the facts box", () => {
  test("has the same rows in the same order for every open posting", () => {
    expect(postingFacts(posting).map(({ name }) => name)).toEqual([
      "Employer",
      "Place",
      "Pay",
      "Terms",
      "First posted",
      "Closes",
      "How to apply",
    ]);
  });

  test("days are those of the posting's own zone", () => {
    expect(factOf("First posted")).toMatchObject({ text: "November 24, 2026", dateTime: "2026-11-24" });
    expect(factOf("Closes")).toEqual({
      name: "Closes",
      text: "December 24, 2026",
      dateTime: "2026-12-24",
      note: "At the end of that day, Pacific Time",
    });
  });

  test("a renewal shows beside the first day, and never instead of it", () => {
    const renewedAt = new Date("2026-12-01T12:00:00Z");
    expect(factOf("Renewed", { renewedAt })?.text).toBe("December 1, 2026");
    expect(factOf("First posted", { renewedAt })?.text).toBe("November 24, 2026");
  });

  test("a closed one says when, and no longer how to apply", () => {
    const closed = {
      status: "closed",
      closedAt: new Date("2026-12-02T12:00:00Z"),
      closeReason: "filled",
    } as const;
    expect(factOf("Closed", closed)?.text).toBe("December 2, 2026");
    expect(factOf("Closes", closed)).toBeUndefined();
    expect(factOf("How to apply", closed)).toBeUndefined();
    expect(closedText({ ...posting, ...closed })).toBe("The job is filled.");
    expect(closedText(posting)).toBeUndefined();
  });

  test("an address that no browser should follow is no link", () => {
    for (const site of ["javascript:alert(1)", "data:text/html,x", "", "not an address"]) {
      expect(webAddress(site)).toBeUndefined();
      expect(factOf("Employer", { employer: { ...posting.employer, site } })?.href).toBeUndefined();
    }
    expect(factOf("How to apply", { applyBy: "link", applyUrl: "javascript:alert(1)" })?.text).toBe(
      "Not given yet",
    );
    expect(factOf("How to apply", { applyBy: "link", applyUrl: "https://jobs.example/1" })?.text).toBe(
      "On another site: jobs.example",
    );
  });
});

describe("the address of a posting", () => {
  test("is made of its key and its title", () => {
    expect(postingPath(posting)).toBe("/jobs/019a0003-0000-7000-8000-000000000001/registered-nurse");
  });
  test("stays an address whatever the title holds", () => {
    for (const title of [
      "",
      "🙂🙂",
      "\u202E",
      "../../etc",
      "<script>",
      "a".repeat(5000),
      "日本語",
      "%00",
      "C++ / C#",
    ])
      expect(postingSlug(title)).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(postingSlug("🙂")).toBe("job");
    expect(postingSlug("a".repeat(5000)).length).toBeLessThanOrEqual(80);
  });
});

test("an edit tells what title, place and pay were before it, and nothing else", () => {
  const at = new Date("2026-12-01T00:00:00Z");
  expect(changesBetween(posting, { ...posting }, at)).toEqual([]);
  const pay = { minCents: 55_000_00, maxCents: 80_000_00, unit: "year" as const };
  expect(changesBetween(posting, { ...posting, city: "Salem", pay }, at)).toEqual([
    { at, name: "Place", was: "Portland, Oregon" },
    { at, name: "Pay", was: "$62,000 to $80,000 a year" },
  ]);
});
