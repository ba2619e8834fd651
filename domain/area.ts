import { stateOfCode } from "./us-state";

/** Places figures are published for, named by code: `US`, `US-CA`, `cbsa-41940`, `nonmetro-0100001`. */
type AreaKind = "nation" | "state" | "metro" | "nonmetro" | "territory";

export type Area = { code: string; name: string; kind: AreaKind };

export const NATION: Area = { code: "US", name: "United States", kind: "nation" };

/** Whether a text could be the code of an area. No other is asked of the database: PostgreSQL takes no NUL. */
export const isAreaCode = (text: string): boolean => /^[A-Za-z0-9-]{1,40}$/.test(text);

/**
 * The address of a page for an area, which keeps the page's other parameters. `isAdjusted`: with pay adjusted for
 * prices there. The nation is the page's own address.
 */
export function areaAddress(
  path: string,
  others: Readonly<Record<string, string>>,
  area: Area,
  isAdjusted: boolean,
): string {
  const params = new URLSearchParams(others);
  if (area.code !== NATION.code) {
    params.set("area", area.code);
    if (isAdjusted) params.set("real", "1");
  }
  return params.size > 0 ? `${path}?${params}` : path;
}

/** Cities that more than one metro area is named for; server/comparison/prose.test.ts fails when a new edition adds one. */
const sharedCities = new Set([
  "Albany",
  "Bloomington",
  "Burlington",
  "Charleston",
  "Cleveland",
  "Columbia",
  "Columbus",
  "Decatur",
  "Fayetteville",
  "Florence",
  "Gainesville",
  "Greenville",
  "Jackson",
  "Jacksonville",
  "Lafayette",
  "Lewiston",
  "Longview",
  "Midland",
  "Monroe",
  "Portland",
  "Rochester",
  "Springfield",
]);

/** The place as a sentence says it: "in California", "in the San Diego area", "in the Portland area of Maine". */
export function placePhrase({ name, kind }: Area): string {
  if (kind === "metro") return `in ${metroPhrase(name)}`;
  const words = kind === "nonmetro" ? name.replace(/ \(noncontiguous\)$/, "").replace(" / ", " and ") : name;
  return /^(United|District|Virgin)|area$/.test(words) ? `in the ${words}` : `in ${words}`;
}

/** A metro area by its first city, as people say it; the publisher's name strings all its main cities together. */
function metroPhrase(name: string): string {
  const [cities = "", states = ""] = name.split(", ");
  // The publisher's hyphen parts cities, but for this one.
  const city = /^Winston-Salem|^[^-/]+/.exec(cities)?.[0] ?? cities;
  const state = stateOfCode(`US-${states.split("-")[0]}`);
  return sharedCities.has(city) && state ? `the ${city} area of ${state.name}` : `the ${city} area`;
}
