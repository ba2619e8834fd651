import { ClosePosting } from "@/domain/posting-form";
import { command } from "@/server/command";
import { ownPosting, stepNow, takeStep } from "./own-posting";

/** Closes a live or paused posting for good: the job is filled, or the employer withdraws it. */
export const closePosting = command({
  name: "posting.close",
  input: ClosePosting,
  find: (tx, { postingId }, actor) => ownPosting(tx, postingId, actor),
  async run({ tx, input, found, now }) {
    const step = stepNow("posting.close", found, now, input.reason);
    return { ...(await takeStep(tx, found, step, now)), reason: input.reason };
  },
});
