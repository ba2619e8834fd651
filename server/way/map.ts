import { and, eq, inArray, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import {
  figures,
  occupationActivities,
  occupationRatings,
  occupations,
  occupationTitles,
  relatedOccupations,
  roles,
  wages,
} from "@/db/schema";
import { part, type ReadOf, together, wholeRows } from "@/db/together";
import { type Area, NATION } from "@/domain/area";
import type { Figure } from "@/domain/figure";
import { likenessOf, sharedSkills, type Work } from "@/domain/likeness";
import { combinedRatings, type ProfileRating } from "@/domain/rating";
import { alikeBar, type Link } from "@/domain/way";
import { type FigureRow, publishedFigures, subjectOf } from "@/server/figure/queries";
import { kept } from "@/server/kept";
import { type Group, ratingColumns } from "@/server/occupation/queries";
import type { LiveReleases } from "@/server/release/queries";
import type { Role } from "@/server/role/queries";

/** What ways are found by and stays the same for every start and place: as imported, before any correction. */
export type Ground = {
  /** Codes that pay and projections are published for, with their role, what they join, their work and national figures. */
  jobs: GroundJob[];
  /** The place among `jobs` of a detailed, merged or O*NET-SOC code; undefined for any other. */
  placeOf(code: string): number | undefined;
  titleOf(code: string): string;
  /** The nation's pay and jobs by code, whose marks say why a place has none. */
  nation: ReadonlyMap<string, MedianRow>;
  links: Link[][];
  /** The likeness from which two jobs are next to each other that O*NET does not relate. */
  bar: number;
};

export type GroundJob = {
  role: Role;
  group: Group;
  /** The titles that a merged code joins; empty for any other. */
  joins: string[];
  work: Work;
  rows: FigureRow[];
  national: Figure[];
  subjectOf(figure: Figure): string;
};

/** The measures of the projections and of O*NET that a step shows or depends on. */
export const NATIONAL_MEASURES = [
  "openings_per_year",
  "entry_education",
  "work_experience_required",
  "on_the_job_training",
  "job_zone",
];

const datasets = [
  "soc-structure",
  "roles",
  "ep-employment",
  "ep-entry",
  "onet-education",
  "onet-titles",
  "onet-skills",
  "onet-knowledge",
  "onet-activities",
  "onet-related",
];

/** The ground of the live releases. It takes about a second to make, so that it is kept until one of them changes. */
export function liveGround(db: Db, live: LiveReleases): Promise<Ground> {
  const key = [...datasets, live.nation()].map((name) => live.id(name)).join();
  return kept("ways", key, () => makeGround(db, live));
}

/** The data set that holds pay and jobs of a place. */
export const wagesOf = (live: LiveReleases, { kind }: Area): string =>
  kind === "nation" ? live.nation() : `oews-${kind}`;

/** Median pay and jobs of every code in a place. */
export const medianPart = (live: LiveReleases, area: Area) =>
  part(
    {
      soc: wages.soc,
      employment: wages.employment,
      employmentError: wages.employmentError,
      annualMedian: wages.annualMedian,
      hourlyMedian: wages.hourlyMedian,
      marks: wages.marks,
    },
    wages,
    and(eq(wages.releaseId, live.id(wagesOf(live, area))), eq(wages.area, area.code), eq(wages.naics, "")),
  );
export type MedianRow = ReadOf<{ local: ReturnType<typeof medianPart> }>["local"][number];

const readGround = (db: Db, live: LiveReleases) =>
  together(db, {
    codes: part(
      { soc: occupations.soc, title: occupations.title, mergedInto: occupations.mergedInto },
      occupations,
      and(
        eq(occupations.releaseId, live.id("soc-structure")),
        inArray(occupations.level, ["detailed", "merged"]),
      ),
    ),
    profiles: part(
      { soc: occupationTitles.soc, onetSoc: sql<string>`${occupationTitles.onetSoc}` },
      occupationTitles,
      and(eq(occupationTitles.releaseId, live.id("onet-titles")), eq(occupationTitles.kind, "profile")),
    ),
    roles: wholeRows(roles, and(eq(roles.releaseId, live.id("roles")), eq(roles.kind, "occupation"))),
    ratings: part(
      ratingColumns,
      occupationRatings,
      inArray(occupationRatings.releaseId, [live.id("onet-skills"), live.id("onet-knowledge")]),
    ),
    activities: part(
      { onetSoc: occupationActivities.onetSoc, activity: occupationActivities.activity },
      occupationActivities,
      eq(occupationActivities.releaseId, live.id("onet-activities")),
    ),
    related: part(
      {
        onetSoc: relatedOccupations.onetSoc,
        position: relatedOccupations.position,
        to: relatedOccupations.relatedOnetSoc,
      },
      relatedOccupations,
      eq(relatedOccupations.releaseId, live.id("onet-related")),
    ),
    nation: medianPart(live, NATION),
    figures: wholeRows(
      figures,
      and(
        inArray(
          figures.releaseId,
          ["ep-employment", "ep-entry", "onet-education"].map((name) => live.id(name)),
        ),
        inArray(figures.measure, NATIONAL_MEASURES),
      ),
    ),
  });

async function makeGround(db: Db, live: LiveReleases): Promise<Ground> {
  const rows = await readGround(db, live);
  const roleOf = new Map(rows.roles.map((role) => [role.soc, { ...role, titles: [] }]));
  const titleOf = new Map(rows.codes.map(({ soc, title }) => [soc, title]));
  const intoOf = new Map(rows.codes.map(({ soc, mergedInto }) => [soc, mergedInto ?? soc]));
  const codes = [...new Set(intoOf.values())].filter((code) => roleOf.has(code)).sort();
  const places = new Map(codes.map((code, place) => [code, place]));
  const placeOf = (code: string) => places.get(intoOf.get(code.slice(0, 7)) ?? "");

  const sorted = <T>(list: readonly T[], codeOf: (row: T) => string): T[][] => {
    const lists: T[][] = codes.map(() => []);
    for (const row of list) lists[placeOf(codeOf(row)) ?? -1]?.push(row);
    return lists;
  };
  const merged = new Set(rows.codes.map(({ mergedInto }) => mergedInto));
  const members = sorted(
    rows.codes.filter(({ soc }) => !merged.has(soc)),
    ({ soc }) => soc,
  );
  const profiles = sorted(rows.profiles, ({ onetSoc }) => onetSoc);
  const ratings = sorted(rows.ratings, ({ onetSoc }) => onetSoc);
  const activities = sorted(rows.activities, ({ onetSoc }) => onetSoc);
  const figureRows = sorted(rows.figures, ({ subject }) => subject);

  const jobs = codes.map((soc, place): GroundJob => {
    const role = roleOf.get(soc) as Role;
    const joined = (members[place] ?? []).map((member) => member.soc).sort();
    const group: Group = {
      soc,
      title: titleOf.get(soc) ?? "",
      mergedInto: null,
      members: joined,
      profiles: (profiles[place] ?? []).map(({ onetSoc }) => onetSoc).sort(),
    };
    const ofJob = figureRows[place] ?? [];
    const own = ofJob.sort((a, b) => (a.subject < b.subject ? -1 : Number(a.subject > b.subject)));
    return {
      role,
      group,
      joins: joined.length > 1 ? joined.map((member) => titleOf.get(member) ?? "") : [],
      work: {
        ...workOf(ratings[place] ?? []),
        activities: new Set((activities[place] ?? []).map(({ activity }) => activity)),
      },
      rows: own,
      national: nationalFigures(own, live, group, role, false),
      subjectOf: subjectOf(own, group, role),
    };
  });
  return {
    jobs,
    placeOf,
    titleOf: (code) => titleOf.get(code) ?? "",
    nation: new Map(rows.nation.map((row) => [row.soc, row])),
    ...linksOf(
      jobs,
      sorted(inOrder(rows.related), ({ onetSoc }) => onetSoc),
      placeOf,
    ),
  };
}

type RatingRow = ProfileRating & {
  kind: "skill" | "knowledge";
  importanceSuppressed: boolean;
  levelSuppressed: boolean;
};

function workOf(rows: readonly RatingRow[]): Pick<Work, "skills" | "knowledge"> {
  const of = (kind: RatingRow["kind"]) =>
    combinedRatings(
      rows.flatMap((row) =>
        row.kind === kind && !row.importanceSuppressed
          ? [{ ...row, level: row.levelSuppressed ? null : row.level }]
          : [],
      ),
      null,
    ).ratings;
  return { skills: of("skill"), knowledge: of("knowledge") };
}

/** The figures of a job that are the nation's, in the fixed order of rows. */
export const nationalFigures = (
  rows: FigureRow[],
  live: LiveReleases,
  group: Group,
  role: Role,
  inherited: boolean,
): Figure[] =>
  publishedFigures(rows, live, group, role, inherited).filter(({ measure }) =>
    NATIONAL_MEASURES.includes(measure),
  );

type RelatedRow = { onetSoc: string; position: number; to: string };
const inOrder = (rows: readonly RelatedRow[]) =>
  rows.toSorted((a, b) => a.position - b.position || (a.onetSoc < b.onetSoc ? -1 : 1));

/** Each job's related ones in the publisher's order, then those as alike as the closest related ones that share some activity. */
function linksOf(
  jobs: readonly GroundJob[],
  related: readonly (readonly RelatedRow[])[],
  placeOf: Ground["placeOf"],
): Pick<Ground, "links" | "bar"> {
  const likeness = likenessOf(jobs.map(({ work }) => work));
  const neighbors = related.map((rows, place) => {
    const places = rows.flatMap(({ to }) => placeOf(to) ?? []);
    return [...new Set(places)].filter((other) => other !== place);
  });
  const bar = alikeBar(neighbors.flatMap((list, a) => list.flatMap((b) => likeness(a, b) ?? [])));
  const alike: number[][] = jobs.map(() => []);
  for (let a = 0; a < jobs.length; a++)
    for (let b = a + 1; b < jobs.length; b++)
      if (
        (likeness(a, b) ?? Number.NEGATIVE_INFINITY) >= bar &&
        sharesActivity(jobs[a]?.work, jobs[b]?.work)
      ) {
        alike[a]?.push(b);
        alike[b]?.push(a);
      }
  const link = (from: number, to: number, position: number | null): Link => {
    const shared = sharedSkills(jobs[from]?.work.skills ?? [], jobs[to]?.work.skills ?? []);
    return { to, related: position, share: shared && shared.held / shared.of };
  };
  const links = neighbors.map((list, from) => [
    ...list.map((to, i) => link(from, to, i + 1)),
    ...(alike[from] ?? []).filter((to) => !list.includes(to)).map((to) => link(from, to, null)),
  ]);
  return { links, bar };
}

const sharesActivity = (a: Work | undefined, b: Work | undefined): boolean => {
  for (const activity of a?.activities ?? []) if (b?.activities.has(activity)) return true;
  return false;
};
