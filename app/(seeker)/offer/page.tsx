import type { Metadata } from "next";
import { cache } from "react";
import { OfferAnswer } from "@/components/offer/offer-answer";
import { OfferForm } from "@/components/offer/offer-form";
import { Document } from "@/components/ui/document";
import { ErrorSummary } from "@/components/ui/error-summary";
import { offerTitle, payAsked, readOffer } from "@/domain/offer";
import { payPlaces } from "@/domain/pay-percentile";
import { askedOf, picksOf, searchText } from "@/domain/picker";
import { placeAsked, placePickOf, placeSearchText } from "@/domain/place-pick";
import { areasNear } from "@/server/area/queries";
import { offerMarket } from "@/server/offer/queries";
import { rolesNear } from "@/server/role/queries";

type Search = Record<string, string | string[] | undefined>;
type Address = { searchParams: Promise<Search> };

/** What was asked for, found once for the page and its metadata. */
const load = cache(async (address: string) => {
  const search: Search = JSON.parse(address);
  const [asked] = askedOf({ a: search.title, "a-is": search["title-is"], "a-of": search["title-of"] });
  const place = placeAsked(search);
  const typedPay = payAsked(search);
  const isSent = search.title !== undefined || typedPay.isSent;
  const near = asked && searchText(asked) !== "" ? await rolesNear(searchText(asked)) : [];
  const [found] = asked ? picksOf([asked], [near]) : [];
  const title = {
    ...(found ?? { place: "a" as const, text: "", near: [] }),
    error:
      isSent && found?.text === "" ? "Enter the job title." : found?.text === "" ? undefined : found?.error,
  };
  const text = placeSearchText(place);
  const where = placePickOf(place, text === "" ? [] : await areasNear(text));
  const read = readOffer(typedPay);
  const payError = isSent && "problem" in read ? read.problem : undefined;
  const isWhole = isSent && title.role && where.area && !where.error && "offer" in read;
  const market =
    isWhole && title.role && where.area ? await offerMarket(title.role.slug, where.area.code) : undefined;
  const offer = "offer" in read ? read.offer : undefined;
  // A unit that was written beside the amount is the one that stands.
  const pay = { typed: typedPay.typed, unit: offer?.unit ?? typedPay.unit, error: payError };
  return { title, where, pay, market, offer };
});

export async function generateMetadata({ searchParams }: Address): Promise<Metadata> {
  const { title, where, pay } = await load(JSON.stringify(await searchParams));
  const isRefused = title.error !== undefined || where.error !== undefined || pay.error !== undefined;
  return {
    title: `${isRefused ? "Error: " : ""}Check an offer or an advert`,
    description:
      "Where the pay of an offer stands among official figures of its place, and what related jobs pay.",
    // Somebody's pay is no page for a search engine, and never part of the address that one is given.
    robots: { index: false },
    alternates: { canonical: "/offer" },
  };
}

/** Title, place and pay in; where that stands among the published figures out. All of it is in the address alone. */
export default async function OfferPage({ searchParams }: Address) {
  const { title, where, pay, market, offer } = await load(JSON.stringify(await searchParams));
  const errors = Object.entries({ title: title.error, place: where.error, pay: pay.error }).flatMap(
    ([field, error]): [string, string[]][] => (error ? [[field, [error]]] : []),
  );
  const form = <OfferForm title={title} place={where} pay={pay} />;
  return (
    <Document>
      {errors.length > 0 && (
        <ErrorSummary
          formError={null}
          fieldErrors={Object.fromEntries(errors)}
          idOf={(field) =>
            (field === "title" && title.near.length > 0) || (field === "place" && where.near.length > 0)
              ? `${field}-0`
              : field
          }
        />
      )}
      <h1 className="home-title">
        {market && offer ? offerTitle(market.market, offer) : "Check an offer or an advert"}
      </h1>
      {market ? (
        <offer-pay year={payPlaces(market.market, "year")} hour={payPlaces(market.market, "hour")}>
          {form}
        </offer-pay>
      ) : (
        form
      )}
      {market && offer ? (
        <OfferAnswer offer={offer} {...market} />
      ) : (
        <p className="prose">
          The pay is set against what official figures say of the same work in the same place. It stays in the
          address of the page, and is kept nowhere else.
        </p>
      )}
    </Document>
  );
}
