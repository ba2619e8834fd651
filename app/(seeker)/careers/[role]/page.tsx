import type { Metadata } from "next";
import { permanentRedirect } from "next/navigation";
import { cache } from "react";
import { SchoolingBars } from "@/components/comparison/schooling-bars";
import { AddToTray } from "@/components/comparison/tray";
import { DutyList } from "@/components/occupation/duty-list";
import { FigureList } from "@/components/occupation/figure-list";
import { OpenJobs } from "@/components/posting/open-jobs";
import { Document } from "@/components/ui/document";
import { LinkList } from "@/components/ui/link-list";
import { Section } from "@/components/ui/section";
import { Sign } from "@/components/ui/sign";
import { SourceList } from "@/components/ui/source-list";
import { dollars, sentenceCase } from "@/domain/amount";
import { NATION } from "@/domain/area";
import { pickerPath } from "@/domain/pair";
import { answerWith } from "@/server/answer/status";
import { livePostingsOf } from "@/server/posting/queries";
import { profilesOf } from "@/server/profile/queries";
import { NoSuchCareer } from "./no-such-career";

type Address = { params: Promise<{ role: string }> };

const load = cache(async (slug: string) => {
  const [profile] = await profilesOf([slug], NATION);
  if (profile && profile.role.slug !== slug) permanentRedirect(`/careers/${profile.role.slug}`);
  return profile;
});

export async function generateMetadata({ params }: Address): Promise<Metadata> {
  const profile = await load((await params).role);
  if (!profile) return { title: "No such career", robots: { index: false } };
  const { role, summary } = profile;
  return {
    title: `${sentenceCase(role.singular)}: pay, outlook, getting in`,
    description: summary.slice(0, 300),
    alternates: { canonical: `/careers/${role.slug}` },
  };
}

/** One career: what it is, its figures, its duties, and careers near it. */
export default async function CareerPage({ params }: Address) {
  const { role: slug } = await params;
  const profile = await load(slug);
  if (!profile) {
    answerWith(404);
    return <NoSuchCareer slug={slug} />;
  }
  const { occupation, figures, titleFigures, lists } = profile;
  const shown = figures.filter(
    ({ measure, nullReason }) =>
      !/^(education_|race_|women|men|lgbt|median_age)/.test(measure) &&
      // Work without pay by the year, or by the hour, says so once, at its median.
      !(nullReason === "not_applicable" && /^(annual|hourly)_wage_(?!median)/.test(measure)),
  );
  return (
    <Document>
      <Sign
        level={1}
        roles={[profile]}
        aside={occupation ? `Counted as ${occupation.soc}, ${occupation.title}` : undefined}
      />
      <div className="form-row on-screen pt-4">
        <AddToTray role={profile.role} back={`/careers/${profile.role.slug}`} />
        <a href={pickerPath([profile.role.slug], { add: "b" })}>Compare with another career</a>
      </div>
      <Section id="what" title="What it is">
        <p>{profile.summary}</p>
      </Section>
      <Section id="figures" title="Figures">
        <FigureList figures={shown} titleFigures={titleFigures} />
      </Section>
      {lists.states.length > 0 && (
        <Section id="states" title="Best-paid states" note="By median, 100 jobs or more">
          <LinkList
            items={lists.states.slice(0, 5).map(({ name, value, employment }) => ({
              text: name,
              detail: `${dollars(value)}, ${employment.toLocaleString("en-US")} jobs`,
            }))}
          />
        </Section>
      )}
      {figures.some(({ measure, value }) => measure.startsWith("education_") && value !== null) && (
        <Section id="education" title="Schooling" note="Held and needed">
          <SchoolingBars roles={[profile]} />
        </Section>
      )}
      <Section id="duties" title="Duties">
        <DutyList profile={profile} />
      </Section>
      {lists.related.length > 0 && (
        <Section id="related" title="Related careers">
          <LinkList
            items={lists.related
              .slice(0, 10)
              .flatMap(({ role: slug, title }) =>
                slug ? [{ href: `/careers/${slug}`, text: title, detail: "" }] : [],
              )}
          />
        </Section>
      )}
      <OpenJobs postings={await livePostingsOf(occupation ? [occupation.soc] : [], 5, new Date())} />
      <Section id="sources" title="Sources">
        <SourceList figures={[...figures, ...titleFigures]} />
      </Section>
    </Document>
  );
}
