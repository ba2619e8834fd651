import { and, asc, eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { type Connection, connection } from "@/db/client";
import { auditEntries, corrections, priceLevels, releases } from "@/db/schema";
import { differenceOf } from "./difference";
import { rollBack } from "./roll-back";
import { storeReleases, type WrittenRelease } from "./run";

let database: Connection;
beforeAll(async () => {
  database = await connection();
  await database.migrate();
  await storeReleases(database, [state(first), titles(["Nurse", "Nurse", "Aide"])], () => {});
});

const release = (dataset: WrittenRelease["dataset"], table: "wages" | "occupation_titles", text: string) =>
  ({
    dataset,
    tables: [{ table, text }],
    report: { files: [], rowsKept: { [table]: 1 }, rowsSkipped: {} },
  }) satisfies WrittenRelease;
const state = (lines: string[]) =>
  release("oews-state", "wages", `soc,area,employment,annualMedian\n${lines.join("\n")}\n`);
const titles = (names: string[]) =>
  release(
    "onet-titles",
    "occupation_titles",
    `soc,title,kind\n${names.map((name) => `29-1141,${name},alternate`).join("\n")}\n`,
  );
const first = [
  "29-1141,US-CA,320000,140000",
  "29-1141,US-NV,25000,100000",
  "43-6013,US-CA,50000,54000",
  "43-6013,US-NV,4000,45000",
];

test("rows new, changed and gone are counted, and the largest changes named with what they were", async () => {
  const next = [
    "29-1141,US-CA,320000,141400",
    "29-1141,US-WA,60000,110000",
    "43-6013,US-CA,50000,54000",
    "43-6013,US-NV,8000,45000",
  ];
  expect(await differenceOf(database, state(next))).toEqual({
    dataset: "oews-state",
    tables: [{ table: "wages", added: 1, changed: 2, gone: 1 }],
    movers: expect.arrayContaining([
      { row: "29-1141 US-CA", column: "annualMedian", before: 140_000, after: 141_400 },
      { row: "43-6013 US-NV", column: "employment", before: 4_000, after: 8_000 },
    ]),
    contradicted: [],
  });
  // Nothing was written by looking.
  expect(await database.db.select().from(releases)).toHaveLength(2);
});

test("the same facts make no difference, whatever their order", async () => {
  const same = await differenceOf(database, state(first));
  expect(same.tables).toEqual([{ table: "wages", added: 0, changed: 0, gone: 0 }]);
  expect(same.movers).toEqual([]);
});

test("rows without a key of their own are counted as often as they stand there", async () => {
  const [counts] = (await differenceOf(database, titles(["Nurse", "Aide", "Aide", "Scout"]))).tables;
  expect(counts).toMatchObject({ added: 2, gone: 1, changed: 0 });
});

test("a changed value that an editor has corrected is named, one of another measure or place is not", async () => {
  const correct = (id: string, measure: string, area: string, action: "correct" | "revert" = "correct") =>
    database.transaction(async (tx) => {
      const words = {
        source: "Survey",
        sourceUrl: "https://survey.example",
        vintage: "2026",
        reason: "Tried",
      };
      const row = { id, subject: "43-6013", measure, area, action, value: 60_000, ...words };
      await tx.insert(corrections).values({ ...row, personId: "p", createdAt: new Date() });
    });
  await correct("a", "annual_wage_median", "US-CA");
  await correct("b", "employment", "US-CA");
  await correct("c", "annual_wage_median", "US-NV");
  await correct("d", "annual_wage_median", "US-NV", "revert");
  const next = [...first.slice(0, 2), "43-6013,US-CA,50000,55000", "43-6013,US-NV,4000,46000"];
  expect((await differenceOf(database, state(next))).contradicted).toEqual([
    {
      subject: "43-6013",
      measure: "annual_wage_median",
      area: "US-CA",
      corrected: "60000",
      before: "54000",
      after: "55000",
    },
  ]);
});

test("rolling back brings the release before, all named data sets or none, and back again", async () => {
  const levels = async () =>
    (await database.db.select().from(releases)).map(({ dataset, state, digest }) => [dataset, state, digest]);
  await storeReleases(database, [state(first.slice(0, 3))], () => {});
  const before = await levels();
  await expect(rollBack(database, ["oews-state", "onet-titles"])).rejects.toThrow(
    "onet-titles has no release before",
  );
  expect(await levels()).toEqual(before);
  expect(await rollBacks()).toEqual([]);
  const live = await idOf("live");
  const previous = await idOf("previous");
  const [back] = await rollBack(database, ["oews-state"]);
  expect(back).toMatchObject({ dataset: "oews-state", edition: "May 2025" });
  const same = await differenceOf(database, state(first));
  expect(same.tables).toEqual([{ table: "wages", added: 0, changed: 0, gone: 0 }]);
  await rollBack(database, ["oews-state"]);
  expect(await levels()).toEqual(before);
  expect(await rollBacks()).toMatchObject([
    { actorKind: "system", actorId: null, before: { releaseId: live }, after: { releaseId: previous } },
    { actorKind: "system", actorId: null, before: { releaseId: previous }, after: { releaseId: live } },
  ]);
});

const rollBacks = () =>
  database.db
    .select()
    .from(auditEntries)
    .where(eq(auditEntries.verb, "release.rollback"))
    .orderBy(asc(auditEntries.id));

async function idOf(state: "live" | "previous"): Promise<number | undefined> {
  const ofState = and(eq(releases.dataset, "oews-state"), eq(releases.state, state));
  const [release] = await database.db.select({ id: releases.id }).from(releases).where(ofState);
  return release?.id;
}

test("old rows are deleted to the last, however many there are", async () => {
  const many = (level: number): WrittenRelease => ({
    dataset: "price-levels",
    tables: [
      {
        table: "price_levels",
        text: `area,year,level\n${Array.from({ length: 9_001 }, (_, i) => `x-${i},2024,${level}`).join("\n")}\n`,
      },
    ],
    report: { files: [], rowsKept: { price_levels: 9_001 }, rowsSkipped: {} },
  });
  for (const level of [1, 2, 3]) await storeReleases(database, [many(level)], () => {});
  expect(await database.db.select().from(priceLevels)).toHaveLength(18_002);
});
