import type { Metadata } from "next";
import { cache } from "react";
import { FigureTrace } from "@/components/source/figure-trace";
import { ReleaseFacts } from "@/components/source/release-facts";
import { Document } from "@/components/ui/document";
import { ErrorPage } from "@/components/ui/error-page";
import { Section } from "@/components/ui/section";
import { listed, sentenceCase } from "@/domain/amount";
import { NATION, placePhrase } from "@/domain/area";
import { type FigureAsked, figureAddress, figureAsked, tracedLabel } from "@/domain/figure-trace";
import { measures } from "@/domain/measure";
import { isSlug, MOST_ROLES } from "@/domain/pair";
import { answerWith } from "@/server/answer/status";
import { figureTraces, type TraceFault } from "@/server/figure/trace";
import { rolesNear } from "@/server/role/queries";

type Address = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const load = cache((asked: string) => figureTraces(JSON.parse(asked) as FigureAsked));
const asked = async ({ searchParams }: Address) => figureAsked(await searchParams);

export async function generateMetadata(address: Address): Promise<Metadata> {
  const figure = await asked(address);
  const found = await load(JSON.stringify(figure));
  const title =
    "fault" in found ? "No such figure" : `Where it comes from: ${subjectOf(found, figure.measure)}`;
  // One page for each figure of each place would drown the rest of the site.
  return { title, description: `${title}: row, file, release and formula.`, robots: { index: false } };
}

/** What is traced, in words: "median pay, a year, of bakers in California after prices". */
function subjectOf(
  { traces, area, isReal }: Exclude<Awaited<ReturnType<typeof figureTraces>>, TraceFault>,
  measure: string,
): string {
  const where = area.code === NATION.code ? "" : ` ${placePhrase(area)}${isReal ? " after prices" : ""}`;
  return `${tracedLabel(measure)}, of ${listed(traces.map(({ role }) => role.plural))}${where}`;
}

/** The way from a figure that a page shows back to the publisher's row, with all that it takes to recompute it. */
export default async function FigurePage(address: Address) {
  const figure = await asked(address);
  const found = await load(JSON.stringify(figure));
  if ("fault" in found) {
    answerWith(404);
    return <NoSuchFigure fault={found} asked={figure} />;
  }
  const { traces, area, isReal, releases } = found;
  const editions = new Map(releases.map(({ id, title, edition }) => [id, `${title}, ${edition}`]));
  return (
    <Document>
      <h1 className="home-title">Where a figure comes from</h1>
      <p className="prose">{sentenceCase(subjectOf(found, figure.measure))}.</p>
      {figure.isReal && !isReal && (
        <p className="notice">No price level is published for {area.name}, so its pay stands as published.</p>
      )}
      {traces.map((trace) => (
        <FigureTrace
          key={trace.role.slug}
          trace={trace}
          measure={figure.measure}
          area={area}
          editions={editions}
        />
      ))}
      <Section id="releases" title="Releases">
        {releases.length === 0 && <p>No row of a release stands behind this.</p>}
        {releases.map((release) => (
          <ReleaseFacts key={release.id} release={release} />
        ))}
        <p>
          To recompute it, take the publisher’s file of this edition, find the row by its code and place, and
          read the columns marked “used”. <a href="/sources">Sources and method in full</a>
        </p>
      </Section>
    </Document>
  );
}

async function NoSuchFigure({ fault, asked: figure }: { fault: TraceFault; asked: FigureAsked }) {
  const near = fault.fault === "role" ? await rolesNear(fault.name.slice(0, 120).replaceAll("-", " ")) : [];
  const isWhole = figure.of.length > 0 && figure.of.length <= MOST_ROLES && figure.of.every(isSlug);
  const explanations: Record<TraceFault["fault"], string> = {
    no_role: "This address names no career.",
    too_many: `This address names more than ${MOST_ROLES} careers.`,
    role: "This address names a career that is not known here.",
    measure: "This address names no measure. Each of these is one:",
    area: "This address names no place that figures are published for.",
  };
  return (
    <ErrorPage
      title="No such figure"
      explanation={explanations[fault.fault]}
      suggestions={[
        ...near.map(({ slug, singular }) => ({
          href: figureAddress({ ...figure, of: [slug] }),
          text: singular,
        })),
        ...(fault.fault === "measure" && isWhole
          ? measures.map(({ key, label }) => ({
              href: figureAddress({ of: figure.of, measure: key, area: NATION.code, isReal: false }),
              text: label,
            }))
          : []),
      ]}
      next={{ href: "/sources", text: "Sources and method" }}
    />
  );
}
