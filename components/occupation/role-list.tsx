import { LinkList } from "@/components/ui/link-list";
import { dollars, sentenceCase } from "@/domain/amount";

/** Careers by name, with the median pay a year where there is one. */
export function RoleList({
  roles,
}: {
  roles: { slug: string; plural: string; annualMedian: number | null }[];
}) {
  return (
    <LinkList
      items={roles.map(({ slug, plural, annualMedian }) => ({
        href: `/careers/${slug}`,
        text: sentenceCase(plural),
        detail: annualMedian === null ? "" : `${dollars(annualMedian)} a year`,
      }))}
    />
  );
}
