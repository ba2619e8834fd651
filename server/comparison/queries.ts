import type { Area } from "@/domain/area";
import { type Comparison, compare } from "@/domain/comparison";
import type { Profile } from "@/domain/profile";
import { profilesOf } from "@/server/profile/queries";

export type ComparisonFault = { fault: "unknown"; slugs: string[] } | { fault: "same_role" };

/** The comparison of roles in the order given; or why there is none: slugs that are no role, or one role by two names. Expects two to four slugs. */
export async function comparisonOf(
  slugs: string[],
  area: Area,
): Promise<{ comparison: Comparison } | ComparisonFault> {
  const profiles = await profilesOf(slugs, area);
  const unknown = slugs.filter((_, i) => !profiles[i]);
  if (unknown.length > 0) return { fault: "unknown", slugs: unknown };
  if (new Set(profiles.map((profile) => profile?.role.slug)).size < slugs.length)
    return { fault: "same_role" };
  return { comparison: compare(profiles as Profile[], area) };
}
