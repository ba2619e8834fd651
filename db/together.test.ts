import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadBundleIfNeeded } from "@/data/import/bundle";
import { connection, type Db } from "@/db/client";
import { auditEntries, occupationTechnologies, releases, roles, wages } from "@/db/schema";
import { part, together, wholeRows } from "./together";

let db: Db;
beforeAll(async () => {
  const database = await connection();
  await loadBundleIfNeeded(database, () => {});
  await database.transaction(async (tx) => {
    await tx.insert(auditEntries).values({
      id: "one",
      at: new Date("2026-03-01T10:20:30.456Z"),
      verb: "posting.publish",
      actorKind: "system",
      subject: "posting:one",
      reason: `a "quoted" text, \\ and 😀`,
      before: { list: [1, null, "x"] },
      after: null,
    });
  });
  db = database.db;
});
afterAll(async () => (await connection()).close());

test("gives the rows that single selects give: moments, objects, truth values, numbers, empty cells", async () => {
  const [release] = await db
    .select({ id: releases.id })
    .from(releases)
    .where(eq(releases.dataset, "onet-technology"));
  const ofTools = eq(occupationTechnologies.onetSoc, "29-1141.00");
  const ofNurses = eq(wages.soc, "29-1141");
  const read = await together(db, {
    entries: wholeRows(auditEntries, eq(auditEntries.id, "one")),
    tools: wholeRows(occupationTechnologies, ofTools),
    pay: wholeRows(wages, ofNurses),
    none: wholeRows(roles, eq(roles.slug, "no such role")),
  });
  const byKey = (rows: object[]) => rows.map((row) => JSON.stringify(row)).sort();
  expect(read.entries).toEqual(await db.select().from(auditEntries).where(eq(auditEntries.id, "one")));
  expect(read.entries[0]?.at).toEqual(new Date("2026-03-01T10:20:30.456Z"));
  expect(byKey(read.tools)).toEqual(byKey(await db.select().from(occupationTechnologies).where(ofTools)));
  expect(read.tools.length).toBeGreaterThan(10);
  expect(read.tools[0]?.releaseId).toBe(release?.id);
  expect(byKey(read.pay)).toEqual(byKey(await db.select().from(wages).where(ofNurses)));
  expect(read.none).toEqual([]);
});

test("takes expressions and joined tables", async () => {
  const { pairs } = await together(db, {
    pairs: part(
      { slug: roles.slug, dataset: sql<string>`${releases.dataset}` },
      sql`${roles} join ${releases} on ${releases.id} = ${roles.releaseId}`,
      eq(roles.slug, "registered-nurses"),
    ),
  });
  expect(pairs).toEqual([{ slug: "registered-nurses", dataset: "roles" }]);
});
