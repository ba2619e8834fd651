import type { FigureOrigin } from "@/domain/figure";

/** Where a list is from: one line for all of it. Nothing where no source is loaded. */
export function ListSource({ origins, note }: { origins: readonly FigureOrigin[]; note?: string }) {
  if (origins.length === 0) return null;
  return (
    <p className="small pt-2">
      Source:{" "}
      {origins.map(({ source }, i) => (
        <span key={`${source.id} ${source.release}`}>
          {i > 0 && "; "}
          {source.url ? <a href={source.url}>{source.name}</a> : source.name}, {source.release}
        </span>
      ))}
      .{note && ` ${note}`}
    </p>
  );
}
