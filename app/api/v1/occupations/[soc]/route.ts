import { answer, areaAsked, problem } from "@/server/answer/json";
import { profileOf } from "@/server/profile/queries";
import { roleOfOccupation } from "@/server/role/queries";

/** `GET /api/v1/occupations/{soc}?area=`: all figures and lists of an occupation, null ones with their reason. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ soc: string }> },
): Promise<Response> {
  const { soc } = await params;
  const area = await areaAsked(request);
  if (area instanceof Response) return area;
  const role = await roleOfOccupation(soc);
  if (!role)
    return problem(404, "Unknown occupation", `No detailed or merged occupation has the code ${soc}.`);
  const { occupation, figures, lists, skillsNote } = await profileOf(role, area);
  return answer({
    soc,
    title: occupation?.title,
    mergedInto: occupation?.mergedInto ?? null,
    role: role.slug,
    area,
    figures,
    lists,
    skillsNote,
  });
}
