import { permanentRedirect } from "next/navigation";
import { cache } from "react";
import { type ComparisonView, viewAddress, viewOf, viewQuery } from "@/domain/comparison-view";
import { canonicalPair, type PairFault, parsePair } from "@/domain/pair";
import { problem } from "@/server/answer/json";
import { type ComparisonFault, comparisonOf, type FoundComparison } from "@/server/comparison/queries";

export type Asked = Record<string, string | string[] | undefined>;
type Loaded = FoundComparison & { view: ComparisonView };

/** The address as typed; as it stands where it is no valid encoding. */
export function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/**
 * The comparison that an address names, in the view that its options ask for; or what is wrong with it. Any order
 * of roles but the canonical one moves for good; `below` is the part of the address behind the roles. One load a
 * request, for the page and its metadata.
 */
export const loadComparison = (
  pair: string,
  asked: Asked,
  below: "" | "/table.csv" | "/picture.png" = "",
): Promise<Loaded | ComparisonFault | { fault: PairFault }> => load(pair, viewQuery(viewOf(asked)), below);

/** Why a file of a comparison is not there, for programs and for readers who followed a link to it. */
export const problemOf = ({ fault }: ComparisonFault | { fault: PairFault }): Response =>
  fault === "unknown_area"
    ? problem(404, "No such place", "No place here has the code that the address gives as area.")
    : problem(
        404,
        "No such comparison",
        "The address does not name two to four careers that are known here.",
      );

const load = cache(
  async (
    pair: string,
    query: string,
    below: string,
  ): Promise<Loaded | ComparisonFault | { fault: PairFault }> => {
    const { slugs, fault } = parsePair(decoded(pair));
    if (fault) return { fault };
    const view = viewOf(Object.fromEntries(new URLSearchParams(query)));
    const found = await comparisonOf(slugs, view);
    if ("fault" in found) return found;
    const names = found.comparison.roles.map(({ role }) => role.slug);
    const address = canonicalPair(names, found.pairs);
    if (address !== pair) permanentRedirect(viewAddress(`${address}${below}`, view));
    return { ...found, view };
  },
);
