import { AddedToTray, TRAY_FORM } from "@/components/comparison/tray";
import { LinkList } from "@/components/ui/link-list";
import { dollars, sentenceCase } from "@/domain/amount";

type ListedRole = { slug: string; plural: string; annualMedian: number | null };

/** Careers by name, with the median pay a year where there is one. Each can be put into the tray, which leads back to its row on this page (`back`). */
export function RoleList({ roles, back }: { roles: ListedRole[]; back: string }) {
  return (
    <form {...TRAY_FORM}>
      <input type="hidden" name="back" value={back} />
      <input type="hidden" name="row" value="1" />
      <LinkList
        items={roles.map(({ slug, plural, annualMedian }) => ({
          href: `/careers/${slug}`,
          text: sentenceCase(plural),
          detail: annualMedian === null ? "" : `${dollars(annualMedian)} a year`,
          id: slug,
          act: (
            <button type="submit" name="add" value={slug}>
              Add<span className="vh">{` ${plural} to compare`}</span>
            </button>
          ),
        }))}
      />
      <AddedToTray />
    </form>
  );
}
