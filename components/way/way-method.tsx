import { FigureOrigin } from "@/components/ui/figure-value";
import { count } from "@/domain/amount";
import type { Area } from "@/domain/area";
import { type Figure, type FigureSource, hasValue } from "@/domain/figure";
import { measureOf } from "@/domain/measure";

type Props = {
  found: { all: number; kept: number };
  figures: readonly Figure[];
  /** Where the ratings and the related occupations are from. */
  work: readonly { of: string; source: FigureSource }[];
  area: Area;
};

/** What a step is, what is hidden and why, what nobody knows, and where the figures come from, each once for the page. */
export function WayMethod({ found: { all, kept }, figures, work, area }: Props) {
  const measures = [...new Set(figures.map(({ measure }) => measure))];
  return (
    <>
      <h3>What is not known</h3>
      <p>
        No source says how many people make any of these moves, how long a move takes, or whether an employer
        would take somebody who makes it. Openings are counted for the whole United States only.
      </p>
      <h3>What a step is</h3>
      <ul className="dots">
        <li>
          O*NET names the second job among those related to the first. Or their skills, knowledge and work
          activities are as alike as those of the closest quarter of related jobs; then the second may ask
          neither for experience in a related job nor for a degree.
        </li>
        <li>
          At least half of the skills that matter in the second are used at that level, or within half a level
          of it, in the first. A skill matters if O*NET rates it important (3 or more of 5), or among the ten
          best. Where it rates none, related jobs alone are offered.
        </li>
        <li>
          The second is at most one job zone above the first. Where a zone is not known, it asks for no more
          schooling.
        </li>
        <li>Two titles that are counted under one code are no step: their figures cannot be told apart.</li>
      </ul>
      <h3>What is hidden</h3>
      <p>
        There are {count(all)} ways of one to three steps. {count(kept)} are kept. Each of the others is
        matched by one that is kept: it leads to the same job, needs no more steps, schooling or experience,
        holds as many skills at its hardest step, and passes through no lower pay. What is not known counts as
        worst.
      </p>
      <h3>Where the figures are from</h3>
      <ul className="dots">
        {measures.map((measure) => {
          const figure = figures.find(
            (one) => one.measure === measure && hasValue(one) && /^(reported|derived)$/.test(one.method),
          );
          return (
            figure && (
              <li key={measure}>
                {measureOf(measure).label}
                <FigureOrigin
                  figure={{ ...figure, n: null, standardError: null }}
                  area={area}
                  of={measureOf(measure).label}
                />
              </li>
            )
          );
        })}
        {work.map(({ of, source }) => (
          <li key={of}>
            {of}: <a href={source.url}>{source.name}</a>, {source.release}
          </li>
        ))}
      </ul>
      <p>Shares of skills held, and gaps, are computed here from the ratings of level, from 0 to 7.</p>
      <p>
        <a href="/sources">Sources and method in full</a>
      </p>
    </>
  );
}
