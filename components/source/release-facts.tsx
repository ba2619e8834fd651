import { Moment } from "@/components/moderation/moment";
import { count } from "@/domain/amount";
import type { RawRelease } from "@/domain/figure-trace";

/** Said of a release that was not read from the publisher's own file. */
export const CONVERTED =
  "Read from a copy that someone else converted from the publisher’s file, with its values untouched.";

/** Where a release is from: the publisher's names, what was read, and how its cells were stored. */
export function ReleaseFacts({ release }: { release: RawRelease }) {
  const { title, publisher, source, url, edition, file, reading, isConverted, isBundled, files } = release;
  return (
    <section aria-labelledby={`release-${release.id}`}>
      <h3 id={`release-${release.id}`}>{title}</h3>
      <dl className="trace-facts">
        <dt>Data set</dt>
        <dd>
          {publisher}, {url ? <a href={url}>{source}</a> : source}
        </dd>
        <dt>Edition</dt>
        <dd>{edition}</dd>
        <dt>Publisher’s file or table</dt>
        <dd>{file}</dd>
        <dt>How it was stored</dt>
        <dd>
          {reading} {isConverted && CONVERTED}
        </dd>
        <dt>Loaded</dt>
        <dd>
          <Moment at={release.importedAt} />
          {isBundled && ", from the bundle of facts that comes with this site’s code"}
        </dd>
        {files.map(({ name, sha256, rowsRead }) => (
          <FileFacts key={name} name={name} sha256={sha256} rowsRead={rowsRead} />
        ))}
        <dt>Sha256 of all its rows</dt>
        <dd className="trace-code">{release.digest}</dd>
      </dl>
    </section>
  );
}

function FileFacts({ name, sha256, rowsRead }: RawRelease["files"][number]) {
  return (
    <>
      <dt>File read</dt>
      <dd>
        <span className="trace-code">{name}</span>, {count(rowsRead)} {rowsRead === 1 ? "row" : "rows"}.
        Sha256 <span className="trace-code">{sha256}</span>
      </dd>
    </>
  );
}
