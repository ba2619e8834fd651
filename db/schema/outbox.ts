import { index, int, json, table, text, timestamp } from "../dialect";

/** Mail to be sent, written in the transaction of the verb that causes it. */
export const outboxMails = table(
  "outbox_mails",
  {
    /** UUID version 7; the Message-ID is made of it, so that every retry carries the same one. */
    id: text().primaryKey(),
    to: text().notNull(),
    subject: text().notNull(),
    text: text().notNull(),
    html: text().notNull(),
    headers: json<Record<string, string>>().notNull(),
    state: text({ enum: ["waiting", "sent", "parked"] }).notNull(),
    attempts: int().notNull(),
    /** Not to be tried before. */
    dueAt: timestamp().notNull(),
    /** Until when a worker holds it, and which one. */
    leasedUntil: timestamp(),
    leasedBy: text(),
    lastError: text(),
    createdAt: timestamp().notNull(),
    sentAt: timestamp(),
  },
  (t) => [index("outbox_mails_due").on(t.state, t.dueAt)],
);
