import { FigureOrigin, FigureValue, isOneOrigin } from "@/components/ui/figure-value";
import { sentenceCase } from "@/domain/amount";
import { type Area, areaAddress } from "@/domain/area";
import type { Figure } from "@/domain/figure";
import { figureAddress } from "@/domain/figure-trace";

type Props = { related: readonly { slug: string; soc: string; title: string; median: Figure }[]; area: Area };

/** What related careers pay in an area, the most closely related first. */
export function RelatedPay({ related, area }: Props) {
  const medians = related.map(({ median }) => median);
  const together = isOneOrigin(medians) && medians.every(({ unit }) => unit === medians[0]?.unit);
  const [first] = medians;
  return (
    <>
      <table className="data stack">
        <caption>Median pay in {area.name}, the most closely related first</caption>
        <thead>
          <tr>
            <th scope="col">Career </th>
            <th scope="col">Median pay </th>
            <th scope="col">Where from </th>
          </tr>
        </thead>
        <tbody>
          {related.map(({ slug, soc, title, median }) => (
            <tr key={soc}>
              <th scope="row">
                <a href={areaAddress(`/careers/${slug}`, {}, area, false)}>{sentenceCase(title)}</a>{" "}
              </th>
              <td data-name="Median pay">
                <FigureValue
                  figure={median}
                  area={area}
                  aside={median.unit.replace("dollars ", "")}
                  together={together}
                  row={rowAddress(soc, median)}
                />{" "}
              </td>
              <td data-name="Where from">
                <a href={rowAddress(soc, median)} aria-label={`Row of ${title}`}>
                  Its row
                </a>{" "}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {together && first && (
        <FigureOrigin figure={first} area={area} of="all in the table" word="Source of all" />
      )}
    </>
  );
}

const rowAddress = (soc: string, { measure, area }: Figure): string =>
  figureAddress({ of: [soc], measure, area, isReal: false });
