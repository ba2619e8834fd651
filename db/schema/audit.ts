import { index, json, table, text, timestamp } from "../dialect";

/** What was done, by whom, to what: one row for each verb that went through. Rows are appended only. */
export const auditEntries = table(
  "audit_entries",
  {
    /** UUID version 7, so that ids sort by time. */
    id: text().primaryKey(),
    at: timestamp().notNull(),
    /** The verb: `posting.publish`. */
    verb: text().notNull(),
    actorKind: text({ enum: ["visitor", "person", "applicant", "system"] }).notNull(),
    /** Person or application; null for visitors and jobs. */
    actorId: text(),
    /** What it was done to: `posting:018f…`. */
    subject: text().notNull(),
    reason: text(),
    before: json<unknown>(),
    after: json<unknown>(),
  },
  (t) => [index("audit_entries_subject").on(t.subject, t.id)],
);
