import { FigureValue } from "@/components/ui/figure-value";
import type { Area } from "@/domain/area";
import { type Figure, hasValue } from "@/domain/figure";
import { figureMark } from "@/domain/figure-mark";
import { rowAddress } from "@/domain/figure-trace";
import { type MeasureKey, measureOf } from "@/domain/measure";
import type { Profile } from "@/domain/profile";
import { NearestFigure } from "./nearest-figure";

type Props = {
  profile: Profile;
  measures: readonly MeasureKey[];
  caption: string;
  isAdjusted: boolean;
  larger: readonly Area[];
};

/** Official figures of one career as a table: measure, value with its source. What no official source collects has no row. */
export function FigureTable({ profile, measures, caption, isAdjusted, larger }: Props) {
  const rows = measures.flatMap((measure) => {
    const figure = profile.figures.find((candidate) => candidate.measure === measure);
    return figure && figure.source.release !== "" ? [figure] : [];
  });
  if (rows.length === 0) return null;
  return (
    <table className="data wide">
      <caption className="vh">{caption}</caption>
      <thead className="vh">
        <tr>
          <th scope="col">Measure </th>
          <th scope="col">Figure </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((figure) => (
          <tr key={figure.measure}>
            <th scope="row">
              <RowHead figure={figure} area={profile.area} isAdjusted={isAdjusted} />
            </th>
            <td>
              <FigureValue
                figure={figure}
                area={profile.area}
                row={rowAddress([profile], figure, isAdjusted)}
              />
              {!hasValue(figure) && (
                <NearestFigure
                  profile={profile}
                  measures={[figure.measure]}
                  larger={larger}
                  isAdjusted={isAdjusted}
                />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function RowHead({ figure, area, isAdjusted }: { figure: Figure; area: Area; isAdjusted: boolean }) {
  const { label, gloss } = measureOf(figure.measure);
  const mark = figureMark(figure.measure, [figure], area, isAdjusted);
  return (
    <>
      {label} <span className="src">{gloss} </span>
      {mark && <span className="tag">{mark} </span>}
    </>
  );
}
