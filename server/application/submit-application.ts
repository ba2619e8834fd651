import { randomBytes } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { z } from "zod";
import type { Tx } from "@/db/client";
import { applications, employers, postings, resumes } from "@/db/schema";
import type { Actor } from "@/domain/access";
import { applicationFields } from "@/domain/application-form";
import { formOf } from "@/domain/form-field";
import { isOpen, stateAt } from "@/domain/posting";
import { sha256 } from "@/server/auth";
import { command, type Outcome, Refusal } from "@/server/command";
import { mailTo } from "@/server/mail/outbox";
import { overLimit } from "@/server/rate-limit";
import { keptLetter, newApplicantLetter, receivedLetter } from "./letters";
import { mailToMembers } from "./members";
import { dropResume, type KeptResume, keepResume } from "./resume-file";

type CheckedResume = KeptResume | { fault: string } | undefined;

/**
 * Takes an application to an open posting. One is kept for each address and posting: sending again answers the
 * same and keeps the first, so that nobody learns who has applied; only the address itself is mailed which of
 * the two it was. The file, in `raw.resume`, is checked and written before the transaction, since no other
 * writer may wait for that, and removed where its application is not kept.
 */
export async function submitApplication(
  actor: Actor,
  raw: Record<string, unknown>,
  call: { address?: string; now?: Date } = {},
): Promise<Outcome<{ posting: { id: string; title: string } }>> {
  const resume = await checkedResume(raw.resume, call.address ?? "");
  // What throws leaves the file to the sweep: a connection lost while committing tells not whether there is a row for it.
  const outcome = await submit(actor, { ...raw, resume }, call);
  const isKept = outcome.ok && outcome.value.isFirst;
  if (!isKept && resume && !("fault" in resume)) await dropResume(resume);
  return outcome.ok ? { ok: true, value: { posting: outcome.value.posting } } : outcome;
}

async function checkedResume(sent: unknown, address: string): Promise<CheckedResume> {
  // A form whose file was left out sends one without a name.
  if (sent === undefined || (sent instanceof File && sent.name === "" && sent.size === 0)) return undefined;
  if (!(sent instanceof File)) return { fault: "Choose a file." };
  const wait = await overLimit([{ name: "resume-check", key: address, points: 40, seconds: 3600 }]);
  if (wait) return { fault: `Too many files were sent. Please wait ${wait} and try again.` };
  return keepResume(sent);
}

const SubmitApplication = formOf({
  ...applicationFields,
  resume: z.custom<CheckedResume>().transform((checked, context) => {
    if (!checked || !("fault" in checked)) return checked;
    context.addIssue(checked.fault);
    return z.NEVER;
  }),
});

const submit = command({
  name: "application.submit",
  input: SubmitApplication,
  limits: ({ input, address }) => [
    { name: "apply-address", key: address, points: 20, seconds: 3600 },
    { name: "apply-email", key: input.email, points: 10, seconds: 3600 },
    { name: "apply-posting", key: input.postingId, points: 300, seconds: 3600 },
  ],
  async find(tx, { postingId }) {
    const [row] = await tx
      .select({ posting: postings, employer: employers.name })
      .from(postings)
      .innerJoin(employers, eq(employers.id, postings.employerId))
      .where(eq(postings.id, postingId));
    return row && isOut(row.posting) ? { ...row.posting, employer: row.employer } : undefined;
  },
  async run({ tx, input, found: posting, now }) {
    if (!isOpen(posting, now)) throw new Refusal(closedWords(posting, now));
    if (posting.applyBy !== "here")
      throw new Refusal("This employer takes applications on another site. The page of the job leads there.");
    const token = randomBytes(32).toString("base64url");
    const application = {
      id: uuidv7(),
      postingId: posting.id,
      email: input.email,
      name: input.name,
      message: input.message,
      stage: "new" as const,
      tokenHash: sha256(token),
      createdAt: now,
      movedAt: now,
      version: 0,
    };
    const [first] = await tx.insert(applications).values(application).onConflictDoNothing().returning();
    if (!first) return sentAgain(tx, posting, input.email, now);
    if (input.resume) await tx.insert(resumes).values({ applicationId: first.id, ...input.resume });
    await mailTo(tx, input.email, receivedLetter(posting, token), now);
    await mailToMembers(tx, posting.employerId, newApplicantLetter(posting, input.name), now);
    return {
      value: { posting: named(posting), isFirst: true },
      subject: `application:${first.id}`,
      after: { postingId: posting.id, stage: first.stage, resume: input.resume?.kind ?? null },
    };
  },
});

async function sentAgain(
  tx: Tx,
  posting: { id: string; title: string; employer: string },
  email: string,
  now: Date,
) {
  const [first] = await tx
    .select()
    .from(applications)
    .where(and(eq(applications.postingId, posting.id), eq(applications.email, email)));
  if (!first) throw new Error(`an application to ${posting.id} was refused as second, and there is no first`);
  await mailTo(tx, email, keptLetter(posting, first.stage), now);
  return {
    value: { posting: named(posting), isFirst: false },
    subject: `application:${first.id}`,
    reason: "Sent again; the first is kept.",
  };
}

const named = ({ id, title }: { id: string; title: string }) => ({ id, title });

/** A posting that is not out answers like one that does not exist. */
const isOut = ({ state, closeReason, firstPostedAt }: typeof postings.$inferSelect): boolean =>
  ["live", "paused", "closed"].includes(state) && closeReason !== "rejected" && firstPostedAt !== null;

function closedWords(posting: typeof postings.$inferSelect, now: Date): string {
  return stateAt(posting, now) === "paused"
    ? "The employer takes no applications at the moment. Nothing was sent."
    : "This job takes no more applications. Nothing was sent.";
}
