import { StepPosting } from "@/domain/posting-form";
import { command } from "@/server/command";
import { ownPosting, stepNow, takeStep } from "./own-posting";

/** Takes a live posting out of sight for a while. It still ends at its minute. */
export const pausePosting = command({
  name: "posting.pause",
  input: StepPosting,
  find: (tx, { postingId }, actor) => ownPosting(tx, postingId, actor),
  run: async ({ tx, found, now }) => takeStep(tx, found, stepNow("posting.pause", found, now), now),
});
