import { and, eq } from "drizzle-orm";
import { applications, employers, postings } from "@/db/schema";
import { movesFrom, stageNames } from "@/domain/application";
import { MoveApplication } from "@/domain/application-form";
import { command, Refusal } from "@/server/command";
import { mailTo } from "@/server/mail/outbox";
import { movedLetter } from "./letters";

/** Moves an application to another stage, for a person of the posting's employer, and tells the applicant. Of two who move it at once the second is told. */
export const moveApplication = command({
  name: "application.move",
  input: MoveApplication,
  async find(tx, { applicationId }, actor) {
    const [row] = await tx
      .select({ application: applications, posting: postings, employer: employers.name })
      .from(applications)
      .innerJoin(postings, eq(postings.id, applications.postingId))
      .innerJoin(employers, eq(employers.id, postings.employerId))
      .where(eq(applications.id, applicationId));
    // Another employer's applicant answers like none.
    const isOwn =
      actor.kind === "person" && actor.seats.some((seat) => seat.employerId === row?.posting.employerId);
    return row && isOwn
      ? {
          ...row.application,
          employerId: row.posting.employerId,
          posting: { ...row.posting, employer: row.employer },
        }
      : undefined;
  },
  async run({ tx, input, found, now }) {
    const { stage } = input;
    if (found.version !== input.version)
      throw new Refusal(
        `This application was moved after you opened the page. It stands at “${stageNames[found.stage]}” now; your choice was not saved. Choose again if it should move on.`,
        "stage",
      );
    if (stage === found.stage) throw new Refusal("The application is at that stage already.", "stage");
    if (!movesFrom(found.stage).includes(stage))
      throw new Refusal(
        `An application cannot go from “${stageNames[found.stage]}” to “${stageNames[stage]}”.`,
        "stage",
      );
    const moved = await tx
      .update(applications)
      .set({ stage, movedAt: now, version: found.version + 1 })
      .where(and(eq(applications.id, found.id), eq(applications.version, found.version)))
      .returning();
    if (moved.length === 0)
      throw new Refusal("This application was moved at the same moment. Look where it stands now.", "stage");
    await mailTo(tx, found.email, movedLetter(found.posting, stage), now);
    return {
      value: { postingId: found.posting.id, applicationId: found.id },
      subject: `application:${found.id}`,
      before: { stage: found.stage },
      after: { stage },
    };
  },
});
