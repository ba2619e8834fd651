import { barFill } from "@/components/ui/hatch";
import { sentenceCase } from "@/domain/amount";
import type { FigureOrigin } from "@/domain/figure";
import type { Rating } from "@/domain/profile";
import { ListSource } from "./list-source";

const SHOWN = 10;

type Props = {
  title: string;
  /** Best first. */
  ratings: readonly Rating[];
  /** What a career without ratings is told. */
  missing: string;
  origins: readonly FigureOrigin[];
  note: string;
};

/** Skills or fields of knowledge by importance, with the level that the work asks for: ten in view, the rest one keystroke away. */
export function RatingList({ title, ratings, missing, origins, note }: Props) {
  return (
    <div>
      <h3 className="column-head">{title}</h3>
      {ratings.length === 0 ? (
        <p className="py-2">{missing}</p>
      ) : (
        <Ratings ratings={ratings.slice(0, SHOWN)} />
      )}
      {ratings.length > SHOWN && (
        <details>
          <summary>
            All {ratings.length}
            <span className="vh">: {title}</span>
          </summary>
          <Ratings ratings={ratings.slice(SHOWN)} />
        </details>
      )}
      {ratings.length > 0 && <ListSource origins={origins} note={note} />}
    </div>
  );
}

function Ratings({ ratings }: { ratings: readonly Rating[] }) {
  return (
    <ol className="ratings">
      {ratings.map(({ element, name, importance, level }) => (
        <li key={element}>
          {sentenceCase(name)}{" "}
          <span className="small">
            importance {importance.toFixed(2)}
            {level !== null && `, level ${level.toFixed(2)}`}{" "}
          </span>
          <svg className="bar" aria-hidden="true">
            <rect className="track" y="3" width="100%" height="2" />
            <rect {...barFill(0)} width={`${(((importance - 1) / 4) * 100).toFixed(1)}%`} y="1" height="6" />
          </svg>
        </li>
      ))}
    </ol>
  );
}
