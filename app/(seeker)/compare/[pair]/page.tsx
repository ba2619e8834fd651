import type { Metadata } from "next";
import { ComparisonTable } from "@/components/comparison/comparison-table";
import { MetroRanking } from "@/components/comparison/metro-ranking";
import { PayDots } from "@/components/comparison/pay-dots";
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
import { Section } from "@/components/ui/section";
import { Sign } from "@/components/ui/sign";
import { SourceList } from "@/components/ui/source-list";
import { sentenceCase } from "@/domain/amount";
import { countDifferences } from "@/domain/comparison";
import { viewAddress, viewOptions } from "@/domain/comparison-view";
import { picturedRoles } from "@/domain/pictured-role";
import type { PlaceWage } from "@/domain/profile";
import { groupOf, payFinding, sentencesOf } from "@/domain/prose";
import { PLACE_FLOOR, type PlacePay } from "@/domain/wage";
import { answerWith } from "@/server/answer/status";
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

/** A ranked place as a place of the map. */
const placePay = ({ area, name, value, employment }: PlaceWage): PlacePay => ({
  area,
  name,
  annualMedian: value,
  employment,
});

export async function generateMetadata({ params, searchParams }: Address): Promise<Metadata> {
  const { pair } = await params;
  const found = await loadComparison(pair, await searchParams);
  if ("fault" in found) return { title: "No such comparison", robots: { index: false } };
  const { comparison, view } = found;
  const names = comparison.roles.map(({ role }) => role.singular).join(" vs ");
  const title = `${sentenceCase(names)}: pay, outlook, schooling, skills`;
  const description = sentencesOf(comparison)[0]?.text ?? `${sentenceCase(names)} on official figures.`;
  // A reader's own pay and choice of rows make no page of their own.
  const address = viewAddress(pair, { ...view, onlyDifferences: false, ownPay: null });
  const picture = {
    url: viewAddress(`${pair}/picture.png`, view),
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
      description,
      url: address,
      images: [picture],
    },
    twitter: { card: "summary_large_image" },
  };
}

export default async function ComparisonPage({ params, searchParams }: Address) {
  const { pair } = await params;
  const found = await loadComparison(pair, await searchParams);
  if ("fault" in found) {
    answerWith(404);
    return <NoSuchComparison address={decoded(pair)} fault={found.fault} />;
  }
  const { comparison, view } = found;
  const { roles } = comparison;
  const { differ, of } = countDifferences(comparison);
  const pictured = picturedRoles(comparison);
  return (
    <>
      <Sign
        level={1}
        roles={roles}
        oneGroup={groupOf(comparison) !== undefined}
        aside={`${differ} of ${of} official rows differ`}
      />
      <RoleActions roles={roles.map(({ role }) => role)} curated={found.pairs} options={viewOptions(view)} />
      <Section id="short" title="In short">
        <Verdict sentences={sentencesOf(comparison)} roles={roles} />
      </Section>
      <RoleChooser roles={roles.map(({ role }) => role)} />
      <Section id="overview" title="Overview" note="The same rows on every page">
        <ComparisonTable
          comparison={comparison}
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
      <Section id="pay" title="Pay" note="May 2025, before tax">
        <PayDots comparison={comparison} finding={payFinding(comparison)} />
        <ComparisonTable comparison={comparison} measures={PAY} caption="Pay" />
      </Section>
      <Section id="places" title="Pay by place" note="May 2025, before tax">
        <StateGrid
          roles={pictured.map((role) => ({ role, places: role.profile.lists.states.map(placePay) }))}
          measure="annualMedian"
          origin="May 2025"
          missing={`No published median, or under ${PLACE_FLOOR} jobs`}
        />
        <MetroRanking
          roles={pictured.map((role) => ({ role, metros: role.profile.lists.metros }))}
          origin="May 2025"
        />
      </Section>
      <Section id="outlook" title="Outlook" note="2024–34">
        <Projection roles={pictured} />
        <ComparisonTable comparison={comparison} measures={OUTLOOK} caption="Outlook" />
      </Section>
      <Section id="education" title="Getting in" note="Needed and held">
        <ComparisonTable comparison={comparison} measures={ENTRY} caption="Getting in" />
        <SchoolingBars roles={roles} />
      </Section>
      <Section id="duties" title="Duties">
        {roles.map((profile) => (
          <DutyList key={profile.role.slug} profile={profile} />
        ))}
      </Section>
      <Section id="skills" title="Skills" note="Importance, 1 to 5">
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
      <Section id="people" title="Who does it" note="2022 and 2025">
        <PeopleTable comparison={comparison} />
      </Section>
      <Section id="sources" title="Sources">
        <SourceList figures={roles.flatMap((profile) => [...profile.figures, ...profile.titleFigures])} />
      </Section>
    </>
  );
}
