import type { Area } from "@/domain/area";
import { type Comparison, compare } from "@/domain/comparison";
import type { Profile } from "@/domain/profile";
import { profilesOf } from "@/server/profile/queries";

/** The comparison of roles in the order given, or the slugs that are no role. Expects two to four slugs. */
export async function comparisonOf(
  slugs: string[],
  area: Area,
): Promise<{ comparison: Comparison } | { unknown: string[] }> {
  const profiles = await profilesOf(slugs, area);
  const unknown = slugs.filter((_, i) => !profiles[i]);
  return unknown.length > 0 ? { unknown } : { comparison: compare(profiles as Profile[], area) };
}
