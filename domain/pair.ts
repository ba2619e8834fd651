/** The address of a comparison names its roles: `a-vs-b`, up to four. */
const SEPARATOR = "-vs-";
const MOST = 4;

/** Why an address names no comparison. */
export type PairFault = "one_role" | "too_many" | "same_role";

/** The slugs that an address names, in its order; or what is wrong with it. */
export function parsePair(address: string): { slugs: string[]; fault: PairFault | null } {
  const slugs = address.split(SEPARATOR).filter((slug) => slug !== "");
  const fault =
    slugs.length < 2
      ? "one_role"
      : slugs.length > MOST
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
