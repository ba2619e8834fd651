import type { Metadata } from "next";
import { permanentRedirect } from "next/navigation";
import { cache } from "react";
import { NoSuchArea } from "@/components/area/no-such-area";
import { ListSource } from "@/components/occupation/list-source";
import { PlaceListForm } from "@/components/occupation/place-list-form";
import { PlaceTable } from "@/components/occupation/place-table";
import { PageLinks } from "@/components/posting/page-links";
import { Document } from "@/components/ui/document";
import { sentenceCase } from "@/domain/amount";
import {
  medianHead,
  type PlaceListView,
  pageOf,
  placeKindPlural,
  placeListAddress,
  placeListOf,
  sortedPlaces,
  standingText,
} from "@/domain/place-list";
import { type Asked, careerAddress } from "@/domain/place-view";
import { answerWith } from "@/server/answer/status";
import { areasNear } from "@/server/area/queries";
import { placesOf } from "@/server/profile/places";
import { NoSuchCareer } from "../no-such-career";

type Address = { params: Promise<{ role: string }>; searchParams: Promise<Asked> };

/** One load a request, for the page and its metadata. */
const load = cache(async (slug: string, address: string) => {
  const view = placeListOf(Object.fromEntries(new URL(address, "http://localhost").searchParams));
  const found = await placesOf(slug, view.kind, view);
  if (!("fault" in found) && found.role.slug !== slug)
    permanentRedirect(placeListAddress(found.role.slug, view));
  return found;
});

export async function generateMetadata({ params, searchParams }: Address): Promise<Metadata> {
  const { role: slug } = await params;
  const view = placeListOf(await searchParams);
  const found = await load(slug, placeListAddress("", view));
  if ("fault" in found)
    return {
      title: found.fault === "unknown" ? "No such career" : "No such place",
      robots: { index: false },
    };
  const { role, isAdjusted, places } = found;
  const prices = isAdjusted ? " after prices" : "";
  const { page } = pageOf(places, view.page);
  const many = placeKindPlural(view.kind);
  const nth = page > 1 ? `, page ${page}` : "";
  return {
    title: `Pay of ${role.plural}${prices} in all ${many}${nth}`,
    description: `Median pay and jobs of ${role.plural}${prices} in each of ${places.length} ${many}, from official figures, to sort by pay, jobs or name.`,
    // Where a reader's own place stands makes no page of its own, nor does the order of one page.
    alternates: { canonical: placeListAddress(role.slug, canonicalView(view, isAdjusted, page)) },
  };
}

const canonicalView = (view: PlaceListView, isReal: boolean, page: number): PlaceListView => ({
  ...view,
  area: "US",
  sort: "pay",
  isReal,
  page,
});

/** Every place of a kind with the pay of one career, in the order asked. */
export default async function PlacesPage({ params, searchParams }: Address) {
  const { role: slug } = await params;
  const view = placeListOf(await searchParams);
  const found = await load(slug, placeListAddress("", view));
  if ("fault" in found) {
    answerWith(404);
    return found.fault === "unknown" ? (
      <NoSuchCareer slug={slug} />
    ) : (
      <NoSuchArea action={`/careers/${slug}/places`} near={await areasNear(view.area)} />
    );
  }
  const { role, area, places, unit, origin, isAdjusted } = found;
  const sorted = sortedPlaces(places, view.sort);
  const { shown, page, pages } = pageOf(sorted, view.page);
  const standing = standingText(sorted, area.code, view.kind);
  const address = (change: Partial<PlaceListView>) =>
    placeListAddress(role.slug, { ...view, page: 1, ...change });
  return (
    <Document>
      <h1>
        Pay of {role.plural} in {placeKindPlural(view.kind)}
      </h1>
      <p className="py-2">
        <a href={careerAddress(role.slug, view)}>{sentenceCase(role.singular)}: the whole page</a>
      </p>
      <PlaceListForm slug={role.slug} view={view} />
      {standing && <p className="py-3">{standing}</p>}
      {isAdjusted && (
        <p className="notice" role="status">
          Pay is divided by each place’s own price level, so it says what the pay buys at average prices.
          Places without a published price level are left out.
        </p>
      )}
      {shown.length === 0 ? (
        <p>
          No {placeKindPlural(view.kind)} have a published figure for {role.plural}.
        </p>
      ) : (
        <PlaceTable
          caption={`${medianHead(unit)} of ${role.plural}, ${sorted.length} ${placeKindPlural(view.kind)}${isAdjusted ? ", after prices there" : ""}`}
          places={shown}
          view={view}
          unit={unit}
          own={area.code}
          addressOf={(sort) => address({ sort })}
        />
      )}
      <PageLinks page={page} pages={pages} addressOf={(number) => address({ page: number })} />
      <ListSource origins={[origin]} note="The ranks are made here." />
      <p>
        <a href={placeListAddress(role.slug, { ...view, page: 1 }, "/table.csv")}>
          The whole list for a spreadsheet (CSV)
        </a>
      </p>
    </Document>
  );
}
