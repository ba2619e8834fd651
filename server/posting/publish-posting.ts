import { endsAtOf, lackingOf, PublishPosting, withBothEnds } from "@/domain/posting-form";
import { command, Refusal } from "@/server/command";
import { ownPosting, stepNow, takeStep } from "./own-posting";

type Fields = Record<string, string[]>;

/**
 * Publishes a draft: live at once for an employer that is verified, else read by a moderator first. Refused with
 * every field that is still missing, and when it was changed since it was looked through.
 */
export const publishPosting: ReturnType<typeof publishing> = async (actor, raw, call) => {
  const lacking: Fields = {};
  const outcome = await publishing(lacking)(actor, raw, call);
  return outcome.ok ? outcome : { ...outcome, fieldErrors: { ...outcome.fieldErrors, ...lacking } };
};

/** `lacking` takes what is missing, field by field, when that is why it is refused. */
const publishing = (lacking: Fields) =>
  command({
    name: "posting.publish",
    input: PublishPosting,
    limits: ({ actor }) =>
      actor.kind === "person"
        ? [{ name: "posting-publish", key: actor.personId, points: 30, seconds: 3600 }]
        : [],
    find: (tx, { postingId }, actor) => ownPosting(tx, postingId, actor),
    async run({ tx, input, found, now }) {
      const step = stepNow(found.isVerified ? "posting.publish" : "posting.submit", found, now);
      if (found.version !== input.version)
        throw new Refusal("This posting was changed since you looked it through. Look at it again first.");
      Object.assign(lacking, lackingOf(found, now));
      if (Object.keys(lacking).length > 0) throw new Refusal("This posting is not complete yet.");
      return takeStep(tx, found, step, now, {
        endsAt: endsAtOf(found),
        payMaxCents: withBothEnds(found).payMaxCents,
        ...(step.to === "live" ? { firstPostedAt: found.firstPostedAt ?? now, reviewMessage: null } : {}),
      });
    },
  });
