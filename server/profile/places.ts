import { and, eq, inArray, sql } from "drizzle-orm";
import { connection } from "@/db/client";
import { areas, corrections, wages } from "@/db/schema";
import { part, type ReadOf, together, wholeRows } from "@/db/together";
import { type Area, isAreaCode } from "@/domain/area";
import { correctionKey, type Standing, standingOf } from "@/domain/correction";
import type { PlaceEntry, PlaceKind, PlaceList } from "@/domain/place-list";
import type { PlaceView } from "@/domain/place-view";
import { atNationalPrices, type PriceLevels } from "@/domain/price-level";
import { usStates } from "@/domain/us-state";
import { placeFrom, placeParts } from "@/server/area/queries";
import { groupsOf, publishedCode } from "@/server/occupation/queries";
import { touch } from "@/server/page/touch";
import { type LiveReleases, liveFrom, livePart } from "@/server/release/queries";
import { type Role, roleParts, rolesFrom } from "@/server/role/queries";
import { isPaidByTheHourAlone } from "@/server/wage/queries";

export type FoundPlaces = PlaceList & {
  role: Role;
  area: Area;
  /** Whether pay was divided by the price level of each place. */
  isAdjusted: boolean;
};

/**
 * All places of a kind with the pay of one role: every state and DC, or the metro areas with a figure; in no
 * order. Or why there is none: no such role, no such area. Three statements.
 */
export async function placesOf(
  slug: string,
  kind: PlaceKind,
  { area, isReal }: PlaceView,
): Promise<FoundPlaces | { fault: "unknown" } | { fault: "unknown_area" }> {
  if (!isAreaCode(area)) return { fault: "unknown_area" };
  const { db } = await connection();
  const read = await together(db, { ...roleParts([slug]), ...placeParts(area, isReal), live: livePart() });
  const live = liveFrom(read.live);
  const [role] = await rolesFrom(db, [slug], read);
  if (!role) return { fault: "unknown" };
  const place = placeFrom(read, live, area, isReal);
  if (!place) return { fault: "unknown_area" };
  const [group] = await groupsOf(db, live, [role]);
  const code = group ? publishedCode(group) : "";
  const rows = await together(db, placePayParts(live, code, kind));
  return {
    role,
    area: place.area,
    isAdjusted: isReal,
    ...placeListFrom(rows, live, code, kind, place.levels),
  };
}

/** Pay of a code in all places of a kind, from rows that are read already; after prices where levels are given. */
export function placeListFrom(
  rows: PlacePayRows,
  live: LiveReleases,
  code: string,
  kind: PlaceKind,
  levels: PriceLevels,
): PlaceList {
  const isHourly = isPaidByTheHourAlone(rows.national[0]);
  return {
    unit: isHourly ? "dollars an hour" : "dollars a year",
    places: placesFrom(rows, code, kind, isHourly, levels),
    origin: live.origin(live.id(`oews-${kind}`)),
  };
}

/** Pay of a published code in all places of a kind, as parts of a wider read. */
export function placePayParts(live: LiveReleases, code: string, kind: PlaceKind) {
  touch(`figure:${code}`);
  return {
    national: part(
      { annualMedian: wages.annualMedian, hourlyMedian: wages.hourlyMedian, marks: wages.marks },
      wages,
      and(
        eq(wages.releaseId, live.id(live.nation())),
        eq(wages.soc, code),
        eq(wages.area, "US"),
        eq(wages.naics, ""),
      ),
    ),
    inPlaces: part(
      {
        area: wages.area,
        name: areas.name,
        annualMedian: wages.annualMedian,
        hourlyMedian: wages.hourlyMedian,
        employment: wages.employment,
      },
      sql`${wages} join ${areas} on ${and(eq(areas.releaseId, live.id("areas")), eq(areas.code, wages.area))}`,
      and(
        eq(wages.releaseId, live.id(`oews-${kind}`)),
        eq(wages.soc, code),
        eq(wages.naics, ""),
        eq(areas.kind, kind),
      ),
    ),
    ofPlaces: wholeRows(
      corrections,
      and(
        eq(corrections.subject, code),
        inArray(corrections.measure, ["annual_wage_median", "hourly_wage_median", "employment"]),
      ),
    ),
  };
}
export type PlacePayRows = ReadOf<ReturnType<typeof placePayParts>>;

function placesFrom(
  rows: PlacePayRows,
  code: string,
  kind: PlaceKind,
  isHourly: boolean,
  levels: PriceLevels,
): PlaceEntry[] {
  const standing: Standing = standingOf(rows.ofPlaces.toSorted((a, b) => (a.id < b.id ? -1 : 1)));
  const measure = isHourly ? "hourly_wage_median" : "annual_wage_median";
  const published = rows.inPlaces.map(
    ({ area, name, annualMedian, hourlyMedian, employment }): PlaceEntry => {
      const [pay, jobs] = [measure, "employment"].map((of) => standing.get(correctionKey(code, of, area)));
      const median = pay?.value ?? (isHourly ? hourlyMedian : annualMedian);
      return {
        ...{ area, name, median, employment: jobs?.value ?? employment },
        corrected: [...new Set([pay, jobs].flatMap((by) => by?.source ?? []))].join(", ") || null,
      };
    },
  );
  const known = new Set(published.map(({ area }) => area));
  const missing =
    kind === "state" ? usStates.filter(({ code, postal }) => postal !== "PR" && !known.has(code)) : [];
  const all = [
    ...published.filter(
      ({ median, employment }) => kind === "state" || median !== null || employment !== null,
    ),
    ...missing.map(({ code: area, name }) => ({
      ...{ area, name, median: null, employment: null, corrected: null },
    })),
  ];
  if (levels.size === 0) return all;
  return all.flatMap((entry): PlaceEntry[] => {
    const level = levels.get(entry.area)?.level;
    if (level === undefined) return [];
    const { median } = entry;
    return [{ ...entry, median: median === null ? null : atNationalPrices(median, level, isHourly) }];
  });
}
