import { dollars, sentenceCase } from "@/domain/amount";
import type { Area } from "@/domain/area";
import type { RoleName } from "@/domain/profile";
import { byWayOf, changeSentence } from "@/domain/way-prose";
import type { WholeWay } from "@/domain/way-step";
import { WayStepItem } from "./way-step";

type Props = {
  way: WholeWay;
  start: RoleName;
  area: Area;
  query: string;
};

/** One way: the job it leads to and the change of pay as a heading, and its steps in order. */
export function WayCard({ way: { steps, loss, others }, start, area, query }: Props) {
  const last = steps.at(-1);
  if (!last) return null;
  const { role } = last.to;
  const stops = steps.slice(0, -1).map(({ to }) => to.role);
  return (
    <li className="way">
      <h3>
        <a href={`/careers/${role.slug}${query}`}>{sentenceCase(role.singular)}</a>
        {stops.length > 0 && <span className="way-by"> {byWayOf(stops)}</span>}
      </h3>
      <p className="way-change">{changeSentence(last.change)}</p>
      <ol className="way-steps">
        {steps.map((step) => (
          <WayStepItem
            key={step.to.role.slug}
            step={step}
            area={area}
            query={query}
            isNamed={steps.length === 1}
          />
        ))}
      </ol>
      {stops.length > 0 && loss !== 0 && (
        <p className="small">
          {loss === null
            ? `Whether a job on the way pays less than ${start.singular} is not known.`
            : `On the way pay falls by ${dollars(loss)} a year against ${start.singular}.`}
        </p>
      )}
      {others.length > 0 && (
        <details>
          <summary>
            {others.length === 1 ? "1 other way" : `${others.length} other ways`}
            <span className="vh"> to {role.singular}</span>
          </summary>
          <p className="small">
            Each is better in something: schooling, experience, pay on the way, or skills held at the hardest
            step.
          </p>
          <ul className="dots small">
            {others.map((names) => (
              <li key={names.map(({ slug }) => slug).join()}>
                {sentenceCase(byWayOf(names.slice(0, -1)) || "directly")}
              </li>
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}
