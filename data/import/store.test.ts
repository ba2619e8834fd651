import { and, asc, eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { type Connection, connection } from "@/db/client";
import { auditEntries, priceLevels, releases } from "@/db/schema";
import { differenceOf } from "./difference";
import { type ImportOutcome, liveRelease, storeReleases, type WrittenRelease } from "./run";

let database: Connection;
beforeAll(async () => {
  database = await connection();
  await database.migrate();
});

const priceLevel = (level: string): WrittenRelease => ({
  dataset: "price-levels",
  tables: [{ table: "price_levels", text: `area,year,level\nUS-CA,2024,${level}\n` }],
  report: { files: [], rowsKept: { price_levels: 1 }, rowsSkipped: {} },
});

async function store(...written: WrittenRelease[]) {
  const results: ImportOutcome["result"][] = [];
  await storeReleases(database, written, ({ result }) => results.push(result));
  return results;
}

async function liveLevels() {
  const rows = await database.db
    .select({ level: priceLevels.level })
    .from(priceLevels)
    .innerJoin(releases, and(eq(releases.id, priceLevels.releaseId), eq(releases.state, "live")));
  return rows.map(({ level }) => level);
}

const states = async () =>
  (await database.db.select().from(releases).where(eq(releases.dataset, "price-levels")))
    .map(({ state }) => state)
    .sort();

const imports = () =>
  database.db
    .select()
    .from(auditEntries)
    .where(eq(auditEntries.verb, "release.import"))
    .orderBy(asc(auditEntries.id));

test("a newer release takes the place of the live one, and one older is kept; the audit says so", async () => {
  expect(await store(priceLevel("110.1"))).toEqual(["loaded"]);
  const [first] = await database.db.select().from(releases);
  expect(await store(priceLevel("110.1"))).toEqual(["unchanged"]);
  const common = { actorKind: "system", actorId: null, subject: "release:price-levels" };
  const after = { releaseId: first?.id };
  expect(await imports()).toMatchObject([{ ...common, before: null, after }]);
  await store(priceLevel("110.2"));
  expect((await imports())[1]).toMatchObject({ ...common, before: after });
  await store(priceLevel("110.3"));
  expect(await liveLevels()).toEqual([110.3]);
  expect(await states()).toEqual(["live", "previous"]);
  expect(await database.db.select().from(priceLevels)).toHaveLength(2);
});

test("the facts of the live release under another edition are loaded under its name, once", async () => {
  const later = { ...priceLevel("110.3"), edition: "2025" };
  expect((await differenceOf(database, later)).edition).toEqual({ before: "2024", after: "2025" });
  expect(await store(later)).toEqual(["loaded"]);
  expect(await liveRelease(database, "price-levels")).toMatchObject({ edition: "2025" });
  expect(await store(later)).toEqual(["unchanged"]);
  // The bundle names no edition, and takes none away.
  expect(await store(priceLevel("110.3"))).toEqual(["unchanged"]);
  expect(await liveRelease(database, "price-levels")).toMatchObject({ edition: "2025" });
  expect((await differenceOf(database, later)).edition).toBeUndefined();
});

test("a fault half way leaves no row, and the live facts as they were", async () => {
  const broken = { ...priceLevel("111"), dataset: "areas" as const };
  broken.tables = [{ table: "price_levels", text: "area,year,level\nUS-TX,2024,97\nUS-TX,2024,98\n" }];
  const rows = (await database.db.select().from(priceLevels)).length;
  const audited = (await imports()).length;
  await expect(store(priceLevel("112"), broken)).rejects.toThrow();
  expect(await imports()).toHaveLength(audited);
  expect(await liveLevels()).toEqual([110.3]);
  expect(await database.db.select().from(priceLevels)).toHaveLength(rows);
  expect(await states()).toEqual(["live", "previous"]);
});

test("two imports of the same facts at once end with one live release", async () => {
  let other: Promise<unknown> | undefined;
  // The second import starts before the first has swapped.
  function* written() {
    yield priceLevel("113");
    other = store(priceLevel("113"));
  }
  await storeReleases(database, written(), () => {});
  await other;
  expect(await liveLevels()).toEqual([113]);
  expect((await states()).filter((state) => state === "live")).toHaveLength(1);
  expect((await states()).filter((state) => state === "staged")).toEqual([]);
});

test("staged rows of a running import are left alone, those of a crashed one are cleared away", async () => {
  const stage = (age: number) =>
    database.transaction(async (tx) => {
      const importedAt = new Date(Date.now() - age);
      const common = { dataset: "price-levels", source: "bea", edition: "2024", digest: `${age}` };
      const report = { files: [], rowsKept: {}, rowsSkipped: {} };
      await tx.insert(releases).values({ ...common, state: "staged", report, importedAt });
    });
  await stage(1000);
  await stage(2 * 60 * 60 * 1000);
  await store(priceLevel("115"));
  const staged = await database.db.select().from(releases).where(eq(releases.state, "staged"));
  expect(staged.map(({ digest }) => digest)).toEqual(["1000"]);
});
