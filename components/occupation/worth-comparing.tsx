import { FigureOrigin, FigureValue, isOneOrigin } from "@/components/ui/figure-value";
import { perUnit, sentenceCase } from "@/domain/amount";
import type { Area } from "@/domain/area";
import { type Figure, hasValue } from "@/domain/figure";
import type { NearCareer, OfferedComparison } from "@/domain/worth-comparing";

type Props = {
  offered: readonly OfferedComparison[];
  area: Area;
  isAdjusted: boolean;
  addressOf(career: NearCareer): string;
};

/** Comparisons that say something, each with why it is offered and the figures that it turns on. */
export function WorthComparing({ offered, area, isAdjusted, addressOf }: Props) {
  const rows = offered.map(({ career, why }) => ({
    career,
    why,
    pay: payOf(career),
    school: career.figures.find(({ measure }) => measure === "entry_education"),
  }));
  const [payTogether, schoolTogether] = [
    isOneOrigin(rows.map(({ pay }) => pay)),
    isOneOrigin(rows.map(({ school }) => school)),
  ];
  const [first] = rows;
  const place = `Median pay, ${area.name}${isAdjusted ? ", after prices there" : ""}`;
  return (
    <table className="data stack">
      <caption className="vh">Comparisons worth making</caption>
      <thead>
        <tr>
          <th scope="col">Compare with </th>
          <th scope="col">Why </th>
          <th scope="col">{place} </th>
          <th scope="col">School to start </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ career, why, pay, school }) => (
          <tr key={career.role.slug}>
            <th scope="row">
              <a className="inline-block min-h-6" href={addressOf(career)}>
                {sentenceCase(career.role.plural)}
              </a>{" "}
            </th>
            <td>{why} </td>
            <td data-name={place}>
              <Cell figure={pay} area={area} together={payTogether} />
            </td>
            <td data-name="School to start">
              <Cell figure={school} area={area} together={schoolTogether} />
            </td>
          </tr>
        ))}
        {first && (payTogether || schoolTogether) && (
          <tr>
            <th scope="row">Where these are from </th>
            <td />
            <td data-name="Pay">
              {payTogether && first.pay && (
                <FigureOrigin figure={first.pay} area={area} of="median pay" />
              )}{" "}
            </td>
            <td data-name="School">
              {schoolTogether && first.school && (
                <FigureOrigin figure={first.school} area={area} of="school to start" />
              )}{" "}
            </td>
          </tr>
        )}
      </tbody>
    </table>
  );
}

/** By the year; by the hour where only that is published. */
function payOf({ figures }: NearCareer): Figure | undefined {
  const [annual, hourly] = ["annual_wage_median", "hourly_wage_median"].map((measure) =>
    figures.find((figure) => figure.measure === measure),
  );
  return hourly && hasValue(hourly) && !(annual && hasValue(annual)) ? hourly : annual;
}

function Cell({ figure, area, together }: { figure: Figure | undefined; area: Area; together: boolean }) {
  if (!figure) return <span className="figure-none">Not available </span>;
  const unit = figure.unit.startsWith("dollars") && hasValue(figure) ? perUnit(figure.unit) : undefined;
  return <FigureValue figure={figure} area={area} together={together} aside={unit} />;
}
