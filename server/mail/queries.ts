import { desc } from "drizzle-orm";
import { connection } from "@/db/client";
import { outboxMails } from "@/db/schema";
import { isLocal, smtpUrl } from "@/server/settings";

/** Whether mail may be read in the browser: on one's own machine, where no mail server takes it. */
export const isOutboxOpen: boolean = isLocal && !smtpUrl;

/** The newest mails that wait; none where the outbox is not open. */
export async function waitingMails(limit = 50) {
  if (!isOutboxOpen) return [];
  const { db } = await connection();
  return db.select().from(outboxMails).orderBy(desc(outboxMails.id)).limit(limit);
}
