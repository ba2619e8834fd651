import { beforeAll, expect, test } from "vitest";
import { type Connection, connection } from "@/db/client";
import { bump } from "@/db/page-version";
import { type Answer, withAnswer } from "@/server/answer/status";
import { touch, trueUntil } from "./touch";
import { changedSince, noticeChanges, onChanges } from "./versions";

let database: Connection;
beforeAll(async () => {
  database = await connection();
  await database.migrate();
});

test("changes have numbers in their order, and each tag that of its last one", async () => {
  const before = (await changedSince(0)).version;
  await database.transaction((tx) => bump(tx, ["figure", "figure:29-1141"]));
  await database.transaction((tx) => bump(tx, ["figure", "figure:51-3011", "figure"]));
  expect(await changedSince(before)).toEqual({
    tags: [
      ["figure:29-1141", before + 1],
      ["figure", before + 2],
      ["figure:51-3011", before + 2],
    ],
    version: before + 2,
  });
  expect(await changedSince(before + 2)).toEqual({ tags: [], version: before + 2 });
});

test("what is undone has no number, and nothing to note takes none", async () => {
  const { version } = await changedSince(0);
  await expect(
    database.transaction(async (tx) => {
      await bump(tx, ["role:bakers"]);
      throw new Error("undone");
    }),
  ).rejects.toThrow("undone");
  await database.transaction((tx) => bump(tx, []));
  expect(await changedSince(version)).toEqual({ tags: [], version });
});

test("changes at the same time get a number each", async () => {
  const { version } = await changedSince(0);
  await Promise.all(
    Array.from({ length: 20 }, (_, i) => database.transaction((tx) => bump(tx, [`role:same-${i}`, "role"]))),
  );
  const { tags } = await changedSince(version);
  const numbers = tags.filter(([tag]) => tag !== "role").map(([, number]) => number);
  expect(numbers).toEqual(Array.from({ length: 20 }, (_, i) => version + 1 + i));
});

test("a page's reads declare what it is of and until when it is true; outside of a page nothing happens", () => {
  touch("role");
  trueUntil(new Date());
  const answer: Answer = {};
  withAnswer(answer, () => {
    touch("role:bakers", "figure:51-3011");
    touch("role:bakers");
    trueUntil(null, new Date(2_000), new Date(1_000));
    trueUntil(new Date(3_000));
  });
  expect([...(answer.tags ?? [])]).toEqual(["role:bakers", "figure:51-3011"]);
  expect(answer.until).toEqual(new Date(1_000));
});

test("who keeps pages is told of a change in this process", () => {
  let told = 0;
  onChanges(() => told++);
  noticeChanges();
  expect(told).toBe(1);
});
