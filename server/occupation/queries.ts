import { and, eq, inArray, or, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import {
  occupationActivities,
  occupationRatings,
  occupations,
  occupationTechnologies,
  occupationTitles,
  relatedOccupations,
  roles,
} from "@/db/schema";
import { part, type ReadOf, together, wholeRows } from "@/db/together";
import { rowsOfProfile } from "@/domain/onet-profile";
import { combinedRatings } from "@/domain/rating";
import type { LiveReleases } from "@/server/release/queries";
import type { Role } from "@/server/role/queries";

/** The official group that a role is counted under. */
export type Group = {
  soc: string;
  title: string;
  mergedInto: { soc: string; title: string } | null;
  /** The detailed codes that it joins: itself, but for a merged code. */
  members: string[];
  /** O*NET profiles of its members. */
  profiles: string[];
};

/** The code under which pay and projections of a group are published. */
export const publishedCode = ({ soc, mergedInto }: Group): string => mergedInto?.soc ?? soc;

/** The groups of roles, in their order, by one statement; null for a role that is mapped to none. */
export async function groupsOf(
  db: Db,
  live: LiveReleases,
  rolesAsked: readonly (Pick<Role, "soc"> | undefined)[],
): Promise<(Group | null)[]> {
  const socs = [...new Set(rolesAsked.flatMap((role) => role?.soc ?? []))];
  if (socs.length === 0) return rolesAsked.map(() => null);
  const ofRelease = eq(occupations.releaseId, live.id("soc-structure"));
  // A role's own code, the codes that it joins, and the code that it is joined into.
  const near = or(
    inArray(occupations.soc, socs),
    inArray(occupations.mergedInto, socs),
    inArray(
      occupations.soc,
      sql`(select ${occupations.mergedInto} from ${occupations} where ${and(ofRelease, inArray(occupations.soc, socs))})`,
    ),
  );
  const { codes, profiles } = await together(db, {
    codes: wholeRows(occupations, and(ofRelease, near)),
    profiles: part(
      { soc: occupationTitles.soc, onetSoc: sql<string>`${occupationTitles.onetSoc}` },
      // A cross join is read in its order by SQLite, which would else read every title.
      sql`${occupations} cross join ${occupationTitles}`,
      and(
        ofRelease,
        or(inArray(occupations.soc, socs), inArray(occupations.mergedInto, socs)),
        eq(occupationTitles.soc, occupations.soc),
        eq(occupationTitles.releaseId, live.id("onet-titles")),
        eq(occupationTitles.kind, "profile"),
      ),
    ),
  });
  return groupsFrom({ codes, profiles }, rolesAsked);
}

/** The same from rows that are read already: of groups with all that they join, and of the O*NET profiles in them. */
export function groupsFrom(
  {
    codes,
    profiles,
  }: {
    codes: readonly Pick<typeof occupations.$inferSelect, "soc" | "title" | "mergedInto">[];
    profiles: readonly { soc: string; onetSoc: string }[];
  },
  rolesAsked: readonly (Pick<Role, "soc"> | undefined)[],
): (Group | null)[] {
  const bySoc = new Map(codes.map((row) => [row.soc, row]));
  return rolesAsked.map((role) => {
    const own = role?.soc ? bySoc.get(role.soc) : undefined;
    if (!own) return null;
    const joined = codes.filter(({ mergedInto }) => mergedInto === own.soc).map(({ soc }) => soc);
    const members = joined.length > 0 ? joined.sort() : [own.soc];
    const merged = own.mergedInto === null ? undefined : bySoc.get(own.mergedInto);
    return {
      soc: own.soc,
      title: own.title,
      mergedInto: merged ? { soc: merged.soc, title: merged.title } : null,
      members,
      profiles: profiles.flatMap(({ soc, onetSoc }) => (members.includes(soc) ? onetSoc : [])).sort(),
    };
  });
}

/** What a rating of a skill or a field of knowledge is read by. */
export const ratingColumns = {
  onetSoc: occupationRatings.onetSoc,
  kind: occupationRatings.kind,
  element: occupationRatings.element,
  name: occupationRatings.name,
  importance: occupationRatings.importance,
  importanceSuppressed: occupationRatings.importanceSuppressed,
  level: occupationRatings.level,
  levelSuppressed: occupationRatings.levelSuppressed,
};

/** What O*NET says of the work of groups, as parts of a wider read. */
export function workParts(live: LiveReleases, groups: readonly Group[]) {
  const profiles = groups.flatMap((group) => group.profiles);
  // The roll-up of knowledge has rows of whole occupations beside those of profiles.
  const rated = [...profiles, ...groups.flatMap(({ members }) => members)];
  return {
    ratings: part(
      ratingColumns,
      occupationRatings,
      and(
        inArray(occupationRatings.releaseId, [live.id("onet-skills"), live.id("onet-knowledge")]),
        inArray(occupationRatings.onetSoc, rated),
      ),
    ),
    activities: activityPart(live, profiles),
    technologies: wholeRows(
      occupationTechnologies,
      and(
        eq(occupationTechnologies.releaseId, live.id("onet-technology")),
        inArray(occupationTechnologies.onetSoc, profiles),
      ),
    ),
    related: part(
      {
        onetSoc: relatedOccupations.onetSoc,
        position: relatedOccupations.position,
        soc: occupations.soc,
        title: occupations.title,
        role: sql<string | null>`${roles.slug}`,
      },
      sql`${relatedOccupations}
        join ${occupations} on ${and(
          eq(occupations.releaseId, live.id("soc-structure")),
          eq(occupations.soc, sql`substr(${relatedOccupations.relatedOnetSoc}, 1, 7)`),
        )}
        left join ${roles} on ${and(
          eq(roles.releaseId, live.id("roles")),
          eq(roles.soc, occupations.soc),
          eq(roles.kind, "occupation"),
        )}`,
      and(
        eq(relatedOccupations.releaseId, live.id("onet-related")),
        inArray(relatedOccupations.onetSoc, profiles),
      ),
    ),
  };
}
const activityPart = (live: LiveReleases, profiles: string[]) =>
  wholeRows(
    occupationActivities,
    and(
      eq(occupationActivities.releaseId, live.id("onet-activities")),
      inArray(occupationActivities.onetSoc, profiles),
    ),
  );

export type WorkRows = ReadOf<ReturnType<typeof workParts>>;

const ofProfiles = <T extends { onetSoc: string }>(rows: readonly T[], { profiles }: Group): T[] =>
  rows.filter(({ onetSoc }) => profiles.includes(onetSoc));

/** Skills and knowledge of a role, best first. */
export function ratingsFrom(rows: WorkRows["ratings"], role: Role, group: Group | null) {
  const plain = rows
    .filter(
      ({ onetSoc, importanceSuppressed }) =>
        !importanceSuppressed && (group?.profiles.includes(onetSoc) || group?.members.includes(onetSoc)),
    )
    .map(({ kind, onetSoc, element, name, importance, level, levelSuppressed }) => ({
      kind,
      onetSoc,
      element,
      name,
      importance,
      level: levelSuppressed ? null : level,
    }));
  const of = (kind: "skill" | "knowledge") =>
    combinedRatings(
      plain.filter((row) => row.kind === kind),
      role.onetSoc,
    );
  return { skills: of("skill"), knowledge: of("knowledge") };
}

/** Detailed work activities of a role, those of most core tasks first. */
export function dutiesFrom(rows: WorkRows["activities"], role: Role, group: Group): string[] {
  const ordered = rowsOfProfile(ofProfiles(rows, group), role.onetSoc).sort(
    (a, b) =>
      b.coreTasks - a.coreTasks ||
      b.tasks - a.tasks ||
      a.position - b.position ||
      (a.activity < b.activity ? -1 : 1),
  );
  return [...new Set(ordered.map((row) => row.title))];
}

/** The same, read by themselves. */
export async function dutiesOf(db: Db, live: LiveReleases, role: Role, group: Group): Promise<string[]> {
  const { activities } = await together(db, { activities: activityPart(live, group.profiles) });
  return dutiesFrom(activities, role, group);
}

/** Software and tools of a role, what employers ask for first. */
export function technologyFrom(rows: WorkRows["technologies"], role: Role, group: Group) {
  const inOrder = ofProfiles(rows, group).sort((a, b) => a.position - b.position);
  const unique = new Map(rowsOfProfile(inOrder, role.onetSoc).map((row) => [row.name, row]));
  return [...unique.values()]
    .sort(
      (a, b) =>
        Number(b.inDemand) - Number(a.inDemand) || Number(b.hot) - Number(a.hot) || a.position - b.position,
    )
    .map(({ name, category, hot, inDemand }) => ({ name, category, hot, inDemand }));
}

/** Related occupations of a group in the publisher's order, without itself. */
export function relatedFrom(rows: WorkRows["related"], group: Group) {
  const inOrder = ofProfiles(rows, group)
    .filter(({ soc }) => !group.members.includes(soc))
    .sort((a, b) => a.position - b.position || (a.onetSoc < b.onetSoc ? -1 : 1));
  const bySoc = new Map<string, (typeof inOrder)[number]>();
  for (const row of inOrder) if (!bySoc.has(row.soc)) bySoc.set(row.soc, row);
  return [...bySoc.values()].map(({ soc, role, title }, i) => ({ soc, role, title, index: i + 1 }));
}
