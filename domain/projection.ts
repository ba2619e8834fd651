import { listed, percent } from "./amount";
import type { Figure } from "./figure";
import { figureOf, type Profile } from "./profile";

/** Change in jobs of all occupations over the window of the projections, in percent (BLS, Employment Projections, table 1.2). */
export const ALL_OCCUPATIONS_CHANGE = 3.1;

/** The projected change of a role's jobs from 2024 to 2034, in percent as printed; null where none is published. */
export function projectedChange(profile: Profile): number | null {
  const value = changeFigure(profile)?.value;
  return typeof value === "number" ? value : null;
}

export const changeFigure = (profile: Profile): Figure | undefined =>
  figureOf(profile, "projected_change_percent");

/** The title of the picture: the projected change of each role's jobs, and that of all occupations. Undefined where no role has one. */
export function projectionFinding(roles: readonly Profile[]): string | undefined {
  const known = roles.flatMap((profile) => {
    const change = projectedChange(profile);
    return change === null ? [] : [`${changeWords(change)} for ${profile.role.plural}`];
  });
  if (known.length === 0) return undefined;
  const without = roles.filter((profile) => projectedChange(profile) === null).map(({ role }) => role.plural);
  const rest = without.length > 0 ? `; there is no projection for ${listed(without)}` : "";
  return `From 2024 to 2034 jobs are projected to ${listed([...known, `${changeWords(ALL_OCCUPATIONS_CHANGE)} for all occupations`])}${rest}`;
}

function changeWords(change: number): string {
  if (change === 0) return "stay level";
  return change > 0 ? `grow by ${percent(change)}` : `shrink by ${percent(-change)}`;
}
