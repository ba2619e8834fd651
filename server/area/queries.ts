import { and, eq } from "drizzle-orm";
import { connection, type Db } from "@/db/client";
import { areas } from "@/db/schema";
import { type Area, NATION } from "@/domain/area";
import { liveReleases } from "@/server/release/queries";

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
