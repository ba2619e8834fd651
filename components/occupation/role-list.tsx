import { AddedToTray, TRAY_FORM } from "@/components/comparison/tray";
import { LinkList } from "@/components/ui/link-list";
import { dollars, sentenceCase } from "@/domain/amount";

type ListedRole = { slug: string; plural: string; annualMedian: number | null };

/** Careers by name, with the median pay a year where there is one. `back` is the page of a short list, whose careers can be put into the tray there. */
export function RoleList({ roles, back }: { roles: ListedRole[]; back?: string }) {
  const list = (
    <LinkList
      items={roles.map(({ slug, plural, annualMedian }) => ({
        href: `/careers/${slug}`,
        text: sentenceCase(plural),
        detail: annualMedian === null ? "" : `${dollars(annualMedian)} a year`,
        act: back && (
          <button className="button second on-screen" type="submit" name="add" value={slug}>
            Add<span className="vh"> {plural} to compare</span>
          </button>
        ),
      }))}
    />
  );
  if (!back) return list;
  return (
    <form {...TRAY_FORM}>
      <input type="hidden" name="back" value={back} />
      <AddedToTray />
      {list}
    </form>
  );
}
