/** Places figures are published for, named by code: `US`, `US-CA`, `cbsa-41940`, `nonmetro-0100001`. */
type AreaKind = "nation" | "state" | "metro" | "nonmetro" | "territory";

export type Area = { code: string; name: string; kind: AreaKind };

export const NATION: Area = { code: "US", name: "United States", kind: "nation" };
