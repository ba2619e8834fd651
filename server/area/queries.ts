import { and, asc, count, eq, inArray, like, sum } from "drizzle-orm";
import { connection, type Db } from "@/db/client";
import { areaCounties, areas, priceLevels, wages, zipAreas } from "@/db/schema";
import { type Area, NATION } from "@/domain/area";
import {
  type AreaIndex,
  areaIndex,
  areasNamed,
  areasOfZip,
  type FoundArea,
  typedZip,
} from "@/domain/area-search";
import type { FigureSource } from "@/domain/figure";
import { type LiveReleases, liveReleases } from "@/server/release/queries";

const areaColumns = { code: areas.code, name: areas.name, kind: areas.kind };

/** The area of a code; undefined for a code that names none. A verb gives the handle of its transaction. */
export async function areaOf(code: string, tx?: Db): Promise<Area | undefined> {
  if (code === NATION.code) return NATION;
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
  const ofRelease = eq(zipAreas.releaseId, live.id("zips"));
  const [known] = await db
    .select({ zip: zipAreas.zip, place: zipAreas.place, state: zipAreas.state, area: zipAreas.area })
    .from(zipAreas)
    .where(and(ofRelease, eq(zipAreas.zip, zip)));
  const neighbors = await db
    .selectDistinct({ state: zipAreas.state })
    .from(zipAreas)
    .where(and(ofRelease, like(zipAreas.zip, `${zip.slice(0, 3)}%`)))
    .orderBy(asc(zipAreas.state));
  const states = neighbors.map(({ state }) => state);
  return areasOfZip(zip, known, states, index).slice(0, limit);
}

let kept: { releases: string; index: Promise<AreaIndex> } | undefined;

/** The index of the live releases. It takes a moment to make, so that it is kept until one of them changes. */
function liveIndex(db: Db, live: LiveReleases): Promise<AreaIndex> {
  const names = ["areas", "area-counties", "zips", "oews-metro", "oews-state"];
  const key = names.map((name) => live.id(name)).join();
  if (kept?.releases !== key) {
    const index = makeIndex(db, live);
    kept = { releases: key, index };
    index.catch(() => {
      kept = undefined;
    });
  }
  return kept.index;
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

/**
 * The areas that an area lies in, the nearest first: the states of a metro area, the first of its name first, or
 * the state of a nonmetro area, and then the nation. Empty for the nation.
 */
export async function largerAreas(area: Area): Promise<Area[]> {
  if (area.kind === "nation") return [];
  if (area.kind === "state" || area.kind === "territory") return [NATION];
  const [{ db }, live] = [await connection(), await liveReleases()];
  const ofRelease = eq(areas.releaseId, live.id("areas"));
  const [own] = await db
    .select({ states: areas.states })
    .from(areas)
    .where(and(ofRelease, eq(areas.code, area.code)));
  const codes = (own?.states ?? "").split("-").map((postal) => `US-${postal}`);
  const states = await db
    .select(areaColumns)
    .from(areas)
    .where(and(ofRelease, inArray(areas.code, codes)));
  return [...codes.flatMap((code) => states.find((state) => state.code === code) ?? []), NATION];
}

/** A regional price parity: prices of an area in percent of the nation's. */
export type PriceLevel = { level: number; year: number; source: FigureSource; vintage: string };

/** The price level of a state or metro area; undefined where none is published, as for nonmetro areas and Puerto Rico. */
export async function priceLevelOf(area: Area): Promise<PriceLevel | undefined> {
  const [{ db }, live] = [await connection(), await liveReleases()];
  const release = live.id("price-levels");
  const [row] = await db
    .select({ level: priceLevels.level, year: priceLevels.year })
    .from(priceLevels)
    .where(and(eq(priceLevels.releaseId, release), eq(priceLevels.area, area.code)));
  if (!row) return undefined;
  const { source, vintage } = live.origin(release);
  return { ...row, source, vintage };
}
