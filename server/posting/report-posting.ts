import { createHmac } from "node:crypto";
import { asc, eq } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import type { Tx } from "@/db/client";
import { auditEntries, postingReports } from "@/db/schema";
import { isOpen, stepOf } from "@/domain/posting";
import { isOverThreshold, SendReport } from "@/domain/report";
import { command } from "@/server/command";
import { heldNews } from "@/server/moderation/letters";
import { lockedPosting, moderate } from "@/server/moderation/posting-step";
import { openingsOf } from "@/server/posting/own-posting";
import type { PostingRow } from "@/server/posting/view";
import { authSecret } from "@/server/settings";

/**
 * Takes a reader's report of an open posting. The sender is the network address of the call, kept as a keyed
 * hash, and counts once; enough senders hold the posting in the same transaction. What comes back is the same
 * whether or not it did, also for the same form sent twice.
 */
export const reportPosting: ReturnType<typeof reportFrom> = (actor, raw, call = {}) => {
  const now = call.now ?? new Date();
  return reportFrom(senderOf(call.address ?? ""), now)(actor, raw, { ...call, now });
};

const senderOf = (address: string) =>
  createHmac("sha256", authSecret()).update(`posting-report ${address}`).digest("hex");

const reportFrom = (sender: string, now: Date) =>
  command({
    name: "posting.report",
    input: SendReport,
    limits: ({ input }) => [
      { name: "report-address", key: sender, points: 10, seconds: 3600 },
      { name: "report-posting", key: input.postingId, points: 60, seconds: 3600 },
    ],
    async find(tx, { postingId }) {
      const posting = await lockedPosting(tx, postingId);
      if (!posting) return undefined;
      const reports = await tx
        .select()
        .from(postingReports)
        .where(eq(postingReports.postingId, postingId))
        .orderBy(asc(postingReports.id));
      const isRepeated = reports.some((report) => report.sender === sender && !report.settledAt);
      // Whoever reported it may have had it held, and is not to learn that from sending the form again.
      return isOpen(posting, now) || isRepeated ? { ...posting, reports, isRepeated } : undefined;
    },
    async run({ tx, input, found }) {
      const { reports, isRepeated, ...posting } = found;
      const subject = `posting:${posting.id}`;
      const value = { id: posting.id, title: posting.title };
      if (isRepeated) return { value, subject, reason: input.kind, after: { counted: false } };
      const report = {
        id: uuidv7(),
        postingId: posting.id,
        kind: input.kind,
        note: input.note,
        sender,
        createdAt: now,
        settledAt: null,
      };
      await tx.insert(postingReports).values(report);
      if (isOverThreshold([...reports, report])) await holdForReports(tx, posting, now);
      const shownBy = openingsOf(posting);
      return { value, subject, reason: input.kind, after: { report: report.id }, shownBy };
    },
  });

async function holdForReports(tx: Tx, posting: PostingRow, now: Date) {
  const step = stepOf("posting.hold", posting.state);
  if (!step) return;
  const reason = "Several readers have reported it.";
  const news = heldNews(posting.title, reason);
  const { subject, before, after } = await moderate({ tx, posting, step, now, news, reason });
  await tx.insert(auditEntries).values({
    id: uuidv7(),
    at: now,
    verb: "posting.hold",
    actorKind: "system",
    actorId: null,
    subject,
    reason,
    before,
    after,
  });
}
