import type { RequestListener } from "node:http";

/**
 * Has requests that came in one turn of the event loop answered together, after all of them are read. Answers that
 * are ready then leave one right after another, so that who reads them, a proxy mostly, is woken once and not for
 * each: a third more answers a second (decision 0018).
 */
export function together(answer: RequestListener): RequestListener {
  let waiting: Parameters<RequestListener>[] = [];
  const answerAll = () => {
    const all = waiting;
    waiting = [];
    for (const [request, response] of all) if (!response.destroyed) answer(request, response);
  };
  return (request, response) => {
    if (waiting.push([request, response]) === 1) setImmediate(answerAll);
  };
}
