import { asc, eq } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { connection } from "@/db/client";
import {
  auditEntries,
  employers,
  members,
  outboxMails,
  people,
  postingReports,
  postings,
  rateLimits,
} from "@/db/schema";
import type { Actor, Grant } from "@/domain/access";
import { type PostingState, postingStates } from "@/domain/posting";
import { NOT_FOUND, type Outcome } from "@/server/command";
import { verifyEmployer } from "@/server/employer/verify-employer";
import { approvePosting } from "@/server/posting/approve-posting";
import { holdPosting } from "@/server/posting/hold-posting";
import { rejectPosting } from "@/server/posting/reject-posting";
import { releasePosting } from "@/server/posting/release-posting";
import { removePosting } from "@/server/posting/remove-posting";
import { reportPosting } from "@/server/posting/report-posting";
import { requestChanges } from "@/server/posting/request-changes";
import { settlePostingReports } from "@/server/posting/settle-posting-reports";
import {
  moderationLog,
  moderationQueue,
  moderatorOf,
  postingForModerator,
  reportablePosting,
} from "./queries";

const employerId = (end: string) => `019ab5f0-0000-7000-8000-0000000000${end}`;
const [e0, e1, e2, e3] = [employerId("e0"), employerId("e1"), employerId("e2"), employerId("e3")];
const now = new Date("2026-11-24T12:00:00Z");
const before = new Date("2026-11-01T00:00:00Z");
const later = new Date("2026-12-24T00:00:00Z");

const person = (personId: string, grants: Grant[] = [], employerId?: string): Actor => ({
  kind: "person",
  personId,
  email: `${personId}@people.example`,
  name: null,
  grants,
  seats: employerId ? [{ employerId, seat: "owner" }] : [],
});
const moderator = person("mod", ["moderator"]);
const admin = person("adm", ["admin"]);
const system: Actor = { kind: "system" };
const others: [string, Actor][] = [
  ["visitor", { kind: "visitor" }],
  ["applicant", { kind: "applicant", applicationId: "a1" }],
  ["person", person("p9")],
  ["its owner", person("own", [], e1)],
  ["another employer's owner", person("p8", [], e2)],
  ["editor", person("ed", ["editor"])],
];

type Posting = typeof postings.$inferSelect;
const posting = (state: PostingState, change: Partial<Posting> = {}): Posting => ({
  id: uuidv7(),
  employerId: e1,
  state,
  closeReason: state === "closed" ? "filled" : null,
  title: "Night nurse",
  soc: null,
  workplace: "on_site",
  city: "Reno",
  workState: "US-NV",
  area: null,
  remoteStates: null,
  payMinCents: 5_000_000,
  payMaxCents: 6_000_000,
  payUnit: "year",
  terms: "full_time",
  description: "Nights.",
  applyBy: "here",
  applyUrl: null,
  closesOn: "2026-12-23",
  zone: "America/Los_Angeles",
  endsAt: later,
  firstPostedAt: state === "live" || state === "held" ? before : null,
  renewedAt: null,
  closedAt: null,
  reviewMessage: null,
  searchText: "night nurse",
  version: 1,
  createdAt: before,
  updatedAt: before,
  ...change,
});

async function put(row: Posting): Promise<Posting> {
  const { transaction } = await connection();
  await transaction((tx) => tx.insert(postings).values(row));
  return row;
}
async function rowOf({ id }: { id: string }): Promise<Posting> {
  const [row] = await (await connection()).db.select().from(postings).where(eq(postings.id, id));
  if (!row) throw new Error(`no posting ${id}`);
  return row;
}
const auditOf = async ({ id }: { id: string }) =>
  (await connection()).db
    .select()
    .from(auditEntries)
    .where(eq(auditEntries.subject, `posting:${id}`))
    .orderBy(asc(auditEntries.id));
const mails = async () =>
  (await connection()).db.select().from(outboxMails).orderBy(asc(outboxMails.to), asc(outboxMails.id));
const reportsOf = async ({ id }: { id: string }) =>
  (await connection()).db
    .select()
    .from(postingReports)
    .where(eq(postingReports.postingId, id))
    .orderBy(asc(postingReports.id));

type Case = {
  verb: string;
  run(actor: Actor, posting: Posting, change?: Record<string, unknown>): Promise<Outcome<unknown>>;
  from: PostingState[];
  to: Partial<Posting>;
  subject: RegExp;
  reason: string | null;
};
const reason = "It asks for money.\nTwice.";
const cases: Case[] = [
  {
    verb: "posting.approve",
    run: (actor, { id, version }, change) =>
      approvePosting(actor, { postingId: id, version: String(version), ...change }, { now }),
    from: ["in_review"],
    to: { state: "live", firstPostedAt: now, closeReason: null },
    subject: /^Your job post is live: Night nurse$/,
    reason: null,
  },
  {
    verb: "posting.request-changes",
    run: (actor, { id }, change) =>
      requestChanges(actor, { postingId: id, message: reason, ...change }, { now }),
    from: ["in_review"],
    to: { state: "changes_requested", reviewMessage: reason, firstPostedAt: null },
    subject: /^Please change your job post: Night nurse$/,
    reason,
  },
  {
    verb: "posting.reject",
    run: (actor, { id }, change) => rejectPosting(actor, { postingId: id, reason, ...change }, { now }),
    from: ["in_review"],
    to: { state: "closed", closeReason: "rejected", closedAt: now, firstPostedAt: null },
    subject: /^Your job post was rejected: Night nurse$/,
    reason,
  },
  {
    verb: "posting.hold",
    run: (actor, { id }, change) => holdPosting(actor, { postingId: id, reason, ...change }, { now }),
    from: ["live"],
    to: { state: "held", firstPostedAt: before, closedAt: null },
    subject: /^Your job post is on hold: Night nurse$/,
    reason,
  },
  {
    verb: "posting.release",
    run: (actor, { id, version }, change) =>
      releasePosting(actor, { postingId: id, version: String(version), ...change }, { now }),
    from: ["held"],
    to: { state: "live", firstPostedAt: before },
    subject: /^Your job post is no longer on hold: Night nurse$/,
    reason: null,
  },
  {
    verb: "posting.remove",
    run: (actor, { id }, change) => removePosting(actor, { postingId: id, reason, ...change }, { now }),
    from: ["live", "paused", "held"],
    to: { state: "closed", closeReason: "removed", closedAt: now },
    subject: /^Your job post was removed: Night nurse$/,
    reason,
  },
];
const rows = cases.flatMap((c) => c.from.map((from) => [c.verb, from, c] as const));
const wrong = cases.flatMap((c) =>
  postingStates.filter((state) => !c.from.includes(state)).map((state) => [c.verb, state, c] as const),
);

beforeAll(async () => {
  const database = await connection();
  await database.migrate();
  const employer = (id: string) => ({
    id,
    slug: id,
    name: `Employer ${id.slice(-2)}`,
    site: "",
    about: "",
    size: 5,
    sizeByState: {},
    createdAt: before,
  });
  const somebody = (id: string, suspendedAt: Date | null = null) => ({
    id,
    email: `${id}@people.example`,
    createdAt: before,
    suspendedAt,
  });
  const seat = (personId: string, employerId = e1) => ({
    personId,
    employerId,
    seat: "recruiter" as const,
    createdAt: before,
  });
  await database.transaction(async (tx) => {
    await tx.insert(employers).values([e1, e2, e3].map(employer));
    await tx.insert(people).values([somebody("own"), somebody("rec"), somebody("gone", before)]);
    await tx.insert(people).values([somebody("p8"), somebody("mod")]);
    await tx.insert(members).values([seat("own"), seat("rec"), seat("gone"), seat("p8", e2)]);
  });
});

beforeEach(async () => {
  await (await connection()).transaction(async (tx) => {
    for (const table of [outboxMails, auditEntries, postingReports, postings, rateLimits])
      await tx.delete(table);
  });
});

test.each(rows)(
  "%s from %s: the step, its audit row, its mail",
  async (verb, from, { run, to, subject, reason }) => {
    const row = await put(posting(from));
    expect(await run(moderator, row)).toEqual({ ok: true, value: { postingId: row.id, state: to.state } });
    expect(await rowOf(row)).toMatchObject({ updatedAt: now, version: 1, ...to });
    expect(await auditOf(row)).toMatchObject([
      {
        verb,
        at: now,
        actorKind: "person",
        actorId: "mod",
        reason,
        before: { state: from },
        after: { state: to.state },
      },
    ]);
    const sent = await mails();
    // To the employer's people alone, and not to one who is shut out.
    expect(sent.map((mail) => mail.to)).toEqual(["own@people.example", "rec@people.example"]);
    for (const mail of sent) {
      expect(mail).toMatchObject({
        state: "waiting",
        createdAt: now,
        subject: expect.stringMatching(subject),
      });
      for (const line of reason?.split("\n") ?? []) expect(mail.text).toContain(line);
    }
  },
);

test.each(wrong)("%s from %s is refused, and nothing happens", async (_, state, { run }) => {
  const row = await put(posting(state));
  const outcome = await run(moderator, row);
  expect(outcome).toMatchObject({
    ok: false,
    formError: expect.stringMatching(state === "draft" ? /nothing here/ : /Nothing was changed\.$/),
  });
  expect(await rowOf(row)).toEqual(row);
  expect([await auditOf(row), await mails()]).toEqual([[], []]);
});

test.each(rows)("%s from %s is not for others, who find nothing", async (_, from, { run }) => {
  const row = await put(posting(from));
  for (const [, actor] of others) {
    const refused = await run(actor, row);
    expect(refused).toMatchObject({ ok: false, formError: NOT_FOUND });
    // The same answer as for a posting that does not exist.
    const none = await run(actor, { ...row, id: uuidv7() });
    expect({ ...none, values: {} }).toEqual({ ...refused, values: {} });
  }
  expect(await rowOf(row)).toEqual(row);
  expect([await auditOf(row), await mails()]).toEqual([[], []]);
});

test.each(rows)("%s from %s by two at once happens once", async (_, from, { run, to }) => {
  const row = await put(posting(from));
  const outcomes = await Promise.all([moderator, admin, moderator, admin].map((actor) => run(actor, row)));
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  for (const outcome of outcomes)
    if (!outcome.ok) expect(outcome.formError).toMatch(/^This is done already: .* Nothing was changed\.$/);
  expect(await rowOf(row)).toMatchObject(to);
  expect([(await auditOf(row)).length, (await mails()).length]).toEqual([1, 2]);
});

test("two moderators who want different things: the second is told what the first did", async () => {
  const row = await put(posting("in_review"));
  expect((await rejectPosting(moderator, { postingId: row.id, reason }, { now })).ok).toBe(true);
  expect(await approvePosting(admin, { postingId: row.id, version: "1" }, { now })).toMatchObject({
    ok: false,
    formError: "The posting is closed now, so this can no longer be done. Nothing was changed.",
  });
});

test("approving keeps the day of first posting, and refuses a closing date gone by or an edit unread", async () => {
  const again = await put(posting("in_review", { firstPostedAt: before, reviewMessage: "Name the pay." }));
  expect((await approvePosting(moderator, { postingId: again.id, version: "1" }, { now })).ok).toBe(true);
  expect(await rowOf(again)).toMatchObject({ firstPostedAt: before, reviewMessage: null });

  for (const endsAt of [now, before, null]) {
    const ended = await put(posting("in_review", { endsAt }));
    expect(await approvePosting(moderator, { postingId: ended.id, version: "1" }, { now })).toMatchObject({
      formError: "Its closing date has passed. Ask the employer for a new one.",
    });
    expect(await rowOf(ended)).toEqual(ended);
  }
  const edited = await put(posting("in_review", { version: 2 }));
  for (const version of ["1", "", "x"])
    expect((await approvePosting(moderator, { postingId: edited.id, version }, { now })).ok).toBe(false);
  expect(await rowOf(edited)).toEqual(edited);
});

test("a live posting past its minute is closed to moderators too; one held past it is released as closed", async () => {
  const ended = await put(posting("live", { endsAt: now }));
  expect((await holdPosting(moderator, { postingId: ended.id, reason }, { now })).ok).toBe(false);
  expect((await removePosting(moderator, { postingId: ended.id, reason }, { now })).ok).toBe(false);
  const held = await put(posting("held", { endsAt: now }));
  expect((await releasePosting(moderator, { postingId: held.id, version: "1" }, { now })).ok).toBe(true);
  expect((await mails())[0]?.text).toContain("readers see it as closed");
});

test("what a moderator has to write is asked for, and hostile words are kept as words", async () => {
  const row = await put(
    posting("in_review", { title: 'Nurse\r\nBcc: x@evil.example\u202E<img src=x onerror="1">' }),
  );
  const missing = async (message: unknown) =>
    requestChanges(moderator, { postingId: row.id, message }, { now });
  for (const message of ["", " \r\n\t ", undefined, ["a", "b"], "x".repeat(100_000), "a\u0000b", "\u202Ex"]) {
    const refused = await missing(message);
    expect(refused).toMatchObject({ ok: false, fieldErrors: { message: [expect.any(String)] } });
  }
  expect(await missing("")).toMatchObject({
    fieldErrors: { message: ["Enter what the employer is to change."] },
  });
  expect(
    (await requestChanges(moderator, { postingId: row.id, message: "x", state: "live" }, { now })).ok,
  ).toBe(false);
  expect((await requestChanges(moderator, { postingId: "../x\u0000", message: "x" }, { now })).ok).toBe(
    false,
  );

  expect((await missing("<script>alert(1)</script>\r\n💰.")).ok).toBe(true);
  const [mail] = await mails();
  expect(mail?.subject).not.toMatch(/[\r\n\u202E]/);
  expect(mail?.html).not.toMatch(/<script|<img|\u202E/);
  expect(mail?.text).toContain("<script>alert(1)</script>\n\n💰");
  expect((await rowOf(row)).reviewMessage).toBe("<script>alert(1)</script>\n💰.");
});

test("an employer is verified once, by a moderator", async () => {
  for (const [, actor] of others)
    expect(await verifyEmployer(actor, { employerId: e3 }, { now })).toMatchObject({
      formError: NOT_FOUND,
    });
  expect(await verifyEmployer(moderator, { employerId: e0 }, { now })).toMatchObject({
    formError: NOT_FOUND,
  });
  const both = await Promise.all(
    [moderator, admin].map((actor) => verifyEmployer(actor, { employerId: e3 }, { now })),
  );
  expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
  expect(both.find(({ ok }) => !ok)).toMatchObject({
    formError: expect.stringMatching(/^This is done already/),
  });
  const { db } = await connection();
  const [employer] = await db.select().from(employers).where(eq(employers.id, e3));
  expect(employer?.verifiedAt).toEqual(now);
  const audit = await db
    .select()
    .from(auditEntries)
    .where(eq(auditEntries.subject, `employer:${e3}`));
  expect(audit).toMatchObject([
    { verb: "employer.verify", before: { verified: false }, after: { verified: true } },
  ]);
});

const visitor: Actor = { kind: "visitor" };
const report = (row: { id: string }, address: string, change: Record<string, unknown> = {}) =>
  reportPosting(visitor, { postingId: row.id, kind: "fraud", note: "", ...change }, { address, now });

test("a sender counts once; the third holds, by the system, with mail and audit in one go", async () => {
  const row = await put(posting("live"));
  const same = { ok: true, value: { id: row.id, title: "Night nurse" } };
  for (const address of ["192.0.2.1", "192.0.2.1", "192.0.2.2", "192.0.2.2"])
    expect(await report(row, address)).toEqual(same);
  expect((await rowOf(row)).state).toBe("live");
  expect(await mails()).toEqual([]);
  const kept = await reportsOf(row);
  expect(kept.map(({ kind, settledAt }) => [kind, settledAt])).toEqual([
    ["fraud", null],
    ["fraud", null],
  ]);
  for (const { sender } of kept) expect(sender).toMatch(/^[0-9a-f]{64}$/);

  // The answer does not tell that it is held now, nor does the same form sent again.
  expect(await report(row, "192.0.2.3", { kind: "other", note: "<b>scam</b>" })).toEqual(same);
  expect(await report(row, "192.0.2.3", { kind: "other", note: "<b>scam</b>" })).toEqual(same);
  expect((await rowOf(row)).state).toBe("held");
  const audit = await auditOf(row);
  expect(audit.filter(({ verb }) => verb === "posting.hold")).toMatchObject([
    {
      actorKind: "system",
      actorId: null,
      reason: "Several readers have reported it.",
      before: { state: "live" },
      after: { state: "held" },
    },
  ]);
  expect((await mails()).map((mail) => mail.to)).toEqual(["own@people.example", "rec@people.example"]);
  // From here on it is not there for a new reporter.
  expect(await report(row, "192.0.2.4")).toMatchObject({ ok: false, formError: NOT_FOUND });
  expect(await reportsOf(row)).toHaveLength(3);
});

test("senders at the same time are each counted, and hold once", async () => {
  const row = await put(posting("live"));
  await Promise.all(["1", "2", "3", "1", "2", "3", "4", "5"].map((end) => report(row, `192.0.2.${end}`)));
  expect((await rowOf(row)).state).toBe("held");
  expect(await reportsOf(row)).toHaveLength(3);
  expect((await auditOf(row)).filter(({ verb }) => verb === "posting.hold")).toHaveLength(1);
  expect(await mails()).toHaveLength(2);
});

test("a release settles reports, and their senders cannot have it held again", async () => {
  const row = await put(posting("live"));
  for (const end of ["1", "2", "3"]) await report(row, `192.0.2.${end}`);
  expect((await releasePosting(moderator, { postingId: row.id, version: "1" }, { now })).ok).toBe(true);
  expect((await reportsOf(row)).map(({ settledAt }) => settledAt)).toEqual([now, now, now]);
  for (const end of ["1", "2", "3", "4", "5"]) expect((await report(row, `192.0.2.${end}`)).ok).toBe(true);
  expect((await rowOf(row)).state).toBe("live");
  expect((await report(row, "192.0.2.6")).ok).toBe(true);
  expect((await rowOf(row)).state).toBe("held");
  expect((await removePosting(moderator, { postingId: row.id, reason }, { now })).ok).toBe(true);
  expect((await reportsOf(row)).every(({ settledAt }) => settledAt)).toBe(true);
});

test("a moderator settles reports of a posting that stays as it is, once, with what was found", async () => {
  const row = await put(posting("live"));
  for (const end of ["1", "2"]) await report(row, `192.0.2.${end}`);
  const settle = (input: object) => settlePostingReports(moderator, { postingId: row.id, ...input }, { now });
  expect(await settle({ reason: " " })).toMatchObject({
    ok: false,
    fieldErrors: { reason: ["Enter what you found."] },
  });
  expect((await settle({ reason: "It is a job." })).ok).toBe(true);
  expect((await reportsOf(row)).map(({ settledAt }) => settledAt)).toEqual([now, now]);
  expect((await rowOf(row)).state).toBe("live");
  expect(await mails()).toEqual([]);
  expect((await auditOf(row)).filter(({ verb }) => verb === "posting.settle-reports")).toMatchObject([
    { reason: "It is a job.", after: { reportsSettled: 2 } },
  ]);
  expect(await settle({ reason: "Again." })).toMatchObject({
    ok: false,
    formError: expect.stringContaining("No report of it is open"),
  });
  const held = await put(posting("held"));
  expect(await settlePostingReports(moderator, { postingId: held.id, reason: "x" }, { now })).toMatchObject({
    ok: false,
    formError: expect.stringContaining("on hold"),
  });
});

test("what is not open cannot be reported, like what does not exist", async () => {
  const strange = await report({ id: uuidv7() }, "192.0.2.9");
  for (const row of [
    ...postingStates.filter((state) => state !== "live").map((state) => posting(state)),
    posting("live", { endsAt: now }),
  ]) {
    await put(row);
    const refused = await report(row, "192.0.2.9");
    expect({ ...refused, values: {} }).toEqual({ ...strange, values: {} });
    expect(await reportablePosting(row.id, now)).toBeUndefined();
    expect(await reportsOf(row)).toEqual([]);
    await (await connection()).transaction((tx) => tx.delete(rateLimits));
  }
  expect(await reportablePosting("../\u0000", now)).toBeUndefined();
  const live = await put(posting("live"));
  expect(await reportablePosting(live.id, now)).toEqual({
    id: live.id,
    title: "Night nurse",
    employer: "Employer e1",
  });
});

test("reports are limited by address and by posting", async () => {
  const live: Posting[] = [];
  for (let i = 0; i < 11; i++) live.push(await put(posting("live")));
  const outcomes = [];
  for (const row of live) outcomes.push(await report(row, "198.51.100.1"));
  expect(outcomes.map(({ ok }) => ok)).toEqual([...Array(10).fill(true), false]);
  expect(outcomes[10]).toMatchObject({ formError: expect.stringMatching(/^Too many tries/) });

  const [, second] = live;
  if (!second) throw new Error("no posting");
  for (let i = 0; i < 60; i++) await report(second, `203.0.113.${i}`);
  expect(await report(second, "203.0.113.200")).toMatchObject({
    formError: expect.stringMatching(/^Too many tries/),
  });
});

test("the system may hold by the verb too, and do nothing else of a moderator's", async () => {
  const row = await put(posting("live"));
  for (const { verb, run, from } of cases.filter(({ verb }) => verb !== "posting.hold")) {
    const other = await put(posting(from[0] ?? "live"));
    expect([verb, await run(system, other)]).toMatchObject([verb, { ok: false, formError: NOT_FOUND }]);
  }
  expect((await holdPosting(system, { postingId: row.id, reason }, { now })).ok).toBe(true);
  expect(await auditOf(row)).toMatchObject([{ verb: "posting.hold", actorKind: "system", actorId: null }]);
});

test("the queue, one posting and the log are read by moderators alone, whole and in order", async () => {
  for (const [, actor] of [...others, ["system", system] as const])
    expect(moderatorOf(actor)).toBeUndefined();
  const reader = moderatorOf(moderator);
  if (!reader) throw new Error("a moderator is none");
  expect(moderatorOf(admin)).toBeDefined();

  const first = await put(posting("in_review", { updatedAt: before }));
  const second = await put(posting("in_review", { updatedAt: now }));
  const held = await put(posting("held"));
  const reported = await put(posting("live"));
  const ended = await put(posting("live"));
  await put(posting("draft"));
  await report(reported, "192.0.2.1", { note: "No such street." });
  await report(reported, "192.0.2.2");
  await report(ended, "192.0.2.1");
  await (await connection()).transaction((tx) =>
    tx.update(postings).set({ endsAt: now }).where(eq(postings.id, ended.id)),
  );

  const queue = await moderationQueue(reader, now);
  expect(queue.inReview).toMatchObject({
    total: 2,
    items: [{ id: first.id, since: before }, { id: second.id }],
  });
  expect(queue.held).toMatchObject({ total: 1, items: [{ id: held.id, reporters: 0 }] });
  expect(queue.reported).toEqual({
    total: 1,
    items: [
      {
        id: reported.id,
        title: "Night nurse",
        employer: { name: "Employer e1", isVerified: false },
        since: now,
        reporters: 2,
      },
    ],
  });

  await holdPosting(moderator, { postingId: reported.id, reason }, { now });
  const seen = await postingForModerator(reader, reported.id);
  expect(seen).toMatchObject({
    posting: { id: reported.id, state: "held" },
    employer: { id: e1 },
    members: ["gone@people.example", "own@people.example", "rec@people.example"],
    reports: [{ kind: "fraud" }, { kind: "fraud" }],
    history: [{ verb: "posting.hold", actor: "mod@people.example", isSystem: false, reason }],
  });
  expect(seen?.states).toContainEqual({ state: "in_review", total: 2 });
  expect(seen?.states.some(({ state }) => state === "draft")).toBe(false);

  for (const id of ["", "../\u0000", uuidv7(), (await put(posting("draft"))).id])
    expect(await postingForModerator(reader, id)).toBeUndefined();

  await releasePosting(moderator, { postingId: reported.id, version: "1" }, { now });
  const { entries, next } = await moderationLog(reader);
  expect(next).toBeUndefined();
  expect(entries.map(({ verb, title }) => [verb, title])).toEqual([
    ["posting.release", "Night nurse"],
    ["posting.hold", "Night nurse"],
  ]);
  expect((await moderationLog(reader, entries[0]?.id)).entries.map(({ verb }) => verb)).toEqual([
    "posting.hold",
  ]);
  expect((await moderationLog(reader, "\u0000")).entries).toHaveLength(2);
});

test("a log longer than a page is read on", async () => {
  const reader = moderatorOf(moderator);
  if (!reader) throw new Error("a moderator is none");
  for (let i = 0; i < 51; i++)
    await holdPosting(moderator, { postingId: (await put(posting("live"))).id, reason }, { now });
  const { entries, next } = await moderationLog(reader);
  expect(entries).toHaveLength(50);
  expect((await moderationLog(reader, next)).entries).toHaveLength(1);
});
