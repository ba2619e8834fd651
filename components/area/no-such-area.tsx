import { ErrorPage } from "@/components/ui/error-page";
import { areaAddress, NATION } from "@/domain/area";
import type { FoundArea } from "@/domain/area-search";
import { AreaForm } from "./area-form";

type Props = {
  /** The address of the page, without parameters. */
  action: string;
  /** The other parameters of the page, by name. */
  others?: Readonly<Record<string, string>>;
  /** Areas whose names are like what the address says. */
  near: readonly FoundArea[];
};

/** What stands at an address whose area nobody publishes figures for: like names, and the form to ask again. */
export function NoSuchArea({ action, others = {}, near }: Props) {
  return (
    <>
      <ErrorPage
        title="No such place"
        explanation="This address names no place that figures are published for. Look for it by name or ZIP code."
        suggestions={near.map(({ area }) => ({
          href: areaAddress(action, others, area, false),
          text: area.name,
        }))}
        next={{ href: areaAddress(action, others, NATION, false), text: "Show the United States" }}
      />
      <AreaForm action={action} area={NATION} isAdjusted={false} hasPriceLevel={false} others={others} />
    </>
  );
}
