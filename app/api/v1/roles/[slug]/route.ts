import { operations } from "@/domain/open-data";
import { problem } from "@/server/answer/json";
import { areaAsked, opened } from "@/server/answer/open-data";
import { openFigures } from "@/server/profile/open-figures";
import { profilesOf } from "@/server/profile/queries";

const unknown = () => problem(404, "Unknown role", "No role has this slug. The list of roles has them all.");

/** `GET /api/v1/roles/{slug}?area=&fields=`: all figures of a role, title-level ones among them. */
export const { GET, OPTIONS } = opened(
  operations.role,
  async ({ path, query }) => {
    const area = await areaAsked(query.area);
    if (area instanceof Response) return area;
    const [profile] = await profilesOf([path.slug], area);
    if (!profile) return unknown();
    const { role, occupation, titleFigures, titleSkills, skillsNote, summary } = profile;
    const { figures, lists, ...rest } = openFigures(
      role.slug,
      profile,
      query.fields,
      titleFigures,
      titleSkills,
    );
    return { body: { role, occupation, area, summary, figures, lists, skillsNote }, ...rest };
  },
  unknown,
);
