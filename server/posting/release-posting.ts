import { PublishPosting } from "@/domain/posting-form";
import { command } from "@/server/command";
import { releasedNews } from "@/server/moderation/letters";
import { assertRead, moderate, moderatedPosting, stepNow } from "@/server/moderation/posting-step";

/** Puts a held posting back, as it was read, and settles its reports. */
export const releasePosting = command({
  name: "posting.release",
  input: PublishPosting,
  find: (tx, { postingId }, actor) => moderatedPosting(tx, "posting.release", postingId, actor),
  async run({ tx, input, found, now }) {
    const step = stepNow("posting.release", found, now);
    assertRead(found, input.version);
    const ended = found.endsAt !== null && found.endsAt <= now;
    return moderate({ tx, posting: found, step, now, news: releasedNews(found.title, ended) });
  },
});
