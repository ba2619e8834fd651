import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { cache } from "react";
import { PlaceField } from "@/components/area/place-field";
import { PayDots } from "@/components/comparison/pay-dots";
import { PickField } from "@/components/comparison/picker";
import { Verdict } from "@/components/comparison/verdict";
import { OfferForm } from "@/components/offer/offer-form";
import { JobAsk } from "@/components/posting/job-ask";
import { Button } from "@/components/ui/button";
import { Document } from "@/components/ui/document";
import { ErrorSummary } from "@/components/ui/error-summary";
import { LinkList } from "@/components/ui/link-list";
import { Section } from "@/components/ui/section";
import { Sign } from "@/components/ui/sign";
import { sentenceCase } from "@/domain/amount";
import { homeAnswer, homePicks } from "@/domain/home-form";
import { askedOf, searchText } from "@/domain/picker";
import { placeAsked, placePickOf, placeSearchText } from "@/domain/place-pick";
import { payFinding, sentencesOf } from "@/domain/prose";
import { medianGap } from "@/domain/wage";
import { areasNear } from "@/server/area/queries";
import { comparisonOf } from "@/server/comparison/queries";
import { allRoles, pairsByEditor, rolesNear } from "@/server/role/queries";

const WORKED = ["medical-secretary", "registered-nurses"];

type Search = Record<string, string | string[] | undefined>;
type Address = { searchParams: Promise<Search> };

/** One look a request, for the page and its metadata; leads on where all that was asked for is found. */
const load = cache(async (address: string) => {
  const search: Search = JSON.parse(address);
  const asked = askedOf(search).slice(0, 2);
  const place = placeAsked(search);
  const text = placeSearchText(place);
  const [roles, found] = await Promise.all([allRoles(), text === "" ? [] : areasNear(text)]);
  const near = await Promise.all(asked.map((one) => rolesNear(searchText(one), 6, roles)));
  const picks = homePicks(asked, near);
  const where = placePickOf(place, found);
  const isAsked = picks.some(({ role }) => role);
  const answer = isAsked && homeAnswer(picks, where, picks[1]?.role ? await pairsByEditor() : []);
  if (answer) redirect(answer);
  return { picks, where, roles };
});

export async function generateMetadata({ searchParams }: Address): Promise<Metadata> {
  const { picks, where } = await load(JSON.stringify(await searchParams));
  const title = "Crossroads: what a job really pays and asks";
  const isRefused = where.error !== undefined || picks.some(({ error }) => error !== undefined);
  return {
    title: { absolute: isRefused ? `Error: ${title}` : title },
    description:
      "Compare careers on official US figures for pay, outlook, schooling and skills, each with its source.",
    alternates: { canonical: "/" },
  };
}

/** One form, and a worked comparison in view. A filled form leads to the page it asks for; what is not clear is asked back. */
export default async function HomePage({ searchParams }: Address) {
  const { picks, where, roles } = await load(JSON.stringify(await searchParams));
  const worked = await comparisonOf(WORKED);
  const pairs = "pairs" in worked ? worked.pairs : [];
  const names = new Map(roles.map((role) => [role.slug, role]));
  const [own, other] = picks;
  const errors = [...picks, { ...where, place: "place" }].flatMap(({ place, error, near }) =>
    error ? [{ field: place, id: near.length > 0 ? `${place}-0` : place, error }] : [],
  );
  return (
    <Document>
      {errors.length > 0 && (
        <ErrorSummary
          formError={null}
          fieldErrors={Object.fromEntries(errors.map(({ field, error }) => [field, [error]]))}
          idOf={(field) => errors.find((each) => each.field === field)?.id ?? field}
        />
      )}
      <h1 className="home-title">What does a job really pay and ask, where you live?</h1>
      <form className="ask home-ask" method="get" action="/">
        {own && (
          <PickField pick={own} name="a" label="What you do" hint="Your job title, in your own words" />
        )}
        <PlaceField pick={where} label="Where" hint="State, city or ZIP; empty for the nation" />
        {other && (
          <PickField pick={other} name="b" label="Compare with" hint="Leave empty to read about one" />
        )}
        <Button>Compare</Button>
      </form>
      {"comparison" in worked && (
        <>
          <Sign
            level={2}
            roles={worked.comparison.roles}
            link={{ href: `/compare/${WORKED.join("-vs-")}`, text: "Read the whole comparison" }}
          />
          <div className="worked">
            <PayDots comparison={worked.comparison} finding={payFinding(worked.comparison)} />
            <Verdict sentences={sentencesOf(worked.comparison).slice(0, 4)} roles={worked.comparison.roles} />
          </div>
        </>
      )}
      <Section id="offer" title="Check an offer" note="Or an advert. It stays in your browser’s address.">
        <OfferForm
          title={{ place: "a", text: "", near: [] }}
          place={{ text: "", near: [] }}
          pay={{ typed: "", unit: "year" }}
          placeId="offer-place"
        />
      </Section>
      <Section id="jobs" title="Find a job" note="Every advert says when it closes">
        <JobAsk />
      </Section>
      <Section id="pairs" title="Often compared" note="Gap between the medians, a year">
        <LinkList
          items={pairs.flatMap(({ a, b }) => {
            const [one, two] = [names.get(a), names.get(b)];
            return one && two
              ? [
                  {
                    href: `/compare/${a}-vs-${b}`,
                    text: `${sentenceCase(one.singular)} vs ${two.singular}`,
                    detail: medianGap(one.annualMedian, two.annualMedian, one.soc === two.soc),
                  },
                ]
              : [];
          })}
        />
        <p>
          <a href="/careers">All {roles.length.toLocaleString("en-US")} careers</a>
        </p>
      </Section>
    </Document>
  );
}
