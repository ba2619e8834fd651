import { FigureValue } from "@/components/ui/figure-value";
import { TitleSource } from "@/components/ui/title-source";
import type { Figure } from "@/domain/figure";
import { measureOf } from "@/domain/measure";

/** Figures of one role as a table: measure, value with its source. Title-level figures stand under the official one. */
export function FigureList({ figures, titleFigures }: { figures: Figure[]; titleFigures: Figure[] }) {
  return (
    <table className="data wide">
      <caption className="vh">Figures</caption>
      <thead>
        <tr>
          <th scope="col">Measure </th>
          <th scope="col">Figure </th>
        </tr>
      </thead>
      <tbody>
        {figures.flatMap((official) => [
          <tr key={official.measure}>
            <th scope="row">
              {measureOf(official.measure).label}{" "}
              <span className="src">{measureOf(official.measure).gloss} </span>
            </th>
            <td>
              <FigureValue figure={official} />
            </td>
          </tr>,
          ...titleFigures
            .filter(({ measure }) => measure === official.measure)
            .map((figure) => (
              <tr className="also" key={`${figure.measure} ${figure.source.name} ${figure.source.release}`}>
                <th scope="row">
                  <TitleSource figure={figure} />
                </th>
                <td>
                  <FigureValue figure={figure} />
                </td>
              </tr>
            )),
        ])}
      </tbody>
    </table>
  );
}
