import { randomBytes } from "node:crypto";
import { inArray } from "drizzle-orm";
import { demoApplications, demoEmployers, demoPeople, demoPostings, demoReports } from "@/data/demo";
import { connection } from "@/db/client";
import { applications, employers, grants, members, people, postingReports, postings } from "@/db/schema";
import { isLocal } from "@/server/settings";

/** Whether anybody invented is known here, who may never be on a site that others reach. */
export async function holdsDemo(): Promise<boolean> {
  const { db } = await connection();
  const invented = demoPeople(new Date(0)).people.map(({ id }) => id);
  const found = await db.select({ id: people.id }).from(people).where(inArray(people.id, invented)).limit(1);
  return found.length > 0;
}

/**
 * Fills an empty start on one's own machine with people, employers and postings to try things with. Does nothing
 * anywhere else, nor where anybody is known already. Returns whether it loaded.
 */
export async function loadDemo(now: Date): Promise<boolean> {
  if (!isLocal) return false;
  const { transaction } = await connection();
  return transaction(async (tx) => {
    const [anybody] = await tx.select({ id: people.id }).from(people).limit(1);
    if (anybody) return false;
    const demo = demoPeople(now);
    await tx.insert(people).values(demo.people);
    await tx.insert(grants).values(demo.grants);
    await tx.insert(employers).values(demoEmployers(now));
    await tx.insert(members).values(demo.members);
    await tx.insert(postings).values(demoPostings(now));
    await tx.insert(postingReports).values(demoReports(now));
    // No mailed link leads to these: their hashes are of no token.
    const tokenHash = () => randomBytes(32).toString("hex");
    await tx
      .insert(applications)
      .values(demoApplications(now).map((row) => ({ ...row, tokenHash: tokenHash() })));
    return true;
  });
}
