import { and, asc, eq, inArray } from "drizzle-orm";
import { distance } from "fastest-levenshtein";
import { connection, type Db } from "@/db/client";
import { curatedPairs, roleSkills, roles, wages } from "@/db/schema";
import type { TitleSkill } from "@/domain/profile";
import { roleSlug } from "@/domain/role";
import { type LiveReleases, liveReleases } from "@/server/release/queries";

export type Role = typeof roles.$inferSelect;
export type ListedRole = Pick<Role, "slug" | "singular" | "plural" | "article" | "kind" | "soc"> & {
  annualMedian: number | null;
};

/**
 * The roles of the given slugs, in the order asked; undefined for an unknown one. A slug made from a role's
 * singular or plural name finds it too ("registered-nurse"), so that a guess at the address arrives.
 */
export async function rolesOf(slugs: string[]): Promise<(Role | undefined)[]> {
  const [{ db }, live] = [await connection(), await liveReleases()];
  const ofRelease = eq(roles.releaseId, live.id("roles"));
  const found = await db
    .select()
    .from(roles)
    .where(and(ofRelease, inArray(roles.slug, slugs)));
  const bySlug = new Map(found.map((role) => [role.slug, role]));
  if (slugs.some((slug) => !bySlug.has(slug))) {
    for (const role of await db.select().from(roles).where(ofRelease).orderBy(asc(roles.slug)))
      for (const name of [roleSlug(role.singular), roleSlug(role.plural)])
        if (!bySlug.has(name)) bySlug.set(name, role);
  }
  return slugs.map((slug) => bySlug.get(slug));
}

/** Skills that a source names for a role's title, in its order. */
export async function titleSkillsOf(db: Db, live: LiveReleases, role: Role): Promise<TitleSkill[]> {
  const release = live.id("seed-skills");
  const rows = await db
    .select()
    .from(roleSkills)
    .where(and(eq(roleSkills.releaseId, release), eq(roleSkills.role, role.slug)))
    .orderBy(asc(roleSkills.position));
  return rows.map(({ name, share }) => {
    const { source, vintage } = live.origin(release);
    return { name, share, source, vintage };
  });
}

/** All roles by name, with the national annual median in dollars where their own code has one. */
export async function allRoles(): Promise<ListedRole[]> {
  const [{ db }, live] = [await connection(), await liveReleases()];
  return db
    .select({
      slug: roles.slug,
      singular: roles.singular,
      plural: roles.plural,
      article: roles.article,
      kind: roles.kind,
      soc: roles.soc,
      annualMedian: wages.annualMedian,
    })
    .from(roles)
    .leftJoin(
      wages,
      and(
        eq(wages.releaseId, live.id("oews-national-2025")),
        eq(wages.soc, roles.soc),
        eq(wages.area, "US"),
        eq(wages.naics, ""),
      ),
    )
    .where(eq(roles.releaseId, live.id("roles")))
    .orderBy(asc(roles.slug));
}

/** The role that stands for an occupation; undefined for a code that is none. */
export async function roleOfOccupation(soc: string): Promise<Role | undefined> {
  const [{ db }, live] = [await connection(), await liveReleases()];
  const [role] = await db
    .select()
    .from(roles)
    .where(and(eq(roles.releaseId, live.id("roles")), eq(roles.soc, soc), eq(roles.kind, "occupation")));
  return role;
}

/** Curated pairs of slugs, in the editor's order. */
export async function pairsByEditor(): Promise<{ a: string; b: string }[]> {
  const [{ db }, live] = [await connection(), await liveReleases()];
  return db
    .select({ a: curatedPairs.a, b: curatedPairs.b })
    .from(curatedPairs)
    .where(eq(curatedPairs.releaseId, live.id("pairs")))
    .orderBy(asc(curatedPairs.position));
}

/** Roles whose names come nearest to what was typed, best first: same words before like spelling. */
export async function rolesNear(typed: string, limit = 6): Promise<ListedRole[]> {
  const words = wordsOf(typed);
  if (words.length === 0) return [];
  const scored = (await allRoles()).map((role) => {
    const names = wordsOf(`${role.singular} ${role.plural}`);
    const own = wordsOf(role.singular);
    const found = words.filter((word) =>
      names.some(
        (name) =>
          name === word ||
          (word.length > 3 && name.startsWith(word)) ||
          (word.length > 4 && distance(word, name) <= 1),
      ),
    );
    return {
      role,
      score:
        found.length / words.length -
        Math.abs(own.length - words.length) * 0.02 -
        distance(own.join(" "), words.join(" ")) * 0.002,
    };
  });
  return scored
    .filter(({ score }) => score > 0.3)
    .sort((a, b) => b.score - a.score || (a.role.slug < b.role.slug ? -1 : 1))
    .slice(0, limit)
    .map(({ role }) => role);
}

const wordsOf = (text: string) =>
  text
    .normalize("NFKD")
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];
