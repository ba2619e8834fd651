import { listed, moneyInSentence } from "./amount";
import type { PlaceWage } from "./profile";
import { PLACE_FLOOR } from "./wage";

/** How many metro areas a ranking shows. */
export const METROS_SHOWN = 10;

export type MetrosOfRole = { plural: string; metros: readonly PlaceWage[] };

/** The title of a ranking of metro areas, which come best first: where each role's median is highest, with the floor that the ranking has. */
export function metroFinding(roles: readonly MetrosOfRole[]): string {
  const clauses = roles.map(({ plural, metros }) => {
    const [best] = metros;
    if (!best) return `no metro area has a published median for ${plural}`;
    const names = metros.filter(({ value }) => value === best.value).map(({ name }) => name);
    const where = names.length > 3 ? `${names.length} metro areas` : listed(names);
    return `median pay of ${plural} is highest in ${where} (${moneyInSentence(best)})`;
  });
  return `Where at least ${PLACE_FLOOR} jobs are counted, ${clauses.join("; ")}`;
}

/** Longest name that fits a line of a picture 288 px wide beside its amount; text in pictures cannot wrap. */
const LONGEST_NAME = 28;

/** A metro area by as many of its cities as fit a line of a picture, the first at least, with its states: "San Jose-Sunnyvale, CA". */
export function shortMetroName(name: string): string {
  const comma = name.lastIndexOf(",");
  if (comma === -1) return name;
  const [cities, states] = [name.slice(0, comma), name.slice(comma)];
  const parts = cities.split(/(?<=[^-/])(?=-|\/)/);
  const fits = parts.findLastIndex(
    (_, i) => (parts.slice(0, i + 1).join("") + states).length <= LONGEST_NAME,
  );
  return parts.slice(0, Math.max(fits, 0) + 1).join("") + states;
}
