import type { Refused } from "@/server/command";
import { answerOfRequest } from "./status";

/**
 * A form is a server action that its own page shows again when it is refused: the action leaves the outcome
 * with the request, the page that is rendered by the same request reads it, and the answer is 422. No script
 * takes part. docs/decisions/0005-forms-without-scripts.md
 */
export function refuseForm(form: string, refused: Refused): void {
  const answer = answerOfRequest();
  if (!answer) return;
  answer.status = 422;
  answer.refused = { form, refused };
}

/** What was wrong with a form that this very request sent; undefined for a first look. */
export function refusedForm(form: string): Refused | undefined {
  const kept = answerOfRequest()?.refused;
  return kept?.form === form ? kept.refused : undefined;
}
