import { NATION } from "./area";
import { comparisonPath } from "./pair";
import { type Asked, type Pick, type PickRole, picksOf } from "./picker";
import type { PlacePick } from "./place-pick";

/** The form of the first page: what a reader does, and what to compare it with, which may be left empty. */
export function homePicks(asked: readonly Asked[], near: readonly PickRole[][]): Pick[] {
  const [own, other] = picksOf(asked, near);
  if (!own || !other) return [];
  const isLacking = own.text === "" && (asked[0]?.isSent ?? false);
  const lack =
    other.text === ""
      ? "Enter your job title, or one that you think about."
      : "Enter your job title too, to compare the two.";
  return [
    { ...own, error: isLacking ? lack : own.error },
    { ...other, error: other.text === "" ? undefined : other.error },
  ];
}

/** Where a filled form leads: to the career, or to the comparison, in the place; undefined while something is open. */
export function homeAnswer(
  picks: readonly Pick[],
  place: PlacePick,
  curated: readonly { a: string; b: string }[],
): string | undefined {
  const [own, other] = picks;
  if (!own?.role || !place.area || picks.some(({ error }) => error) || place.error) return undefined;
  const options: Record<string, string> = place.area.code === NATION.code ? {} : { area: place.area.code };
  if (other?.role) return comparisonPath([own.role.slug, other.role.slug], curated, options);
  const query = new URLSearchParams(options).toString();
  return `/careers/${own.role.slug}${query && `?${query}`}`;
}
