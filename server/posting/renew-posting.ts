import { eq } from "drizzle-orm";
import { postings } from "@/db/schema";
import { stateAt } from "@/domain/posting";
import { closingFault, endsAtOf, RenewPosting } from "@/domain/posting-form";
import { dayText } from "@/domain/posting-view";
import { command, Refusal } from "@/server/command";
import { openingsOf, outOfStep, ownPosting } from "./own-posting";

/** Gives a live or paused posting a later closing date. Its address and the day it was first posted stay. */
export const renewPosting = command({
  name: "posting.renew",
  input: RenewPosting,
  find: (tx, { postingId }, actor) => ownPosting(tx, postingId, actor),
  async run({ tx, input: { closesOn }, found, now }) {
    const state = stateAt(found, now);
    if (state === "closed")
      throw new Refusal("A closed posting cannot be renewed. Duplicate it, and publish the copy.");
    if (state !== "live" && state !== "paused") throw outOfStep(state);
    if (closesOn === null) throw new Refusal("Enter the new closing date.", "closesOn");
    const fault = closingFault(closesOn, found.zone, now);
    if (fault) throw new Refusal(fault, "closesOn");
    if (found.closesOn !== null && closesOn <= found.closesOn)
      throw new Refusal(`Enter a date after ${dayText(found.closesOn)}, when it closes now.`, "closesOn");
    const endsAt = endsAtOf({ closesOn, zone: found.zone });
    await tx
      .update(postings)
      .set({ closesOn, endsAt, renewedAt: now, updatedAt: now, version: found.version + 1 })
      .where(eq(postings.id, found.id));
    return {
      value: { postingId: found.id },
      subject: `posting:${found.id}`,
      before: { closesOn: found.closesOn },
      after: { closesOn },
      shownBy: openingsOf(found),
    };
  },
});
