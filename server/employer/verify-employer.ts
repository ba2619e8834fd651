import { eq } from "drizzle-orm";
import { employers } from "@/db/schema";
import { may } from "@/domain/access";
import { carriedId, formOf } from "@/domain/form-field";
import { command, Refusal } from "@/server/command";

/** Trusts an employer: from now on its postings go live unread. */
export const verifyEmployer = command({
  name: "employer.verify",
  input: formOf({ employerId: carriedId }),
  async find(tx, { employerId }, actor) {
    if (!may(actor, "employer.verify")) return undefined;
    // Read and locked in one, so that of two moderators the second sees what the first did.
    const [employer] = await tx
      .update(employers)
      .set({ id: employerId })
      .where(eq(employers.id, employerId))
      .returning();
    return employer && { ...employer, employerId };
  },
  async run({ tx, found, now }) {
    if (found.verifiedAt)
      throw new Refusal("This is done already: the employer is verified. Nothing was changed.");
    await tx.update(employers).set({ verifiedAt: now }).where(eq(employers.id, found.id));
    return {
      value: { employerId: found.id },
      subject: `employer:${found.id}`,
      before: { verified: false },
      after: { verified: true },
    };
  },
});
