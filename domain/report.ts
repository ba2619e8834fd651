import { z } from "zod";
import { carriedId, formOf, lines } from "./form-field";

/** What readers report about a posting, and when reports take it out of sight. */

export const reportKinds = ["fraud", "false_pay", "discrimination", "closed", "other"] as const;
export type ReportKind = (typeof reportKinds)[number];

export const reportKindWords: Record<ReportKind, string> = {
  fraud: "It looks like fraud, or asks for money",
  false_pay: "The pay is false or misleading",
  discrimination: "It shuts people out unfairly",
  closed: "The job is filled or never existed",
  other: "Something else",
};

/** Different senders whose open reports hold a live posting until a moderator has read it. */
const HOLD_AFTER = 3;

/** Longest text of a report, or of what a moderator writes, in characters. */
export const LONGEST_WORDS = 2000;

/** A report as its form sends it. */
export const SendReport = formOf({
  postingId: carriedId,
  kind: z.enum(reportKinds, "Choose what is wrong."),
  note: lines(LONGEST_WORDS),
}).refine(({ kind, note }) => kind !== "other" || note !== "", {
  path: ["note"],
  error: "Enter what is wrong.",
});

type Kept = { sender: string; settledAt: Date | null };

/**
 * Whether reports of one posting hold it. A sender counts once for good: whoever reported it before a moderator
 * settled it cannot have it held again.
 */
export function isOverThreshold(reports: readonly Kept[]): boolean {
  const open = new Set(reports.filter(({ settledAt }) => !settledAt).map(({ sender }) => sender));
  for (const { sender, settledAt } of reports) if (settledAt) open.delete(sender);
  return open.size >= HOLD_AFTER;
}
