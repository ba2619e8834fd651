import { Moment } from "@/components/moderation/moment";

type Report = {
  files: { name: string; sha256: string; rowsRead: number }[];
  rowsKept: Record<string, number>;
  rowsSkipped: Record<string, number>;
  coverage?: Record<string, { filled: number; empty: Record<string, number> }>;
  doubts?: string[];
};

const count = (rows: number) => rows.toLocaleString("en-US");
const total = (rows: Record<string, number>) => Object.values(rows).reduce((sum, part) => sum + part, 0);

/** What an import read, kept and left out, how far each measure is filled, and what is doubted. */
export function ReleaseReport({
  dataset,
  edition,
  isLive,
  importedAt,
  report,
}: {
  dataset: string;
  edition: string;
  isLive: boolean;
  importedAt: Date;
  report: Report;
}) {
  const { files, rowsKept, rowsSkipped, coverage = {}, doubts = [] } = report;
  return (
    <details className="release">
      <summary>
        {dataset}, {edition}: {count(total(rowsKept))} rows{isLive ? "" : ", the release before"}
        {doubts.length > 0 && `, ${doubts.length} in doubt`}
      </summary>
      <p>
        Imported <Moment at={importedAt} />.
      </p>
      {doubts.length > 0 && (
        <ul className="prose">
          {doubts.map((doubt) => (
            <li key={doubt}>{doubt}</li>
          ))}
        </ul>
      )}
      <table className="data stack">
        <caption>Files read</caption>
        <thead>
          <tr>
            <th scope="col">File </th>
            <th scope="col">Rows </th>
            <th scope="col">sha256 </th>
          </tr>
        </thead>
        <tbody>
          {files.map(({ name, rowsRead, sha256 }) => (
            <tr key={name}>
              <th scope="row">
                <bdi>{name}</bdi>{" "}
              </th>
              <td data-name="Rows">{count(rowsRead)} </td>
              <td data-name="sha256">
                <bdi>{sha256}</bdi>{" "}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        Kept:{" "}
        {Object.entries(rowsKept)
          .map(([table, rows]) => `${count(rows)} rows of ${table}`)
          .join(", ") || "nothing"}
        .{" "}
        {total(rowsSkipped) > 0 &&
          `Left out: ${Object.entries(rowsSkipped)
            .map(([reason, rows]) => `${count(rows)} (${reason})`)
            .join(", ")}.`}
      </p>
      {Object.keys(coverage).length > 0 && (
        <table className="data stack">
          <caption>How far each measure is filled</caption>
          <thead>
            <tr>
              <th scope="col">Measure </th>
              <th scope="col">With a value </th>
              <th scope="col">Without, and why </th>
            </tr>
          </thead>
          <tbody>
            {Object.entries(coverage).map(([measure, { filled, empty }]) => (
              <tr key={measure}>
                <th scope="row">
                  <bdi>{measure}</bdi>{" "}
                </th>
                <td data-name="With a value">{count(filled)} </td>
                <td data-name="Without, and why">
                  {Object.entries(empty)
                    .map(([reason, rows]) => `${count(rows)} ${reason.replaceAll("_", " ")}`)
                    .join(", ") || "None"}{" "}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </details>
  );
}
