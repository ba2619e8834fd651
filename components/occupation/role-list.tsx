import { AddedToTray, TRAY_FORM } from "@/components/comparison/tray";
import { LinkList } from "@/components/ui/link-list";
import { dollars, sentenceCase } from "@/domain/amount";

type FoundRole = { slug: string; plural: string; annualMedian: number | null; via: string | null };

/** Careers by name, with the title by which each was found, and the median pay a year where there is one. Each can be put into the tray, which leads back to its row on this page (`back`). */
export function RoleList({ roles, back }: { roles: FoundRole[]; back: string }) {
  return (
    <form {...TRAY_FORM}>
      <input type="hidden" name="back" value={back} />
      <input type="hidden" name="row" value="1" />
      <LinkList
        items={roles.map(({ slug, plural, annualMedian, via }) => ({
          href: `/careers/${slug}`,
          text: sentenceCase(plural),
          detail: [
            via !== null && `also called ${via}`,
            annualMedian !== null && `${dollars(annualMedian)} a year`,
          ]
            .filter(Boolean)
            .join(", "),
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
