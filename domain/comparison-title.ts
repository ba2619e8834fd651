import { sentenceCase } from "./amount";
import { NATION, placePhrase } from "./area";
import type { Comparison } from "./comparison";
import type { Profile } from "./profile";
import { occupationRoleName, roleSlug } from "./role";

/** The title of a comparison's page, unlike that of any other comparison: "Actor vs dancer: pay in California". */
export function comparisonTitle({ roles, area, adjusted }: Comparison): string {
  const names = sentenceCase(roles.map(titleName).join(" vs "));
  const prices = adjusted ? ", adjusted for prices" : "";
  return area.code === NATION.code && !adjusted
    ? `${names}: pay, outlook, schooling, skills`
    : `${names}: pay ${placePhrase(area)}${prices}`;
}

/** One person's name; a job title that bears the name of its own occupation says which of the two it is. */
function titleName({ role, occupation }: Profile): string {
  const isNamesake =
    role.kind === "title" &&
    occupation !== null &&
    role.slug !== roleSlug(occupation.title) &&
    role.singular === occupationRoleName(occupation.title).singular;
  return isNamesake ? `${role.singular} (job title)` : role.singular;
}
