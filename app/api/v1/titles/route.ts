import { titleQuery } from "@/domain/title-query";
import { answer, problem } from "@/server/answer/json";
import { titlesNear } from "@/server/title/queries";

/**
 * `GET /api/v1/titles?q=&limit=`: the occupations that a job title means, best first, one entry each, with the
 * title that matched and how sure it is. Empty where nothing sensible comes near.
 */
export async function GET(request: Request): Promise<Response> {
  const asked = titleQuery(new URL(request.url).searchParams);
  if ("fault" in asked) return problem(400, asked.fault, asked.detail);
  return answer({ titles: await titlesNear(asked.q, { limit: asked.limit }) });
}
