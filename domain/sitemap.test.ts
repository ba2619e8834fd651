import fc from "fast-check";
import { expect, test } from "vitest";
import { jobsPart, sitemapIndexXml, sitemapParts, sitemapXml } from "./sitemap";

test("a part holds whole addresses and the moment of the last change", () => {
  const changedAt = new Date("2026-11-02T03:04:05.006Z");
  expect(sitemapXml("https://example.org", [{ address: "/careers?family=29-0000&a='", changedAt }])).toBe(
    `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<url><loc>https://example.org/careers?family=29-0000&amp;a=%27</loc><lastmod>2026-11-02T03:04:05.006Z</lastmod></url>
</urlset>
`,
  );
});

test("the index names every part, and more parts of postings than one where they are many", () => {
  expect(sitemapParts(0)).toEqual(["families.xml", "careers.xml", "comparisons.xml", "jobs.xml"]);
  expect(sitemapParts(50_000)).toHaveLength(4);
  expect(sitemapParts(100_001).slice(3)).toEqual(["jobs.xml", "jobs-2.xml", "jobs-3.xml"]);
  expect(sitemapIndexXml("https://example.org", ["jobs.xml"])).toContain(
    "<sitemap><loc>https://example.org/sitemap/jobs.xml</loc></sitemap>",
  );
});

test("each part of postings is known by its name, and no other name is", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 500 }), (parts) => {
      const names = sitemapParts(parts * 50_000).slice(3);
      expect(names.map(jobsPart)).toEqual(names.map((_, i) => i + 1));
    }),
    { numRuns: 20 },
  );
  for (const name of [
    "jobs-1.xml",
    "jobs-0.xml",
    "jobs-02.xml",
    "jobs",
    "jobs.xml.xml",
    "careers.xml",
    "\0",
    "",
  ])
    expect(jobsPart(name), name).toBeUndefined();
});
