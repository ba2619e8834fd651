import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { connection, type Db } from "@/db/client";
import { corrections, curatedPairs, roleEdits, roleSkills, roles, wages } from "@/db/schema";
import { part, together, wholeRows } from "@/db/together";
import { correctionKey, editedRole, type RoleEdit, standingOf } from "@/domain/correction";
import { isSlug } from "@/domain/pair";
import type { TitleSkill } from "@/domain/profile";
import { roleSlug } from "@/domain/role";
import { touch } from "@/server/page/touch";
import { type LiveReleases, liveIdOf, liveNationId, liveReleases } from "@/server/release/queries";
import { titlesNear } from "@/server/title/queries";

/** A role with what editors wrote of it, and the other titles they named. */
export type Role = RoleRow & { titles: string[] };
type RoleRow = typeof roles.$inferSelect;
export type ListedRole = Pick<
  Role,
  "slug" | "singular" | "plural" | "article" | "kind" | "soc" | "titles"
> & {
  annualMedian: number | null;
};

/**
 * The roles of the given slugs, in the order asked; undefined for an unknown one. A slug made from a role's
 * singular or plural name finds it too ("registered-nurse"), so that a guess at the address arrives.
 */
export async function rolesOf(slugs: string[]): Promise<(Role | undefined)[]> {
  const { db } = await connection();
  return rolesFrom(db, slugs, await together(db, roleParts(slugs)));
}

/** What `rolesFrom` needs, as parts of a wider read. */
export function roleParts(asked: string[]) {
  // What cannot be a slug is not asked of the database: PostgreSQL takes no NUL.
  const slugs = asked.filter(isSlug);
  touch(...slugs.map((slug) => `role:${slug}` as const));
  return {
    roles: wholeRows(roles, and(eq(roles.releaseId, liveIdOf("roles")), inArray(roles.slug, slugs))),
    edits: wholeRows(roleEdits, inArray(roleEdits.role, slugs)),
  };
}

/** As `rolesOf`, from rows that are read already; asks again only for slugs that no role has. */
export async function rolesFrom(
  db: Db,
  slugs: string[],
  read: { roles: RoleRow[]; edits: (typeof roleEdits.$inferSelect)[] },
): Promise<(Role | undefined)[]> {
  const edits = newestOf(read.edits);
  const bySlug = new Map(read.roles.map((role) => [role.slug, editedRole(role, edits.get(role.slug))]));
  const missing = slugs.filter((slug) => !bySlug.has(slug));
  if (missing.length > 0) {
    const byName = new Map<string, RoleRow>();
    const all = db
      .select()
      .from(roles)
      .where(eq(roles.releaseId, liveIdOf("roles")))
      .orderBy(asc(roles.slug));
    for (const role of await all)
      for (const name of [roleSlug(role.singular), roleSlug(role.plural)])
        if (!byName.has(name)) byName.set(name, role);
    const named = missing.flatMap((slug) => byName.get(slug) ?? []);
    const editsOfNamed = await newestEdits(
      db,
      named.map(({ slug }) => slug),
    );
    for (const slug of missing) {
      const role = byName.get(slug);
      if (role) bySlug.set(slug, editedRole(role, editsOfNamed.get(role.slug)));
    }
  }
  return slugs.map((slug) => bySlug.get(slug));
}

/** The role of a slug as imported, before anything that an editor wrote; undefined for an unknown one. */
export async function importedRoleOf(
  db: Db,
  live: LiveReleases,
  slug: string,
): Promise<typeof roles.$inferSelect | undefined> {
  const [role] = await db
    .select()
    .from(roles)
    .where(and(eq(roles.releaseId, live.id("roles")), eq(roles.slug, slug)));
  return role;
}

/** What editors last wrote, by the slug of the role; of all roles where no slugs are given. */
export async function newestEdits(db: Db, slugs?: string[]): Promise<Map<string, RoleEdit>> {
  if (slugs?.length === 0) return new Map();
  touch(...(slugs?.map((slug) => `role:${slug}` as const) ?? ["role" as const]));
  const rows = await db
    .select()
    .from(roleEdits)
    .where(slugs && inArray(roleEdits.role, slugs));
  return newestOf(rows);
}

function newestOf(rows: readonly (typeof roleEdits.$inferSelect)[]): Map<string, RoleEdit> {
  const inOrder = rows.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return new Map(inOrder.map((row) => [row.role, row]));
}

/** Skills that a source names for titles, as a part of a wider read. */
export const titleSkillPart = (live: LiveReleases, slugs: string[]) =>
  wholeRows(
    roleSkills,
    and(eq(roleSkills.releaseId, live.id("seed-skills")), inArray(roleSkills.role, slugs)),
  );

/** Skills that a source names for a role's title, in its order. */
export function titleSkillsFrom(
  rows: readonly (typeof roleSkills.$inferSelect)[],
  live: LiveReleases,
  { slug }: Role,
): TitleSkill[] {
  return rows
    .filter(({ role }) => role === slug)
    .sort((a, b) => a.position - b.position)
    .map(({ name, share, releaseId }) => {
      const { source, vintage } = live.origin(releaseId);
      return { name, share, source, vintage };
    });
}

/** All roles by name, with the national annual median in dollars where their own code has one, as it stands corrected. One statement. */
export async function allRoles(): Promise<ListedRole[]> {
  const { db } = await connection();
  touch("role", "figure");
  const read = await together(db, {
    roles: part(
      {
        slug: roles.slug,
        singular: roles.singular,
        plural: roles.plural,
        article: roles.article,
        kind: roles.kind,
        soc: roles.soc,
        annualMedian: wages.annualMedian,
      },
      sql`${roles} left join ${wages} on ${and(
        eq(wages.releaseId, liveNationId()),
        eq(wages.soc, roles.soc),
        eq(wages.area, "US"),
        eq(wages.naics, ""),
      )}`,
      eq(roles.releaseId, liveIdOf("roles")),
    ),
    edits: wholeRows(roleEdits, undefined),
    medians: wholeRows(corrections, and(eq(corrections.measure, MEDIAN), eq(corrections.area, "US"))),
  });
  const rows = read.roles.sort((a, b) => (a.slug < b.slug ? -1 : 1));
  const edits = newestOf(read.edits);
  const medians = read.medians.sort((a, b) => (a.id < b.id ? -1 : 1));
  const standing = standingOf(medians);
  const ofOccupations = new Map(
    rows.flatMap(({ kind, soc, annualMedian }) =>
      kind === "occupation" && soc ? [[soc, annualMedian] as const] : [],
    ),
  );
  return rows.map((row) => {
    const edit = edits.get(row.slug);
    const soc = edit?.soc ?? row.soc;
    const imported = soc === row.soc ? row.annualMedian : (ofOccupations.get(soc ?? "") ?? null);
    const corrected = soc === null ? undefined : standing.get(correctionKey(soc, MEDIAN, "US"))?.value;
    return { ...row, soc, annualMedian: corrected ?? imported, titles: edit?.titles ?? [] };
  });
}

const MEDIAN = "annual_wage_median";

/** The role that stands for an occupation; undefined for a code that is none. */
export async function roleOfOccupation(soc: string): Promise<Role | undefined> {
  const [{ db }, live] = [await connection(), await liveReleases()];
  const [role] = await db
    .select()
    .from(roles)
    .where(and(eq(roles.releaseId, live.id("roles")), eq(roles.soc, soc), eq(roles.kind, "occupation")));
  return role && editedRole(role, (await newestEdits(db, [role.slug])).get(role.slug));
}

/** Curated pairs of slugs, in the editor's order. */
export async function pairsByEditor(): Promise<{ a: string; b: string }[]> {
  const { db } = await connection();
  return pairsFrom((await together(db, { pairs: pairPart() })).pairs);
}

/** The curated pairs as a part of a wider read. */
export const pairPart = () => wholeRows(curatedPairs, eq(curatedPairs.releaseId, liveIdOf("pairs")));

/** The same from rows that are read already. */
export const pairsFrom = (rows: readonly (typeof curatedPairs.$inferSelect)[]): { a: string; b: string }[] =>
  rows.toSorted((a, b) => a.position - b.position).map(({ a, b }) => ({ a, b }));

/** The roles that a text may mean, best first: one alone where it is a slug, else those whose titles come near. */
export async function rolesMeant(text: string): Promise<(Role | ListedRole)[]> {
  const [role] = isSlug(text) ? await rolesOf([text]) : [];
  return role ? [role] : rolesNear(text);
}

/** The roles of the comparisons that editors chose, the first of them first. Two statements. */
export async function rolesOftenCompared(limit: number): Promise<Role[]> {
  const slugs = (await pairsByEditor()).flatMap(({ a, b }) => [a, b]);
  return (await rolesOf([...new Set(slugs)].slice(0, limit))).flatMap((role) => role ?? []);
}

/** A role with the title by which it was found; null where that is its own name. */
export type FoundRole = ListedRole & { via: string | null };

/** How far below the best a role may lie that is offered beside it. */
const REACH = 0.4;

/** Roles that a typed title means, best first; none where nothing sensible comes near. `among`: all roles, where they are read already. */
export async function rolesNear(
  typed: string,
  limit = 6,
  among?: readonly ListedRole[],
): Promise<FoundRole[]> {
  const found = await titlesNear(typed, { limit, by: "role", reach: REACH, isTyping: true });
  if (found.length === 0) return [];
  const known = new Map((among ?? (await allRoles())).map((role) => [role.slug, role]));
  return found.flatMap(({ role: slug, via }) => {
    const role = known.get(slug);
    const isOwn = [role?.singular, role?.plural].some(
      (name) => name?.toLowerCase() === via.title.toLowerCase(),
    );
    return role ? [{ ...role, via: isOwn ? null : via.title }] : [];
  });
}
