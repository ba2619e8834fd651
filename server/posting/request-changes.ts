import { carriedId, formOf } from "@/domain/form-field";
import { command } from "@/server/command";
import { changesNews } from "@/server/moderation/letters";
import { moderate, moderatedPosting, stepNow } from "@/server/moderation/posting-step";
import { wordsAsked } from "@/server/moderation/words";

/** Sends a posting in review back to its employer, with what is to be changed. */
export const requestChanges = command({
  name: "posting.request-changes",
  input: formOf({
    postingId: carriedId,
    message: wordsAsked("Enter what the employer is to change."),
  }),
  find: (tx, { postingId }, actor) => moderatedPosting(tx, "posting.request-changes", postingId, actor),
  async run({ tx, input, found, now }) {
    return moderate({
      tx,
      posting: found,
      step: stepNow("posting.request-changes", found, now),
      now,
      news: changesNews(found.title, input.message),
      reason: input.message,
      change: { reviewMessage: input.message },
    });
  },
});
