import { percent } from "./amount";
import type { Figure } from "./figure";
import { requiredEducationLevels } from "./measure";
import { figureOf, type Profile } from "./profile";
import { schoolingBar } from "./schooling-bar";

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

/** How far the shares may be trusted, in whole sentences: how many were asked, and what the error makes of the largest share. Empty where the source says neither. */
export function certaintyText(profile: Profile): string {
  const levels = requiredLevels(profile);
  const [largest] = levels.toSorted((a, b) => Number(b.figure.value) - Number(a.figure.value));
  const asked = schoolingBar(profile, "required")?.asked ?? null;
  if (!largest) return "";
  const workers = asked === null ? "" : asked === 1 ? "1 worker was asked" : `${asked} workers were asked`;
  const { range, figure, name } = largest;
  if (!range) return workers && `${workers}.`;
  const span = `${Math.round(range.low)}% to ${Math.round(range.high)}%`;
  const share = `the largest share, ${percent(Number(figure.value))} for “${name}”`;
  if (range.high - range.low >= 2 * ROUGH)
    return `${workers ? `Only ${workers}, so these` : "These"} shares are rough: ${share}, may in truth be anywhere from ${span}.`;
  return `${workers ? `${workers}; ` : ""}${share}, is known to lie between ${span.replace(" to ", " and ")}, with 95 in 100 chances.`.replace(
    /^./,
    (first) => first.toUpperCase(),
  );
}
