import { asc, eq } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadBundleIfNeeded } from "@/data/import/bundle";
import { connection } from "@/db/client";
import { corrections, postings, roleEdits } from "@/db/schema";
import { loadDemo } from "@/server/demo/load-demo";
import { sitemapPart, sitemapPartsAt } from "./queries";

const now = new Date();
beforeAll(async () => {
  const database = await connection();
  await database.migrate();
  await loadBundleIfNeeded(database, () => {});
  await loadDemo(now);
});
afterAll(async () => (await connection()).close());

const PARTS = ["families.xml", "careers.xml", "comparisons.xml", "jobs.xml"];
async function entriesOf(part: string) {
  const entries = await sitemapPart(part, now);
  if (!entries) throw new Error(`no ${part}`);
  return new Map(entries.map(({ address, changedAt }) => [address, changedAt.getTime()]));
}
const allEntries = async () =>
  new Map((await Promise.all(PARTS.slice(0, 3).map(entriesOf))).flatMap((entries) => [...entries]));

/** The addresses whose moment differs, in their order. */
async function moved(before: Map<string, number>, change: () => Promise<unknown>) {
  await change();
  const after = await allEntries();
  expect([...after.keys()]).toEqual([...before.keys()]);
  return [...after].filter(([address, at]) => before.get(address) !== at).map(([address]) => address);
}

// Later than any import.
let minutes = 0;
const later = () => new Date(now.getTime() + 86_400_000 + 60_000 * ++minutes);

const correct = (subject: string, measure: string, area: string) => async () =>
  (await connection()).transaction((tx) =>
    tx.insert(corrections).values({
      ...{ id: uuidv7(), subject, measure, area, action: "correct", value: 1, source: "x" },
      ...{ sourceUrl: "", vintage: "2025", reason: "x", personId: "x", createdAt: later() },
    }),
  );
const edit = (role: string, part: Partial<typeof roleEdits.$inferInsert>) => async () =>
  (await connection()).transaction((tx) =>
    tx.insert(roleEdits).values({
      ...{ id: uuidv7(), role, summary: null, duties: null, titles: null, soc: null },
      ...{ reason: "x", personId: "x", createdAt: later(), ...part },
    }),
  );

test("the parts hold every role, the overview and its families, curated pairs and open postings", async () => {
  expect(await sitemapPartsAt(now)).toEqual(PARTS);
  expect((await entriesOf("careers.xml")).size).toBe(897);
  const families = [...(await entriesOf("families.xml")).keys()];
  expect(families).toHaveLength(24);
  expect(families.slice(0, 2)).toEqual(["/careers", "/careers?family=11-0000"]);
  expect((await entriesOf("comparisons.xml")).size).toBeGreaterThan(10);
  expect((await entriesOf("jobs.xml")).size).toBeGreaterThan(5);
  for (const name of ["", "x", "\0", "jobs-2.xml", "jobs-1.xml", "careers", "a".repeat(10_000)])
    expect(await sitemapPart(name, now), name).toBeUndefined();
});

test("a correction moves the pages that show it, and no other", async () => {
  const nurses = "/careers/registered-nurses";
  const isOurs = (address: string) => address.includes("registered-nurses");
  let before = await allEntries();
  // Pay of the nation stands on the career, its pairs, the family and the overview.
  const pay = await moved(before, correct("29-1141", "annual_wage_median", "US"));
  expect(pay.filter((address) => !address.startsWith("/compare/"))).toEqual([
    "/careers",
    "/careers?family=29-0000",
    nurses,
  ]);
  expect(pay.filter((address) => address.startsWith("/compare/")).every(isOurs)).toBe(true);
  before = await allEntries();
  // Pay of a place, and what families do not show, on the career and its pairs alone.
  for (const [measure, area] of [
    ["annual_wage_median", "US-CA"],
    ["median_age", "US"],
  ] as const) {
    const pages = await moved(before, correct("29-1141", measure, area));
    expect(pages).toContain(nurses);
    expect(pages.every(isOurs)).toBe(true);
    before = await allEntries();
  }
  // Schooling is no part of the overview.
  const schooling = await moved(before, correct("51-3011", "entry_education", "US"));
  expect(schooling).toEqual(["/careers?family=51-0000", "/careers/bakers"]);
  before = await allEntries();
  // A merged code moves its line and all that are counted in it.
  const merged = await moved(before, correct("13-1020", "openings_per_year", "US"));
  expect(merged.slice(0, 2)).toEqual(["/careers", "/careers?family=13-0000"]);
  expect(merged.slice(2)).toContain("/careers/buyers-and-purchasing-agents");
  expect(merged.slice(2)).toContain("/careers/purchasing-agents-except-wholesale-retail-and-farm-products");
  before = await allEntries();
  // Nobody's figure.
  expect(await moved(before, correct("99-9999", "annual_wage_median", "US"))).toEqual([]);
});

test("an edit moves its page, and both families where it maps the role anew", async () => {
  let before = await allEntries();
  expect(await moved(before, edit("bakers", { summary: "New words." }))).toEqual(["/careers/bakers"]);
  before = await allEntries();
  const mapped = await moved(before, edit("patient-service-coordinator", { soc: "43-4171" }));
  expect(mapped.filter((address) => address.startsWith("/careers"))).toEqual([
    "/careers",
    "/careers?family=29-0000",
    "/careers?family=43-0000",
    "/careers/patient-service-coordinator",
  ]);
});

test("a posting that changes tells so, and a closed one leaves", async () => {
  const { db, transaction } = await connection();
  const [first, second] = await db
    .select()
    .from(postings)
    .where(eq(postings.state, "live"))
    .orderBy(asc(postings.id));
  if (!first || !second) throw new Error("no live postings");
  const before = await entriesOf("jobs.xml");
  const addressOf = (id: string) => [...before.keys()].find((address) => address.includes(id)) ?? "";
  const updatedAt = later();
  await transaction((tx) => tx.update(postings).set({ updatedAt }).where(eq(postings.id, first.id)));
  await transaction((tx) => tx.update(postings).set({ state: "closed" }).where(eq(postings.id, second.id)));
  const after = await entriesOf("jobs.xml");
  expect(after.get(addressOf(first.id))).toBe(updatedAt.getTime());
  expect([...before.keys()].filter((address) => !after.has(address))).toEqual([addressOf(second.id)]);
  // One that has run out is open for nobody, whether or not a job has recorded it.
  const past = { endsAt: new Date(now.getTime() - 1) };
  await transaction((tx) => tx.update(postings).set(past).where(eq(postings.id, first.id)));
  expect((await entriesOf("jobs.xml")).has(addressOf(first.id))).toBe(false);
});
