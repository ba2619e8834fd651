import { sentencesOf } from "@/domain/prose";
import { answer, areaAsked, problem } from "@/server/answer/json";
import { comparisonOf } from "@/server/comparison/queries";

/** `GET /api/v1/compare?roles=a,b&area=`: the rows and sentences of the comparison page, in the order asked. */
export async function GET(request: Request): Promise<Response> {
  const { searchParams } = new URL(request.url);
  const slugs = (searchParams.get("roles") ?? "").split(",").filter((slug) => slug !== "");
  if (slugs.length < 2 || slugs.length > 4)
    return problem(400, "Two to four roles", "Give two to four slugs in roles, parted by commas.");
  const area = await areaAsked(request);
  if (area instanceof Response) return area;
  const found = await comparisonOf(slugs, area);
  if ("fault" in found)
    return found.fault === "same_role"
      ? problem(400, "The same role twice", "A role cannot be compared with itself.")
      : problem(404, "Unknown role", `No role has the slug ${found.slugs.join(", ")}.`);
  const { comparison } = found;
  return answer({
    roles: comparison.roles.map(({ role, occupation }) => ({ ...role, occupation })),
    area,
    rows: comparison.rows.map(({ measure, cells, relations }) => ({ measure, cells, relations })),
    sentences: sentencesOf(comparison).map(({ text }) => text),
  });
}
