import { count } from "@/domain/amount";
import type { RawRelease } from "@/domain/figure-trace";
import { CONVERTED, ReleaseFacts } from "./release-facts";

type Props = {
  source: {
    id: string;
    publisher: string | null;
    name: string;
    licence: string;
    attribution: string;
    url: string;
    note: { measures: string; use: string; limits: readonly string[] };
    datasets: readonly {
      id: string;
      title: string;
      file: string;
      edition: string;
      kept: number;
      release: RawRelease | null;
    }[];
  };
};

/** One source: who publishes it and how it may be used, what it measures and where it ends, and what of it is loaded. */
export function SourceFacts({
  source: { id, publisher, name, licence, attribution, url, note, datasets },
}: Props) {
  const loaded = datasets.flatMap(({ release }) => release ?? []);
  return (
    <section className="source" aria-labelledby={`source-${id}`}>
      <h2 id={`source-${id}`}>{name}</h2>
      <dl className="trace-facts">
        <dt>Publisher</dt>
        <dd>{publisher ?? "Not named"}</dd>
        <dt>License</dt>
        <dd>{licence}</dd>
        {attribution !== "" && (
          <>
            <dt>Attribution</dt>
            <dd>{attribution}</dd>
          </>
        )}
        {url !== "" && (
          <>
            <dt>Address</dt>
            <dd className="trace-code">
              <a href={url}>{url}</a>
            </dd>
          </>
        )}
        <dt>What it measures</dt>
        <dd>{note.measures}</dd>
        <dt>How it is used</dt>
        <dd>{note.use}</dd>
        <dt>Known limits</dt>
        <dd>
          <ul className="dots">
            {note.limits.map((limit) => (
              <li key={limit}>{limit}</li>
            ))}
          </ul>
        </dd>
      </dl>
      <table className="data stack">
        <caption>What is loaded of it</caption>
        <thead>
          <tr>
            <th scope="col">Data set </th>
            <th scope="col">Publisher’s file </th>
            <th scope="col">Edition </th>
            <th scope="col">Rows </th>
            <th scope="col">Loaded </th>
          </tr>
        </thead>
        <tbody>
          {datasets.map(({ id: dataset, title, file, edition, kept, release }) => (
            <tr key={dataset}>
              <th scope="row">
                {title} {release?.isConverted && <span className="tag">converted copy </span>}
              </th>
              <td data-name="Publisher’s file">{file} </td>
              <td data-name="Edition">{release?.edition ?? edition} </td>
              <td data-name="Rows">{release ? count(kept) : "None"} </td>
              <td data-name="Loaded">{release ? <Day at={release.importedAt} /> : "Not loaded"} </td>
            </tr>
          ))}
        </tbody>
      </table>
      {loaded.some(({ isConverted }) => isConverted) && <p className="small">Converted copy: {CONVERTED}</p>}
      {loaded.length > 0 && (
        <details>
          <summary>Files read for {name}</summary>
          {loaded.map((release) => (
            <ReleaseFacts key={release.id} release={release} />
          ))}
        </details>
      )}
    </section>
  );
}

const days = new Intl.DateTimeFormat("en-US", { dateStyle: "medium", timeZone: "UTC" });

function Day({ at }: { at: Date }) {
  return <time dateTime={at.toISOString().slice(0, 10)}>{days.format(at)}</time>;
}
