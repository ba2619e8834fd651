import { FigureValue } from "@/components/ui/figure-value";
import { perUnit, sentenceCase } from "@/domain/amount";
import { type Area, placePhrase } from "@/domain/area";
import { rowAddress } from "@/domain/figure-trace";
import type { MeasureKey } from "@/domain/measure";
import type { Profile } from "@/domain/profile";

type Props = {
  profile: Profile;
  measures: readonly MeasureKey[];
  larger: readonly Area[];
  isAdjusted: boolean;
};

/** What the nearest larger area publishes in place of a figure that is missing here. Nothing where none does. */
export function NearestFigure({ profile, measures, larger, isAdjusted }: Props) {
  const figure = profile.nearest.find(({ measure }) => measures.includes(measure));
  const area = figure && larger.find(({ code }) => code === figure.area);
  if (!figure || !area) return null;
  return (
    <span className="note">
      {sentenceCase(placePhrase(area))}:{" "}
      <FigureValue
        figure={figure}
        area={area}
        aside={figure.unit.startsWith("dollars") ? perUnit(figure.unit) : "jobs"}
        row={rowAddress([profile], figure, isAdjusted)}
      />
    </span>
  );
}
