import { ErrorPage } from "@/components/ui/error-page";
import type { Family } from "@/domain/family";
import { ALL_FAMILIES, familyAddress } from "@/domain/family-view";

type Props = {
  /** As the address says it. */
  code: string;
  families: readonly Family[];
};

/** What stands at an address whose family is none: the family that its first digits name, and the way to all. */
export function NoSuchFamily({ code, families }: Props) {
  return (
    <ErrorPage
      title="No such family"
      explanation="This address names no family of careers. A family has a code such as 29-0000."
      suggestions={families
        .filter((family) => code.startsWith(family.code.slice(0, 2)))
        .map((family) => ({
          href: familyAddress({ ...ALL_FAMILIES, family: family.code }),
          text: family.name,
        }))}
      next={{ href: "/careers", text: "Show all families" }}
    />
  );
}
