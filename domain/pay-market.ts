import type { Figure } from "./figure";
import { type PayPlace, payPlaceOf, payPlaceSentence } from "./pay-percentile";
import type { Offer } from "./posting-view";
import { figureOf, type Profile } from "./profile";

/** What an offer means in the market, for a reader: said against the official figures of its occupation in one area. */

/** The median of a role's pay, by the year where that is published, else by the hour; undefined where neither is. */
export function medianFigureOf(profile: Pick<Profile, "figures">): Figure | undefined {
  return ["annual_wage_median", "hourly_wage_median"]
    .map((measure) => figureOf(profile, measure))
    .find((figure) => figure?.value != null);
}

/** One sentence for each end of an offer that is named; none where no percentile is published. */
export function payInMarket(pay: Offer | null, profile: Profile): string[] {
  if (!pay) return [];
  return [...new Set([pay.minCents, pay.maxCents])]
    .filter((cents) => cents !== null)
    .map((cents) => payPlaceOf(profile, { cents, unit: pay.unit }))
    .filter((place): place is PayPlace => place !== undefined)
    .map(payPlaceSentence);
}

/** What a median is, said of this work in this place. */
export function medianMeaning({ role, area }: Pick<Profile, "role" | "area">): string {
  const hasArticle = area.code === "US" || area.code === "US-DC" || area.kind === "nonmetro";
  const where = hasArticle ? `the ${area.name}` : area.name;
  return `In ${where}, half of the ${role.plural} are paid more than the median, and half are paid less.`;
}
