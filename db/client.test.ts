import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { type Connection, connection, type Tx } from "./client";
import { dialect } from "./dialect";
import { databaseFacts } from "./schema";

let database: Connection;
beforeAll(async () => {
  database = await connection();
  await database.migrate();
});

const fact = async (name: string) =>
  (await database.db.select().from(databaseFacts).where(eq(databaseFacts.name, name)))[0];

test("a transaction that throws leaves nothing", async () => {
  const work = database.transaction(async (tx) => {
    await tx.insert(databaseFacts).values({ name: "lost", value: "1" });
    throw new Error("on purpose");
  });
  await expect(work).rejects.toThrow("on purpose");
  expect(await fact("lost")).toBeUndefined();
});

test("50 writers that read, add and write back lose no step", async () => {
  await database.transaction((tx) => tx.insert(databaseFacts).values({ name: "steps", value: "0" }));
  await Promise.all(
    Array.from({ length: 50 }, () =>
      database.transaction(async (tx) => {
        const [row] = await tx.select().from(databaseFacts).where(eq(databaseFacts.name, "steps"));
        await tx
          .update(databaseFacts)
          .set({ value: String(Number(row?.value) + 1) })
          .where(eq(databaseFacts.name, "steps"));
      }),
    ),
  );
  expect((await fact("steps"))?.value).toBe("50");
});

test("a transaction inside a transaction is refused", async () => {
  const nested = database.transaction(() => database.transaction(async () => {}));
  await expect(nested).rejects.toThrow("pass tx down");
});

if (dialect === "sqlite")
  test("the reading handle cannot write", async () => {
    const writing = database.db as unknown as Tx;
    await expect(async () =>
      writing.insert(databaseFacts).values({ name: "stray", value: "1" }),
    ).rejects.toThrow();
    expect(await fact("stray")).toBeUndefined();
  });
