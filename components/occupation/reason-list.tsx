import type { FigureOrigin } from "@/domain/figure";
import type { OutlookReason } from "@/domain/outlook-reason";
import { ListSource } from "./list-source";

/** How many reasons stand in view, and how many industries of one. */
const SHOWN = 3;
const INDUSTRIES = 3;

type Props = {
  reasons: readonly OutlookReason[];
  /** The merged occupation that they are of, where the career is one of its members. */
  group: { soc: string; title: string } | null | undefined;
  plural: string;
  origins: readonly FigureOrigin[];
};

/** The publisher's own reasons for the change it expects, three in view. Nothing where none is loaded. */
export function ReasonList({ reasons, group, plural, origins }: Props) {
  if (reasons.length === 0) return null;
  const rest = reasons.slice(SHOWN);
  return (
    <div className="prose">
      <h3>Reasons the publisher gives</h3>
      <p className="small">
        A share is the part of an industry’s jobs that this work holds.
        {group && (
          <>
            {" "}
            The reasons are those of {group.title} (<span className="whitespace-nowrap">{group.soc}</span>),
            the wider group that {plural} are counted in.
          </>
        )}
      </p>
      <Reasons reasons={reasons.slice(0, SHOWN)} />
      {rest.length > 0 && (
        <details>
          <summary>{rest.length === 1 ? "1 more reason" : `${rest.length} more reasons`}</summary>
          <Reasons reasons={rest} />
        </details>
      )}
      <ListSource origins={origins} note="In the words of the source." />
    </div>
  );
}

function Reasons({ reasons }: { reasons: readonly OutlookReason[] }) {
  return (
    <ul className="reasons">
      {reasons.map(({ text, industries }) => (
        <li key={text}>
          <blockquote>{text}</blockquote>
          <Industries names={industries} />
        </li>
      ))}
    </ul>
  );
}

/** Names of industries hold commas. */
const joined = (names: readonly string[]) => names.join("; ");

function Industries({ names }: { names: readonly string[] }) {
  if (names.length <= INDUSTRIES + 1) return <p className="small">Said of: {joined(names)}</p>;
  return (
    <details className="small">
      <summary>
        Said of {names.length} industries, the first {names[0]}
      </summary>
      <p>{joined(names)}</p>
    </details>
  );
}
