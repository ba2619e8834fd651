import type { FigureOrigin } from "@/domain/figure";
import type { Technology } from "@/domain/profile";
import { ListSource } from "./list-source";

/** How many stand in view, and how many a page names at most. */
const SHOWN = 10;
const MOST = 70;

type Props = { technology: readonly Technology[]; plural: string; origins: readonly FigureOrigin[] };

/** Software and tools, what adverts for this work ask for first. */
export function TechnologyList({ technology, plural, origins }: Props) {
  if (technology.length === 0) return <p>No list of software and tools is published for {plural}.</p>;
  const rest = technology.slice(SHOWN, MOST);
  return (
    <div>
      <p className="small">
        In demand: adverts for this very work often name it. Hot: adverts for work of all kinds often name it.
      </p>
      <ul className="technology">
        {technology.slice(0, SHOWN).map(({ name, category, hot, inDemand }) => (
          <li key={name}>
            {name} {marksOf(hot, inDemand) && <strong className="small">{marksOf(hot, inDemand)} </strong>}
            <span className="src">{category} </span>
          </li>
        ))}
      </ul>
      {rest.length > 0 && (
        <details>
          <summary>{rest.length} more</summary>
          <ul className="name-list">
            {rest.map(({ name, hot, inDemand }) => (
              <li key={name}>
                {name}
                {marksOf(hot, inDemand) && ` (${marksOf(hot, inDemand).toLowerCase()})`}{" "}
              </li>
            ))}
          </ul>
          {technology.length > MOST && (
            <p className="small">The source names {technology.length - MOST} others.</p>
          )}
        </details>
      )}
      <ListSource origins={origins} />
    </div>
  );
}

const marksOf = (hot: boolean, inDemand: boolean): string =>
  [inDemand && "In demand", hot && (inDemand ? "hot" : "Hot")].filter(Boolean).join(", ");
