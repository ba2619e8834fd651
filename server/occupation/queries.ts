import { and, asc, eq, inArray, like, or } from "drizzle-orm";
import type { Db } from "@/db/client";
import {
  occupationActivities,
  occupationRatings,
  occupations,
  occupationTechnologies,
  relatedOccupations,
  roles,
} from "@/db/schema";
import { rowsOfProfile } from "@/domain/onet-profile";
import { combinedRatings } from "@/domain/rating";
import type { LiveReleases } from "@/server/release/queries";
import type { Role } from "@/server/role/queries";

export type Group = {
  soc: string;
  title: string;
  mergedInto: { soc: string; title: string } | null;
  members: string[];
};

export async function groupOf(db: Db, live: LiveReleases, role: Role): Promise<Group | null> {
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

export async function ratingsOf(db: Db, live: LiveReleases, role: Role, group: Group | null) {
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

export async function dutiesOf(db: Db, live: LiveReleases, role: Role, group: Group): Promise<string[]> {
  const rows = await db
    .select()
    .from(occupationActivities)
    .where(
      and(
        eq(occupationActivities.releaseId, live.id("onet-activities")),
        or(...group.members.map((member) => like(occupationActivities.onetSoc, `${member}.%`))),
      ),
    );
  const ordered = rowsOfProfile(rows, role.onetSoc).sort(
    (a, b) =>
      b.coreTasks - a.coreTasks ||
      b.tasks - a.tasks ||
      a.position - b.position ||
      (a.activity < b.activity ? -1 : 1),
  );
  return [...new Set(ordered.map((row) => row.title))];
}

export async function technologyOf(db: Db, live: LiveReleases, role: Role, group: Group) {
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
  const chosen = rowsOfProfile(rows, role.onetSoc);
  const unique = [...new Map(chosen.map((row) => [row.name, row])).values()];
  return unique
    .sort(
      (a, b) =>
        Number(b.inDemand) - Number(a.inDemand) || Number(b.hot) - Number(a.hot) || a.position - b.position,
    )
    .map(({ name, category, hot, inDemand }) => ({ name, category, hot, inDemand }));
}

export async function relatedOf(db: Db, live: LiveReleases, group: Group) {
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
