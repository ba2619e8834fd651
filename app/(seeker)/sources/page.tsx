import type { Metadata } from "next";
import { Conventions } from "@/components/source/conventions";
import { SourceFacts } from "@/components/source/source-facts";
import { Document } from "@/components/ui/document";
import { loadedSources } from "@/server/release/queries";

export const metadata: Metadata = {
  title: "Sources and method",
  description:
    "Where each figure comes from: publisher, edition, license, limits and files, and how figures are made and shown.",
  alternates: { canonical: "/sources" },
};

/** Every source in full, and the rules by which its figures are shown. */
export default async function SourcesPage() {
  const sources = await loadedSources();
  return (
    <Document>
      <h1 className="home-title">Sources and method</h1>
      <p className="prose">
        Every figure is shown as its publisher prints it, with its source, year and place. The words “Its row”
        beside a source lead to the very row that the figure is read from, with the file it stands in.
      </p>
      <nav aria-label="On this page">
        <ul className="dots">
          {sources.map(({ id, name }) => (
            <li key={id}>
              <a href={`#source-${id}`}>{name}</a>
            </li>
          ))}
          <li>
            <a href="#conventions">How figures are shown</a>
          </li>
        </ul>
      </nav>
      {sources.map((source) => (
        <SourceFacts key={source.id} source={source} />
      ))}
      <Conventions />
    </Document>
  );
}
