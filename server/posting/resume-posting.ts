import { StepPosting } from "@/domain/posting-form";
import { command } from "@/server/command";
import { ownPosting, stepNow, takeStep } from "./own-posting";

/** Shows a paused posting again, as long as its end has not come. */
export const resumePosting = command({
  name: "posting.resume",
  input: StepPosting,
  find: (tx, { postingId }, actor) => ownPosting(tx, postingId, actor),
  run: async ({ tx, found, now }) => takeStep(tx, found, stepNow("posting.resume", found, now), now),
});
