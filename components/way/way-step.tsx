import { perUnit, sentenceCase } from "@/domain/amount";
import { type Area, placePhrase } from "@/domain/area";
import type { Figure } from "@/domain/figure";
import { payFigure } from "@/domain/pay-change";
import type { RoleName } from "@/domain/profile";
import { changeSentence, gapsText, heldText, whyStep } from "@/domain/way-prose";
import type { WayStep } from "@/domain/way-step";
import { WayFigure } from "./way-figure";

type Props = {
  step: WayStep;
  area: Area;
  /** Keeps the place that the page shows, in links. */
  query: string;
  /** The job stands in the head of the way already. */
  isNamed: boolean;
};

const asked: readonly [measure: string, name: string][] = [
  ["entry_education", "Schooling"],
  ["work_experience_required", "Experience in a related job"],
  ["on_the_job_training", "Training on the job"],
  ["job_zone", "Job zone, 1 to 5"],
  ["openings_per_year", "Openings a year, United States"],
];

/** One step of a way: where it leads, what it pays and asks, and, folded, why it is offered and what is to be learned. */
export function WayStepItem({ step: { from, to, related, shared, change }, area, query, isNamed }: Props) {
  // In the unit of the change that stands beside it.
  const pay = to.figures.find(isMedianIn(change.unit)) ?? payFigure(to.figures);
  return (
    <li>
      <p className="way-stop">
        {isNamed ? (
          <span className="small">Median pay</span>
        ) : (
          <a href={`/careers/${to.role.slug}${query}`}>{sentenceCase(to.role.singular)}</a>
        )}{" "}
        <span className="way-pay">
          {pay && <WayFigure figures={to.figures} measure={pay.measure} area={area} aside={unitOf(pay)} />}
        </span>
      </p>
      <p className="small">
        {!isNamed && <>{changeSentence(change)} </>}
        Jobs {placePhrase(area)}: <WayFigure figures={to.figures} measure="employment" area={area} />
        <br />
        {sentenceCase(heldText(shared))}. Asks:{" "}
        <WayFigure figures={to.figures} measure="entry_education" area={area} />
      </p>
      <details>
        <summary>
          What it asks, and skills to gain<span className="vh">: {to.role.singular}</span>
        </summary>
        <p className="small">
          {whyStep(from.role, related)}
          {to.joins.length > 0 && ` Its figures join ${to.joins.length} titles: ${to.joins.join("; ")}.`}
        </p>
        <table className="data facts">
          <tbody>
            {asked.map(([measure, name]) => (
              <tr key={measure}>
                <th scope="row">{name}</th>
                <td>
                  <WayFigure figures={to.figures} measure={measure} area={area} />
                </td>
              </tr>
            ))}
            <tr>
              <th scope="row">Skills held</th>
              <td>
                {shared
                  ? `${shared.held} of the ${shared.of} that matter there`
                  : "Not known: O*NET does not rate them"}
              </td>
            </tr>
            <tr>
              <th scope="row">Skills to gain</th>
              <td>{gapsText(shared)}</td>
            </tr>
          </tbody>
        </table>
        <p>
          <a className="inline-block min-h-6" href={comparePath(from.role, to.role, query)}>
            Compare {from.role.plural} with {to.role.plural}
          </a>
        </p>
      </details>
    </li>
  );
}

const comparePath = (a: RoleName, b: RoleName, query: string) =>
  `/compare/${[a.slug, b.slug].sort().join("-vs-")}${query}`;

const isMedianIn =
  (unit: string | null) =>
  (figure: Figure): boolean =>
    figure.unit === unit && figure.measure.endsWith("_wage_median");

const unitOf = ({ value, low, unit }: Figure) => (value !== null || low !== null ? perUnit(unit) : undefined);
