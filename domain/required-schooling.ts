import { count, percent } from "./amount";
import type { Figure } from "./figure";
import { requiredEducationLevels } from "./measure";
import { figureOf, type Profile } from "./profile";
import { schoolingBar, sumText } from "./schooling-bar";

/** A level of schooling with the share of workers asked who say that it is required. `range`: where the true share lies with 95 in 100 chances, in percent; undefined where the source gives no error. */
export type RequiredLevel = {
  name: string;
  figure: Figure;
  range: { low: number; high: number } | undefined;
};

/** What workers asked say is required, most schooling first, without the levels that nobody named. */
export function requiredLevels(profile: Profile): RequiredLevel[] {
  return requiredEducationLevels.toReversed().flatMap(([key, name]): RequiredLevel[] => {
    const figure = figureOf(profile, `education_required_${key}`);
    return figure && typeof figure.value === "number" && figure.value > 0
      ? [{ name, figure, range: rangeOf(figure) }]
      : [];
  });
}

/** 1.96 standard errors to either side, within 0 and 100: the normal interval. */
function rangeOf({ value, standardError }: Figure): RequiredLevel["range"] {
  if (typeof value !== "number" || standardError === null || standardError === 0) return undefined;
  const half = 1.96 * standardError;
  return { low: Math.max(0, value - half), high: Math.min(100, value + half) };
}

export const rangeText = ({ range }: RequiredLevel): string =>
  range ? `${Math.round(range.low)}% to ${Math.round(range.high)}%` : "Not published";

/** From how many points to either side on a share is called rough. */
const ROUGH = 10;

/**
 * How far the shares may be trusted, in whole sentences: how many were asked, what the source withholds, and what
 * its error makes of the largest share. Empty where no share is published.
 */
export function certaintyText(profile: Profile): string {
  const bar = schoolingBar(profile, "required");
  const [largest] = requiredLevels(profile).sort((a, b) => Number(b.figure.value) - Number(a.figure.value));
  if (!bar || !largest) return "";
  const share = Number(largest.figure.value);
  const asked = bar.asked === null ? "" : `${count(bar.asked)} ${bar.asked === 1 ? "worker" : "workers"}`;
  const were = bar.asked === 1 ? "was" : "were";
  const lead = asked && `${asked} ${were} asked.`;
  if (sumText(bar) !== "" && 100 - bar.sum >= share)
    return [
      lead,
      `The source gives shares of ${percent(bar.sum)} in all and withholds the rest, so which schooling is asked for most often cannot be told.`,
    ].join(" ");
  if (!largest.range) return lead;
  const [low, high] = [largest.range.low, largest.range.high].map((end) => `${Math.round(end)}%`);
  const most = `The largest share, ${percent(share)} for “${largest.name}”,`;
  if (largest.range.high - largest.range.low >= 2 * ROUGH)
    return [
      asked ? `Only ${asked} ${were} asked, so these shares are rough.` : "These shares are rough.",
      `${most} may in truth be anywhere from ${low} to ${high}.`,
    ].join(" ");
  return [lead, `${most} lies between ${low} and ${high} with 95 in 100 chances.`].filter(Boolean).join(" ");
}
