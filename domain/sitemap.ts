/** Lists of addresses for search engines, by the sitemap protocol (sitemaps.org). */

/** A path of this site, and since when its page stands as it does. */
export type SitemapEntry = { address: string; changedAt: Date };

/** The most addresses that the protocol allows in one part. */
export const ADDRESSES_A_PART = 50_000;

const JOBS = "jobs";

/** The names of all parts, as the last bit of their addresses; `jobs` is how many postings are open. */
export const sitemapParts = (jobs: number): string[] => [
  "families.xml",
  "careers.xml",
  "comparisons.xml",
  ...Array.from({ length: Math.max(1, Math.ceil(jobs / ADDRESSES_A_PART)) }, (_, i) =>
    i === 0 ? `${JOBS}.xml` : `${JOBS}-${i + 1}.xml`,
  ),
];

/** Which part of the postings a name means, from 1; undefined for any other name. */
export function jobsPart(name: string): number | undefined {
  const [, number = "1"] = /^jobs(?:-([2-9]|[1-9]\d{1,4}))?\.xml$/.exec(name) ?? [undefined, ""];
  return number === "" ? undefined : Number(number);
}

const signs: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};
const location = (site: string | URL, address: string) =>
  `<loc>${new URL(address, site).href.replace(/[&<>"']/g, (sign) => signs[sign] ?? sign)}</loc>`;

const documentOf = (root: "urlset" | "sitemapindex", children: readonly string[]) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${children.map((child) => `${child}\n`).join("")}</${root}>\n`;

/** One part, with the addresses made whole by that of the site. */
export const sitemapXml = (site: string | URL, entries: readonly SitemapEntry[]): string =>
  documentOf(
    "urlset",
    entries.map(
      ({ address, changedAt }) =>
        `<url>${location(site, address)}<lastmod>${changedAt.toISOString()}</lastmod></url>`,
    ),
  );

/** The list of all parts. It names no dates: a part also changes when an address leaves it, which nothing records. */
export const sitemapIndexXml = (site: string | URL, parts: readonly string[]): string =>
  documentOf(
    "sitemapindex",
    parts.map((part) => `<sitemap>${location(site, `/sitemap/${part}`)}</sitemap>`),
  );
