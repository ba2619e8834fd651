import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { type Connection, connection } from "@/db/client";
import { auditEntries, employers, members, rateLimits } from "@/db/schema";
import type { Actor, Person } from "@/domain/access";
import { NOT_FOUND } from "@/server/command";
import { createEmployer } from "./create-employer";
import { employersOf } from "./queries";

const now = new Date("2026-11-24T12:00:00Z");
const person = (): Person => {
  const personId = randomUUID();
  return { kind: "person", personId, email: `${personId}@people.example`, name: null, grants: [], seats: [] };
};
const form = (change: Record<string, unknown> = {}) => ({
  key: randomUUID(),
  name: "Bay Care",
  site: "baycare.example.org",
  about: "Home care.",
  size: "1,200",
  sizeByState: "California 1,000",
  ...change,
});

let database: Connection;
beforeAll(async () => {
  database = await connection();
  await database.migrate();
});
beforeEach(() => database.transaction((tx) => tx.delete(rateLimits)));

test("a person makes an employer, sits in the owner's seat, and it is not verified", async () => {
  const actor = person();
  const made = await createEmployer(actor, form({ name: "Owner's Care" }), { now });
  if (!made.ok) throw new Error(JSON.stringify(made));
  const { employerId, slug } = made.value;
  expect(slug).toBe("owners-care");
  const [row] = await database.db.select().from(employers).where(eq(employers.id, employerId));
  expect(row).toMatchObject({ size: 1200, sizeByState: { "US-CA": 1000 }, verifiedAt: null });
  const seats = await database.db.select().from(members).where(eq(members.employerId, employerId));
  expect(seats).toEqual([{ employerId, personId: actor.personId, seat: "owner", createdAt: now }]);
  const log = await database.db
    .select()
    .from(auditEntries)
    .where(eq(auditEntries.subject, `employer:${employerId}`));
  expect(log).toMatchObject([{ verb: "employer.create", actorId: actor.personId, at: now }]);
  const seated: Person = { ...actor, seats: [{ employerId, seat: "owner" }] };
  expect(await employersOf(seated)).toEqual([{ id: employerId, name: "Owner's Care", isVerified: false }]);
  expect(await employersOf({ kind: "visitor" })).toEqual([]);
});

test("a form sent twice makes one, also at once and with another name", async () => {
  const [actor, sent] = [person(), form({ name: "Twice" })];
  const outcomes = await Promise.all(Array.from({ length: 4 }, () => createEmployer(actor, sent, { now })));
  const again = await createEmployer(actor, { ...sent, name: "Other" }, { now });
  const ids = [...outcomes, again].flatMap((outcome) => (outcome.ok ? [outcome.value.employerId] : []));
  expect(new Set(ids).size).toBe(1);
  const rows = await database.db.select().from(members).where(eq(members.personId, actor.personId));
  expect(rows).toHaveLength(1);
});

test("the same name gets the next address", async () => {
  const slugs = [];
  for (let number = 0; number < 3; number++) {
    const made = await createEmployer(person(), form({ name: "Same Name" }), { now });
    slugs.push(made.ok && made.value.slug);
  }
  expect(slugs).toEqual(["same-name", "same-name-2", "same-name-3"]);
});

test.each<[string, Actor]>([
  ["a visitor", { kind: "visitor" }],
  ["the system", { kind: "system" }],
  ["an applicant", { kind: "applicant", applicationId: "a1" }],
])("%s makes none", async (_, actor) => {
  expect(await createEmployer(actor, form(), { now })).toMatchObject({ ok: false, formError: NOT_FOUND });
});

test("what is wrong is said by field, and what was typed is kept", async () => {
  const outcome = await createEmployer(person(), form({ name: "", size: "5" }), { now });
  expect(outcome).toMatchObject({ ok: false, values: { size: "5", about: "Home care." } });
  expect(outcome.ok || Object.keys(outcome.fieldErrors)).toEqual(["name", "sizeByState"]);
});

test("eleven in a day are one too many", async () => {
  const actor = person();
  for (let number = 0; number < 10; number++)
    await createEmployer(actor, form({ name: `Many ${number}` }), { now });
  expect(await createEmployer(actor, form(), { now })).toMatchObject({
    ok: false,
    formError: expect.stringMatching(/Too many/),
  });
});
