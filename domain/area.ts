/** Places figures are published for, named by code: `US`, `US-CA`, `cbsa-41940`, `nonmetro-0100001`. */
type AreaKind = "nation" | "state" | "metro" | "nonmetro" | "territory";

export type Area = { code: string; name: string; kind: AreaKind };

export const NATION: Area = { code: "US", name: "United States", kind: "nation" };

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
