import { randomUUID } from "node:crypto";
import { asc, eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Connection, connection } from "@/db/client";
import { areas, auditEntries, employers, members, postings, rateLimits, releases, roles } from "@/db/schema";
import type { Actor, Person } from "@/domain/access";
import type { PostingState } from "@/domain/posting";
import { EDIT_CONFLICT } from "@/domain/posting-form";
import { NOT_FOUND, type Outcome } from "@/server/command";
import { closePosting } from "./close-posting";
import { createPosting } from "./create-posting";
import { duplicatePosting } from "./duplicate-posting";
import { expirePostings } from "./expire-postings";
import { areaMeant, isInName, occupationBox, occupationMeant } from "./occupation";
import { pausePosting } from "./pause-posting";
import { deskPostings, postingToEdit } from "./private-queries";
import { publishPosting } from "./publish-posting";
import { publicPosting } from "./queries";
import { renewPosting } from "./renew-posting";
import { resumePosting } from "./resume-posting";
import { savePosting } from "./save-posting";

const now = new Date("2026-11-24T12:00:00Z");
const [verified, unverified, foreign] = [randomUUID(), randomUUID(), randomUUID()];
const person = (employerIds: string[], grants: Person["grants"] = []): Person => {
  const personId = randomUUID();
  const seats = employerIds.map((employerId) => ({ employerId, seat: "recruiter" as const }));
  return { kind: "person", personId, email: `${personId}@people.example`, name: null, grants, seats };
};
const own = person([verified, unverified]);
const outsiders: [string, Actor][] = [
  ["a visitor", { kind: "visitor" }],
  ["somebody without a seat", person([])],
  ["another employer's recruiter", person([foreign])],
  ["a moderator", person([], ["moderator"])],
  ["an admin", person([], ["admin"])],
  ["the system", { kind: "system" }],
];

let database: Connection;
beforeAll(async () => {
  database = await connection();
  await database.migrate();
  await database.transaction(async (tx) => {
    const release = { source: "x", edition: "x", state: "live" as const, digest: "x" };
    const report = { files: [], rowsKept: {}, rowsSkipped: {} };
    const [ofRoles] = await tx
      .insert(releases)
      .values({ ...release, dataset: "roles", report })
      .returning();
    const [ofAreas] = await tx
      .insert(releases)
      .values({ ...release, dataset: "areas", report })
      .returning();
    await tx.insert(roles).values(
      [
        ["registered-nurses", "registered nurse", "registered nurses", "29-1141"],
        ["accountants", "accountant", "accountants", "13-2011"],
      ].map(([slug = "", singular = "", plural = "", soc = ""]) => ({
        releaseId: ofRoles?.id ?? 0,
        slug,
        singular,
        plural,
        article: "a" as const,
        kind: "occupation" as const,
        soc,
      })),
    );
    await tx.insert(areas).values([
      {
        releaseId: ofAreas?.id ?? 0,
        code: "cbsa-41860",
        name: "San Francisco-Oakland-Fremont, CA",
        kind: "metro",
        states: "CA",
      },
    ]);
    for (const [id, name, verifiedAt] of [
      [verified, "Vérified Care", now],
      [unverified, "New Care", null],
      [foreign, "Other Care", now],
    ] as const) {
      const rest = { site: "", about: "Care.", size: 5, sizeByState: {}, createdAt: now };
      await tx.insert(employers).values({ id, slug: id, name, verifiedAt, ...rest });
      await tx
        .insert(members)
        .values({ employerId: id, personId: own.personId, seat: "owner", createdAt: now });
    }
  });
});
beforeEach(() => database.transaction((tx) => tx.delete(rateLimits)));

const fields = {
  title: "Registered nurse",
  occupation: "",
  taken: "",
  workplace: "on_site",
  city: "Oakland",
  workState: "US-CA",
  payMin: "$85k",
  payMax: "95,000",
  payUnit: "year",
  terms: "full_time",
  description: "Care for people.",
  applyBy: "here",
  applyUrl: "",
  closesOn: "Dec 24, 2026",
  zone: "America/Los_Angeles",
};

const rowOf = async (id: string) => {
  const [row] = await database.db.select().from(postings).where(eq(postings.id, id));
  if (!row) throw new Error(`no posting ${id}`);
  return row;
};
const logOf = (id: string) =>
  database.db
    .select()
    .from(auditEntries)
    .where(eq(auditEntries.subject, `posting:${id}`))
    .orderBy(asc(auditEntries.id));
const refused = <T>(outcome: Outcome<T>) => {
  if (outcome.ok) throw new Error("this went through");
  return outcome;
};
const draft = async (employerId = verified) => {
  const made = await createPosting(own, { key: randomUUID(), employerId, title: "Nurse" }, { now });
  if (!made.ok) throw new Error(JSON.stringify(made));
  return made.value.postingId;
};
const save = async (postingId: string, change: Record<string, unknown> = {}, at = now) => {
  const version = String((await rowOf(postingId)).version);
  return savePosting(own, { postingId, version, ...fields, ...change }, { now: at });
};
const publish = async (postingId: string, at = now, actor: Actor = own) =>
  publishPosting(actor, { postingId, version: String((await rowOf(postingId)).version) }, { now: at });
const whole = async (employerId = verified) => {
  const id = await draft(employerId);
  expect(await save(id)).toMatchObject({ ok: true });
  return id;
};
/** A posting in a state, by whatever way. */
const inState = async (state: PostingState, employerId = verified) => {
  const id = await whole(employerId);
  await database.transaction((tx) =>
    tx
      .update(postings)
      .set({ state, ...(state === "draft" ? {} : { firstPostedAt: now }) })
      .where(eq(postings.id, id)),
  );
  return id;
};

test("a draft is made once, however often its form comes", async () => {
  const form = { key: randomUUID(), employerId: verified, title: "Registered nurse" };
  const made = await Promise.all(Array.from({ length: 5 }, () => createPosting(own, form, { now })));
  const ids = new Set(made.map((outcome) => outcome.ok && outcome.value.postingId));
  expect(ids.size).toBe(1);
  const [id] = [...ids] as string[];
  expect(await rowOf(id as string)).toMatchObject({
    state: "draft",
    employerId: verified,
    soc: "29-1141",
    version: 1,
    searchText: "registered nurse verified care",
  });
  expect((await logOf(id as string)).filter(({ after }) => after !== null)).toHaveLength(1);
});

test("the same key at another employer is another draft", async () => {
  const key = randomUUID();
  const [a, b] = [
    await createPosting(own, { key, employerId: verified, title: "A" }, { now }),
    await createPosting(own, { key, employerId: unverified, title: "A" }, { now }),
  ];
  expect(a.ok && b.ok && a.value.postingId !== b.value.postingId).toBe(true);
});

test("a save keeps all that was typed, and the log says what was touched", async () => {
  const id = await whole();
  expect(await rowOf(id)).toMatchObject({
    soc: "29-1141",
    area: "cbsa-41860",
    payMinCents: 8_500_000,
    closesOn: "2026-12-24",
    endsAt: new Date("2026-12-25T08:00:00Z"),
    searchText: "registered nurse verified care oakland california",
    version: 2,
    state: "draft",
  });
  const [, entry] = await logOf(id);
  expect(entry).toMatchObject({ verb: "posting.save", actorId: own.personId, before: null });
  expect(entry?.after).toMatchObject({ state: "draft", changed: expect.arrayContaining(["payMinCents"]) });
});

test("a page older than the posting is refused and keeps what was typed; the same words twice are no conflict", async () => {
  const id = await whole();
  const old = { postingId: id, version: "1", ...fields };
  expect(await savePosting(own, old, { now })).toMatchObject({ ok: true });
  expect((await rowOf(id)).version).toBe(2);
  const outcome = refused(await savePosting(own, { ...old, title: "Night nurse" }, { now }));
  expect(outcome).toMatchObject({
    formError: EDIT_CONFLICT,
    values: { title: "Night nurse", payMin: "$85k" },
  });
  expect((await rowOf(id)).title).toBe("Registered nurse");
});

test("an occupation that nobody knows is refused; none is none", async () => {
  const id = await whole();
  expect(refused(await save(id, { occupation: "zzzz qqqq" })).fieldErrors.occupation?.[0]).toMatch(
    /no occupation/,
  );
  expect(await save(id, { occupation: "None" })).toMatchObject({ ok: true });
  expect((await rowOf(id)).soc).toBeNull();
  expect(await occupationBox(await rowOf(id))).toEqual({ occupation: "none", taken: "" });
});

test("an occupation goes by the title until somebody names one", async () => {
  const box = await occupationBox({ title: "Registered nurse", soc: "29-1141" });
  expect(box).toEqual({ occupation: "registered nurse", taken: "registered nurse" });
  expect(await occupationMeant({ title: "Accountant", ...box })).toBe("13-2011");
  const named = await occupationBox({ title: "Accountant", soc: "29-1141" });
  expect(named).toEqual({ occupation: "registered nurse", taken: "" });
  expect(await occupationMeant({ title: "Accountant", ...named })).toBe("29-1141");
});

test("the area of a place is the metro that has the city in its name, else the state", async () => {
  const place = { workplace: "on_site" as const, city: "Fresno", workState: "US-CA", remoteStates: [] };
  expect(await areaMeant(place)).toBe("US-CA");
  expect(await areaMeant({ ...place, city: "oakland" })).toBe("cbsa-41860");
  expect(await areaMeant({ ...place, city: "oakland", workState: "US-NJ" })).toBe("US-NJ");
  expect(await areaMeant({ ...place, workplace: "remote", remoteStates: ["US-OH"] })).toBe("US-OH");
  expect(await areaMeant({ ...place, workplace: "remote", remoteStates: ["US-OH", "US-TX"] })).toBe("US");
  for (const [city, metro] of [
    ["Saint Paul", "Minneapolis-St. Paul-Bloomington, MN-WI"],
    ["St. Louis", "St. Louis, MO-IL"],
    ["New York City", "New York-Newark-Jersey City, NY-NJ"],
    ["Jersey City", "New York-Newark-Jersey City, NY-NJ"],
    ["Honolulu", "Urban Honolulu, HI"],
    ["Louisville", "Louisville/Jefferson County, KY-IN"],
    ["Wilkes-Barre", "Scranton--Wilkes-Barre, PA"],
  ] as const)
    expect(isInName(city, metro)).toBe(true);
  expect(isInName("York", "New York-Newark-Jersey City, NY-NJ")).toBe(false);
  expect(isInName("", "Reno, NV")).toBe(false);
});

describe("publishing", () => {
  test("goes live for a verified employer, and to review for any other", async () => {
    const [trusted, fresh] = [await whole(verified), await whole(unverified)];
    expect(await publish(trusted)).toMatchObject({ ok: true, value: { state: "live" } });
    expect(await rowOf(trusted)).toMatchObject({ state: "live", firstPostedAt: now, closedAt: null });
    expect(await publish(fresh)).toMatchObject({ ok: true, value: { state: "in_review" } });
    expect(await rowOf(fresh)).toMatchObject({ state: "in_review", firstPostedAt: null });
    expect((await logOf(fresh)).at(-1)).toMatchObject({
      verb: "posting.publish",
      before: { state: "draft" },
      after: { state: "in_review" },
    });
  });

  test("an incomplete draft is refused with the fields named", async () => {
    const id = await draft();
    const outcome = refused(await publish(id));
    expect(Object.keys(outcome.fieldErrors)).toEqual(
      expect.arrayContaining(["workplace", "city", "payMin", "description", "applyBy", "closesOn", "zone"]),
    );
    expect(outcome.fieldErrors).not.toHaveProperty("title");
    expect((await rowOf(id)).state).toBe("draft");
    expect(await logOf(id)).toHaveLength(1);
  });

  test("a closing date that has passed since is refused, and so is a posting that changed since", async () => {
    const id = await whole();
    const late = new Date("2026-12-25T08:00:00Z");
    expect(refused(await publish(id, late)).fieldErrors.closesOn?.[0]).toMatch(/not past/);
    expect(await publish(id, new Date(late.getTime() - 1))).toMatchObject({ ok: true });
    const other = await whole();
    const outcome = await publishPosting(own, { postingId: other, version: "1" }, { now });
    expect(refused(outcome).formError).toMatch(/changed since/);
  });

  test("one amount is published as a range from it to itself", async () => {
    const id = await draft();
    await save(id, { payMax: "" });
    expect(await publish(id)).toMatchObject({ ok: true });
    expect((await rowOf(id)).payMaxCents).toBe(8_500_000);
  });

  test("200 at once make one live posting and one row in the log", async () => {
    const id = await whole();
    const people = Array.from({ length: 10 }, () => person([verified]));
    const { version } = await rowOf(id);
    const outcomes = await Promise.all(
      Array.from({ length: 200 }, (_, number) =>
        publishPosting(
          people[number % people.length] as Person,
          { postingId: id, version: String(version) },
          { now },
        ),
      ),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await rowOf(id)).state).toBe("live");
    expect((await logOf(id)).filter(({ verb }) => verb === "posting.publish")).toHaveLength(1);
    for (const outcome of outcomes)
      if (!outcome.ok) expect(outcome.formError).toMatch(/This posting is live/);
  });

  test("31 tries in an hour are one too many", async () => {
    const [id, eager] = [await draft(), person([verified])];
    for (let tries = 0; tries < 30; tries++) await publish(id, now, eager);
    expect(refused(await publish(id, now, eager)).formError).toMatch(/Too many tries/);
  });
});

describe("an edit after publication", () => {
  test("of an unverified employer goes back to review when it weighs, with before and after in the log", async () => {
    for (const state of ["live", "paused"] as const) {
      const id = await inState(state, unverified);
      expect(await save(id, { terms: "contract" })).toMatchObject({ value: { state } });
      expect(await save(id, { terms: "contract", payMin: "$84k" })).toMatchObject({
        value: { state: "in_review" },
      });
      expect((await logOf(id)).at(-1)).toMatchObject({
        before: { state, payMinCents: 8_500_000 },
        after: { state: "in_review", payMinCents: 8_400_000 },
      });
      expect((await rowOf(id)).firstPostedAt).toEqual(now);
    }
  });

  test.each([{ description: "Other words." }, { applyBy: "link", applyUrl: "https://elsewhere.example/" }])(
    "of an unverified employer is read again when it changes where readers are led: %o",
    async (change) => {
      expect(await save(await inState("live", unverified), change)).toMatchObject({
        value: { state: "in_review" },
      });
    },
  );

  test("is shown on the posting as it was before, the newest first", async () => {
    const id = await inState("live");
    const later = (hours: number) => new Date(now.getTime() + hours * 3_600_000);
    await save(id, { title: "Night nurse" }, later(1));
    await save(id, { title: "Night nurse", payMin: "$84k" }, later(2));
    const shown = await publicPosting(id, later(3));
    expect(shown?.kind === "shown" && shown.posting.changes).toMatchObject([
      { at: later(2), name: "Pay", was: expect.stringMatching(/^\$85,000/) },
      { at: later(1), name: "Title", was: "Registered nurse" },
    ]);
  });

  test("of a verified employer stays live", async () => {
    const id = await inState("live");
    expect(await save(id, { title: "Night nurse" })).toMatchObject({ value: { state: "live" } });
    expect((await logOf(id)).at(-1)).toMatchObject({
      before: { title: "Registered nurse" },
      after: { title: "Night nurse" },
    });
  });

  test("must leave it complete, and its end no later", async () => {
    const id = await inState("live");
    const outcome = refused(await save(id, { description: "", payMin: "", payMax: "" }));
    expect(Object.keys(outcome.fieldErrors)).toEqual(["payMin", "description"]);
    expect(outcome.values.title).toBe("Registered nurse");
    expect(refused(await save(id, { closesOn: "Dec 25, 2026" })).fieldErrors.closesOn?.[0]).toMatch(/Renew/);
    expect(await save(id, { closesOn: "Dec 20, 2026" })).toMatchObject({ ok: true });
  });

  test("is refused while it is held and once it is closed, recorded or not", async () => {
    for (const state of ["held", "closed"] as const)
      expect(refused(await save(await inState(state), { title: "X" })).formError).toMatch(
        /Nothing was changed/,
      );
    const ended = await inState("live");
    const outcome = await save(ended, { title: "X" }, new Date("2026-12-25T08:00:00Z"));
    expect(refused(outcome).formError).toMatch(/closed/);
  });
});

describe("the steps of a life", () => {
  const states = ["draft", "in_review", "changes_requested", "live", "paused", "held", "closed"] as const;
  const steps = {
    pause: {
      from: ["live"],
      to: "paused",
      take: (postingId: string) => pausePosting(own, { postingId }, { now }),
    },
    resume: {
      from: ["paused"],
      to: "live",
      take: (postingId: string) => resumePosting(own, { postingId }, { now }),
    },
    close: {
      from: ["live", "paused"],
      to: "closed",
      take: (postingId: string) => closePosting(own, { postingId, reason: "filled" }, { now }),
    },
    publish: {
      from: ["draft", "changes_requested"],
      to: "live",
      take: (postingId: string) => publish(postingId),
    },
  };
  test.each(Object.entries(steps))(
    "%s leads where the table says, from nowhere else",
    async (_, { from, to, take }) => {
      for (const state of states) {
        const id = await inState(state);
        const outcome = await take(id);
        expect([state, outcome.ok]).toEqual([state, (from as readonly string[]).includes(state)]);
        expect((await rowOf(id)).state).toBe(outcome.ok ? to : state);
        // The step twice is refused in words, and logged once.
        if (outcome.ok) expect(refused(await take(id)).formError).toMatch(/Nothing was changed/);
        expect(await logOf(id)).toHaveLength(outcome.ok ? 3 : 2);
      }
    },
  );

  test("closing keeps its reason; a reason of others is refused", async () => {
    const id = await inState("live");
    const rejected = await closePosting(own, { postingId: id, reason: "removed" }, { now });
    expect(refused(rejected).fieldErrors.reason?.[0]).toMatch(/Choose why/);
    await closePosting(own, { postingId: id, reason: "withdrawn" }, { now });
    expect(await rowOf(id)).toMatchObject({ state: "closed", closeReason: "withdrawn", closedAt: now });
    expect((await logOf(id)).at(-1)).toMatchObject({ verb: "posting.close", reason: "withdrawn" });
  });

  test("from its minute on a posting can be neither paused, resumed, closed nor renewed", async () => {
    const end = new Date("2026-12-25T08:00:00Z");
    for (const [state, take] of [
      ["live", (postingId: string, at: Date) => pausePosting(own, { postingId }, { now: at })],
      ["paused", (postingId: string, at: Date) => resumePosting(own, { postingId }, { now: at })],
      [
        "live",
        (postingId: string, at: Date) => closePosting(own, { postingId, reason: "filled" }, { now: at }),
      ],
      [
        "live",
        (postingId: string, at: Date) =>
          renewPosting(own, { postingId, closesOn: "2027-01-31" }, { now: at }),
      ],
    ] as const) {
      const id = await inState(state);
      expect(refused<unknown>(await take(id, end)).formError).toMatch(/closed/);
      expect(await take(id, new Date(end.getTime() - 1))).toMatchObject({ ok: true });
    }
  });

  test("renewing moves the end, and neither address nor first day", async () => {
    const id = await inState("live");
    const later = new Date("2026-12-01T00:00:00Z");
    const renew = (closesOn: string) => renewPosting(own, { postingId: id, closesOn }, { now: later });
    expect(refused(await renew("2026-12-24")).fieldErrors.closesOn?.[0]).toMatch(/after December 24/);
    expect(refused(await renew("2027-03-01")).fieldErrors.closesOn?.[0]).toMatch(/no later than February 28/);
    expect(refused(await renew("1/12/27")).fieldErrors.closesOn?.[0]).toMatch(/Which is the month/);
    expect(refused(await renew("")).fieldErrors.closesOn?.[0]).toMatch(/new closing date/);
    expect(await renew("Jan 31, 2027")).toMatchObject({ ok: true });
    expect(await rowOf(id)).toMatchObject({
      state: "live",
      firstPostedAt: now,
      renewedAt: later,
      endsAt: new Date("2027-02-01T08:00:00Z"),
    });
    expect(refused(await renew("Jan 31, 2027")).fieldErrors.closesOn?.[0]).toMatch(/after January 31/);
    const held = await inState("held");
    expect(refused(await renewPosting(own, { postingId: held, closesOn: "2027-01-31" }, { now })).ok).toBe(
      false,
    );
  });

  test("duplicating makes one draft from every state, without dates", async () => {
    for (const state of states) {
      const id = await inState(state);
      const form = { postingId: id, key: randomUUID() };
      const [first, again] = [
        await duplicatePosting(own, form, { now }),
        await duplicatePosting(own, form, { now }),
      ];
      expect(first).toEqual(again);
      const copy = await rowOf(first.ok ? first.value.postingId : "");
      expect(copy).toMatchObject({
        state: "draft",
        title: "Registered nurse",
        payMinCents: 8_500_000,
        zone: "America/Los_Angeles",
        closesOn: null,
        endsAt: null,
        firstPostedAt: null,
        version: 1,
      });
      expect(copy.id).not.toBe(id);
      expect((await rowOf(id)).state).toBe(state);
    }
  });

  test("an end is recorded once, at its own minute, whoever runs the job", async () => {
    const [live, paused, held] = [await inState("live"), await inState("paused"), await inState("held")];
    const end = new Date("2026-12-25T08:00:00Z");
    await expirePostings(new Date(end.getTime() - 1));
    expect((await rowOf(live)).state).toBe("live");
    const later = new Date("2026-12-26T00:00:00Z");
    await Promise.all([expirePostings(later), expirePostings(later)]);
    for (const id of [live, paused]) {
      expect(await rowOf(id)).toMatchObject({ state: "closed", closeReason: "expired", closedAt: end });
      const entries = (await logOf(id)).filter(({ verb }) => verb === "posting.expire");
      expect(entries).toMatchObject([{ actorKind: "system", actorId: null }]);
    }
    expect((await rowOf(held)).state).toBe("held");
    expect(await expirePostings(later)).toBe(0);
  });
});

describe("to anybody without a seat a posting is not there", () => {
  test.each(outsiders)("%s", async (_, actor) => {
    const id = await inState("live");
    const postingId = id;
    const outcomes = [
      await createPosting(actor, { key: randomUUID(), employerId: verified, title: "X" }, { now }),
      await savePosting(actor, { postingId, version: "2", ...fields, title: "X" }, { now }),
      await publishPosting(actor, { postingId, version: "2" }, { now }),
      await pausePosting(actor, { postingId }, { now }),
      await resumePosting(actor, { postingId }, { now }),
      await closePosting(actor, { postingId, reason: "filled" }, { now }),
      await renewPosting(actor, { postingId, closesOn: "2027-01-31" }, { now }),
      await duplicatePosting(actor, { postingId, key: randomUUID() }, { now }),
    ];
    for (const outcome of outcomes)
      expect(outcome).toMatchObject({ ok: false, formError: NOT_FOUND, fieldErrors: {} });
    // The same words as for one that does not exist.
    expect(await pausePosting(actor, { postingId: randomUUID() }, { now })).toEqual({
      ok: false,
      formError: NOT_FOUND,
      fieldErrors: {},
      values: { postingId: expect.any(String) },
    });
    expect(await rowOf(id)).toMatchObject({ state: "live", title: "Registered nurse", version: 2 });
    expect(await logOf(id)).toHaveLength(2);
    expect(await postingToEdit(actor, id, now)).toBeUndefined();
    expect((await deskPostings(actor)).filter((posting) => posting.id === id)).toEqual([]);
  });

  test("and to its own people it is, with its preview", async () => {
    const id = await inState("draft");
    expect(await postingToEdit(own, id, now)).toMatchObject({
      posting: { id, employer: { name: "Vérified Care", isVerified: true } },
      preview: { id, status: "unpublished", descriptionHtml: "<p>Care for people.</p>" },
    });
    expect((await deskPostings(own)).some((posting) => posting.id === id)).toBe(true);
    for (const odd of ["", "1", "../x", "' or 1=1", "a".repeat(5_000)])
      expect(await postingToEdit(own, odd, now)).toBeUndefined();
  });
});
