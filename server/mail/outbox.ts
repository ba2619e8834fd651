import { and, asc, eq, isNull, lt, lte, or } from "drizzle-orm";
import nodemailer from "nodemailer";
import { uuidv7 } from "uuidv7";
import { connection, type Tx } from "@/db/client";
import { outboxMails } from "@/db/schema";
import type { Letter } from "@/domain/letter";
import { appUrl, mailFrom, smtpUrl } from "@/server/settings";

/**
 * Mail goes out by way of a table. A verb writes it in its own transaction, so that there is no change without
 * its mail and no mail without its change; a worker sends it after, and tries again with growing delay. SMTP
 * cannot promise exactly one copy: a worker that dies between the server's answer and our mark sends
 * a second one, with the same Message-ID.
 */
export async function mailTo(tx: Tx, to: string, letter: Letter, now: Date): Promise<void> {
  await tx.insert(outboxMails).values({
    id: uuidv7(),
    to,
    ...letter,
    headers: {},
    state: "waiting",
    attempts: 0,
    dueAt: now,
    createdAt: now,
  });
}

export type OutboxMail = typeof outboxMails.$inferSelect;
export type Deliver = (mail: OutboxMail) => Promise<void>;

/** A try that takes longer is given to another worker. */
const LEASE_MS = 2 * 60_000;
/** Tries before a mail is parked for a person to look at. */
export const MOST_ATTEMPTS = 10;
const BATCH = 10;

/** How long after the n-th failed try comes the next: half a minute, doubled each time, six hours at most. */
export const delayAfter = (attempts: number): number => Math.min(30_000 * 2 ** (attempts - 1), 6 * 3_600_000);

/** Sends what is due, once through. Returns how many mails were tried. Safe beside other workers: each mail is leased to one. */
export async function sendDue(worker: string, deliver: Deliver, now: () => Date = () => new Date()) {
  const leased = await lease(worker, now());
  for (const mail of leased) {
    try {
      await deliver(mail);
    } catch (error) {
      await markFailed(mail, worker, error as Error, now());
      continue;
    }
    await mark(mail, worker, { state: "sent", sentAt: now(), leasedBy: null, leasedUntil: null });
  }
  return leased.length;
}

async function lease(worker: string, at: Date): Promise<OutboxMail[]> {
  const { transaction } = await connection();
  const free = or(isNull(outboxMails.leasedUntil), lt(outboxMails.leasedUntil, at));
  const due = and(eq(outboxMails.state, "waiting"), lte(outboxMails.dueAt, at), free);
  return transaction(async (tx) => {
    const candidates = await tx
      .select({ id: outboxMails.id })
      .from(outboxMails)
      .where(due)
      .orderBy(asc(outboxMails.dueAt), asc(outboxMails.id))
      .limit(BATCH);
    const leased: OutboxMail[] = [];
    for (const { id } of candidates) {
      // The condition again: on PostgreSQL another worker may have been between the two statements.
      leased.push(
        ...(await tx
          .update(outboxMails)
          .set({ leasedBy: worker, leasedUntil: new Date(at.getTime() + LEASE_MS) })
          .where(and(eq(outboxMails.id, id), due))
          .returning()),
      );
    }
    return leased;
  });
}

async function markFailed(mail: OutboxMail, worker: string, error: Error, at: Date) {
  const attempts = mail.attempts + 1;
  await mark(mail, worker, {
    attempts,
    lastError: error.message.slice(0, 500),
    state: attempts >= MOST_ATTEMPTS ? "parked" : "waiting",
    dueAt: new Date(at.getTime() + delayAfter(attempts)),
    leasedBy: null,
    leasedUntil: null,
  });
}

async function mark(mail: OutboxMail, worker: string, change: Partial<OutboxMail>) {
  const { transaction } = await connection();
  await transaction((tx) =>
    tx
      .update(outboxMails)
      .set(change)
      .where(and(eq(outboxMails.id, mail.id), eq(outboxMails.leasedBy, worker))),
  );
}

/** The same for every try of one mail. */
const messageId = ({ id }: { id: string }): string => `<${id}@${appUrl.hostname}>`;

/** Hands a mail to the SMTP server at `url`. Throws when it is not taken. */
export function smtpDelivery(url: string): Deliver & { close(): void } {
  const transport = nodemailer.createTransport(url, {
    from: mailFrom,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const deliver = async (mail: OutboxMail) => {
    await transport.sendMail({
      to: { address: mail.to, name: "" },
      subject: mail.subject,
      text: mail.text,
      html: mail.html,
      messageId: messageId(mail),
      headers: mail.headers,
    });
  };
  return Object.assign(deliver, { close: () => transport.close() });
}

// Pages are bundled apart from the server that runs the worker, so the two meet in a place of the process.
const place = Symbol.for("crossroads.outbox");
const shared = globalThis as { [place]?: () => void };

/** Lets the worker of this process look at once instead of at its next turn. */
export const wakeOutbox = (): void => shared[place]?.();

/** Sends mail for as long as the process lives, where an SMTP server is set. Returns how to stop it: the mail in hand is finished first. */
export function startOutbox(): () => Promise<void> {
  if (!smtpUrl) return async () => {};
  const worker = `${process.pid}-${uuidv7()}`;
  const deliver = smtpDelivery(smtpUrl);
  let stopped = false;
  const loop = (async () => {
    while (!stopped) {
      const tried = await sendDue(worker, deliver).catch((error: Error) => {
        console.error(`Outbox: ${error.message}`);
        return 0;
      });
      if (tried > 0 || stopped) continue;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, 5_000);
        shared[place] = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  })();
  return async () => {
    stopped = true;
    wakeOutbox();
    await loop;
    deliver.close();
  };
}
