import { and, eq, inArray, isNotNull, sql } from "drizzle-orm";
import { connection } from "@/db/client";
import { corrections, occupations, relatedOccupations, wages } from "@/db/schema";
import { together, wholeRows } from "@/db/together";
import { type Area, NATION } from "@/domain/area";
import { standingOf, withCorrections } from "@/domain/correction";
import type { Figure } from "@/domain/figure";
import { medianFigureOf } from "@/domain/pay-market";
import type { PriceLevel } from "@/domain/price-level";
import type { Profile } from "@/domain/profile";
import { NATIONWIDE, placeFrom, placeParts } from "@/server/area/queries";
import { groupsOf, relatedFrom, workParts } from "@/server/occupation/queries";
import { figurePartsOf, roleFiguresFrom } from "@/server/profile/queries";
import { type LiveReleases, liveFrom, livePart } from "@/server/release/queries";
import { roleParts, rolesFrom } from "@/server/role/queries";
import { payFigures, payFrom } from "@/server/wage/queries";

/** What an offer of a role is set against in a place. */
export type FoundMarket = {
  /** In the smallest area around the place with a published median: itself, its state, the nation. */
  market: Pick<Profile, "role" | "area" | "figures" | "occupation">;
  asked: Area;
  /** Of the place asked for; undefined where it has none. */
  priceLevel: PriceLevel | undefined;
  /** Related careers with a published median in the market's area, the most closely related first. */
  related: { slug: string; soc: string; title: string; median: Figure }[];
};

/** Related careers that are shown. */
const MOST_RELATED = 10;

/** The market of a role in an area, by three statements; undefined for a slug or a code that is none. */
export async function offerMarket(slug: string, area: string): Promise<FoundMarket | undefined> {
  const { db } = await connection();
  const read = await together(db, { ...roleParts([slug]), ...placeParts(area, false), live: livePart() });
  const live = liveFrom(read.live);
  const place = placeFrom(read, live, area, false);
  const [role] = await rolesFrom(db, [slug], read);
  if (!place || !role) return undefined;
  const [group = null] = await groupsOf(db, live, [role]);
  const around = [place.area, ...place.larger];
  const ofRelated = sql`(select coalesce(${occupations.mergedInto}, ${occupations.soc})
    from ${relatedOccupations} join ${occupations} on ${and(
      eq(occupations.releaseId, live.id("soc-structure")),
      eq(occupations.soc, sql`substr(${relatedOccupations.relatedOnetSoc}, 1, 7)`),
    )}
    where ${and(
      eq(relatedOccupations.releaseId, live.id("onet-related")),
      inArray(relatedOccupations.onetSoc, group?.profiles ?? []),
    )})`;
  const rows = await together(db, {
    ...figurePartsOf(live, [{ role, group }], place),
    related: workParts(live, group ? [group] : []).related,
    merged: wholeRows(
      occupations,
      and(eq(occupations.releaseId, live.id("soc-structure")), isNotNull(occupations.mergedInto)),
    ),
    relatedPay: wholeRows(
      wages,
      and(
        inArray(wages.releaseId, releasesOf(live, around)),
        inArray(wages.soc, ofRelated),
        inArray(wages.area, [...around.map(({ code }) => code), NATION.code]),
        eq(wages.naics, ""),
      ),
    ),
    relatedCorrections: wholeRows(
      corrections,
      inArray(corrections.measure, ["annual_wage_median", "hourly_wage_median"]),
    ),
  });
  const figuresIn = (where: Area) =>
    roleFiguresFrom(rows, live, { role, group }, { ...NATIONWIDE, area: where }).figures;
  const shown = around.find((where) => medianFigureOf({ figures: figuresIn(where) })) ?? place.area;
  const standing = standingOf(rows.relatedCorrections.sort((a, b) => (a.id < b.id ? -1 : 1)));
  const mergedInto = new Map(rows.merged.map((row) => [row.soc, row.mergedInto]));
  const related = (group ? relatedFrom(rows.related, group) : []).flatMap(({ soc, role: slug, title }) => {
    const code = mergedInto.get(soc) ?? soc;
    const pay = payFrom(rows.relatedPay, live, code, shown);
    const imported = payFigures(pay, live.origin(live.id(pay.dataset)), shown, code !== soc, soc);
    const median = medianFigureOf({ figures: withCorrections(imported, standing, () => code) });
    return slug && median ? [{ slug, soc, title, median }] : [];
  });
  const [level] = read.levels;
  return {
    market: {
      role,
      area: shown,
      occupation: group && { soc: group.soc, title: group.title, mergedInto: group.mergedInto },
      figures: figuresIn(shown),
    },
    asked: place.area,
    priceLevel: level && { ...level, ...live.origin(level.releaseId) },
    related: related.slice(0, MOST_RELATED),
  };
}

const releasesOf = (live: LiveReleases, around: Area[]): number[] => [
  ...new Set(
    [NATION, ...around].map(({ kind }) => live.id(kind === "nation" ? live.nation() : `oews-${kind}`)),
  ),
];
