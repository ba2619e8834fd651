import { carriedId, formOf } from "@/domain/form-field";
import { command } from "@/server/command";
import { heldNews } from "@/server/moderation/letters";
import { moderate, moderatedPosting, stepNow } from "@/server/moderation/posting-step";
import { wordsAsked } from "@/server/moderation/words";

/** Takes a live posting out of sight until it is released or removed. */
export const holdPosting = command({
  name: "posting.hold",
  input: formOf({ postingId: carriedId, reason: wordsAsked("Enter why it is held.") }),
  find: (tx, { postingId }, actor) => moderatedPosting(tx, "posting.hold", postingId, actor),
  async run({ tx, input, found, now }) {
    return moderate({
      tx,
      posting: found,
      step: stepNow("posting.hold", found, now),
      now,
      news: heldNews(found.title, input.reason),
      reason: input.reason,
    });
  },
});
