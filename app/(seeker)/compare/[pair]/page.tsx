import type { Metadata } from "next";
import { permanentRedirect } from "next/navigation";
import { cache } from "react";
import { ComparisonTable } from "@/components/comparison/comparison-table";
import { EducationBars } from "@/components/comparison/education-bars";
import { PayStrips } from "@/components/comparison/pay-strips";
import { PeopleTable } from "@/components/comparison/people-table";
import { SkillsColumns } from "@/components/comparison/skills-columns";
import { Verdict } from "@/components/comparison/verdict";
import { DutyList } from "@/components/occupation/duty-list";
import { OpenJobs } from "@/components/posting/open-jobs";
import { Section } from "@/components/ui/section";
import { Sign } from "@/components/ui/sign";
import { SourceList } from "@/components/ui/source-list";
import { sentenceCase } from "@/domain/amount";
import { NATION } from "@/domain/area";
import { countDifferences } from "@/domain/comparison";
import { comparisonTitle } from "@/domain/comparison-title";
import { canonicalPair, parsePair } from "@/domain/pair";
import { payFinding, sentencesOf } from "@/domain/prose";
import { groupOf } from "@/domain/prose-pair";
import { answerWith } from "@/server/answer/status";
import { comparisonOf } from "@/server/comparison/queries";
import { livePostingsOf } from "@/server/posting/queries";
import { pairsByEditor } from "@/server/role/queries";
import { NoSuchComparison } from "./no-such-comparison";

type Address = { params: Promise<{ pair: string }> };

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

/** The address as typed; as it stands where it is no valid encoding. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** One load a request, for the page and its metadata. */
const load = cache(async (pair: string) => {
  const { slugs, fault } = parsePair(decoded(pair));
  if (fault) return { fault };
  const found = await comparisonOf(slugs, NATION);
  if ("fault" in found) return found;
  const names = found.comparison.roles.map(({ role }) => role.slug);
  const address = canonicalPair(names, await pairsByEditor());
  if (address !== pair) permanentRedirect(`/compare/${address}`);
  return found;
});

export async function generateMetadata({ params }: Address): Promise<Metadata> {
  const { pair } = await params;
  const found = await load(pair);
  if ("fault" in found) return { title: "No such comparison", robots: { index: false } };
  const { comparison } = found;
  const names = comparison.roles.map(({ role }) => role.singular).join(" vs ");
  return {
    title: comparisonTitle(comparison),
    description: sentencesOf(comparison)[0]?.text ?? `${sentenceCase(names)} on official figures.`,
    alternates: { canonical: `/compare/${pair}` },
  };
}

export default async function ComparisonPage({ params }: Address) {
  const { pair } = await params;
  const found = await load(pair);
  if ("fault" in found) {
    answerWith(404);
    return <NoSuchComparison address={decoded(pair)} fault={found.fault} />;
  }
  const { comparison } = found;
  const { roles } = comparison;
  const { differ, of } = countDifferences(comparison);
  return (
    <>
      <Sign
        level={1}
        roles={roles}
        oneGroup={groupOf(comparison) !== undefined}
        aside={`${differ} of ${of} official rows differ`}
      />
      <Section id="short" title="In short">
        <Verdict sentences={sentencesOf(comparison)} roles={roles} />
      </Section>
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
        <PayStrips comparison={comparison} finding={payFinding(comparison)} />
        <ComparisonTable comparison={comparison} measures={PAY} caption="Pay" />
      </Section>
      <Section id="outlook" title="Outlook" note="2024–34">
        <ComparisonTable comparison={comparison} measures={OUTLOOK} caption="Outlook" />
      </Section>
      <Section id="education" title="Getting in" note="Needed and held">
        <ComparisonTable comparison={comparison} measures={ENTRY} caption="Getting in" />
        <EducationBars roles={roles} />
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
