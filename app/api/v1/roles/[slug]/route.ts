import { answer, areaAsked, problem } from "@/server/answer/json";
import { profilesOf } from "@/server/profile/queries";

/** `GET /api/v1/roles/{slug}?area=`: all figures of a role, title-level ones among them. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ slug: string }> },
): Promise<Response> {
  const { slug } = await params;
  const area = await areaAsked(request);
  if (area instanceof Response) return area;
  const [profile] = await profilesOf([slug], area);
  if (!profile) return problem(404, "Unknown role", `No role has the slug ${slug}.`);
  const { role, occupation, figures, titleFigures, lists, titleSkills, skillsNote, summary } = profile;
  const skills = [
    ...lists.skills,
    // Named for the title by a source that rates no importance: they come after those that have one.
    ...titleSkills.map(({ vintage: _, ...skill }) => ({ ...skill, importance: null, level: null })),
  ];
  return answer({
    role,
    occupation,
    area,
    summary,
    figures: [...figures, ...titleFigures],
    lists: { ...lists, skills },
    skillsNote,
  });
}
