import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { AreaForm } from "@/components/area/area-form";
import { NoSuchArea } from "@/components/area/no-such-area";
import { PlaceNote } from "@/components/area/place-note";
import { ComparisonTable } from "@/components/comparison/comparison-table";
import { MetroRanking } from "@/components/comparison/metro-ranking";
import { OwnPay } from "@/components/comparison/own-pay";
import { PayDots } from "@/components/comparison/pay-dots";
import { PayHistory } from "@/components/comparison/pay-history";
import { PeopleTable } from "@/components/comparison/people-table";
import { Projection } from "@/components/comparison/projection";
import { RoleActions } from "@/components/comparison/role-actions";
import { RoleChooser } from "@/components/comparison/role-chooser";
import { SchoolingBars } from "@/components/comparison/schooling-bars";
import { SHARE_SIZE } from "@/components/comparison/share-picture";
import { SkillsColumns } from "@/components/comparison/skills-columns";
import { StateGrid } from "@/components/comparison/state-grid";
import { Verdict } from "@/components/comparison/verdict";
import { DutyList } from "@/components/occupation/duty-list";
import { OpenJobs } from "@/components/posting/open-jobs";
import { Document } from "@/components/ui/document";
import { Section } from "@/components/ui/section";
import { Sign } from "@/components/ui/sign";
import { SourceList } from "@/components/ui/source-list";
import { sentenceCase } from "@/domain/amount";
import { countDifferences, rowsShown } from "@/domain/comparison";
import { comparisonTitle } from "@/domain/comparison-title";
import { apiAddress, viewAddress, viewOf, viewOptions } from "@/domain/comparison-view";
import type { MeasureKey } from "@/domain/measure";
import { picturedRoles } from "@/domain/pictured-role";
import { payAfterPrices } from "@/domain/price-level";
import { figureOf, type Profile } from "@/domain/profile";
import { payFinding, sentencesOf } from "@/domain/prose";
import { groupOf } from "@/domain/prose-pair";
import { statePayMeasure } from "@/domain/state-grid";
import { answerWith } from "@/server/answer/status";
import { areasNear, placeTyped } from "@/server/area/queries";
import { livePostingsOf } from "@/server/posting/queries";
import { type Asked, decoded, loadComparison } from "./load";
import { NoSuchComparison } from "./no-such-comparison";

type Address = {
  params: Promise<{ pair: string }>;
  searchParams: Promise<Asked>;
};

/** The rows of the overview, of pay, and of getting in, in the order every comparison shows them. */
const OVERVIEW = [
  "annual_wage_median",
  "hourly_wage_median",
  "projected_change_percent",
  "employment",
  "job_satisfaction",
  "most_common_education",
  "median_age",
  "years_of_experience",
];
const PAY = [
  "annual_wage_mean",
  "annual_wage_range",
  "hourly_wage_mean",
  "best_paying_city",
  "best_paying_state",
  "best_paying_metro",
  "best_paying_company",
  "best_paying_industry",
];
const OUTLOOK = ["projected_employment", "openings_per_year", "leaving_rate", "postings_elsewhere"];
const ENTRY = [
  "entry_education",
  "work_experience_required",
  "on_the_job_training",
  "job_zone",
  "most_common_major",
  "most_common_college",
  "time_to_become",
];

export async function generateMetadata({ params, searchParams }: Address): Promise<Metadata> {
  const { pair } = await params;
  const found = await loadComparison(pair, await searchParams);
  if ("fault" in found) return { title: "No such comparison", robots: { index: false } };
  const { comparison, view } = found;
  const names = comparison.roles.map(({ role }) => role.singular).join(" vs ");
  const title = comparisonTitle(comparison);
  const description = sentencesOf(comparison)[0]?.text ?? `${sentenceCase(names)} on official figures.`;
  // A reader's own pay and choice of rows and of a map make no page of their own.
  const shared = { ...view, onlyDifferences: false, isJobsMap: false, ownPay: null };
  const address = viewAddress(pair, shared);
  const picture = {
    url: viewAddress(`${pair}/picture.png`, shared),
    ...SHARE_SIZE,
    alt: payFinding(comparison),
  };
  return {
    title,
    description,
    alternates: { canonical: address },
    openGraph: {
      type: "website",
      siteName: "Crossroads",
      title,
      url: address,
      images: [picture],
    },
    // A card on such a site takes its picture from the lines above, and need not name it again.
    twitter: { card: "summary_large_image", images: [] },
  };
}

export default async function ComparisonPage({ params, searchParams }: Address) {
  const [{ pair }, asked] = [await params, await searchParams];
  const typed = await placeTyped(asked.place);
  if (typed && "area" in typed) redirect(viewAddress(pair, { ...viewOf(asked), area: typed.area.code }));
  const found = await loadComparison(pair, asked);
  if ("fault" in found) {
    answerWith(404);
    return found.fault === "unknown_area" ? (
      <NoSuchArea action={`/compare/${pair}`} near={await areasNear(found.area)} />
    ) : (
      <NoSuchComparison address={decoded(pair)} fault={found.fault} />
    );
  }
  const { comparison, priceLevel, view } = found;
  const { roles, area } = comparison;
  const { differ, of } = countDifferences(comparison);
  const shown = { ...comparison, rows: rowsShown(comparison, view.onlyDifferences) };
  const pictured = picturedRoles(comparison);
  const { area: _, real, ...others } = viewOptions(view);
  const national = (note: string) => (area.kind === "nation" ? note : `${note}, United States`);
  const payOf = [
    area.name,
    yearOf(roles, "annual_wage_median"),
    "before tax",
    priceLevel && "after prices there",
  ]
    .filter(Boolean)
    .join(", ");
  const ownPay = view.ownPay === null ? undefined : payAfterPrices(view.ownPay, priceLevel);
  const adjusted = priceLevel && `divided by the price level of ${priceLevel.name}, ${priceLevel.vintage}`;
  return (
    <Document>
      <Sign
        level={1}
        roles={roles}
        oneGroup={groupOf(comparison) !== undefined}
        isAdjusted={comparison.adjusted}
        aside={`${differ} of ${of} official rows differ`}
      />
      <RoleActions roles={roles.map(({ role }) => role)} curated={found.pairs} options={viewOptions(view)} />
      <PlaceNote comparison={comparison} priceLevel={priceLevel} isReal={view.isReal} />
      <details className="on-screen" open={typed !== undefined}>
        <summary>Place: {area.name}. Choose another, or adjust for prices</summary>
        <AreaForm
          action={`/compare/${pair}`}
          area={area}
          isAdjusted={view.isReal}
          hasPriceLevel={found.hasPriceLevel}
          others={others}
          unanswered={typed}
        />
      </details>
      <Section id="short" title="In short">
        <Verdict sentences={sentencesOf(comparison)} roles={roles} />
      </Section>
      <RoleChooser roles={roles.map(({ role }) => role)} />
      <Section id="overview" title="Overview" note="The same rows on every page">
        <p className="on-screen">
          {view.onlyDifferences && (
            <a href={viewAddress(pair, { ...view, onlyDifferences: false })}>Show all rows</a>
          )}
          {!view.onlyDifferences && differ > 0 && (
            <a href={viewAddress(pair, { ...view, onlyDifferences: true })}>Show only the rows that differ</a>
          )}
        </p>
        <ComparisonTable
          comparison={shown}
          measures={OVERVIEW}
          caption={`Overview: ${roles.map(({ role }) => role.singular).join(" vs ")}`}
        />
      </Section>
      <Section id="work" title="What each does">
        {roles.map((profile) => (
          <article key={profile.role.slug}>
            <h3>
              What does {profile.role.article} {profile.role.singular} do?
            </h3>
            <p>{profile.summary}</p>
          </article>
        ))}
      </Section>
      <Section id="pay" title="Pay" note={payOf}>
        <PayDots
          comparison={comparison}
          finding={payFinding(comparison)}
          ownPay={ownPay}
          marksPay
          adjusted={adjusted}
        />
        <OwnPay
          roles={pictured}
          ownPay={view.ownPay}
          priceLevel={priceLevel}
          place={area.name}
          form={{
            action: `/compare/${pair}`,
            others: Object.entries({ ...viewOptions({ ...view, ownPay: null }) }),
            typed: viewOf(asked).payTyped,
            error:
              view.ownPay === null && viewOf(asked).payTyped !== ""
                ? "Enter your pay in dollars a year, such as 52,000."
                : undefined,
          }}
        />
        <ComparisonTable comparison={shown} measures={PAY} caption="Pay" />
      </Section>
      <Section
        id="places"
        title={view.isJobsMap ? "Jobs and pay by place" : "Pay by place"}
        note={[yearOf(roles, "best_paying_state"), "before tax", priceLevel && "after prices"]
          .filter(Boolean)
          .join(", ")}
      >
        <StateGrid
          roles={pictured.map((role) => ({ role, places: role.profile.payByState }))}
          measure={
            view.isJobsMap ? "employment" : statePayMeasure(pictured.map((role) => role.profile.payByState))
          }
          origin={[
            yearOf(roles, "best_paying_state"),
            !view.isJobsMap && priceLevel && "each state’s pay divided by its own price level",
          ]
            .filter(Boolean)
            .join(", ")}
          missing="The source leaves it blank, or has no row for the state"
        />
        <p className="on-screen">
          <a href={`${viewAddress(pair, { ...view, isJobsMap: !view.isJobsMap })}#places`}>
            {view.isJobsMap ? "Map of pay" : "Map of jobs"}
          </a>
        </p>
        <MetroRanking
          roles={pictured.map((role) => ({ role, metros: role.profile.lists.metros }))}
          origin={[
            yearOf(roles, "best_paying_metro"),
            priceLevel && "each area’s pay divided by its own price level",
          ]
            .filter(Boolean)
            .join(", ")}
        />
      </Section>
      <Section id="outlook" title="Outlook" note="Whole United States">
        <PayHistory
          roles={pictured.map((role) => ({ role, years: role.profile.payByYear.own }))}
          all={roles[0]?.payByYear.all ?? []}
        />
        <Projection roles={pictured} />
        <ComparisonTable comparison={shown} measures={OUTLOOK} caption="Outlook" />
      </Section>
      <Section id="education" title="Getting in" note={national("Needed and held")}>
        <ComparisonTable comparison={shown} measures={ENTRY} caption="Getting in" />
        <SchoolingBars roles={roles} />
      </Section>
      <Section id="duties" title="Duties">
        {roles.map((profile) => (
          <DutyList key={profile.role.slug} profile={profile} />
        ))}
      </Section>
      <Section id="skills" title="Skills" note={national("Importance, 1 to 5")}>
        <SkillsColumns roles={roles} />
      </Section>
      <OpenJobs
        postings={
          await livePostingsOf(
            [...new Set(roles.flatMap(({ occupation }) => occupation?.soc ?? []))],
            5,
            new Date(),
          )
        }
      />
      <Section id="people" title="Who does it" note={national("2022 and 2025")}>
        <PeopleTable comparison={shown} />
      </Section>
      <Section id="sources" title="Sources">
        <SourceList figures={roles.flatMap((profile) => [...profile.figures, ...profile.titleFigures])} />
        <p className="on-screen">
          Take these figures with you:{" "}
          <a href={viewAddress(`${pair}/table.csv`, { ...view, isJobsMap: false, ownPay: null })}>
            table for a spreadsheet (CSV)
          </a>{" "}
          or{" "}
          <a
            href={apiAddress(
              roles.map(({ role }) => role.slug),
              view,
            )}
          >
            data for a program (JSON)
          </a>
          . The address of this page keeps all that you chose.
        </p>
      </Section>
    </Document>
  );
}

/** When the figures of a measure are of: "May 2025". */
const yearOf = (roles: Profile[], measure: MeasureKey) =>
  roles.flatMap((role) => figureOf(role, measure)?.vintage ?? [])[0];
