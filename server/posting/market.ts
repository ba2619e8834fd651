import { NATION } from "@/domain/area";
import { medianFigureOf } from "@/domain/pay-market";
import type { ListedPosting } from "@/domain/posting-view";
import type { Profile } from "@/domain/profile";
import { areaOf } from "@/server/area/queries";
import { profileOf } from "@/server/profile/queries";
import { roleOfOccupation } from "@/server/role/queries";

type Place = Pick<ListedPosting, "soc" | "area" | "state" | "remoteStates" | "workplace">;

/**
 * The profile of a posting's occupation in the smallest area around its place of work with a published median:
 * its own area, its state, the nation. Undefined for a posting whose occupation is not known.
 */
export async function marketOf(posting: Place): Promise<Profile | undefined> {
  const role = posting.soc ? await roleOfOccupation(posting.soc) : undefined;
  if (!role) return undefined;
  let profile: Profile | undefined;
  for (const code of codesAround(posting)) {
    const area = await areaOf(code);
    if (!area) continue;
    profile = await profileOf(role, area);
    if (medianFigureOf(profile)) break;
  }
  return profile;
}

/** Area codes from the smallest to the nation. Remote work has a state only where it may be done from one alone. */
function codesAround({ area, state, remoteStates, workplace }: Place): string[] {
  const [only] = remoteStates.length === 1 ? remoteStates : [];
  const around = workplace === "remote" ? [only?.code] : [area, state?.code];
  return [...new Set([...around, NATION.code])].filter((code) => code != null);
}
