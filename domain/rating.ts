import { standingProfile } from "./onet-profile";
import type { Rating } from "./profile";

/** A rating as stored: of one O*NET profile. */
export type ProfileRating = Rating & { onetSoc: string };

export type CombinedRatings = {
  ratings: Rating[];
  note: string /** What the ratings are of: one profile, or the profiles averaged. */;
  origin: string;
};

/**
 * The ratings that stand for a role, best first. The profile asked for where it is rated; else the `.00`
 * profile; else the unweighted mean of the specialties, and the note says which. Ties in importance go
 * by level, then by the publisher's order (its element ids).
 */
export function combinedRatings(rows: readonly ProfileRating[], wanted: string | null): CombinedRatings {
  const profiles = [...new Set(rows.map((row) => row.onetSoc))].sort();
  const only = standingProfile(profiles, wanted);
  const used = only ? [only] : profiles;
  const considered = rows.filter((row) => used.includes(row.onetSoc));
  const elements = [...new Map(considered.map((row) => [row.element, row])).values()];
  const ratings = elements.map((first): Rating => {
    const same = considered.filter((row) => row.element === first.element);
    const levels = same.flatMap(({ level }) => level ?? []);
    return {
      element: first.element,
      name: first.name,
      importance: mean(same.map(({ importance }) => importance)),
      level: levels.length === same.length ? mean(levels) : null,
    };
  });
  return { ratings: ratings.sort(bestFirst), note: noteOf(used, only), origin: used.join(" ") };
}

function bestFirst(a: Rating, b: Rating): number {
  return b.importance - a.importance || (b.level ?? -1) - (a.level ?? -1) || (a.element < b.element ? -1 : 1);
}

function noteOf(used: string[], only: string | undefined): string {
  if (used.length === 0) return "";
  if (only) return `O*NET profile ${only}`;
  return `Mean of ${used.length} O*NET profiles: ${used.join(", ")}`;
}

const mean = (values: number[]) =>
  Math.round((values.reduce((sum, value) => sum + value, 0) / values.length) * 1e4) / 1e4;
