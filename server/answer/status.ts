import { AsyncLocalStorage } from "node:async_hooks";
import type { PageTag } from "@/domain/page-tag";
import type { Refused } from "@/server/command";

/** What a page or a form leaves with the request it answers. */
export type Answer = {
  status?: number;
  refused?: { form: string; refused: Refused };
  /** What the page is made of, and until when it is true by the clock alone; see server/page/touch.ts. */
  tags?: Set<PageTag>;
  until?: Date;
};

// Pages are bundled apart from the server that answers, so the two meet in a place of the process.
const place = Symbol.for("crossroads.answer");
const shared = globalThis as { [place]?: AsyncLocalStorage<Answer> };
shared[place] ??= new AsyncLocalStorage<Answer>();

/** Runs `work` for one request; pages within it may choose the status. */
export function withAnswer(answer: Answer, work: () => void): void {
  shared[place]?.run(answer, work);
}

/**
 * Gives this page's answer a status of its own. The framework's notFound() sends an empty shell that only
 * JavaScript fills; a page that says what is wrong must be a whole document, with the right status.
 */
export function answerWith(status: 403 | 404 | 410): void {
  const answer = answerOfRequest();
  if (answer) answer.status = status;
}

/** What is left with the request at hand; undefined outside of one. */
export function answerOfRequest(): Answer | undefined {
  return shared[place]?.getStore();
}
