import { connection } from "@/db/client";
import { together } from "@/db/together";
import { isAreaCode } from "@/domain/area";
import { type Comparison, compare, type Fallback } from "@/domain/comparison";
import { type ComparisonView, NATIONAL_VIEW } from "@/domain/comparison-view";
import { canonicalPair } from "@/domain/pair";
import type { PriceLevel } from "@/domain/price-level";
import type { Profile } from "@/domain/profile";
import { placeFrom, placeParts } from "@/server/area/queries";
import { changesOf } from "@/server/figure/queries";
import { groupsOf } from "@/server/occupation/queries";
import { profilesFrom } from "@/server/profile/queries";
import { liveFrom, livePart } from "@/server/release/queries";
import { pairPart, pairsFrom, roleParts, rolesFrom, rolesOf } from "@/server/role/queries";

export type ComparisonFault =
  | { fault: "unknown"; slugs: string[] }
  | { fault: "same_role" }
  | { fault: "unknown_area"; area: string };

export type FoundComparison = {
  comparison: Comparison;
  /** By which pay was adjusted; undefined where it was not asked for, or the area has none. */
  priceLevel: PriceLevel | undefined;
  /** Whether the area has a price level to adjust by. */
  hasPriceLevel: boolean;
  /** The order of roles that editors chose for some pairs. */
  pairs: { a: string; b: string }[];
};

/**
 * The comparison of roles in the order given, in an area; or why there is none: slugs that are no role, one role
 * by two names, a code that is no area. Expects two to four slugs. Three statements, however many roles.
 */
export async function comparisonOf(
  slugs: string[],
  { area, isReal }: Pick<ComparisonView, "area" | "isReal"> = NATIONAL_VIEW,
): Promise<FoundComparison | ComparisonFault> {
  if (!isAreaCode(area)) return { fault: "unknown_area", area };
  const { db } = await connection();
  const read = await together(db, {
    ...roleParts(slugs),
    ...placeParts(area, isReal),
    pairs: pairPart(),
    live: livePart(),
  });
  const live = liveFrom(read.live);
  const place = placeFrom(read, live, area, isReal);
  if (!place) return { fault: "unknown_area", area };
  const roles = await rolesFrom(db, slugs, read);
  const unknown = slugs.filter((_, i) => !roles[i]);
  if (unknown.length > 0) return { fault: "unknown", slugs: unknown };
  if (new Set(roles.map((role) => role?.slug)).size < slugs.length) return { fault: "same_role" };
  const priceLevel = place.levels.get(area);
  const profiles = (await profilesFrom(
    db,
    live,
    roles,
    priceLevel ? place : { ...place, levels: new Map() },
  )) as Profile[];
  const areaOf = (code: string) => place.larger.find((larger) => larger.code === code);
  const fallbacks = profiles.flatMap(({ nearest }, role) =>
    nearest.flatMap((figure): Fallback[] => {
      const around = areaOf(figure.area);
      return around ? [{ role, measure: figure.measure, figure, area: around }] : [];
    }),
  );
  return {
    comparison: { ...compare(profiles, place.area), adjusted: priceLevel !== undefined, fallbacks },
    priceLevel,
    hasPriceLevel: place.hasLevel,
    pairs: pairsFrom(read.pairs),
  };
}

/** The comparisons that editors chose, and since when each stands as it does: the last import, correction or edit of what it shows. */
export async function curatedComparisons(): Promise<{ address: string; changedAt: Date }[]> {
  const { db } = await connection();
  const { pairs, live } = await together(db, { pairs: pairPart(), live: livePart() });
  const inOrder = pairsFrom(pairs);
  const slugs = [...new Set(inOrder.flatMap(({ a, b }) => [a, b]))];
  const [releases, roles] = [liveFrom(live), await rolesOf(slugs)];
  const groups = await groupsOf(db, releases, roles);
  const subjects = new Map(
    slugs.map((slug, i) => [slug, { role: roles[i], group: groups[i] ?? null }] as const),
  );
  const changes = await changesOf(
    db,
    [...subjects.values()].flatMap(({ role, group }) => (role ? [{ role, group }] : [])),
  );
  const imported = Math.max(0, ...live.map(({ importedAt }) => importedAt.getTime()));
  return inOrder.flatMap(({ a, b }) => {
    if (!subjects.get(a)?.role || !subjects.get(b)?.role) return [];
    const changed = [a, b].map((slug) => changes.get(slug)?.getTime() ?? 0);
    return [
      {
        address: `/compare/${canonicalPair([a, b], inOrder)}`,
        changedAt: new Date(Math.max(imported, ...changed)),
      },
    ];
  });
}
