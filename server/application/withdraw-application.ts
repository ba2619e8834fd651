import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { applications, employers, postings } from "@/db/schema";
import { mayWithdraw, stageWords } from "@/domain/application";
import { command, Refusal } from "@/server/command";
import { mailTo } from "@/server/mail/outbox";
import { applicantLeftLetter, withdrawnLetter } from "./letters";
import { mailToMembers } from "./members";

/** Withdraws the application whose mailed link is held, for good, and tells both sides. Which one it is follows from the actor alone. */
export const withdrawApplication = command({
  name: "application.withdraw",
  input: z.strictObject({}),
  async find(tx, _input, actor) {
    if (actor.kind !== "applicant") return undefined;
    const [row] = await tx
      .select({ application: applications, posting: postings, employer: employers.name })
      .from(applications)
      .innerJoin(postings, eq(postings.id, applications.postingId))
      .innerJoin(employers, eq(employers.id, postings.employerId))
      .where(eq(applications.id, actor.applicationId));
    return (
      row && {
        ...row.application,
        applicationId: row.application.id,
        posting: { ...row.posting, employer: row.employer },
      }
    );
  },
  async run({ tx, found, now }) {
    if (found.stage === "withdrawn") throw new Refusal("This application is withdrawn already.");
    if (!mayWithdraw(found.stage))
      throw new Refusal(
        `This application can no longer be withdrawn. It stands at: ${stageWords[found.stage]}.`,
      );
    const withdrawn = await tx
      .update(applications)
      .set({ stage: "withdrawn", movedAt: now, version: found.version + 1 })
      .where(and(eq(applications.id, found.id), eq(applications.version, found.version)))
      .returning();
    if (withdrawn.length === 0)
      throw new Refusal("The employer moved your application at the same moment. Look where it stands now.");
    await mailTo(tx, found.email, withdrawnLetter(found.posting), now);
    await mailToMembers(tx, found.posting.employerId, applicantLeftLetter(found.posting, found.name), now);
    return {
      value: {},
      subject: `application:${found.id}`,
      before: { stage: found.stage },
      after: { stage: "withdrawn" },
    };
  },
});
