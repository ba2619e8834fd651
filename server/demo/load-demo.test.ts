import { beforeAll, describe, expect, test } from "vitest";
import { demoPostings } from "@/data/demo";
import { type Connection, connection } from "@/db/client";
import { applications, employers, people, postings } from "@/db/schema";
import { closeReasons, isOpen, LONGEST_DAYS, postingStates } from "@/domain/posting";
import { lackingOf, type PostingFacts } from "@/domain/posting-form";
import { searchOf } from "@/domain/posting-search";
import { usStates } from "@/domain/us-state";
import { personOf } from "@/server/actor";
import { livePostings, publicPosting } from "@/server/posting/queries";
import { loadDemo } from "./load-demo";

const NOW = new Date("2026-11-24T20:00:00Z");
let database: Connection;

beforeAll(async () => {
  database = await connection();
  await database.migrate();
});

describe("loadDemo", () => {
  test("loads once, and everything says that it is a demo", async () => {
    expect(await loadDemo(NOW)).toBe(true);
    expect(await loadDemo(NOW)).toBe(false);
    const { db } = database;
    for (const { email, name } of await db.select().from(people)) {
      expect(email).toMatch(/@demo\.example$/);
      expect(name).toMatch(/^Demo /);
    }
    for (const { name, site } of await db.select().from(employers)) {
      expect(name).toMatch(/^Demo: /);
      expect(new URL(site).hostname).toMatch(/\.demo\.example$/);
    }
    for (const { description } of await db.select().from(postings))
      expect(description).toContain("This is a demo posting.");
    for (const { email } of await db.select().from(applications)) expect(email).toMatch(/@demo\.example$/);
  });

  test("its people hold their seats and grants", async () => {
    const rows = await database.db.select().from(people);
    const persons = await Promise.all(rows.map(({ id }) => personOf(id)));
    const held = Object.fromEntries(
      persons.map((person) => [
        person?.name,
        [...(person?.grants ?? []), ...(person?.seats ?? []).map(({ seat }) => seat)],
      ]),
    );
    expect(held).toEqual({
      "Demo seeker": [],
      "Demo employer North": ["owner"],
      "Demo employer South": ["owner"],
      "Demo editor": ["editor"],
      "Demo moderator": ["moderator"],
      "Demo admin": ["admin"],
    });
  });

  test("readers find jobs in every state", async () => {
    const { total } = await livePostings(searchOf({}), NOW);
    expect(total).toBeGreaterThanOrEqual(50);
    for (const { name, postal } of usStates.filter((state) => state.postal !== "PR"))
      expect((await livePostings(searchOf({ place: name }), NOW)).total, postal).toBeGreaterThanOrEqual(2);
  });

  test("what readers may not see, they do not", async () => {
    for (const row of await database.db.select().from(postings)) {
      const shown = await publicPosting(row.id, NOW);
      if (row.state === "live") expect(shown).toMatchObject({ posting: { status: "open" } });
      if (["draft", "in_review", "changes_requested", "held"].includes(row.state))
        expect(shown).toBeUndefined();
    }
  });
});

describe("demo postings", () => {
  test.each(["2026-11-24T20:00:00Z", "2026-03-08T06:30:00Z", "2028-02-29T23:59:59Z"])(
    "as of %s are complete, in every state, and none that is live has ended",
    (moment) => {
      const now = new Date(moment);
      const rows = demoPostings(now);
      expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(postingStates));
      expect(new Set(rows.flatMap(({ closeReason }) => closeReason ?? []))).toEqual(new Set(closeReasons));
      expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
      for (const row of rows) {
        const { state, endsAt = null, firstPostedAt, renewedAt, closedAt, closeReason } = row;
        if (state !== "closed") expect(lackingOf(row as PostingFacts, now)).toEqual({});
        if (state === "live") expect(isOpen({ state, endsAt }, now)).toBe(true);
        if (firstPostedAt) {
          expect(firstPostedAt < now && firstPostedAt > row.createdAt).toBe(true);
          const stands = ((endsAt?.getTime() ?? 0) - firstPostedAt.getTime()) / 86_400_000;
          expect(stands).toBeLessThanOrEqual(LONGEST_DAYS + 1);
          if (renewedAt) expect(renewedAt > firstPostedAt).toBe(true);
          if (closedAt) expect(closedAt > firstPostedAt && closedAt < now).toBe(true);
        }
        if (closeReason === "expired") expect(closedAt).toEqual(endsAt);
      }
    },
  );
});
