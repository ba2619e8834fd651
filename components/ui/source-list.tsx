import type { Figure, FigureOrigin, FigureSource } from "@/domain/figure";

/** Editors correct figures from sources of many names, all under one id. */
const keyOf = ({ id, name, release }: FigureSource) => `${id} ${name} ${release}`;

type Props = {
  figures: readonly Figure[] /** Where lists are from, which hold no figures of their own. */;
  lists?: readonly FigureOrigin[];
};

/** The sources that the figures and lists of a page come from, each with its release, once. */
export function SourceList({ figures, lists = [] }: Props) {
  const sources = [
    ...new Map(
      [...figures, ...lists]
        .filter(({ source }) => source.release !== "")
        .map(({ source }) => [keyOf(source), source]),
    ).values(),
  ];
  return (
    <>
      <ul className="dots">
        {sources.map((source) => (
          <li key={keyOf(source)}>
            {source.url ? <a href={source.url}>{source.name}</a> : source.name}, {source.release}
          </li>
        ))}
      </ul>
      <p>
        <a href="/sources">Sources and method in full</a>
      </p>
    </>
  );
}
