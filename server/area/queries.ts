import { and, asc, count, eq, inArray, like, or, sql, sum } from "drizzle-orm";
import { connection, type Db } from "@/db/client";
import { areaCounties, areas, priceLevels, wages, zipAreas } from "@/db/schema";
import { part, type ReadOf, together, wholeRows } from "@/db/together";
import { type Area, isAreaCode, NATION } from "@/domain/area";
import {
  type AreaIndex,
  areaIndex,
  areasNamed,
  areasOfZip,
  type FoundArea,
  type PlaceAnswer,
  placeAnswer,
  typedZip,
} from "@/domain/area-search";
import { oneLine } from "@/domain/letter";
import type { PriceLevels } from "@/domain/price-level";
import { kept } from "@/server/kept";
import { type LiveReleases, liveIdOf, liveReleases } from "@/server/release/queries";

const areaColumns = { code: areas.code, name: areas.name, kind: areas.kind };

/** An area with the larger ones that it lies in, the smallest first, and price levels of all places where they are asked for. */
export type Place = {
  area: Area;
  larger: Area[];
  /** Whether a price level of the area is published. */
  hasLevel: boolean;
  levels: PriceLevels;
};

export const NATIONWIDE: Place = { area: NATION, larger: [], hasLevel: false, levels: new Map() };

/** What `placeFrom` needs, as parts of a wider read. */
export const placeParts = (code: string, withLevels: boolean) => ({
  areas: wholeRows(
    areas,
    and(
      eq(areas.releaseId, liveIdOf("areas")),
      or(eq(areas.code, code), inArray(areas.kind, ["state", "territory"])),
    ),
  ),
  levels: part(
    {
      area: priceLevels.area,
      name: areas.name,
      level: priceLevels.level,
      releaseId: priceLevels.releaseId,
    },
    sql`${priceLevels} join ${areas} on ${and(eq(areas.releaseId, liveIdOf("areas")), eq(areas.code, priceLevels.area))}`,
    and(
      eq(priceLevels.releaseId, liveIdOf("price-levels")),
      withLevels ? undefined : eq(priceLevels.area, code),
    ),
  ),
});

/** The place of a code, from rows that are read already; undefined for a code that names no area. */
export function placeFrom(
  rows: ReadOf<ReturnType<typeof placeParts>>,
  live: LiveReleases,
  code: string,
  withLevels: boolean,
): Place | undefined {
  const all = new Map(
    rows.levels.map(({ releaseId, ...level }) => {
      const { source, vintage } = live.origin(releaseId);
      return [level.area, { ...level, source, vintage }];
    }),
  );
  const [hasLevel, levels] = [all.has(code), withLevels ? all : new Map()];
  if (code === NATION.code) return { ...NATIONWIDE, levels };
  const found = rows.areas.find((row) => row.code === code);
  if (!found) return undefined;
  const plain = ({ code, name, kind }: typeof found): Area => ({ code, name, kind });
  const states = found.kind === "state" ? [] : found.states.split("-");
  const around = states.flatMap((state) => rows.areas.find((row) => row.code === `US-${state}`) ?? []);
  return { area: plain(found), larger: [...around.map(plain), NATION], hasLevel, levels };
}

/** The area of a code; undefined for a code that names none. A verb gives the handle of its transaction. */
export async function areaOf(code: string, tx?: Db): Promise<Area | undefined> {
  if (code === NATION.code) return NATION;
  if (!isAreaCode(code)) return undefined;
  const [db, live] = [tx ?? (await connection()).db, await liveReleases(tx)];
  const [row] = await db
    .select(areaColumns)
    .from(areas)
    .where(and(eq(areas.releaseId, live.id("areas")), eq(areas.code, code)));
  return row;
}

/** Every area by code. */
export async function allAreas(): Promise<Area[]> {
  const [{ db }, live] = [await connection(), await liveReleases()];
  return db
    .select(areaColumns)
    .from(areas)
    .where(eq(areas.releaseId, live.id("areas")))
    .orderBy(asc(areas.code));
}

/** Longer than any name of a place. */
const TYPED_LENGTH = 120;

/**
 * The areas that a typed place means, best first: a state, a city, a county, a town or a ZIP code. Empty where
 * it means none. `placeAnswer` of domain/area-search.ts says whether one of them is the answer.
 */
export async function areasNear(typed: string, limit = 8): Promise<FoundArea[]> {
  const text = typed.slice(0, TYPED_LENGTH);
  const [{ db }, live] = [await connection(), await liveReleases()];
  const index = await liveIndex(db, live);
  const zip = typedZip(text);
  if (zip === undefined) return areasNamed(text, index, limit);
  const { zips } = await together(db, {
    zips: part(
      { zip: zipAreas.zip, place: zipAreas.place, state: zipAreas.state, area: zipAreas.area },
      zipAreas,
      and(eq(zipAreas.releaseId, live.id("zips")), like(zipAreas.zip, `${zip.slice(0, 3)}%`)),
    ),
  });
  const known = zips.find((row) => row.zip === zip);
  const states = [...new Set(zips.map(({ state }) => state))].sort();
  return areasOfZip(zip, known, states, index).slice(0, limit);
}

/** The area that a place typed into a form means; what was typed with what is like it where it is not one area; undefined where nothing was typed. */
export async function placeTyped(
  place: string | string[] | undefined,
): Promise<{ area: Area } | { typed: string; answer: Exclude<PlaceAnswer, { area: Area }> } | undefined> {
  const typed = oneLine([place].flat()[0] ?? "").slice(0, TYPED_LENGTH);
  if (typed === "") return undefined;
  const answer = placeAnswer(await areasNear(typed));
  return "area" in answer ? { area: answer.area } : { typed, answer };
}

/** The index of the live releases. It takes a moment to make, so that it is kept until one of them changes. */
function liveIndex(db: Db, live: LiveReleases): Promise<AreaIndex> {
  const names = ["areas", "area-counties", "zips", "oews-metro", "oews-state"];
  const key = names.map((name) => live.id(name)).join();
  return kept("places", key, () => makeIndex(db, live));
}

async function makeIndex(db: Db, live: LiveReleases): Promise<AreaIndex> {
  const [all, jobs, counties, towns] = await Promise.all([
    db
      .select({ ...areaColumns, states: areas.states })
      .from(areas)
      .where(eq(areas.releaseId, live.id("areas"))),
    // No file of metro areas has a row of all jobs; these sums order areas and are shown nowhere.
    db
      .select({ area: wages.area, jobs: sum(wages.employment).mapWith(Number) })
      .from(wages)
      .where(inArray(wages.releaseId, [live.id("oews-metro"), live.id("oews-state")]))
      .groupBy(wages.area),
    db
      .select({ area: areaCounties.area, county: areaCounties.county, state: areaCounties.state })
      .from(areaCounties)
      .where(eq(areaCounties.releaseId, live.id("area-counties"))),
    db
      .select({ name: zipAreas.place, state: zipAreas.state, area: zipAreas.area, zips: count() })
      .from(zipAreas)
      .where(eq(zipAreas.releaseId, live.id("zips")))
      .groupBy(zipAreas.place, zipAreas.state, zipAreas.area),
  ]);
  const jobsOf = new Map(jobs.map((row) => [row.area, row.jobs]));
  return areaIndex({
    areas: all.map((area) => ({ ...area, jobs: jobsOf.get(area.code) ?? 0 })),
    counties,
    towns,
  });
}
