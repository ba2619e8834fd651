import { NATION } from "@/domain/area";
import { answer, problem } from "@/server/api/answer";
import { areaOf } from "@/server/area/queries";
import { profilesOf } from "@/server/profile/queries";

/** `GET /api/v1/roles/{slug}?area=`: all figures of a role, title-level ones among them. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ slug: string }> },
): Promise<Response> {
  const { slug } = await params;
  const area = await areaOf(new URL(request.url).searchParams.get("area") ?? NATION.code);
  if (!area)
    return problem(
      400,
      "Unknown area",
      "Give US, a state such as US-CA, a metro such as cbsa-41940 or a nonmetro area.",
    );
  const [profile] = await profilesOf([slug], area);
  if (!profile) return problem(404, "Unknown role", `No role has the slug ${slug}.`);
  const { role, occupation, figures, titleFigures, lists, skillsNote, summary } = profile;
  return answer({
    role,
    occupation,
    area,
    summary,
    figures: [...figures, ...titleFigures],
    lists,
    skillsNote,
  });
}
