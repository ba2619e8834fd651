import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { AreaForm } from "@/components/area/area-form";
import { NoSuchArea } from "@/components/area/no-such-area";
import { PlaceNote } from "@/components/area/place-note";
import { PayDots } from "@/components/comparison/pay-dots";
import { PayHistory } from "@/components/comparison/pay-history";
import { Projection } from "@/components/comparison/projection";
import { SchoolingBars } from "@/components/comparison/schooling-bars";
import { SHARE_SIZE } from "@/components/comparison/share-picture";
import { StateGrid } from "@/components/comparison/state-grid";
import { AddToTray } from "@/components/comparison/tray";
import { BestPlaces } from "@/components/occupation/best-places";
import { DutyList } from "@/components/occupation/duty-list";
import { FigureTable } from "@/components/occupation/figure-table";
import { ListSource } from "@/components/occupation/list-source";
import { NameList } from "@/components/occupation/name-list";
import { NearestFigure } from "@/components/occupation/nearest-figure";
import { OutlookTable } from "@/components/occupation/outlook-table";
import { PayTable } from "@/components/occupation/pay-table";
import { QuickFacts } from "@/components/occupation/quick-facts";
import { RatingList } from "@/components/occupation/rating-list";
import { ReasonList } from "@/components/occupation/reason-list";
import { RequiredSchooling } from "@/components/occupation/required-schooling";
import { TechnologyList } from "@/components/occupation/technology-list";
import { TitleFacts } from "@/components/occupation/title-facts";
import { WorthComparing } from "@/components/occupation/worth-comparing";
import { OpenJobs } from "@/components/posting/open-jobs";
import { Document } from "@/components/ui/document";
import { LinkList } from "@/components/ui/link-list";
import { Section } from "@/components/ui/section";
import { Sign } from "@/components/ui/sign";
import { SourceList } from "@/components/ui/source-list";
import { placePhrase } from "@/domain/area";
import { careerDescription, careerTitle } from "@/domain/career-title";
import { rangeFinding } from "@/domain/figure-card";
import { jsonLdText } from "@/domain/job-posting-ld";
import { occupationLd } from "@/domain/occupation-ld";
import { comparisonPath, pickerPath } from "@/domain/pair";
import { payPeriod } from "@/domain/pay-dots";
import { pageOfOne, picturedRoles } from "@/domain/pictured-role";
import { type PlaceKind, placeListAddress, placesOfProfile } from "@/domain/place-list";
import { type Asked, careerAddress, placeOptions, placeViewOf, withOptions } from "@/domain/place-view";
import { figureOf } from "@/domain/profile";
import { payFinding } from "@/domain/prose";
import { statePayMeasure } from "@/domain/state-grid";
import { comparisonsWorthMaking } from "@/domain/worth-comparing";
import { answerWith } from "@/server/answer/status";
import { areasNear, placeTyped } from "@/server/area/queries";
import { livePostingsOf } from "@/server/posting/queries";
import { appUrl } from "@/server/settings";
import { loadCareer } from "./load";
import { NoSuchCareer } from "./no-such-career";

type Address = { params: Promise<{ role: string }>; searchParams: Promise<Asked> };

/** What stands under getting in, beside the shares of schooling. */
const ENTRY = [
  "entry_education",
  "most_common_education",
  "work_experience_required",
  "on_the_job_training",
  "job_zone",
];
/** What sources say of pay beside its percentiles. */
const MORE_PAY = ["annual_wage_range", "best_paying_industry"];

export async function generateMetadata({ params, searchParams }: Address): Promise<Metadata> {
  const found = await loadCareer((await params).role, await searchParams);
  if ("fault" in found)
    return {
      title: found.fault === "unknown" ? "No such career" : "No such place",
      robots: { index: false },
    };
  const { profile, priceLevel, canonical } = found;
  const isAdjusted = priceLevel !== undefined;
  const title = careerTitle(profile, isAdjusted);
  // The picture is of pay as published.
  const picture = isAdjusted
    ? []
    : [
        {
          url: withOptions(
            `/careers/${profile.role.slug}/picture.png`,
            placeOptions({ area: profile.area.code, isReal: false }),
          ),
          ...SHARE_SIZE,
          alt: rangeFinding(profile) || title,
        },
      ];
  return {
    title,
    description: careerDescription(profile, isAdjusted),
    alternates: { canonical },
    openGraph: { type: "website", siteName: "Crossroads", title, url: canonical, images: picture },
    twitter: { card: "summary_large_image", images: [] },
  };
}

/** One career in one place, in an order that is the same for every career. */
export default async function CareerPage({ params, searchParams }: Address) {
  const [{ role: slug }, asked] = [await params, await searchParams];
  const typed = await placeTyped(asked.place);
  if (typed && "area" in typed)
    redirect(careerAddress(slug, { ...placeViewOf(asked), area: typed.area.code }));
  const found = await loadCareer(slug, asked);
  if ("fault" in found) {
    answerWith(404);
    return found.fault === "unknown" ? (
      <NoSuchCareer slug={slug} />
    ) : (
      <NoSuchArea action={`/careers/${slug}`} near={await areasNear(found.area)} />
    );
  }
  const { profile, priceLevel, view, larger, all, pairs, origins } = found;
  const { role, occupation, area, figures, titleFigures, lists, payByState } = profile;
  const isAdjusted = priceLevel !== undefined;
  const own = pageOfOne(profile, isAdjusted);
  const pictured = picturedRoles(own);
  const options = placeOptions(view);
  const postings = await livePostingsOf(occupation ? [occupation.soc] : [], 5, new Date());
  const offered = comparisonsWorthMaking(profile, found.near, found.chosen);
  const hasYears = profile.payByYear.own.some(
    ({ annualMedian, topCode }) => (annualMedian ?? topCode) !== null,
  );
  const placesHref = (kind: PlaceKind) =>
    placeListAddress(role.slug, { ...view, isReal: isAdjusted, kind, sort: "pay", page: 1 });
  const markup = occupationLd(profile, new URL(found.canonical, appUrl).href, isAdjusted);
  const vintage = figureOf(profile, "annual_wage_median")?.vintage;
  const national = area.kind === "nation" ? undefined : "United States";
  const shared = { profile, isAdjusted, larger };
  return (
    <Document>
      <Sign
        level={1}
        roles={[profile]}
        isAdjusted={isAdjusted}
        aside={occupation ? `Counted as ${occupation.soc}, ${occupation.title}` : undefined}
      />
      <div className="form-row on-screen pt-4">
        <AddToTray role={role} back={`/careers/${role.slug}`} />
        <a href={pickerPath([role.slug], { add: "b" }, options)}>Compare with another career</a>
        <a href={withOptions(`/careers/${role.slug}/next`, options)}>The way from here</a>
        <recent-career slug={role.slug} name={role.plural} />
      </div>
      <PlaceNote comparison={own} priceLevel={priceLevel} isReal={view.isReal} />
      <details className="on-screen" open={typed !== undefined}>
        <summary>Place: {area.name}. Choose another, or adjust for prices</summary>
        <AreaForm
          action={`/careers/${role.slug}`}
          area={area}
          isAdjusted={view.isReal}
          hasPriceLevel={found.hasPriceLevel}
          unanswered={typed}
        />
      </details>
      <Section id="what" title="What it is">
        <p className="max-w-2xl">{profile.summary}</p>
        {found.descriptions.items.length > 0 && (
          <div className="prose">
            {found.descriptions.items.map((text) => (
              <blockquote key={text}>{text}</blockquote>
            ))}
            <ListSource origins={found.descriptions.origins} note="In the words of the source." />
          </div>
        )}
      </Section>
      <Section id="figures" title="Quick facts" note="The same six for every career">
        <QuickFacts {...shared} all={all} />
        <TitleFacts profile={profile} />
      </Section>
      <Section
        id="pay"
        title="Pay"
        note={[area.name, vintage, "before tax", isAdjusted && "after prices there"]
          .filter(Boolean)
          .join(", ")}
      >
        {payPeriod(profile) === undefined && (
          <p>
            No pay is published for {role.plural} {placePhrase(area)}.{" "}
            <NearestFigure {...shared} measures={["annual_wage_median", "hourly_wage_median"]} />
          </p>
        )}
        <PayDots
          comparison={own}
          finding={payFinding(own)}
          adjusted={priceLevel && `divided by the price level of ${priceLevel.name}, ${priceLevel.vintage}`}
        />
        <PayTable profile={profile} isAdjusted={isAdjusted} />
        <FigureTable
          {...shared}
          measures={payPeriod(profile) === "annual" ? MORE_PAY : []}
          caption="More on pay"
        />
      </Section>
      <Section
        id="places"
        title="Pay by place"
        note={[figureOf(profile, "best_paying_state")?.vintage, "before tax", isAdjusted && "after prices"]
          .filter(Boolean)
          .join(", ")}
      >
        <div className="columns two">
          <BestPlaces
            kind="state"
            places={found.hourlyStates?.places ?? placesOfProfile(profile, "state")}
            unit={found.hourlyStates?.unit ?? "dollars a year"}
            own={[area, ...larger].filter(({ kind }) => kind === "state").map(({ code }) => code)}
            origins={origins.states}
            isAdjusted={isAdjusted}
            href={placesHref("state")}
          />
          <BestPlaces
            kind="metro"
            places={placesOfProfile(profile, "metro")}
            unit="dollars a year"
            own={area.kind === "metro" ? [area.code] : []}
            origins={origins.metros}
            isAdjusted={isAdjusted}
            href={placesHref("metro")}
          />
        </div>
        {payByState.some(({ annualMedian, hourlyMedian }) => (annualMedian ?? hourlyMedian) !== null) && (
          <StateGrid
            roles={pictured.map((role) => ({ role, places: payByState }))}
            measure={statePayMeasure([payByState])}
            origin={[vintage, isAdjusted && "each state’s pay divided by its own price level"]
              .filter(Boolean)
              .join(", ")}
            missing="The source leaves it blank, or has no row for the state"
          />
        )}
      </Section>
      <Section id="history" title="Pay over the years" note="Whole United States">
        <PayHistory
          roles={pictured.map((role) => ({ role, years: profile.payByYear.own }))}
          all={profile.payByYear.all}
        />
        {!hasYears && <p>No median pay a year is published for {role.plural} in any of these years.</p>}
      </Section>
      <Section id="outlook" title="Outlook" note="Whole United States">
        <Projection roles={pictured} />
        <OutlookTable profile={profile} all={all} />
        <ReasonList
          reasons={found.reasons.items}
          group={occupation?.mergedInto}
          plural={role.plural}
          origins={found.reasons.origins}
        />
      </Section>
      <Section
        id="education"
        title="Getting in"
        note={["Needed and held", national].filter(Boolean).join(", ")}
      >
        <FigureTable {...shared} measures={ENTRY} caption="Getting in" />
        <SchoolingBars roles={[profile]} />
        <RequiredSchooling profile={profile} />
        <h3>Programs of study that lead here</h3>
        <NameList
          names={found.programs.items}
          what="programs"
          missing={`The official list names no program of study for ${role.plural}.`}
          origins={found.programs.origins}
        />
      </Section>
      <Section
        id="skills"
        title="Skills and knowledge"
        note={["As O*NET rates them", national].filter(Boolean).join(", ")}
      >
        <p className="small">
          Importance runs from 1, not important, to 5, extremely important. Level runs from 0 to 7: how much
          of the skill the work calls for, whatever its importance. Knowledge is rated by importance alone.
        </p>
        <div className="columns two">
          <RatingList
            title="Skills"
            ratings={lists.skills}
            missing={`No skills are rated for ${role.plural}.`}
            origins={origins.skills}
            note={profile.skillsNote && `${profile.skillsNote}.`}
          />
          <RatingList
            title="Knowledge"
            ratings={lists.knowledge}
            missing={`No fields of knowledge are rated for ${role.plural}.`}
            origins={origins.knowledge}
            note=""
          />
        </div>
      </Section>
      <Section id="technology" title="Technology">
        <TechnologyList technology={lists.technology} plural={role.plural} origins={origins.technology} />
      </Section>
      <Section id="duties" title="Duties">
        <DutyList profile={profile} />
        {lists.duties.length > 0 && <ListSource origins={origins.duties} />}
        {found.tasks.items.length > 0 && (
          <details>
            <summary>{found.tasks.items.length} tasks in the words of the source</summary>
            <ul className="dots">
              {found.tasks.items.map((task) => (
                <li key={task}>{task}</li>
              ))}
            </ul>
            <ListSource origins={found.tasks.origins} />
          </details>
        )}
      </Section>
      <Section id="titles" title="Other titles">
        <NameList
          names={found.titles.items}
          what="titles"
          missing={`No other titles are on record for ${role.plural}.`}
          origins={found.titles.origins}
        />
      </Section>
      <Section
        id="comparisons"
        title="Comparisons worth making"
        note="Near in work, or apart in pay or school"
      >
        {offered.length > 0 ? (
          <WorthComparing
            offered={offered}
            area={area}
            isAdjusted={isAdjusted}
            addressOf={({ role: other }) => comparisonPath([role.slug, other.slug], pairs, options)}
          />
        ) : (
          <p>No source relates {role.plural} to other careers.</p>
        )}
        {lists.related.length > 0 && (
          <details>
            <summary>All {lists.related.length} related careers</summary>
            <LinkList
              items={lists.related.flatMap(({ role: other, title }) =>
                other ? [{ href: withOptions(`/careers/${other}`, options), text: title, detail: "" }] : [],
              )}
            />
            <ListSource origins={origins.related} />
          </details>
        )}
      </Section>
      {postings.length > 0 ? (
        <OpenJobs postings={postings} />
      ) : (
        <Section id="jobs" title="Open jobs">
          <p>
            No employer here has an open job for {role.plural} now. <a href="/jobs">Search all open jobs</a>
          </p>
        </Section>
      )}
      <Section id="sources" title="Sources">
        <SourceList
          // Who does the work has no part on this page.
          figures={[...figures.filter(({ source }) => source.id !== "cps"), ...titleFigures]}
          lists={[...Object.values(origins), found.titles.origins, found.programs.origins].flat()}
        />
      </Section>
      {markup && <script type="application/ld+json">{jsonLdText(markup)}</script>}
    </Document>
  );
}
