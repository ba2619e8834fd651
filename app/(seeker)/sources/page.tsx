import type { Metadata } from "next";
import { Document } from "@/components/ui/document";
import { loadedSources } from "@/server/release/queries";

export const metadata: Metadata = {
  title: "Sources and method",
  description: "Where each figure comes from: publisher, release, licence and address.",
};

export default async function SourcesPage() {
  const sources = await loadedSources();
  return (
    <Document>
      <h1>Sources and method</h1>
      <p className="prose">
        Every figure is shown as its publisher prints it, with its source, year and place. Pay by the year and
        by the hour are never made from each other. Where a source has no figure, the page says why.
      </p>
      {sources.map((source) => (
        <section key={source.id} className="source">
          <h2>{source.name}</h2>
          <p>
            {source.publisher ?? "Publisher not named"}. Licence: {source.licence}. {source.attribution}
          </p>
          {source.url !== "" && (
            <p>
              <a href={source.url}>{source.url}</a>
            </p>
          )}
          <div>
            <table className="data stack">
              <caption>Releases loaded</caption>
              <thead>
                <tr>
                  <th scope="col">Data set </th>
                  <th scope="col">Release </th>
                  <th scope="col">Copy </th>
                  <th scope="col">Rows </th>
                </tr>
              </thead>
              <tbody>
                {source.datasets.map(({ id, edition, converted, release }) => (
                  <tr key={id}>
                    <th scope="row">{id} </th>
                    <td data-name="Release">{release?.edition ?? edition} </td>
                    <td data-name="Copy">{converted ? "Converted copy" : "As published"} </td>
                    <td data-name="Rows">
                      {release
                        ? Object.values(release.report.rowsKept)
                            .reduce((sum, rows) => sum + rows, 0)
                            .toLocaleString("en-US")
                        : "Not loaded"}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </section>
      ))}
    </Document>
  );
}
