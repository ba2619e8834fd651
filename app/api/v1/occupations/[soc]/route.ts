import { operations } from "@/domain/open-data";
import { problem } from "@/server/answer/json";
import { areaAsked, opened } from "@/server/answer/open-data";
import { openFigures } from "@/server/profile/open-figures";
import { profileOf } from "@/server/profile/queries";
import { roleOfOccupation } from "@/server/role/queries";

const unknown = () =>
  problem(
    404,
    "Unknown occupation",
    "No detailed or merged occupation has this code. One looks like 51-3011.",
  );

/** `GET /api/v1/occupations/{soc}?area=&fields=`: all figures and lists of an occupation, null ones with their reason. */
export const { GET, OPTIONS } = opened(
  operations.occupation,
  async ({ path: { soc }, query }) => {
    const area = await areaAsked(query.area);
    if (area instanceof Response) return area;
    const role = await roleOfOccupation(soc);
    if (!role) return unknown();
    const profile = await profileOf(role, area);
    const { figures, lists, ...rest } = openFigures(soc, profile, query.fields);
    const { occupation, skillsNote } = profile;
    return {
      body: {
        soc,
        title: occupation?.title ?? role.plural,
        mergedInto: occupation?.mergedInto ?? null,
        role: role.slug,
        area,
        figures,
        lists,
        skillsNote,
      },
      ...rest,
    };
  },
  unknown,
);
