import fs from "node:fs";
import path from "node:path";
import { and, asc, eq } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { connection } from "@/db/client";
import {
  applications,
  auditEntries,
  employers,
  members,
  outboxMails,
  people,
  postings,
  rateLimits,
  resumes,
} from "@/db/schema";
import type { Actor, Grant, Person } from "@/domain/access";
import { mayWithdraw, movesFrom, type Stage, stageNames, stages } from "@/domain/application";
import { sha256 } from "@/server/auth";
import { NOT_FOUND, type Outcome } from "@/server/command";
import { moveApplication } from "./move-application";
import { APPLICANTS_A_PAGE, applicantOf, applicantsOf, applicationStatus, resumeOf } from "./queries";
import { submitApplication } from "./submit-application";
import { withdrawApplication } from "./withdraw-application";

const folder = await vi.hoisted(async () => {
  const { mkdtempSync } = await import("node:fs");
  process.env.DATA_DIR = mkdtempSync("/tmp/crossroads-applications-");
  return `${process.env.DATA_DIR}/resumes`;
});
const filesKept = () => (fs.existsSync(folder) ? fs.readdirSync(folder).sort() : []);

const now = new Date("2026-11-24T12:00:00Z");
const soon = new Date("2026-11-24T13:00:00Z");
const before = new Date("2026-11-01T00:00:00Z");
const end = new Date("2026-12-24T08:00:00Z");
const minute = 60_000;

const person = (personId: string, employerIds: string[], grants: Grant[] = []): Person => ({
  kind: "person",
  personId,
  email: `${personId}@people.example`,
  name: null,
  grants,
  seats: employerIds.map((employerId) => ({ employerId, seat: "recruiter" })),
});
const visitor: Actor = { kind: "visitor" };
const recruiter = person("own", ["e1"]);
const foreign = person("p8", ["e2"]);
const others: [string, Actor][] = [
  ["a visitor", visitor],
  ["somebody without a seat", person("p9", [])],
  ["another employer's recruiter", foreign],
  ["a moderator", person("mod", [], ["moderator"])],
  ["an admin of the site", person("adm", [], ["admin"])],
  ["the system", { kind: "system" }],
];

type Posting = typeof postings.$inferSelect;
const posting = (change: Partial<Posting> = {}): Posting => ({
  id: uuidv7(),
  employerId: "e1",
  state: "live",
  closeReason: null,
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
  endsAt: end,
  firstPostedAt: before,
  renewedAt: null,
  closedAt: null,
  reviewMessage: null,
  searchText: "night nurse",
  version: 1,
  createdAt: before,
  updatedAt: before,
  ...change,
});

async function put(change: Partial<Posting> = {}): Promise<Posting> {
  const row = posting(change);
  await (await connection()).transaction((tx) => tx.insert(postings).values(row));
  return row;
}
const applicationsTo = async ({ id }: Posting) =>
  (await connection()).db
    .select()
    .from(applications)
    .where(eq(applications.postingId, id))
    .orderBy(asc(applications.id));
const auditOf = async (applicationId: string, verb: string) =>
  (await connection()).db
    .select()
    .from(auditEntries)
    .where(and(eq(auditEntries.subject, `application:${applicationId}`), eq(auditEntries.verb, verb)))
    .orderBy(asc(auditEntries.id));
const mails = async () => (await connection()).db.select().from(outboxMails).orderBy(asc(outboxMails.id));
const mailsTo = async (address: string) => (await mails()).filter(({ to }) => to === address);

const fields = ({ id }: Posting, change: Record<string, unknown> = {}) => ({
  postingId: id,
  name: "Ana Ruiz",
  email: "ana@example.org",
  message: "I can start in May.",
  ...change,
});
const cv = () => new File(["Ana Ruiz, nurse\n"], "cv.txt", { type: "text/plain" });
let calls = 0;
const call = (at = now) => {
  calls += 1;
  return { now: at, address: `10.0.0.${calls}` };
};
const send = (to: Posting, change: Record<string, unknown> = {}, at = now) =>
  submitApplication(visitor, fields(to, change), call(at));

/** Sends an application and gives its row and the token of the mailed link. */
async function applied(to: Posting, change: Record<string, unknown> = {}) {
  const outcome = await send(to, change);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome));
  const row = (await applicationsTo(to)).at(-1);
  const token = /\/applications\/([\w-]{43})/.exec((await mailsTo(row?.email ?? "")).at(-1)?.text ?? "")?.[1];
  if (!row || !token) throw new Error("no application, or no link");
  return { row, token };
}
const words = (outcome: Outcome<unknown>) =>
  outcome.ok
    ? ""
    : [outcome.formError, ...Object.values(outcome.fieldErrors).flat()].filter(Boolean).join(" ");
const setStage = async (id: string, stage: Stage) =>
  (await connection()).transaction((tx) =>
    tx.update(applications).set({ stage }).where(eq(applications.id, id)),
  );
const rowOf = async (id: string) => {
  const [row] = await (await connection()).db.select().from(applications).where(eq(applications.id, id));
  if (!row) throw new Error(`no application ${id}`);
  return row;
};

beforeAll(async () => {
  const database = await connection();
  await database.migrate();
  await database.transaction(async (tx) => {
    const employer = { site: "", about: "", size: 5, sizeByState: {}, verifiedAt: null, createdAt: before };
    await tx.insert(employers).values([
      { ...employer, id: "e1", slug: "elm", name: "Elm Clinic" },
      { ...employer, id: "e2", slug: "oak", name: "Oak Works" },
    ]);
    const row = { emailVerifiedAt: before, createdAt: before, name: null };
    await tx.insert(people).values([
      { ...row, id: "own", email: "own@elm.example", suspendedAt: null },
      { ...row, id: "two", email: "two@elm.example", suspendedAt: null },
      { ...row, id: "out", email: "out@elm.example", suspendedAt: before },
      { ...row, id: "p8", email: "p8@oak.example", suspendedAt: null },
    ]);
    const seat = { seat: "recruiter" as const, createdAt: before };
    await tx.insert(members).values([
      { ...seat, employerId: "e1", personId: "own" },
      { ...seat, employerId: "e1", personId: "two" },
      { ...seat, employerId: "e1", personId: "out" },
      { ...seat, employerId: "e2", personId: "p8" },
    ]);
  });
});
beforeEach(async () => {
  await (await connection()).transaction(async (tx) => {
    await tx.delete(outboxMails);
    await tx.delete(rateLimits);
    await tx.delete(resumes);
  });
  fs.rmSync(folder, { recursive: true, force: true });
});
afterAll(() => fs.rmSync(path.dirname(folder), { recursive: true, force: true }));

test("an application is kept with its résumé, told to both sides, and written down once", async () => {
  const job = await put();
  const outcome = await send(job, { resume: cv(), email: "Ana@Example.org" });
  expect(outcome).toMatchObject({ ok: true, value: { posting: { id: job.id, title: job.title } } });
  const [row, ...more] = await applicationsTo(job);
  expect(more).toEqual([]);
  expect(row).toMatchObject({
    email: "ana@example.org",
    name: "Ana Ruiz",
    stage: "new",
    version: 0,
    createdAt: now,
  });
  const [resume] = await (await connection()).db.select().from(resumes).orderBy(asc(resumes.applicationId));
  expect(resume).toMatchObject({ applicationId: row?.id, name: "cv.txt", kind: "txt", bytes: 16 });
  expect(filesKept()).toEqual([resume?.file]);
  expect((await mails()).map(({ to }) => to).sort()).toEqual([
    "ana@example.org",
    "own@elm.example",
    "two@elm.example",
  ]);
  expect(await auditOf(row?.id ?? "", "application.submit")).toMatchObject([
    { actorKind: "visitor", actorId: null, after: { postingId: job.id, stage: "new", resume: "txt" } },
  ]);
});

test("the mailed link is stored hashed, and nothing typed is in the mail to the address", async () => {
  const { row, token } = await applied(await put(), {
    name: "Buy at evil.example",
    message: "Click evil.example",
  });
  expect(row.tokenHash).toBe(sha256(token));
  expect(JSON.stringify(row)).not.toContain(token);
  const [mail] = await mailsTo("ana@example.org");
  expect(`${mail?.subject}${mail?.text}${mail?.html}`).not.toContain("evil.example");
  expect(await applicantOf(token)).toEqual({ kind: "applicant", applicationId: row.id });
  for (const other of ["", "x", row.tokenHash, `${token.slice(0, -1)}!`, "A".repeat(43), "A".repeat(100_000)])
    expect(await applicantOf(other)).toBeUndefined();
});

test("a second sending answers the same, keeps the first, and is told to the address alone", async () => {
  const job = await put();
  const first = await send(job, { resume: cv() });
  const [kept] = filesKept();
  const second = await send(
    job,
    { name: "Somebody else", message: "No", email: " ANA@example.org ", resume: cv() },
    soon,
  );
  expect(second).toEqual(first);
  const rows = await applicationsTo(job);
  expect(rows).toMatchObject([{ name: "Ana Ruiz", message: "I can start in May.", createdAt: now }]);
  expect(filesKept()).toEqual([kept]);
  const toApplicant = await mailsTo("ana@example.org");
  expect(toApplicant).toHaveLength(2);
  expect(toApplicant[1]?.text).toMatch(/sent from this address again/);
  expect(toApplicant[1]?.text).not.toContain("/applications/");
  expect(await mailsTo("own@elm.example")).toHaveLength(1);
  expect(await auditOf(rows[0]?.id ?? "", "application.submit")).toMatchObject([
    { reason: null },
    { reason: "Sent again; the first is kept.", after: null },
  ]);
  // Another posting is another application, and so is another address.
  await applied(await put());
  await applied(job, { email: "ben@example.org" });
  expect(await applicationsTo(job)).toHaveLength(2);
});

test("20 sendings of one address at once are one application with one file", async () => {
  const job = await put();
  const outcomes = await Promise.all(Array.from({ length: 20 }, () => send(job, { resume: cv() })));
  // The limit of an address lets ten through.
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(10);
  expect(outcomes.filter((outcome) => /Too many tries/.test(words(outcome)))).toHaveLength(10);
  expect(await applicationsTo(job)).toHaveLength(1);
  expect(filesKept()).toHaveLength(1);
  expect(await mailsTo("own@elm.example")).toHaveLength(1);
  expect(
    (await mailsTo("ana@example.org")).filter(({ text }) => text.includes("/applications/")),
  ).toHaveLength(1);
});

test.each<[string, Partial<Posting>, RegExp]>([
  ["a paused posting", { state: "paused" }, /no applications at the moment/],
  ["a closed posting", { state: "closed", closeReason: "filled", closedAt: before }, /no more applications/],
  ["a posting at its minute", { endsAt: now }, /no more applications/],
  ["a paused posting past its minute", { state: "paused", endsAt: now }, /no more applications/],
  [
    "a posting with an address of its own",
    { applyBy: "link", applyUrl: "https://elm.example" },
    /another site/,
  ],
  ["a draft", { state: "draft", firstPostedAt: null }, new RegExp(NOT_FOUND)],
  ["a posting in review", { state: "in_review", firstPostedAt: null }, new RegExp(NOT_FOUND)],
  ["a posting to be changed", { state: "changes_requested" }, new RegExp(NOT_FOUND)],
  ["a posting on hold", { state: "held" }, new RegExp(NOT_FOUND)],
  [
    "a rejected posting",
    { state: "closed", closeReason: "rejected", firstPostedAt: null },
    new RegExp(NOT_FOUND),
  ],
])("%s takes none, and nothing is left of it", async (_, change, reason) => {
  const job = await put(change);
  const outcome = await send(job, { resume: cv() });
  expect(words(outcome)).toMatch(reason);
  expect(outcome).toMatchObject({ values: { message: "I can start in May." } });
  expect(await applicationsTo(job)).toEqual([]);
  expect(filesKept()).toEqual([]);
  expect(await mails()).toEqual([]);
});

test("a posting that does not exist answers like a draft", async () => {
  const draft = await send(await put({ state: "draft", firstPostedAt: null }));
  const none = await send(posting());
  expect({ ...none, values: null }).toEqual({ ...draft, values: null });
});

test("an application a minute before the end is taken", async () => {
  const job = await put();
  expect(await send(job, {}, new Date(end.getTime() - minute))).toMatchObject({ ok: true });
});

test("all that is wrong is told at once, and what was typed is kept", async () => {
  const job = await put();
  const typed = { name: "", email: "ana＠example.org", message: "x".repeat(5_001) };
  const resume = new File(["<html>"], "cv.pdf", { type: "application/pdf" });
  const outcome = await send(job, { ...typed, resume });
  expect(outcome).toMatchObject({ ok: false, formError: null, values: { ...typed, postingId: job.id } });
  expect(outcome.ok ? [] : Object.keys(outcome.fieldErrors).sort()).toEqual([
    "email",
    "message",
    "name",
    "resume",
  ]);
  expect(filesKept()).toEqual([]);
});

test.each<[string, Record<string, unknown>, boolean]>([
  ["an empty file input", { resume: new File([], "", { type: "application/octet-stream" }) }, true],
  ["an empty file", { resume: new File([], "cv.pdf") }, false],
  ["a text in place of a file", { resume: "cv.pdf" }, false],
  ["a file of our own making", { resume: { file: "../../x", name: "x.txt", kind: "txt", bytes: 1 } }, false],
  ["two files", { resume: [cv(), cv()] }, false],
  ["a stage", { stage: "hired" }, false],
  ["an id", { id: uuidv7(), employerId: "e2", tokenHash: "x" }, false],
  ["a posting twice", { postingId: [uuidv7(), uuidv7()] }, false],
])("a form with %s is %j: taken, or refused in words", async (_, change, isTaken) => {
  const job = await put();
  const outcome = await send(job, change);
  expect(outcome.ok).toBe(isTaken);
  if (!isTaken) expect(words(outcome)).not.toBe("");
  expect(await applicationsTo(job)).toHaveLength(isTaken ? 1 : 0);
  expect(filesKept()).toEqual([]);
});

test.each(["<script>alert(1)</script>", "' or 1=1 --", "👩🏽‍⚕️", "=HYPERLINK(1)", "O’Neil-Müller 李"])(
  "%s is kept as typed and does no harm in the mail",
  async (text) => {
    const { row } = await applied(await put({ title: text }), { name: text, message: `${text}\n${text}` });
    expect(row).toMatchObject({ name: text, message: `${text}\n${text}` });
    for (const mail of await mails()) {
      expect(mail.html).not.toContain("<script>");
      expect(mail.subject).not.toMatch(/\p{Cc}/u);
    }
  },
);

test("limits hold by network and by posting", async () => {
  const job = await put();
  for (let i = 0; i < 20; i++)
    expect(
      (
        await submitApplication(visitor, fields(job, { email: `a${i}@example.org` }), {
          now,
          address: "9.9.9.9",
        })
      ).ok,
    ).toBe(true);
  const next = await submitApplication(visitor, fields(job, { email: "z@example.org" }), {
    now,
    address: "9.9.9.9",
  });
  expect(words(next)).toMatch(/Too many tries/);
  expect(await applicationsTo(job)).toHaveLength(20);
});

const pairs = stages.flatMap((from) => stages.map((to) => [from, to] as const));
test("an employer moves along the table and nowhere else", async () => {
  const { row } = await applied(await put());
  for (const [from, to] of pairs) {
    await setStage(row.id, from);
    const { version } = await rowOf(row.id);
    const outcome = await moveApplication(
      recruiter,
      { applicationId: row.id, stage: to, version: String(version) },
      { now: soon },
    );
    const isAllowed = movesFrom(from).includes(to);
    expect([from, to, outcome.ok]).toEqual([from, to, isAllowed]);
    expect(await rowOf(row.id)).toMatchObject(
      isAllowed ? { stage: to, version: version + 1, movedAt: soon } : { stage: from, version },
    );
  }
  const allowed = pairs.filter(([from, to]) => movesFrom(from).includes(to));
  expect(await auditOf(row.id, "application.move")).toMatchObject(
    allowed.map(([from, to]) => ({
      actorKind: "person",
      actorId: "own",
      before: { stage: from },
      after: { stage: to },
    })),
  );
  // One mail for the application, and one a move.
  expect(await mailsTo("ana@example.org")).toHaveLength(1 + allowed.length);
});

test("of two tabs the second is told, and nothing of the first is lost", async () => {
  const { row } = await applied(await put());
  const moved = (stage: Stage) => moveApplication(recruiter, { applicationId: row.id, stage, version: "0" });
  expect((await moved("interview")).ok).toBe(true);
  const second = await moved("rejected");
  expect(words(second)).toContain(`stands at “${stageNames.interview}” now`);
  expect(second).toMatchObject({ values: { stage: "rejected" } });
  expect(await rowOf(row.id)).toMatchObject({ stage: "interview", version: 1 });
});

test("of 20 moves at once one is made", async () => {
  const { row } = await applied(await put());
  const outcomes = await Promise.all(
    Array.from({ length: 20 }, () =>
      moveApplication(recruiter, { applicationId: row.id, stage: "offer", version: "0" }),
    ),
  );
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await auditOf(row.id, "application.move")).toHaveLength(1);
  expect(await mailsTo("ana@example.org")).toHaveLength(2);
});

test.each(others)("to %s an applicant of Elm Clinic is none", async (_, actor) => {
  const job = await put();
  const { row, token } = await applied(job, { resume: cv() });
  const raw = { stage: "hired", version: "0" };
  const there = await moveApplication(actor, { ...raw, applicationId: row.id });
  const none = await moveApplication(actor, { ...raw, applicationId: uuidv7() });
  expect({ ...there, values: null }).toEqual({ ...none, values: null });
  expect(words(there)).toBe(NOT_FOUND);
  expect(await rowOf(row.id)).toMatchObject({ stage: "new" });
  expect(await resumeOf(actor, row.id)).toBeUndefined();
  if (actor.kind === "person") expect(await applicantsOf(actor, job.id, 1)).toBeUndefined();
  expect(words(await withdrawApplication(actor, {}))).toBe(NOT_FOUND);
  expect(await applicantOf(token)).toBeDefined();
});

test("an applicant reads nothing of the employer's, and moves nothing", async () => {
  const { row, token } = await applied(await put(), { resume: cv() });
  const applicant = await applicantOf(token);
  if (!applicant) throw new Error("no applicant");
  expect(
    words(await moveApplication(applicant, { applicationId: row.id, stage: "hired", version: "0" })),
  ).toBe(NOT_FOUND);
  expect(await resumeOf(applicant, row.id)).toBeUndefined();
});

test("an employer's people read their applicants, page by page, and the résumé", async () => {
  const job = await put();
  const { row } = await applied(job, { resume: cv() });
  expect(await resumeOf(recruiter, row.id)).toMatchObject({ name: "cv.txt" });
  for (const id of ["", "x", "' or 1=1", uuidv7()]) {
    expect(await resumeOf(recruiter, id)).toBeUndefined();
    expect(await applicantsOf(recruiter, id, 1)).toBeUndefined();
  }
  expect(await applicantsOf(recruiter, job.id, 1)).toMatchObject({
    posting: { id: job.id, title: "Night nurse" },
    applicants: [{ id: row.id, name: "Ana Ruiz", stage: "new", resume: { name: "cv.txt", bytes: 16 } }],
    total: 1,
    page: 1,
    pages: 1,
  });
  const later = (i: number) => new Date(now.getTime() + i * minute);
  await (await connection()).transaction((tx) =>
    tx.insert(applications).values(
      Array.from({ length: APPLICANTS_A_PAGE }, (_, i) => ({
        ...row,
        id: uuidv7(),
        email: `a${i}@example.org`,
        tokenHash: sha256(`${job.id} ${i}`),
        createdAt: later(i + 1),
      })),
    ),
  );
  const [first, last] = [
    await applicantsOf(recruiter, job.id, -1),
    await applicantsOf(recruiter, job.id, 99),
  ];
  expect(first?.applicants).toHaveLength(APPLICANTS_A_PAGE);
  expect(first?.applicants[0]).toMatchObject({
    email: `a${APPLICANTS_A_PAGE - 1}@example.org`,
    resume: null,
  });
  expect(last).toMatchObject({
    page: 2,
    pages: 2,
    total: APPLICANTS_A_PAGE + 1,
    applicants: [{ id: row.id }],
  });
});

test.each(stages)("a holder of the link withdraws from %s where that may be", async (stage) => {
  const { row, token } = await applied(await put());
  const applicant = await applicantOf(token);
  if (!applicant) throw new Error("no applicant");
  await setStage(row.id, stage);
  const outcome = await withdrawApplication(applicant, {}, { now: soon });
  expect(outcome.ok).toBe(mayWithdraw(stage));
  expect(await applicationStatus(applicant)).toMatchObject({
    stage: mayWithdraw(stage) ? "withdrawn" : stage,
    posting: { title: "Night nurse" },
    employer: "Elm Clinic",
    createdAt: now,
    movedAt: mayWithdraw(stage) ? soon : now,
  });
  expect(await auditOf(row.id, "application.withdraw")).toMatchObject(
    mayWithdraw(stage)
      ? [{ actorKind: "applicant", actorId: row.id, before: { stage }, after: { stage: "withdrawn" } }]
      : [],
  );
  const again = await withdrawApplication(applicant, {});
  expect(words(again)).toMatch(/withdrawn already|can no longer be withdrawn/);
  expect(await auditOf(row.id, "application.withdraw")).toHaveLength(mayWithdraw(stage) ? 1 : 0);
  expect(await mailsTo("own@elm.example")).toHaveLength(mayWithdraw(stage) ? 2 : 1);
});

test("withdrawing takes no other application, and a withdrawn one stays so", async () => {
  const job = await put();
  const [ana, ben] = [await applied(job), await applied(job, { email: "ben@example.org" })];
  const applicant = await applicantOf(ben.token);
  if (!applicant) throw new Error("no applicant");
  expect((await withdrawApplication(applicant, { applicationId: ana.row.id })).ok).toBe(false);
  expect((await withdrawApplication(applicant, {})).ok).toBe(true);
  expect(await rowOf(ana.row.id)).toMatchObject({ stage: "new" });
  const moved = await moveApplication(recruiter, { applicationId: ben.row.id, stage: "hired", version: "1" });
  expect(words(moved)).toMatch(/cannot go/);
  expect(await send(job, { email: "ben@example.org" })).toMatchObject({ ok: true });
  expect(await rowOf(ben.row.id)).toMatchObject({ stage: "withdrawn" });
});
