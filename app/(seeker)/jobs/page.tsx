import type { Metadata } from "next";
import { cache } from "react";
import { PageLinks } from "@/components/posting/page-links";
import { PostingList } from "@/components/posting/posting-list";
import { PostingSearchForm } from "@/components/posting/posting-search";
import { Document } from "@/components/ui/document";
import { ErrorSummary } from "@/components/ui/error-summary";
import { LinkList } from "@/components/ui/link-list";
import { countText, filtersOf, jobsText, searchAddress, searchOf } from "@/domain/posting-search";
import { livePostings, totalsWithout } from "@/server/posting/queries";

type Search = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** One search a request, for the page and its metadata: both see the same moment. */
const load = cache(async (params: Awaited<Search["searchParams"]>) => {
  const search = searchOf(params);
  const now = new Date();
  const found = await livePostings(search, now);
  return { search, found, drops: found.total === 0 ? await totalsWithout(search, now) : [] };
});

export async function generateMetadata({ searchParams }: Search): Promise<Metadata> {
  const { search, found } = await load(await searchParams);
  const page = found.page > 1 ? `, page ${found.page}` : "";
  return {
    title: `${search.payError ? "Error: " : ""}${countText(found.total, search)}${page}`,
    description: "Open jobs with their pay, newest first.",
    alternates: { canonical: searchAddress({ ...search, page: found.page }) },
    ...(found.total === 0 && { robots: { index: false } }),
  };
}

/** Open jobs, newest first; what narrows them is in the address. */
export default async function JobsPage({ searchParams }: Search) {
  const { search, found, drops } = await load(await searchParams);
  const filters = filtersOf(search);
  return (
    <Document>
      {search.payError && <ErrorSummary formError={null} fieldErrors={{ pay: [search.payError] }} />}
      <h1 className="home-title">Jobs</h1>
      <PostingSearchForm {...search} />
      <h2>{countText(found.total, search)}</h2>
      {filters.length > 0 && (
        <ul className="plain-list" aria-label="Filters in use">
          {filters.map(({ name, without }) => (
            <li key={name}>
              <a href={searchAddress(without)}>Remove {name}</a>
            </li>
          ))}
        </ul>
      )}
      {found.total === 0 && filters.length === 0 && (
        <p className="prose">No job is open here at the moment.</p>
      )}
      {drops.length > 0 && (
        <>
          <h3>Look wider</h3>
          <LinkList
            items={drops.map(({ name, without, total }) => ({
              href: searchAddress(without),
              text: `Search without ${name}`,
              detail: jobsText(total),
            }))}
          />
        </>
      )}
      <PostingList postings={found.postings} />
      <PageLinks
        page={found.page}
        pages={found.pages}
        addressOf={(page) => searchAddress({ ...search, page })}
      />
    </Document>
  );
}
