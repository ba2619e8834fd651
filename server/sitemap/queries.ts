import { and, eq, inArray, sql } from "drizzle-orm";
import { connection } from "@/db/client";
import { corrections, occupations, occupationTitles, roleEdits, roles } from "@/db/schema";
import { part, type ReadOf, together } from "@/db/together";
import { NATION } from "@/domain/area";
import { familyOf } from "@/domain/family";
import { ALL_FAMILIES, familyAddress } from "@/domain/family-view";
import { postingPath } from "@/domain/posting-view";
import { ADDRESSES_A_PART, jobsPart, type SitemapEntry, sitemapParts } from "@/domain/sitemap";
import { curatedComparisons } from "@/server/comparison/queries";
import { familyMeasures, overviewMeasures } from "@/server/family/queries";
import { codesOf } from "@/server/figure/queries";
import { groupsFrom, publishedCode } from "@/server/occupation/queries";
import { livePostingChanges, liveTotal } from "@/server/posting/queries";
import { liveIdOf, livePart } from "@/server/release/queries";

/** The names of all parts at a moment. */
export const sitemapPartsAt = async (now: Date): Promise<string[]> => sitemapParts(await liveTotal(now));

/** The addresses of a part, each with when its page last changed; undefined for a name that is no part. */
export async function sitemapPart(name: string, now: Date): Promise<SitemapEntry[] | undefined> {
  if (name === "families.xml") return familyEntries(await readChanges());
  if (name === "careers.xml") return careerEntries(await readChanges());
  if (name === "comparisons.xml") return curatedComparisons();
  const nth = jobsPart(name);
  if (nth === undefined) return undefined;
  const span = { limit: ADDRESSES_A_PART, offset: (nth - 1) * ADDRESSES_A_PART };
  const postings = await livePostingChanges(span, now);
  if (nth > 1 && postings.length === 0) return undefined;
  return postings.map((posting) => ({ address: postingPath(posting), changedAt: posting.changedAt }));
}

/** Every role, what it is counted under, and what editors changed since the last import, by one statement. */
async function readChanges() {
  const { db } = await connection();
  return together(db, changeParts());
}

const changeParts = () => ({
  live: livePart(),
  roles: part({ slug: roles.slug, soc: roles.soc }, roles, eq(roles.releaseId, liveIdOf("roles"))),
  codes: part(
    {
      soc: occupations.soc,
      title: occupations.title,
      level: occupations.level,
      mergedInto: occupations.mergedInto,
    },
    occupations,
    and(
      eq(occupations.releaseId, liveIdOf("soc-structure")),
      inArray(occupations.level, ["major", "detailed", "merged"]),
    ),
  ),
  profiles: part(
    { soc: occupationTitles.soc, onetSoc: sql<string>`${occupationTitles.onetSoc}` },
    occupationTitles,
    and(eq(occupationTitles.releaseId, liveIdOf("onet-titles")), eq(occupationTitles.kind, "profile")),
  ),
  corrections: part(
    {
      subject: corrections.subject,
      measure: corrections.measure,
      area: corrections.area,
      at: corrections.createdAt,
    },
    corrections,
    undefined,
  ),
  edits: part(
    { id: roleEdits.id, role: roleEdits.role, soc: roleEdits.soc, at: roleEdits.createdAt },
    roleEdits,
    undefined,
  ),
});
type Changes = ReadOf<ReturnType<typeof changeParts>>;

/** The last of some moments; that of the last import where none is later. */
function changedAt({ live }: Changes, times: readonly Date[]): Date {
  const imported = live.map(({ importedAt }) => importedAt.getTime());
  return new Date([...imported, ...times.map((time) => time.getTime())].reduce((a, b) => Math.max(a, b), 0));
}

/** Career pages. Each shows what is said of its own title, of its occupation, and of the groups that this is counted with. */
function careerEntries(changes: Changes): SitemapEntry[] {
  const subjects = subjectsOf(changes);
  return subjects.map((subject) => {
    const codes = new Set(codesOf(subject));
    const times = [
      ...changes.corrections.filter((correction) => codes.has(correction.subject)),
      ...changes.edits.filter((edit) => edit.role === subject.role.slug),
    ].map(({ at }) => at);
    return { address: `/careers/${subject.role.slug}`, changedAt: changedAt(changes, times) };
  });
}

/** Roles by slug as they stand edited, each with its group. */
function subjectsOf(changes: Changes) {
  const edits = new Map(
    changes.edits.toSorted((a, b) => (a.id < b.id ? -1 : 1)).map(({ role, soc }) => [role, soc]),
  );
  const known = changes.roles
    .map(({ slug, soc }) => ({ slug, soc: edits.get(slug) ?? soc }))
    .sort((a, b) => (a.slug < b.slug ? -1 : 1));
  const groups = groupsFrom(changes, known);
  return known.map((role, i) => ({ role, group: groups[i] ?? null }));
}

/** The overview of families and each family, of the nation: figures of a place stand in views that are no pages of their own. */
function familyEntries(changes: Changes): SitemapEntry[] {
  const corrected = changes.corrections.filter(({ area }) => area === NATION.code);
  const lines = new Map(
    subjectsOf(changes).flatMap(({ group }) => (group ? [[publishedCode(group), familyOf(group.soc)]] : [])),
  );
  // A role that an editor maps to another occupation leaves one family and comes to another.
  const moved = new Set(changes.edits.flatMap(({ role, soc }) => (soc === null ? [] : role)));
  const importedSocs = new Map(changes.roles.map(({ slug, soc }) => [slug, soc]));
  const moves = changes.edits
    .filter(({ role }) => moved.has(role))
    .flatMap(({ role, at }) =>
      [
        importedSocs.get(role),
        ...changes.edits.filter((edit) => edit.role === role).map(({ soc }) => soc),
      ].flatMap((soc) => (soc ? [{ family: familyOf(soc), at }] : [])),
    );
  const overview = [
    ...corrected.filter(({ subject, measure }) => lines.has(subject) && overviewMeasures.includes(measure)),
    ...moves,
  ];
  const families = changes.codes.filter(({ level }) => level === "major").map(({ soc }) => soc);
  return [
    {
      address: familyAddress(ALL_FAMILIES),
      changedAt: changedAt(
        changes,
        overview.map(({ at }) => at),
      ),
    },
    ...families.sort().map((family) => {
      const times = [
        ...corrected.filter(
          ({ subject, measure }) => lines.get(subject) === family && familyMeasures.includes(measure),
        ),
        ...moves.filter((move) => move.family === family),
      ].map(({ at }) => at);
      return { address: familyAddress({ ...ALL_FAMILIES, family }), changedAt: changedAt(changes, times) };
    }),
  ];
}
