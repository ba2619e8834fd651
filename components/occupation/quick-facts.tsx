import { FigureValue } from "@/components/ui/figure-value";
import { figureText, perUnit } from "@/domain/amount";
import type { Area } from "@/domain/area";
import { type Figure, hasValue } from "@/domain/figure";
import { figureMark } from "@/domain/figure-mark";
import { rowAddress } from "@/domain/figure-trace";
import { figureOf, type Profile } from "@/domain/profile";
import { NearestFigure } from "./nearest-figure";

type Props = { profile: Profile; all: readonly Figure[]; isAdjusted: boolean; larger: readonly Area[] };

/** The six official figures that a reader asks for first, in one order for every career. */
export function QuickFacts({ profile, all, isAdjusted, larger }: Props) {
  const annual = figureOf(profile, "annual_wage_median");
  const hourly = figureOf(profile, "hourly_wage_median");
  const pay = hourly && hasValue(hourly) && !(annual && hasValue(annual)) ? hourly : annual;
  const here = profile.area.kind === "nation" ? "" : " here";
  const facts: [name: string, figure: Figure | undefined, aside: string][] = [
    [`Median pay${here}`, pay, pay && hasValue(pay) ? perUnit(pay.unit) : ""],
    [`Jobs on payrolls${here}`, figureOf(profile, "employment"), ""],
    ["Change in jobs, 2024–34", ...withAll(profile, all, "projected_change_percent")],
    ["Openings a year", figureOf(profile, "openings_per_year"), ""],
    ["School needed to start", figureOf(profile, "entry_education"), ""],
    ["Training on the job", figureOf(profile, "on_the_job_training"), ""],
  ];
  return (
    <dl className="quick-facts">
      {facts.map(([name, figure, aside]) => {
        if (!figure) return null;
        const mark = figureMark(figure.measure, [figure], profile.area, isAdjusted);
        return (
          <div key={name}>
            <dt>
              {name}
              {mark && <span className="tag">{mark}</span>}
            </dt>
            <dd>
              <FigureValue
                figure={figure}
                area={profile.area}
                aside={aside}
                row={rowAddress([profile], figure, isAdjusted)}
              />
              {!hasValue(figure) && (
                <NearestFigure
                  profile={profile}
                  measures={figure === pay ? ["annual_wage_median", "hourly_wage_median"] : [figure.measure]}
                  larger={larger}
                  isAdjusted={isAdjusted}
                />
              )}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

/** A figure, with that of all occupations beside it where both are known. */
function withAll(profile: Profile, all: readonly Figure[], measure: string): [Figure | undefined, string] {
  const [own, whole] = [figureOf(profile, measure), all.find((figure) => figure.measure === measure)];
  return [own, own && whole && hasValue(own) ? `all occupations ${figureText(whole)}` : ""];
}
