import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { jobPostingLd, jsonLdText } from "./job-posting-ld";
import type { PublicPosting } from "./posting-view";
import { usStates } from "./us-state";

const oregon = usStates.filter(({ postal }) => postal === "OR");
const posting: PublicPosting = {
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
  state: oregon[0] ?? null,
  remoteStates: [],
  pay: { minCents: 62_000_00, maxCents: 80_000_00, unit: "year" },
  terms: "full_time",
  applyBy: "here",
  applyUrl: null,
  closesOn: "2026-12-24",
  zone: "America/Los_Angeles",
  endsAt: new Date("2026-12-25T08:00:00Z"),
  firstPostedAt: new Date("2026-11-25T02:00:00Z"),
  renewedAt: new Date("2026-12-01T02:00:00Z"),
  closedAt: null,
  closeReason: null,
  descriptionHtml: "<p>Care for people.</p>",
  changes: [],
};
const markup = (changes: Partial<PublicPosting> = {}) =>
  jobPostingLd({ ...posting, ...changes }, "https://crossroads.example");

describe("jobPostingLd", () => {
  test("gives every property that search engines ask for", () => {
    expect(markup()).toEqual({
      "@context": "https://schema.org",
      "@type": "JobPosting",
      title: "Registered nurse",
      description: "<p>Care for people.</p>",
      url: "https://crossroads.example/jobs/019a0003-0000-7000-8000-000000000001/registered-nurse",
      datePosted: "2026-11-24",
      validThrough: "2026-12-24T23:59:59-08:00",
      identifier: {
        "@type": "PropertyValue",
        name: "Northfield Works",
        value: "019a0003-0000-7000-8000-000000000001",
      },
      hiringOrganization: {
        "@type": "Organization",
        name: "Northfield Works",
        sameAs: "https://north.example/",
      },
      directApply: true,
      employmentType: "FULL_TIME",
      jobLocation: {
        "@type": "Place",
        address: {
          "@type": "PostalAddress",
          addressLocality: "Portland",
          addressRegion: "OR",
          addressCountry: "US",
        },
      },
      baseSalary: {
        "@type": "MonetaryAmount",
        currency: "USD",
        value: { "@type": "QuantitativeValue", minValue: 62000, maxValue: 80000, unitText: "YEAR" },
      },
    });
  });

  test("remote work names where people may live, and no place", () => {
    const some = markup({ workplace: "remote", city: null, state: null, remoteStates: oregon });
    expect(some).toMatchObject({
      jobLocationType: "TELECOMMUTE",
      applicantLocationRequirements: [{ "@type": "State", name: "Oregon, USA" }],
    });
    expect(some).not.toHaveProperty("jobLocation");
    expect(markup({ workplace: "remote", remoteStates: [...usStates] })).toMatchObject({
      applicantLocationRequirements: { "@type": "Country", name: "USA" },
    });
  });

  test("one amount is a value; pay by the hour has its unit; none has no salary", () => {
    expect(markup({ pay: { minCents: 24_50, maxCents: 24_50, unit: "hour" } })?.baseSalary).toMatchObject({
      value: { value: 24.5, unitText: "HOUR" },
    });
    expect(markup({ pay: null })).not.toHaveProperty("baseSalary");
  });

  test("an application on another site is not direct", () => {
    expect(markup({ applyBy: "link" })?.directApply).toBe(false);
  });

  test("validThrough carries the offset of its own night, on both sides of the change of clocks", () => {
    const through = (endsAt: string) => markup({ endsAt: new Date(endsAt) })?.validThrough;
    expect(through("2026-03-08T08:00:00Z")).toBe("2026-03-07T23:59:59-08:00");
    expect(through("2026-03-09T07:00:00Z")).toBe("2026-03-08T23:59:59-07:00");
    expect(through("2026-11-01T07:00:00Z")).toBe("2026-10-31T23:59:59-07:00");
    expect(through("2026-11-02T08:00:00Z")).toBe("2026-11-01T23:59:59-08:00");
  });

  test.each(["paused", "closed", "unpublished"] as const)(
    "there is none for a posting that is %s",
    (status) => expect(markup({ status })).toBeUndefined(),
  );
});

describe("jsonLdText", () => {
  const signs = fc.constantFrom(
    "<",
    "/",
    "script",
    ">",
    "!--",
    "&",
    "\\",
    '"',
    "\u2028",
    "\u2029",
    "\u202E",
    "\0",
    "é",
  );
  test("cannot leave its script element", () => {
    const text = jsonLdText({ title: "</script><!--<script>\u2028\u2029" });
    expect(text).not.toMatch(/[<\u2028\u2029]/);
  });
  test("is the same value when parsed, whatever it holds", () => {
    fc.assert(
      fc.property(fc.string({ unit: signs }), (title) => {
        const text = jsonLdText({ title });
        expect(JSON.parse(text)).toEqual({ title });
        expect(text).not.toContain("<");
      }),
    );
  });
});
