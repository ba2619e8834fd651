import {
  and,
  asc,
  count,
  countDistinct,
  desc,
  eq,
  gt,
  inArray,
  isNull,
  lt,
  min,
  ne,
  type SQL,
} from "drizzle-orm";
import { connection } from "@/db/client";
import { auditEntries, employers, members, people, postingReports, postings } from "@/db/schema";
import { type Actor, may, type Person, type Verb } from "@/domain/access";
import { carriedId } from "@/domain/form-field";
import { isOpen } from "@/domain/posting";
import { publicView } from "@/server/posting/view";

declare const proof: unique symbol;
/** A person of whom it has been asked whether they may read the queue; `moderatorOf` alone makes one. */
export type Moderator = Person & { readonly [proof]: true };

/** The actor as a moderator; undefined for one without the power. */
export function moderatorOf(actor: Actor): Moderator | undefined {
  return may(actor, "queue.read") ? (actor as Moderator) : undefined;
}

/** Postings that one list of the queue shows; the rest comes up as these are done. */
const QUEUE_LENGTH = 100;
/** Rows of a page of the log, and of the history of a posting. */
const LOG_LENGTH = 50;

type QueueItem = {
  id: string;
  title: string;
  employer: { name: string; isVerified: boolean };
  /** Since when it waits: its last change or, for one that is reported, the first report. */
  since: Date;
  /** Different senders of open reports. */
  reporters: number;
};
export type QueueList = { items: QueueItem[]; total: number };

/** What waits for a moderator, longest first: postings to be read, held ones, and others out there that readers report. */
export async function moderationQueue(
  _moderator: Moderator,
  now: Date = new Date(),
): Promise<{ inReview: QueueList; held: QueueList; reported: QueueList }> {
  const { db } = await connection();
  const reported = db
    .select({ id: postingReports.postingId })
    .from(postingReports)
    .where(isNull(postingReports.settledAt));
  const out = and(inArray(postings.state, ["live", "paused"]), gt(postings.endsAt, now));
  const [inReview, held, other] = await Promise.all([
    queueList(eq(postings.state, "in_review"), "change"),
    queueList(eq(postings.state, "held"), "change"),
    queueList(and(out, inArray(postings.id, reported)), "report"),
  ]);
  return { inReview, held, reported: other };
}

async function queueList(which: SQL | undefined, since: "change" | "report"): Promise<QueueList> {
  const { db } = await connection();
  const firstReport = min(postingReports.createdAt);
  const [rows, [all]] = await Promise.all([
    db
      .select({
        id: postings.id,
        title: postings.title,
        updatedAt: postings.updatedAt,
        employer: employers.name,
        verifiedAt: employers.verifiedAt,
        reporters: countDistinct(postingReports.sender),
        firstReport,
      })
      .from(postings)
      .innerJoin(employers, eq(employers.id, postings.employerId))
      .leftJoin(
        postingReports,
        and(eq(postingReports.postingId, postings.id), isNull(postingReports.settledAt)),
      )
      .where(which)
      .groupBy(postings.id, employers.id)
      .orderBy(asc(since === "change" ? postings.updatedAt : firstReport), asc(postings.id))
      .limit(QUEUE_LENGTH),
    db.select({ total: count() }).from(postings).where(which),
  ]);
  const items = rows.map(({ id, title, updatedAt, employer, verifiedAt, reporters, firstReport }) => ({
    id,
    title,
    employer: { name: employer, isVerified: verifiedAt !== null },
    since: (since === "report" && firstReport) || updatedAt,
    reporters,
  }));
  return { items, total: all?.total ?? items.length };
}

/** A posting with all that a moderator needs to decide on it; undefined for none such, and for a draft. */
export async function postingForModerator(_moderator: Moderator, postingId: string, now: Date = new Date()) {
  if (!carriedId.safeParse(postingId).success) return undefined;
  const { db } = await connection();
  const [found] = await db
    .select({ posting: postings, employer: employers })
    .from(postings)
    .innerJoin(employers, eq(employers.id, postings.employerId))
    .where(and(eq(postings.id, postingId), ne(postings.state, "draft")));
  if (!found) return undefined;
  const employerId = found.employer.id;
  const [reports, history, mails, states] = await Promise.all([
    db
      .select({
        id: postingReports.id,
        kind: postingReports.kind,
        note: postingReports.note,
        createdAt: postingReports.createdAt,
        settledAt: postingReports.settledAt,
      })
      .from(postingReports)
      .where(eq(postingReports.postingId, postingId))
      .orderBy(desc(postingReports.createdAt), desc(postingReports.id))
      .limit(QUEUE_LENGTH),
    // Reports have a list of their own.
    auditRows(
      and(
        inArray(auditEntries.subject, [`posting:${postingId}`, `employer:${employerId}`]),
        ne(auditEntries.verb, "posting.report" satisfies Verb),
      ),
    ),
    db
      .select({ email: people.email })
      .from(members)
      .innerJoin(people, eq(people.id, members.personId))
      .where(eq(members.employerId, employerId))
      .orderBy(asc(people.email)),
    db
      .select({ state: postings.state, total: count() })
      .from(postings)
      .where(and(eq(postings.employerId, employerId), ne(postings.state, "draft")))
      .groupBy(postings.state)
      .orderBy(asc(postings.state)),
  ]);
  return {
    ...found,
    /** As readers see it, or would. */
    view: publicView(found.posting, found.employer, now),
    members: mails.map(({ email }) => email),
    /** How many postings the employer has in each state, drafts left out. */
    states,
    reports,
    history,
  };
}

export type LogEntry = {
  id: string;
  at: Date;
  verb: string;
  /** Mail address of the person; undefined for a visitor and for a job of our own. */
  actor: string | undefined;
  isSystem: boolean;
  subject: string;
  reason: string | null;
  /** What it was before and after, where the verb keeps that. */
  before: Record<string, unknown>;
  after: Record<string, unknown>;
};

const loggedVerbs = [
  "posting.approve",
  "posting.request-changes",
  "posting.reject",
  "posting.hold",
  "posting.release",
  "posting.remove",
  "employer.verify",
] as const satisfies Verb[];

/** What moderators, and the system for them, have done, newest first: a page of it, from before an entry on. `next` goes on from there. */
export async function moderationLog(
  _moderator: Moderator,
  before?: string,
): Promise<{ entries: (LogEntry & { title: string })[]; next: string | undefined }> {
  const isKey = before !== undefined && carriedId.safeParse(before).success;
  const rows = await auditRows(
    and(inArray(auditEntries.verb, loggedVerbs), isKey ? lt(auditEntries.id, before) : undefined),
    LOG_LENGTH + 1,
  );
  const entries = rows.slice(0, LOG_LENGTH);
  const titles = await titlesOf(entries.map(({ subject }) => subject));
  return {
    entries: entries.map((entry) => ({ ...entry, title: titles.get(entry.subject) ?? entry.subject })),
    next: rows.length > LOG_LENGTH ? entries.at(-1)?.id : undefined,
  };
}

async function auditRows(which: SQL | undefined, length = LOG_LENGTH): Promise<LogEntry[]> {
  const { db } = await connection();
  const rows = await db
    .select({ entry: auditEntries, email: people.email })
    .from(auditEntries)
    .leftJoin(people, and(eq(auditEntries.actorKind, "person"), eq(people.id, auditEntries.actorId)))
    .where(which)
    .orderBy(desc(auditEntries.id))
    .limit(length);
  return rows.map(({ entry: { id, at, verb, actorKind, subject, reason, before, after }, email }) => ({
    id,
    at,
    verb,
    actor: email ?? undefined,
    isSystem: actorKind === "system",
    subject,
    reason,
    before: { ...(before as object) },
    after: { ...(after as object) },
  }));
}

/** What subjects such as `posting:018f…` are called. */
async function titlesOf(subjects: string[]): Promise<Map<string, string>> {
  const { db } = await connection();
  const idsOf = (kind: string) =>
    subjects
      .filter((subject) => subject.startsWith(`${kind}:`))
      .map((subject) => subject.slice(kind.length + 1));
  const [posted, hiring] = await Promise.all([
    db
      .select({ id: postings.id, title: postings.title })
      .from(postings)
      .where(inArray(postings.id, idsOf("posting")))
      .orderBy(asc(postings.id)),
    db
      .select({ id: employers.id, title: employers.name })
      .from(employers)
      .where(inArray(employers.id, idsOf("employer")))
      .orderBy(asc(employers.id)),
  ]);
  return new Map([
    ...posted.map(({ id, title }) => [`posting:${id}`, title] as const),
    ...hiring.map(({ id, title }) => [`employer:${id}`, title] as const),
  ]);
}

/** The posting that a report form is about; undefined unless it takes applications at this moment. */
export async function reportablePosting(
  postingId: string,
  now: Date = new Date(),
): Promise<{ id: string; title: string; employer: string } | undefined> {
  if (!carriedId.safeParse(postingId).success) return undefined;
  const { db } = await connection();
  const [found] = await db
    .select({ posting: postings, employer: employers.name })
    .from(postings)
    .innerJoin(employers, eq(employers.id, postings.employerId))
    .where(eq(postings.id, postingId));
  if (!found || !isOpen(found.posting, now)) return undefined;
  return { id: found.posting.id, title: found.posting.title, employer: found.employer };
}
