import { and, eq, or, sql } from "drizzle-orm";
import { connection, type Db } from "@/db/client";
import { areas, priceLevels } from "@/db/schema";
import { part, type ReadOf, wholeRows } from "@/db/together";
import { type Area, NATION } from "@/domain/area";
import type { PriceLevels } from "@/domain/price-level";
import { type LiveReleases, liveIdOf, liveReleases } from "@/server/release/queries";

/** An area with the larger ones that it lies in, the smallest first, and price levels of all places where they are asked for. */
export type Place = { area: Area; larger: Area[]; levels: PriceLevels };

export const NATIONWIDE: Place = { area: NATION, larger: [], levels: new Map() };

/** What `placeFrom` needs, as parts of a wider read. */
export const placeParts = (code: string, withLevels: boolean) => ({
  areas: wholeRows(
    areas,
    and(eq(areas.releaseId, liveIdOf("areas")), or(eq(areas.code, code), eq(areas.kind, "state"))),
  ),
  levels: part(
    {
      area: priceLevels.area,
      name: areas.name,
      level: priceLevels.level,
      releaseId: priceLevels.releaseId,
    },
    sql`${priceLevels} join ${areas} on ${and(eq(areas.releaseId, liveIdOf("areas")), eq(areas.code, priceLevels.area))}`,
    withLevels ? eq(priceLevels.releaseId, liveIdOf("price-levels")) : sql`1 = 0`,
  ),
});

/** The place of a code, from rows that are read already; undefined for a code that names no area. */
export function placeFrom(
  rows: ReadOf<ReturnType<typeof placeParts>>,
  live: LiveReleases,
  code: string,
): Place | undefined {
  const levels = new Map(
    rows.levels.map(({ releaseId, ...level }) => {
      const { source, vintage } = live.origin(releaseId);
      return [level.area, { ...level, source, vintage }];
    }),
  );
  if (code === NATION.code) return { ...NATIONWIDE, levels };
  const found = rows.areas.find((row) => row.code === code);
  if (!found) return undefined;
  const plain = ({ code, name, kind }: typeof found): Area => ({ code, name, kind });
  const states = found.kind === "state" ? [] : found.states.split("-");
  const around = states.flatMap((state) => rows.areas.find((row) => row.code === `US-${state}`) ?? []);
  return { area: plain(found), larger: [...around.map(plain), NATION], levels };
}

/** The area of a code; undefined for a code that names none. A verb gives the handle of its transaction. */
export async function areaOf(code: string, tx?: Db): Promise<Area | undefined> {
  if (code === NATION.code) return NATION;
  const [db, live] = [tx ?? (await connection()).db, await liveReleases(tx)];
  const [row] = await db
    .select({ code: areas.code, name: areas.name, kind: areas.kind })
    .from(areas)
    .where(and(eq(areas.releaseId, live.id("areas")), eq(areas.code, code)));
  return row;
}
