import { answer, problem } from "@/server/answer/json";
import { allAreas, areaOf, areasNear } from "@/server/area/queries";

/**
 * `GET /api/v1/areas?q=`: the areas that a typed place means, best first, each with why. `?code=`: the one of
 * that code. Without either: every area by code.
 */
export async function GET(request: Request): Promise<Response> {
  const { searchParams } = new URL(request.url);
  const [typed, code] = [searchParams.get("q"), searchParams.get("code")];
  if (code !== null) {
    const area = await areaOf(code);
    return area
      ? answer({ areas: [{ ...area, why: null }] })
      : problem(404, "Unknown area", "No area has this code. Look for it by its name in q.");
  }
  if (typed === null) return answer({ areas: (await allAreas()).map((area) => ({ ...area, why: null })) });
  const found = await areasNear(typed);
  return answer({ areas: found.map(({ area, why }) => ({ ...area, why })) });
}
