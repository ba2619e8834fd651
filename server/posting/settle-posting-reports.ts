import { carriedId, formOf } from "@/domain/form-field";
import { command, Refusal } from "@/server/command";
import { moderatedPosting, settleReports } from "@/server/moderation/posting-step";
import { wordsAsked } from "@/server/moderation/words";

/** Settles the open reports of a posting, which stays as it is: there was nothing wrong with it, or it is mended. */
export const settlePostingReports = command({
  name: "posting.settle-reports",
  input: formOf({ postingId: carriedId, reason: wordsAsked("Enter what you found.") }),
  find: (tx, { postingId }, actor) => moderatedPosting(tx, "posting.settle-reports", postingId, actor),
  async run({ tx, input, found, now }) {
    if (found.state === "held")
      throw new Refusal("The posting is on hold. Release or remove it, which settles its reports.");
    const reports = await settleReports(tx, found.id, now);
    if (reports === 0) throw new Refusal("No report of it is open. Nothing was changed.");
    return {
      value: { postingId: found.id },
      subject: `posting:${found.id}`,
      after: { reportsSettled: reports },
      reason: input.reason,
    };
  },
});
