import type { PageTag } from "@/domain/page-tag";
import { answerOfRequest } from "@/server/answer/status";

/**
 * Declares what the page at hand is made of: it is made anew once one of these changes. When within the page this is
 * said does not matter, since a page is as old as its beginning. Outside of a page nothing happens.
 */
export function touch(...tags: PageTag[]): void {
  const answer = answerOfRequest();
  if (!answer) return;
  answer.tags ??= new Set();
  for (const tag of tags) answer.tags.add(tag);
}

/** Declares that the page at hand is true until one of these moments, by the clock alone; null is no moment. */
export function trueUntil(...moments: (Date | null)[]): void {
  const answer = answerOfRequest();
  if (!answer) return;
  for (const moment of moments)
    if (moment && (answer.until === undefined || moment < answer.until)) answer.until = moment;
}
