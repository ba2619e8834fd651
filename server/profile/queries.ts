import { and, asc, eq, inArray, like, or } from "drizzle-orm";
import { oewsTopCode } from "@/data/sources";
import { connection, type Db } from "@/db/client";
import {
  areas,
  figures,
  occupationActivities,
  occupationRatings,
  occupations,
  occupationTechnologies,
  relatedOccupations,
  roles,
  wages,
} from "@/db/schema";
import { dollars } from "@/domain/amount";
import type { Area } from "@/domain/area";
import type { Figure, FigureSource, NullReason } from "@/domain/figure";
import { heldEducationLevels, measureOf, measures } from "@/domain/measure";
import type { PlaceWage, Profile, ProfileLists } from "@/domain/profile";
import { combinedRatings } from "@/domain/rating";
import { roleSummary } from "@/domain/role-summary";
import { PLACE_FLOOR, type PlacePay, rankedPlaces, rankedSectors, SECTOR_FLOOR } from "@/domain/wage";
import { type LiveReleases, liveReleases } from "@/server/release/queries";
import { type Role, rolesOf } from "@/server/role/queries";

/** All that is known of the roles in one area, in the order asked; undefined in the place of an unknown slug. */
export async function profilesOf(slugs: string[], area: Area): Promise<(Profile | undefined)[]> {
  const found = await rolesOf(slugs);
  return Promise.all(
    slugs.map((slug) => {
      const role = found.find((candidate) => candidate.slug === slug);
      return role && profileOf(role, area);
    }),
  );
}

/** All that is known of one role in one area. */
export async function profileOf(role: Role, area: Area): Promise<Profile> {
  const [{ db }, live] = [await connection(), await liveReleases()];
  const group = await groupOf(db, live, role);
  const code = group ? (group.mergedInto?.soc ?? group.soc) : "";
  const [pay, rows, lists, ratings] = await Promise.all([
    payOf(db, live, code, area),
    figureRows(db, live, role, group),
    listsOf(db, live, role, group),
    ratingsOf(db, live, role, group),
  ]);
  const inherited = role.kind === "title" || group?.mergedInto != null;
  const source = (dataset: string) => live.origin(live.id(dataset));
  const figuresOfRole: Figure[] = group
    ? [
        ...payFigures(pay, source(pay.dataset), area, inherited, group.soc),
        ...bestPlaces(lists, live, inherited),
        ...publishedFigures(rows, live, group, role, inherited),
        ...uncollected(),
      ].sort((a, b) => orderOf(a.measure) - orderOf(b.measure))
    : uncollected();
  const profile: Profile = {
    role: {
      slug: role.slug,
      singular: role.singular,
      plural: role.plural,
      article: role.article,
      kind: role.kind,
    },
    occupation: group && { soc: group.soc, title: group.title, mergedInto: group.mergedInto },
    area,
    origins: originsOf(code, group?.soc ?? "", rows, ratings.skills.origin),
    figures: figuresOfRole,
    titleFigures: titleFigures(rows, live, role),
    lists: {
      ...lists,
      skills: ratings.skills.ratings,
      knowledge: ratings.knowledge.ratings,
      duties: role.duties ?? lists.duties,
    },
    skillsNote: ratings.skills.note,
    summary: role.summary ?? "",
  };
  return { ...profile, summary: profile.summary || roleSummary(profile) };
}

type Group = {
  soc: string;
  title: string;
  mergedInto: { soc: string; title: string } | null;
  members: string[];
};

async function groupOf(db: Db, live: LiveReleases, role: Role): Promise<Group | null> {
  if (!role.soc) return null;
  const release = live.id("soc-structure");
  const rows = await db
    .select()
    .from(occupations)
    .where(
      and(
        eq(occupations.releaseId, release),
        or(eq(occupations.soc, role.soc), eq(occupations.mergedInto, role.soc)),
      ),
    );
  const own = rows.find((row) => row.soc === role.soc);
  if (!own) return null;
  const members = rows.filter((row) => row.mergedInto === role.soc).map((row) => row.soc);
  if (!own.mergedInto)
    return {
      soc: own.soc,
      title: own.title,
      mergedInto: null,
      members: members.length > 0 ? members : [own.soc],
    };
  const [merged] = await db
    .select()
    .from(occupations)
    .where(and(eq(occupations.releaseId, release), eq(occupations.soc, own.mergedInto)));
  return {
    soc: own.soc,
    title: own.title,
    mergedInto: merged ? { soc: merged.soc, title: merged.title } : null,
    members: [own.soc],
  };
}

/** What each source's figures are of, so that a comparison knows when two roles share one. */
function originsOf(code: string, soc: string, rows: FigureRow[], skills: string): Record<string, string> {
  const census = rows.find((row) => row.measure === "median_age" && row.note)?.note;
  return { oews: code, ep: code, cps: census ?? soc, onet: soc, "onet-skills": skills };
}

type WageRow = typeof wages.$inferSelect;
type Pay = { dataset: string; row: WageRow | undefined; nation: WageRow | undefined };

async function payOf(db: Db, live: LiveReleases, code: string, area: Area): Promise<Pay> {
  const dataset = {
    nation: "oews-national-2025",
    state: "oews-state",
    metro: "oews-metro",
    nonmetro: "oews-nonmetro",
    territory: "oews-territory",
  }[area.kind];
  const one = async (release: number, place: string) => {
    const [row] = await db
      .select()
      .from(wages)
      .where(
        and(eq(wages.releaseId, release), eq(wages.soc, code), eq(wages.area, place), eq(wages.naics, "")),
      );
    return row;
  };
  const nation = await one(live.id("oews-national-2025"), "US");
  return { dataset, nation, row: area.kind === "nation" ? nation : await one(live.id(dataset), area.code) };
}

const percentiles = {
  mean: "Mean",
  p10: "P10",
  p25: "P25",
  median: "Median",
  p75: "P75",
  p90: "P90",
} as const;

type Origin = { source: FigureSource; vintage: string };

function payFigures(pay: Pay, origin: Origin, area: Area, inherited: boolean, soc: string): Figure[] {
  const figure = (
    measure: string,
    value: number | null,
    low: number | null,
    reason: NullReason,
    standardError: number | null,
  ): Figure => ({
    ...base(measure, origin, area.code),
    value,
    low,
    method: inherited ? "inherited" : "reported",
    nullReason: value === null && low === null ? reason : null,
    standardError,
  });
  const { row } = pay;
  const errorOf = (value: number | null, percentError: number | null | undefined) =>
    value === null || percentError == null ? null : Math.round(value * percentError) / 100;
  const periods = (["annual", "hourly"] as const).flatMap((period) =>
    Object.entries(percentiles).map(([key, name]) => {
      const column = `${period}${name}` as keyof WageRow;
      const value = row ? (row[column] as number | null) : null;
      const top =
        markOf(row, column) === "top"
          ? (oewsTopCode(Number(origin.vintage.slice(-4)))?.[period] ?? null)
          : null;
      return figure(
        `${period}_wage_${key}`,
        value,
        top,
        whyMissing(pay, column, soc),
        key === "mean" ? errorOf(value, row?.meanError) : null,
      );
    }),
  );
  const [low, high] = [row?.annualP10 ?? null, row?.annualP90 ?? null];
  const range = figure(
    "annual_wage_range",
    null,
    low !== null && high !== null ? low : null,
    whyMissing(pay, low === null ? "annualP10" : "annualP90", soc),
    null,
  );
  const employment = row?.employment ?? null;
  return [
    ...periods,
    { ...range, high: range.low === null ? null : high },
    figure(
      "employment",
      employment,
      null,
      whyMissing(pay, "employment", soc),
      errorOf(employment, row?.employmentError),
    ),
  ];
}

function markOf(row: WageRow | undefined, column: string): string | undefined {
  return row?.marks
    ?.split(";")
    .find((mark) => mark.startsWith(`${column}=`))
    ?.slice(column.length + 1);
}

/** The source's own mark where it kept one; a local blank is "does not apply" where the nation says so of the whole occupation. */
function whyMissing(pay: Pay, column: string, soc: string): NullReason {
  if (!pay.row) return soc.startsWith("55-") ? "not_collected" : "not_published";
  const mark =
    markOf(pay.row, column) ??
    (markOf(pay.nation, column) === "not_applicable" ? "not_applicable" : undefined);
  return mark === "suppressed" || mark === "not_applicable" ? mark : "not_published";
}

type FigureRow = typeof figures.$inferSelect;

async function figureRows(db: Db, live: LiveReleases, role: Role, group: Group | null): Promise<FigureRow[]> {
  const releases = [
    "ep-employment",
    "ep-separations",
    "ep-education-held",
    "ep-entry",
    "cps-age",
    "cps-people",
    "onet-education",
    "seed-figures",
  ].map((dataset) => live.id(dataset));
  const subjects = [role.slug, ...(group ? [group.soc, group.mergedInto?.soc ?? group.soc] : [])];
  const profiles = (group?.members ?? []).map((member) => like(figures.subject, `${member}.%`));
  return db
    .select()
    .from(figures)
    .where(and(inArray(figures.releaseId, releases), or(inArray(figures.subject, subjects), ...profiles)))
    .orderBy(asc(figures.subject));
}

function publishedFigures(
  rows: FigureRow[],
  live: LiveReleases,
  group: Group,
  role: Role,
  inherited: boolean,
): Figure[] {
  const datasetsByPrefix = { ep: group.mergedInto?.soc ?? group.soc, cps: group.soc };
  const official = rows.flatMap((row): Figure[] => {
    const { dataset, ...origin } = live.origin(row.releaseId);
    const prefix = origin.source.id as keyof typeof datasetsByPrefix;
    if (!(prefix in datasetsByPrefix) || row.subject !== datasetsByPrefix[prefix]) return [];
    const wider = prefix === "cps" && row.note !== null;
    const method =
      row.measure === "men_share"
        ? "derived"
        : wider || role.kind === "title" || (prefix === "ep" && inherited)
          ? "inherited"
          : "reported";
    return [figureOf(row, origin, method)];
  });
  const profiles = rows.filter((row) => /^\d\d-\d{4}\.\d\d$/.test(row.subject));
  return [
    ...withMissing(official, group, live),
    ...mostCommonEducation(official),
    ...jobZone(profiles, live, role, group),
    ...requiredEducation(profiles, live, role),
  ];
}

/** Measures of the projections and of people that have no row for this occupation, with the reason. */
function withMissing(found: Figure[], group: Group, live: LiveReleases): Figure[] {
  const military = group.soc.startsWith("55-");
  const expected: [dataset: string, keys: string[]][] = [
    ["ep-employment", ["projected_employment", "projected_change_percent", "openings_per_year"]],
    ["ep-separations", ["leaving_rate"]],
    ["ep-entry", ["entry_education", "work_experience_required", "on_the_job_training"]],
    ["ep-education-held", heldEducationLevels.map(([key]) => `education_held_${key}`)],
    ["cps-age", ["median_age"]],
    ["cps-people", ["women_share", "men_share", "race_white", "race_black", "race_asian", "race_hispanic"]],
  ];
  const missing = expected.flatMap(([dataset, keys]) =>
    keys
      .filter((key) => !found.some((figure) => figure.measure === key))
      .map(
        (key): Figure => ({
          ...base(key, live.origin(live.id(dataset)), "US"),
          nullReason: military ? "not_collected" : "not_published",
        }),
      ),
  );
  return [...found, ...missing];
}

function mostCommonEducation(official: Figure[]): Figure[] {
  const held = official.filter(
    (figure) => figure.measure.startsWith("education_held_") && typeof figure.value === "number",
  );
  const top = held.sort((a, b) => Number(b.value) - Number(a.value))[0];
  if (!top) return [];
  const label = heldEducationLevels.find(([key]) => top.measure === `education_held_${key}`)?.[1] ?? "";
  return [
    {
      ...top,
      ...unitOf("most_common_education"),
      value: label.charAt(0).toUpperCase() + label.slice(1),
      share: Number(top.value),
      method: top.method === "inherited" ? "inherited" : "derived",
      note: "The largest of the seven shares of schooling held",
    },
  ];
}

function jobZone(profiles: FigureRow[], live: LiveReleases, role: Role, group: Group): Figure[] {
  const rows = profiles.filter((row) => row.measure === "job_zone");
  const chosen =
    rows.find((row) => row.subject === role.onetSoc) ??
    (group.members.length === 1 ? rows.find((row) => row.subject.endsWith(".00")) : undefined);
  const values = new Set(rows.map((row) => row.value));
  const [first] = rows;
  if (!first)
    return [
      { ...base("job_zone", live.origin(live.id("onet-education")), "US"), nullReason: "not_published" },
    ];
  const row = chosen ?? first;
  const figure = figureOf(
    row,
    live.origin(row.releaseId),
    role.kind === "title" || !chosen ? "inherited" : "reported",
  );
  if (!chosen && values.size > 1) return [{ ...figure, value: null, nullReason: "not_single" }];
  return [figure];
}

function requiredEducation(profiles: FigureRow[], live: LiveReleases, role: Role): Figure[] {
  const rows = profiles.filter((row) => row.measure.startsWith("education_required_"));
  const subjects = [...new Set(rows.map((row) => row.subject))];
  const subject =
    subjects.find((code) => code === role.onetSoc) ??
    (subjects.length === 1
      ? subjects[0]
      : subjects.filter((code) => code.endsWith(".00")).length === 1
        ? subjects.find((code) => code.endsWith(".00"))
        : undefined);
  return rows
    .filter((row) => row.subject === subject)
    .map((row) => ({
      ...figureOf(row, live.origin(row.releaseId), role.kind === "title" ? "inherited" : "reported"),
      note: `O*NET profile ${row.subject}`,
    }));
}

function titleFigures(rows: FigureRow[], live: LiveReleases, role: Role): Figure[] {
  return rows
    .filter((row) => row.subject === role.slug)
    .map((row) => ({
      ...figureOf(row, live.origin(row.releaseId), "modelled"),
      // A text such as the most common degree carries its share in the value column.
      ...(row.text !== null && row.value !== null ? { value: row.text, share: row.value } : {}),
    }));
}

function figureOf(row: FigureRow, origin: Origin, method: Figure["method"]): Figure {
  return {
    ...base(row.measure, origin, row.area),
    value: row.text ?? row.value,
    low: row.low,
    high: row.high,
    method,
    nullReason: row.nullReason as NullReason | null,
    n: row.n,
    standardError: row.standardError,
    note: row.note,
  };
}

/** The best-paid place or sector of each kind, as a text figure whose note gives the amount and the jobs. */
function bestPlaces(lists: ProfileLists, live: LiveReleases, inherited: boolean): Figure[] {
  const best = (
    measure: string,
    dataset: string,
    top: { name: string; note: string } | undefined,
  ): Figure => ({
    ...base(measure, live.origin(live.id(dataset)), "US"),
    value: top?.name ?? null,
    method: inherited ? "inherited" : "derived",
    nullReason: top ? null : "too_few",
    note:
      top?.note ??
      `No place or sector has a median and enough jobs (${PLACE_FLOOR} in a place, ${SECTOR_FLOOR} in a sector)`,
  });
  const place = (found: PlaceWage | undefined) =>
    found && {
      name: found.name,
      note: `Median ${dollars(found.value)} a year, ${found.employment.toLocaleString("en-US")} jobs`,
    };
  const [sector] = lists.industries;
  return [
    best("best_paying_state", "oews-state", place(lists.states[0])),
    best("best_paying_metro", "oews-metro", place(lists.metros[0])),
    best(
      "best_paying_industry",
      "oews-sector",
      sector && {
        name: sector.name,
        note: `Median ${sector.atLeast ? "at least " : ""}${dollars(sector.value)} a year in May 2024, ${sector.employment.toLocaleString("en-US")} jobs`,
      },
    ),
  ];
}

/** Measures that no public source gives by occupation; rows that a reader looks for stay, with that reason. */
function uncollected(): Figure[] {
  const nobody: Origin = {
    source: { id: "crossroads", name: "No official source", release: "", url: "/sources" },
    vintage: "",
  };
  const keys = [
    "best_paying_city",
    "best_paying_company",
    "postings_elsewhere",
    "most_common_major",
    "most_common_college",
    "time_to_become",
    "years_of_experience",
    "job_satisfaction",
    "race_american_indian",
    "race_unknown",
    "lgbt_share",
  ];
  return keys.map((key) => ({ ...base(key, nobody, "US"), nullReason: "not_collected" }));
}

const unitOf = (measure: string) => ({ measure, unit: measureOf(measure).unit });

/** An empty figure of a measure, to be filled. */
const base = (measure: string, origin: Origin, area: string): Figure => ({
  ...unitOf(measure),
  value: null,
  low: null,
  high: null,
  area,
  method: "reported",
  nullReason: null,
  source: origin.source,
  vintage: origin.vintage,
  n: null,
  standardError: null,
  note: null,
});

const order = new Map(measures.map((measure, i) => [measure.key, i]));
const orderOf = (measure: string) => order.get(measure) ?? 0;

async function ratingsOf(db: Db, live: LiveReleases, role: Role, group: Group | null) {
  const members = (group?.members ?? []).map((member) => like(occupationRatings.onetSoc, `${member}%`));
  const rows = members.length
    ? await db
        .select()
        .from(occupationRatings)
        .where(
          and(
            inArray(occupationRatings.releaseId, [live.id("onet-skills"), live.id("onet-knowledge")]),
            or(...members),
          ),
        )
    : [];
  const plain = rows
    .filter((row) => !row.importanceSuppressed)
    .map((row) => ({
      kind: row.kind,
      onetSoc: row.onetSoc,
      element: row.element,
      name: row.name,
      importance: row.importance,
      level: row.levelSuppressed ? null : row.level,
    }));
  const skills = combinedRatings(
    plain.filter((row) => row.kind === "skill"),
    role.onetSoc,
  );
  const knowledge = combinedRatings(
    plain.filter((row) => row.kind === "knowledge"),
    role.onetSoc,
  );
  return { skills, knowledge };
}

async function listsOf(db: Db, live: LiveReleases, role: Role, group: Group | null): Promise<ProfileLists> {
  const empty: ProfileLists = {
    skills: [],
    knowledge: [],
    technology: [],
    duties: [],
    related: [],
    states: [],
    metros: [],
    industries: [],
  };
  if (!group) return empty;
  const code = group.mergedInto?.soc ?? group.soc;
  const [duties, technology, related, states, metros, industries] = await Promise.all([
    dutiesOf(db, live, role, group),
    technologyOf(db, live, role, group),
    relatedOf(db, live, group),
    placesOf(db, live, code, "oews-state", "state"),
    placesOf(db, live, code, "oews-metro", "metro"),
    industriesOf(db, live, code),
  ]);
  return { ...empty, duties, technology, related, states, metros, industries };
}

/** The rows of the profile asked for where it has any, else of the `.00` profile, else of all. */
function chosenProfile<T extends { onetSoc: string }>(rows: T[], wanted: string | null): T[] {
  for (const match of [(code: string) => code === wanted, (code: string) => code.endsWith(".00")]) {
    const chosen = rows.filter((row) => match(row.onetSoc));
    if (chosen.length > 0) return chosen;
  }
  return rows;
}

async function dutiesOf(db: Db, live: LiveReleases, role: Role, group: Group): Promise<string[]> {
  const rows = await db
    .select()
    .from(occupationActivities)
    .where(
      and(
        eq(occupationActivities.releaseId, live.id("onet-activities")),
        or(...group.members.map((member) => like(occupationActivities.onetSoc, `${member}.%`))),
      ),
    );
  const ordered = chosenProfile(rows, role.onetSoc).sort(
    (a, b) =>
      b.coreTasks - a.coreTasks ||
      b.tasks - a.tasks ||
      a.position - b.position ||
      (a.activity < b.activity ? -1 : 1),
  );
  return [...new Set(ordered.map((row) => row.title))];
}

async function technologyOf(db: Db, live: LiveReleases, role: Role, group: Group) {
  const rows = await db
    .select()
    .from(occupationTechnologies)
    .where(
      and(
        eq(occupationTechnologies.releaseId, live.id("onet-technology")),
        or(...group.members.map((member) => like(occupationTechnologies.onetSoc, `${member}.%`))),
      ),
    )
    .orderBy(asc(occupationTechnologies.position));
  const chosen = chosenProfile(rows, role.onetSoc);
  const unique = [...new Map(chosen.map((row) => [row.name, row])).values()];
  return unique
    .sort(
      (a, b) =>
        Number(b.inDemand) - Number(a.inDemand) || Number(b.hot) - Number(a.hot) || a.position - b.position,
    )
    .map(({ name, category, hot, inDemand }) => ({ name, category, hot, inDemand }));
}

async function relatedOf(db: Db, live: LiveReleases, group: Group) {
  const rows = await db
    .select()
    .from(relatedOccupations)
    .where(
      and(
        eq(relatedOccupations.releaseId, live.id("onet-related")),
        or(...group.members.map((member) => like(relatedOccupations.onetSoc, `${member}.%`))),
      ),
    )
    .orderBy(asc(relatedOccupations.position), asc(relatedOccupations.onetSoc));
  const socs = [...new Set(rows.map((row) => row.relatedOnetSoc.slice(0, 7)))].filter(
    (soc) => !group.members.includes(soc),
  );
  if (socs.length === 0) return [];
  const named = await db
    .select({ soc: occupations.soc, title: occupations.title, role: roles.slug })
    .from(occupations)
    .leftJoin(
      roles,
      and(
        eq(roles.releaseId, live.id("roles")),
        eq(roles.soc, occupations.soc),
        eq(roles.kind, "occupation"),
      ),
    )
    .where(and(eq(occupations.releaseId, live.id("soc-structure")), inArray(occupations.soc, socs)));
  return socs.flatMap((soc, i) => {
    const match = named.find((row) => row.soc === soc);
    return match ? [{ soc, role: match.role, title: match.title, index: i + 1 }] : [];
  });
}

async function placesOf(
  db: Db,
  live: LiveReleases,
  code: string,
  dataset: string,
  kind: "state" | "metro",
): Promise<PlaceWage[]> {
  const rows: PlacePay[] = await db
    .select({
      area: wages.area,
      name: areas.name,
      annualMedian: wages.annualMedian,
      employment: wages.employment,
    })
    .from(wages)
    .innerJoin(
      areas,
      and(eq(areas.releaseId, live.id("areas")), eq(areas.code, wages.area), eq(areas.kind, kind)),
    )
    .where(and(eq(wages.releaseId, live.id(dataset)), eq(wages.soc, code), eq(wages.naics, "")));
  return rankedPlaces(rows);
}

async function industriesOf(db: Db, live: LiveReleases, code: string) {
  const rows = await db
    .select()
    .from(wages)
    .where(and(eq(wages.releaseId, live.id("oews-sector")), eq(wages.soc, code)));
  return rankedSectors(
    rows.map((row) => ({
      naics: row.naics,
      annualMedian: row.annualMedian,
      annualMean: row.annualMean,
      employment: row.employment,
      topCode: markOf(row, "annualMedian") === "top" ? (oewsTopCode(2024)?.annual ?? null) : null,
    })),
  );
}
