import type { Figure } from "@/domain/figure";

/** The sources that the figures of a page come from, each with its release, once. */
export function SourceList({ figures }: { figures: Figure[] }) {
  const sources = [
    ...new Map(
      figures
        .filter(({ source }) => source.release !== "")
        .map(({ source }) => [`${source.id} ${source.release}`, source]),
    ).values(),
  ];
  return (
    <>
      <ul className="dots">
        {sources.map((source) => (
          <li key={`${source.id} ${source.release}`}>
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
