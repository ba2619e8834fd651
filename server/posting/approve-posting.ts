import { PublishPosting } from "@/domain/posting-form";
import { command, Refusal } from "@/server/command";
import { approvedNews } from "@/server/moderation/letters";
import { assertRead, moderate, moderatedPosting, stepNow } from "@/server/moderation/posting-step";

/** Puts a posting in review live, as it was read: an edit since, or a closing date gone by, refuses it. */
export const approvePosting = command({
  name: "posting.approve",
  input: PublishPosting,
  find: (tx, { postingId }, actor) => moderatedPosting(tx, "posting.approve", postingId, actor),
  async run({ tx, input, found, now }) {
    const step = stepNow("posting.approve", found, now);
    assertRead(found, input.version);
    if (!found.endsAt || found.endsAt <= now)
      throw new Refusal("Its closing date has passed. Ask the employer for a new one.");
    return moderate({
      tx,
      posting: found,
      step,
      now,
      news: approvedNews(found.title),
      change: { firstPostedAt: found.firstPostedAt ?? now, reviewMessage: null },
    });
  },
});
