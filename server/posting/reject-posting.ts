import { carriedId, formOf } from "@/domain/form-field";
import { command } from "@/server/command";
import { rejectedNews } from "@/server/moderation/letters";
import { moderate, moderatedPosting, stepNow } from "@/server/moderation/posting-step";
import { wordsAsked } from "@/server/moderation/words";

/** Closes a posting in review that may not go live. */
export const rejectPosting = command({
  name: "posting.reject",
  input: formOf({ postingId: carriedId, reason: wordsAsked("Enter why it is rejected.") }),
  find: (tx, { postingId }, actor) => moderatedPosting(tx, "posting.reject", postingId, actor),
  async run({ tx, input, found, now }) {
    return moderate({
      tx,
      posting: found,
      step: stepNow("posting.reject", found, now),
      now,
      news: rejectedNews(found.title, input.reason),
      reason: input.reason,
    });
  },
});
