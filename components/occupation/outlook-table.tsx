import { FigureValue } from "@/components/ui/figure-value";
import type { Figure } from "@/domain/figure";
import { rowAddress } from "@/domain/figure-trace";
import { measureOf } from "@/domain/measure";
import { figureOf, type Profile } from "@/domain/profile";

const measures = [
  "projected_change_percent",
  "projected_employment",
  "openings_per_year",
  "leaving_rate",
  "leaving_rate_exit",
  "leaving_rate_transfer",
] as const;

/** What is projected for a career, against all occupations where the two can be set side by side: counts of both cannot. */
export function OutlookTable({ profile, all }: { profile: Profile; all: readonly Figure[] }) {
  const rows = measures.flatMap((measure) => {
    const own = figureOf(profile, measure);
    return own ? [{ own, whole: measureOf(measure).kind === "count" ? undefined : find(all, measure) }] : [];
  });
  return (
    <table className="data stack">
      <caption className="vh">Outlook, beside all occupations</caption>
      <thead>
        <tr>
          <th scope="col">Measure </th>
          <th scope="col">This career </th>
          <th scope="col">All occupations </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ own, whole }) => (
          <tr key={own.measure}>
            <th scope="row">
              {measureOf(own.measure).label} <span className="src">{glossOf(own.measure)} </span>
            </th>
            <td data-name="This career">
              <FigureValue figure={own} row={rowAddress([profile], own)} />
            </td>
            <td data-name="All occupations">
              {whole ? <FigureValue figure={whole} /> : <span className="small">Not compared </span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const find = (all: readonly Figure[], measure: string) => all.find((figure) => figure.measure === measure);

/** The gloss of a change names the figure that has a column here. */
const glossOf = (measure: string) => (measure === "projected_change_percent" ? "" : measureOf(measure).gloss);
