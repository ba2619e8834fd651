import { FigureValue } from "@/components/ui/figure-value";
import type { Figure } from "@/domain/figure";
import { measureOf } from "@/domain/measure";

/** Figures of one role as a table: measure, value with its source. Title-level figures say so. */
export function FigureList({ figures }: { figures: Figure[] }) {
  return (
    <table className="data wide">
      <caption className="vh">Figures</caption>
      <thead>
        <tr>
          <th scope="col">Measure</th>
          <th scope="col">Figure</th>
        </tr>
      </thead>
      <tbody>
        {figures.map((figure) => (
          <tr key={`${figure.measure} ${figure.source.id} ${figure.method}`}>
            <th scope="row">
              {measureOf(figure.measure).label}
              <span className="src">
                {" "}
                {figure.method === "modelled"
                  ? "By title, seed page: modelled, undated"
                  : measureOf(figure.measure).gloss}
              </span>
            </th>
            <td>
              <FigureValue figure={figure} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
