import { ErrorPage } from "@/components/ui/error-page";
import { parsePair } from "@/domain/pair";
import { rolesNear } from "@/server/role/queries";

const words = {
  unknown_area: "No place here has the code in this address.",
  one_role: "A comparison needs at least two careers.",
  too_many: "A comparison takes at most four careers.",
  same_role: "A career cannot be compared with itself.",
  unknown: "At least one of these careers is not known here.",
};

/** Says what is wrong with the address, and offers careers with like names. */
export async function NoSuchComparison({ address, fault }: { address: string; fault: keyof typeof words }) {
  const { slugs } = parsePair(address);
  const near = await Promise.all(
    [...new Set(slugs)].slice(0, 5).map((slug) => rolesNear(slug.slice(0, 120).replaceAll("-", " "), 4)),
  );
  const suggestions = [...new Map(near.flat().map((role) => [role.slug, role])).values()];
  return (
    <ErrorPage
      title="No such comparison"
      explanation={words[fault]}
      suggestions={suggestions.map((role) => ({ href: `/careers/${role.slug}`, text: role.singular }))}
      next={{ href: "/compare", text: "Pick two careers to compare" }}
    />
  );
}
