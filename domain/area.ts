/** Places figures are published for, named by code: `US`, `US-CA`, `cbsa-41940`, `nonmetro-0100001`. */
export type AreaKind = "nation" | "state" | "metro" | "nonmetro" | "territory";

export type Area = { code: string; name: string; kind: AreaKind };

export const NATION: Area = { code: "US", name: "United States", kind: "nation" };

/** The kind a code belongs to, by its form; undefined for what is no area code. */
export function areaKindOf(code: string): AreaKind | undefined {
  if (code === "US") return "nation";
  if (code === "US-PR") return "territory";
  if (/^US-[A-Z]{2}$/.test(code)) return "state";
  if (/^cbsa-\d{5}$/.test(code)) return "metro";
  if (/^nonmetro-\d{7}$/.test(code)) return "nonmetro";
  return undefined;
}
