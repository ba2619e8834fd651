/** Characters of a title that is asked for. */
export const LONGEST_QUERY = 200;
/** Entries of an answer, at most and where the request does not say. */
const [MOST, USUAL] = [25, 10];

/** What a request for titles asks, or what is wrong with it. */
export type TitleQuery = { q: string; limit: number } | { fault: string; detail: string };

const known = ["q", "limit"];

/** Reads the parameters of a request for titles. */
export function titleQuery(search: URLSearchParams): TitleQuery {
  const names = [...new Set(search.keys())];
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0)
    return {
      fault: "Unknown parameter",
      detail: `Only q and limit are known here, not ${unknown.slice(0, 5).map(quoted).join(", ")}.`,
    };
  const twice = names.find((name) => search.getAll(name).length > 1);
  if (twice) return { fault: "A parameter twice", detail: `Give ${twice} once.` };
  const q = search.get("q")?.trim() ?? "";
  if (q === "") return { fault: "No job title", detail: "Give a job title in q." };
  if (q.length > LONGEST_QUERY)
    return { fault: "Too long", detail: `q may have ${LONGEST_QUERY} characters; this has ${q.length}.` };
  if (/\p{Cc}/u.test(q)) return { fault: "Control characters", detail: "q may not have control characters." };
  const asked = search.get("limit") ?? String(USUAL);
  const limit = /^\d{1,2}$/.test(asked) ? Number(asked) : 0;
  if (limit < 1 || limit > MOST)
    return { fault: "Unknown limit", detail: `limit is a whole number from 1 to ${MOST}.` };
  return { q, limit };
}

/** A name as a problem may repeat it: short, and without signs that nobody sees. */
const quoted = (name: string) => `“${name.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, "").slice(0, 40)}”`;
