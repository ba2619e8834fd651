import { carriedId, formOf } from "@/domain/form-field";
import { command } from "@/server/command";
import { removedNews } from "@/server/moderation/letters";
import { moderate, moderatedPosting, stepNow } from "@/server/moderation/posting-step";
import { wordsAsked } from "@/server/moderation/words";

/** Closes a posting that may not stand, and settles its reports. */
export const removePosting = command({
  name: "posting.remove",
  input: formOf({ postingId: carriedId, reason: wordsAsked("Enter why it is removed.") }),
  find: (tx, { postingId }, actor) => moderatedPosting(tx, "posting.remove", postingId, actor),
  async run({ tx, input, found, now }) {
    return moderate({
      tx,
      posting: found,
      step: stepNow("posting.remove", found, now),
      now,
      news: removedNews(found.title, input.reason),
      reason: input.reason,
    });
  },
});
