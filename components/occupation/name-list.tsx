import type { FigureOrigin } from "@/domain/figure";
import { ListSource } from "./list-source";

/** How many names stand in view, and how many a page gives at most. */
const SHOWN = 12;
const MOST = 80;

type Props = {
  names: readonly string[];
  /** What they are, in the plural: "titles". */
  what: string;
  /** What is said where there are none. */
  missing: string;
  origins: readonly FigureOrigin[];
};

/** Names as a list to run over: a dozen in view, more one keystroke away. */
export function NameList({ names, what, missing, origins }: Props) {
  if (names.length === 0) return <p>{missing}</p>;
  const rest = names.slice(SHOWN, MOST);
  return (
    <div>
      <Names names={names.slice(0, SHOWN)} />
      {rest.length > 0 && (
        <details>
          <summary>
            {rest.length} more {what}
          </summary>
          <Names names={rest} />
          {names.length > MOST && (
            <p className="small">The source names {(names.length - MOST).toLocaleString("en-US")} others.</p>
          )}
        </details>
      )}
      <ListSource origins={origins} />
    </div>
  );
}

function Names({ names }: { names: readonly string[] }) {
  return (
    <ul className="name-list">
      {names.map((name) => (
        <li key={name}>{name} </li>
      ))}
    </ul>
  );
}
