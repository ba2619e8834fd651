import { FigureValue } from "@/components/ui/figure-value";
import { perUnit } from "@/domain/amount";
import { type Area, placePhrase } from "@/domain/area";
import { type Figure, hasValue } from "@/domain/figure";
import { payFigure } from "@/domain/pay-change";
import type { RoleName } from "@/domain/profile";

type Props = {
  found: {
    role: RoleName & { kind: "occupation" | "title" };
    occupation: { soc: string; title: string; mergedInto: { title: string } | null } | null;
    area: Area;
    start: { joins: readonly string[]; figures: readonly Figure[] } | null;
  };
};

/** What the reader starts from: pay and jobs there, and what the career is counted under. */
export function WayStart({ found: { role, occupation, area, start } }: Props) {
  if (!occupation || !start) return null;
  const pay = payFigure(start.figures);
  const jobs = start.figures.find(({ measure }) => measure === "employment");
  return (
    <div className="prose">
      {pay && (
        <p>
          Median pay {placePhrase(area)}:{" "}
          <FigureValue figure={pay} area={area} aside={hasValue(pay) ? perUnit(pay.unit) : undefined} />
        </p>
      )}
      {jobs && (
        <p>
          Jobs {placePhrase(area)}: <FigureValue figure={jobs} area={area} />
        </p>
      )}
      {(role.kind === "title" || occupation.mergedInto) && (
        <p className="small">
          Counted under {occupation.soc}, {occupation.title}, which the steps start from.
          {occupation.mergedInto &&
            ` Pay and jobs are published for ${occupation.mergedInto.title} as one group: ${start.joins.join("; ")}. A move inside that group is no step here, since its figures cannot tell the titles apart.`}
        </p>
      )}
      {pay && !hasValue(pay) && (
        <p className="small">Without it no gain is named, and the lists go by jobs.</p>
      )}
    </div>
  );
}
