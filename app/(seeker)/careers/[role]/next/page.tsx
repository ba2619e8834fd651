import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { AreaForm } from "@/components/area/area-form";
import { NoSuchArea } from "@/components/area/no-such-area";
import { PlaceNote } from "@/components/area/place-note";
import { Document } from "@/components/ui/document";
import { Section } from "@/components/ui/section";
import { WayForm } from "@/components/way/way-form";
import { WayListSection } from "@/components/way/way-list";
import { WayMethod } from "@/components/way/way-method";
import { WayStart } from "@/components/way/way-start";
import { listed } from "@/domain/amount";
import { placeAnswer } from "@/domain/area-search";
import { oneLine } from "@/domain/letter";
import { nowhereText, shortWays, wayTitle } from "@/domain/way-prose";
import {
  schoolingLimits,
  unchosenText,
  type WayView,
  wayAddress,
  wayOptions,
  waySorts,
} from "@/domain/way-view";
import { answerWith } from "@/server/answer/status";
import { areasNear } from "@/server/area/queries";
import { type FoundWays, PAGE } from "@/server/way/queries";
import { NoSuchCareer } from "../no-such-career";
import { type Asked, loadWays } from "./load";

type Address = { params: Promise<{ role: string }>; searchParams: Promise<Asked> };

export async function generateMetadata({ params, searchParams }: Address): Promise<Metadata> {
  const [{ role: slug }, asked] = [await params, await searchParams];
  const { found, view } = await loadWays(slug, asked);
  if ("fault" in found)
    return {
      title: found.fault === "unknown" ? "No such career" : "No such place",
      robots: { index: false },
    };
  // The order of a list, and which part of it is shown, make no page of their own.
  const shared: WayView = {
    ...view,
    isReal: found.priceLevel !== undefined,
    sort: "gain",
    steps: null,
    page: 1,
  };
  const limit = view.schooling ? schoolingLimits[view.schooling].text.toLowerCase() : "";
  return {
    title: wayTitle(found.role, found.area, limit, found.priceLevel !== undefined),
    description: sentencesOf(found).join(" ").slice(0, 300),
    alternates: { canonical: wayAddress(found.role.slug, shared) },
    ...(found.count.jobs === 0 && { robots: { index: false } }),
  };
}

/** From a career and a place: jobs within three steps, what each pays there and asks. */
export default async function WaysPage({ params, searchParams }: Address) {
  const [{ role: slug }, asked] = [await params, await searchParams];
  const { found, view, notUnderstood } = await loadWays(slug, asked);
  if ("fault" in found) {
    answerWith(404);
    if (found.fault === "unknown") return <NoSuchCareer slug={slug} />;
    return <NoSuchArea action={`/careers/${slug}/next`} near={await areasNear(found.area)} />;
  }
  const unanswered = await placeTyped(slug, asked, view);
  const { role, area, priceLevel, lists } = found;
  const action = `/careers/${role.slug}/next`;
  const { area: areaCode, real, schooling, sort } = wayOptions(view);
  const query = areaCode ? `?area=${areaCode}` : "";
  const nowhere = nowhereText(found);
  return (
    <Document>
      <h1 className="home-title">From {role.singular} to the next job</h1>
      <WayStart found={found} />
      <PlaceNote comparison={found} priceLevel={priceLevel} isReal={view.isReal} />
      {notUnderstood.length > 0 && (
        <p className="said">
          The address asks for a choice of {listed(notUnderstood)} that is not on the list here, so the usual
          one stands.
        </p>
      )}
      <details className="on-screen" open={unanswered !== undefined}>
        <summary>Place: {area.name}. Choose another, or adjust for prices</summary>
        <AreaForm
          action={action}
          area={area}
          isAdjusted={view.isReal}
          hasPriceLevel={found.hasPriceLevel}
          others={{ ...(schooling && { schooling }), ...(sort && { sort }) }}
          unanswered={unanswered}
        />
      </details>
      {found.isDescribed && (
        <WayForm
          action={action}
          others={{ ...(areaCode && { area: areaCode }), ...(real && { real }) }}
          schooling={view.schooling}
          unchosen={unchosenText(found.ownLimit)}
          sort={view.sort}
        />
      )}
      <Section id="short" title="In short">
        <div className="verdict">
          {sentencesOf(found).map((text) => (
            <p key={text}>{text}</p>
          ))}
        </div>
      </Section>
      {!nowhere &&
        lists.map((list) => (
          <WayListSection
            key={list.steps}
            list={list}
            start={role}
            area={area}
            query={query}
            order={waySorts[view.sort]}
            all={view.steps === null ? wayAddress(role.slug, { ...view, steps: list.steps }) : undefined}
            pages={pagesOf(role.slug, view, list.total)}
          />
        ))}
      {found.isDescribed && (
        <Section id="method" title="How this is made">
          <WayMethod
            found={found.count}
            figures={lists.flatMap(({ ways }) =>
              ways.flatMap(({ steps }) => steps.flatMap(({ to }) => to.figures)),
            )}
            work={found.work}
            area={area}
          />
          <p className="on-screen">
            <a className="inline-block min-h-6" href={wayAddress(role.slug, view, "/table.csv")}>
              Take the ways shown here as CSV
            </a>
          </p>
        </Section>
      )}
    </Document>
  );
}

const sentencesOf = (found: FoundWays): string[] => {
  const nowhere = nowhereText(found);
  return nowhere
    ? [nowhere]
    : shortWays(
        found.role,
        found.limit,
        found.totals.map((total, i) => {
          const way = found.lists.find(({ steps }) => steps === i + 1)?.ways[0]?.steps.at(-1);
          return { steps: i + 1, total, first: way && { name: way.to.role.singular, change: way.change } };
        }),
      );
};

/** The parts of a list beside the one that is shown. */
function pagesOf(slug: string, view: WayView, total: number): { href: string; text: string }[] {
  if (view.steps === null) return [];
  const at = (change: Partial<WayView>, text: string) => ({
    href: wayAddress(slug, { ...view, ...change }),
    text,
  });
  return [
    ...(view.page > 1 ? [at({ page: view.page - 1 }, "Page before")] : []),
    ...(view.page * PAGE < total ? [at({ page: view.page + 1 }, "Next page")] : []),
    at({ steps: null, page: 1 }, "Back to the first of one, two and three steps"),
  ];
}

/** The place that a reader typed, where it is not one area; where it is, its address is the page to show. */
async function placeTyped(slug: string, asked: Asked, view: WayView) {
  const typed = oneLine([asked.place].flat()[0] ?? "");
  if (typed === "") return undefined;
  const answer = placeAnswer(await areasNear(typed));
  if ("area" in answer) redirect(wayAddress(slug, { ...view, area: answer.area.code }));
  return { typed: typed.slice(0, 120), answer };
}
