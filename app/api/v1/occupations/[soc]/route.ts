import { NATION } from "@/domain/area";
import { answer, problem } from "@/server/api/answer";
import { areaOf } from "@/server/area/queries";
import { profileOf } from "@/server/profile/queries";
import { roleOfOccupation } from "@/server/role/queries";

/** `GET /api/v1/occupations/{soc}?area=`: all figures and lists of an occupation, null ones with their reason. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ soc: string }> },
): Promise<Response> {
  const { soc } = await params;
  const area = await areaOf(new URL(request.url).searchParams.get("area") ?? NATION.code);
  if (!area)
    return problem(
      400,
      "Unknown area",
      "Give US, a state such as US-CA, a metro such as cbsa-41940 or a nonmetro area.",
    );
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
