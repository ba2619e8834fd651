/** The address of a comparison names its roles: `a-vs-b`, up to four. */
const SEPARATOR = "-vs-";
/** How many roles a comparison takes. */
export const MOST_ROLES = 4;

/** Whether a text could be the slug of a role. */
export const isSlug = (text: unknown): text is string =>
  typeof text === "string" && /^[a-z0-9-]{1,160}$/.test(text);

/** Why an address names no comparison. */
export type PairFault = "one_role" | "too_many" | "same_role";

/** The slugs that an address names, in its order; or what is wrong with it. */
export function parsePair(address: string): { slugs: string[]; fault: PairFault | null } {
  const slugs = address.split(SEPARATOR).filter((slug) => slug !== "");
  const fault =
    slugs.length < 2
      ? "one_role"
      : slugs.length > MOST_ROLES
        ? "too_many"
        : new Set(slugs).size < slugs.length
          ? "same_role"
          : null;
  return { slugs, fault };
}

/** The one address of these roles: a curated pair keeps its editor's order, all others are alphabetical. */
export function canonicalPair(
  slugs: readonly string[],
  curated: readonly { a: string; b: string }[],
): string {
  const byEditor =
    slugs.length === 2 ? curated.find(({ a, b }) => slugs.includes(a) && slugs.includes(b)) : undefined;
  return (byEditor ? [byEditor.a, byEditor.b] : [...slugs].sort()).join(SEPARATOR);
}

/** What an address says beside its roles (domain/comparison-view.ts), and keeps when they change. */
type Options = Readonly<Record<string, string>>;

/** Where to read a comparison of these roles. */
export function comparisonPath(
  slugs: readonly string[],
  curated: readonly { a: string; b: string }[],
  options: Options = {},
): string {
  return withQuery(`/compare/${canonicalPair(slugs, curated)}`, options);
}

/** The picker with these roles in it. `replace` and `add` name the place that is to be filled. */
export function pickerPath(
  slugs: readonly string[],
  { replace, add }: { replace?: Place; add?: Place } = {},
  options: Options = {},
): string {
  const filled = Object.fromEntries(slugs.map((slug, i) => [places[i], slug]));
  const path = withQuery("/compare", {
    ...filled,
    ...options,
    ...(replace && { replace }),
    ...(add && { add }),
  });
  const toFill = replace ?? add;
  return toFill ? `${path}#${toFill}` : path;
}

/** The places of the picker, one a role. */
export const places = ["a", "b", "c", "d"] as const;
export type Place = (typeof places)[number];

const withQuery = (path: string, query: Record<string, string>): string =>
  [path, String(new URLSearchParams(query))].filter(Boolean).join("?");
