import { and, eq } from "drizzle-orm";
import { connection } from "@/db/client";
import { areas } from "@/db/schema";
import { type Area, NATION } from "@/domain/area";
import { liveReleases } from "@/server/release/queries";

/** The area of a code; undefined for a code that names none. */
export async function areaOf(code: string): Promise<Area | undefined> {
  if (code === NATION.code) return NATION;
  const [{ db }, live] = [await connection(), await liveReleases()];
  const [row] = await db
    .select({ code: areas.code, name: areas.name, kind: areas.kind })
    .from(areas)
    .where(and(eq(areas.releaseId, live.id("areas")), eq(areas.code, code)));
  return row;
}
