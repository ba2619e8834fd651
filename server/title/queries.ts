import { and, asc, desc, eq, inArray } from "drizzle-orm";
import { connection, type Db } from "@/db/client";
import { occupations, occupationTitles, roleEdits, roles, wages } from "@/db/schema";
import { part, together } from "@/db/together";
import { editedRole } from "@/domain/correction";
import { titleAliases } from "@/domain/title-aliases";
import { type KnownTitle, type TitledOccupation, type TitleIndex, titleIndex } from "@/domain/title-index";
import { type FoundTitle, type TitleAsk, titlesMeant } from "@/domain/title-search";
import { kept } from "@/server/kept";
import { touch } from "@/server/page/touch";
import { type LiveReleases, liveFrom, livePart } from "@/server/release/queries";

/** The occupations, or roles, that a text means, best first; empty where nothing sensible comes near. One statement, once the index is made. */
export async function titlesNear(text: string, ask?: TitleAsk): Promise<FoundTitle[]> {
  touch("role");
  return titlesMeant(text, await liveIndex(), ask);
}

/** The index of what is live and of what editors last wrote of roles: kept by the process until one of them changes. */
async function liveIndex(): Promise<TitleIndex> {
  const { db } = await connection();
  const newest = db.select({ id: roleEdits.id }).from(roleEdits).orderBy(desc(roleEdits.id)).limit(1);
  const read = await together(db, {
    live: livePart(),
    edits: part({ id: roleEdits.id }, roleEdits, eq(roleEdits.id, newest)),
  });
  const live = liveFrom(read.live);
  const names = ["soc-structure", "soc-titles", "onet-titles", "roles", live.nation()];
  const key = [...names.map((name) => live.id(name)), read.edits[0]?.id].join();
  return kept("titles", key, () => makeTitleIndex(db, live));
}

/** The index of the titles of live releases, of roles as editors left them, and of the project's aliases. */
export async function makeTitleIndex(db: Db, live: LiveReleases): Promise<TitleIndex> {
  const [groups, jobs, allRoles, edits, titles] = await Promise.all([
    db
      .select({
        soc: occupations.soc,
        title: occupations.title,
        level: occupations.level,
        mergedInto: occupations.mergedInto,
      })
      .from(occupations)
      .where(
        and(
          eq(occupations.releaseId, live.id("soc-structure")),
          inArray(occupations.level, ["detailed", "merged"]),
        ),
      )
      .orderBy(asc(occupations.soc)),
    db
      .select({ soc: wages.soc, jobs: wages.employment })
      .from(wages)
      .where(and(eq(wages.releaseId, live.id(live.nation())), eq(wages.area, "US"), eq(wages.naics, ""))),
    db
      .select()
      .from(roles)
      .where(eq(roles.releaseId, live.id("roles")))
      .orderBy(asc(roles.slug)),
    db.select().from(roleEdits).orderBy(asc(roleEdits.id)),
    db
      .select({ title: occupationTitles.title, soc: occupationTitles.soc, source: occupationTitles.kind })
      .from(occupationTitles)
      .where(inArray(occupationTitles.releaseId, [live.id("soc-titles"), live.id("onet-titles")]))
      .orderBy(asc(occupationTitles.releaseId), asc(occupationTitles.position)),
  ]);
  const newest = new Map(edits.map((edit) => [edit.role, edit]));
  const known = allRoles.map((role) => editedRole(role, newest.get(role.slug)));
  return titleIndex(
    [...ownTitles(known), ...titleAliases, ...groups.map(officialTitle), ...titles],
    jobsOf(groups, jobs, known),
  );
}

const officialTitle = ({ title, soc }: { title: string; soc: string }): KnownTitle => ({
  title,
  soc,
  source: "occupation",
});

type NamedRole = Pick<typeof roles.$inferSelect, "slug" | "singular" | "kind" | "soc"> & { titles: string[] };

/** What roles are called, and what editors say that they are called. */
function* ownTitles(known: readonly NamedRole[]): Generator<KnownTitle> {
  for (const { slug, singular, kind, soc, titles } of known) {
    yield { title: singular, soc, source: kind === "title" ? "role" : "occupation", role: slug };
    for (const title of titles) yield { title, soc, source: "role", role: slug };
  }
}

/** Each occupation with its national jobs: of a member of a merged code an equal part of those of the code, which orders occupations and is shown nowhere. */
function jobsOf(
  groups: readonly { soc: string; title: string; level: string; mergedInto: string | null }[],
  jobs: readonly { soc: string; jobs: number | null }[],
  known: readonly NamedRole[],
): TitledOccupation[] {
  const counted = new Map(jobs.map((row) => [row.soc, row.jobs ?? 0]));
  const roleOf = new Map(
    known.flatMap(({ slug, kind, soc }) => (kind === "occupation" && soc ? [[soc, slug] as const] : [])),
  );
  const members = (code: string | null) => groups.filter(({ mergedInto }) => mergedInto === code).length;
  return groups.flatMap(({ soc, title, level, mergedInto }) => {
    const role = roleOf.get(soc);
    const share = mergedInto === null ? 0 : (counted.get(mergedInto) ?? 0) / members(mergedInto);
    return role ? [{ soc, title, role, jobs: counted.get(soc) ?? share, isMerged: level === "merged" }] : [];
  });
}
