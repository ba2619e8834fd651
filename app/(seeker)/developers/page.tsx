import type { Metadata } from "next";
import { AddressTable } from "@/components/open-data/address-table";
import { ParameterTable } from "@/components/open-data/parameter-table";
import { ProblemTable } from "@/components/open-data/problem-table";
import { CodeBlock } from "@/components/ui/code-block";
import { Document } from "@/components/ui/document";
import { Section } from "@/components/ui/section";
import { cardExamples, commandOf, examples, frameOf } from "@/domain/open-data-example";
import { appUrl } from "@/server/settings";

export const metadata: Metadata = {
  title: "Open data",
  description:
    "Every figure of this site for programs: JSON and CSV, an OpenAPI document, whole releases, and cards.",
  alternates: { canonical: "/developers" },
};

const { origin } = appUrl;

/** How a program reads what the pages show, with examples that a test sends. */
export default function DevelopersPage() {
  return (
    <Document>
      <h1 className="home-title">Open data</h1>
      <p className="prose">
        Every figure on this site can be read by a program, with its source, release, place and method. You
        need no key and no account, and any website may ask from its own pages.
      </p>
      <Section id="start" title="Start here">
        <p>
          The <a href="/api/v1/openapi.json">OpenAPI document</a> describes each address, what it takes and
          what it answers. It is made from the same rules that check your request.
        </p>
        <CodeBlock name="First request" text={`curl '${origin}/api/v1/openapi.json'`} />
      </Section>
      <Section id="examples" title="Examples" note="Each is tried by our own tests">
        {examples.map((example) => (
          <article key={example.path}>
            <h3>{example.title}</h3>
            <p>{example.says}</p>
            <CodeBlock name={example.title} text={commandOf(origin, example)} />
            {example.holds.length > 0 && (
              <p className="small">
                Look at{" "}
                {example.holds.map((at, i) => (
                  <span key={at}>
                    {i > 0 && ", "}
                    <code>{at}</code>
                  </span>
                ))}
              </p>
            )}
          </article>
        ))}
      </Section>
      <Section id="addresses" title="Addresses">
        <AddressTable />
      </Section>
      <Section id="parameters" title="Parameters">
        <ParameterTable />
        <p>A parameter that an address does not know is refused by name, so that a slip of the pen shows.</p>
      </Section>
      <Section id="figures" title="Reading a figure">
        <p>
          A figure has a <code>value</code>, or <code>low</code> and <code>high</code>, or none of them and a{" "}
          <code>nullReason</code>. It never stands for nothing as zero. <code>method</code> says how it came
          to be: reported, derived, inherited from a wider group, modelled by its source, or corrected by an
          editor.
        </p>
      </Section>
      <Section id="keep" title="Asking again">
        <p>
          Every answer has an <code>ETag</code>. Send it back as <code>If-None-Match</code>: while nothing has
          changed you get a short answer, 304, and no body.
        </p>
      </Section>
      <Section id="releases" title="Whole releases">
        <p>
          <a href="/api/v1/releases">The list of releases</a> names each data set that is loaded, its edition,
          its terms, and one file with all its rows as imported. What editors corrected later is not in these
          files; it is in all other answers. A file that does not open was cut short: fetch it again.
        </p>
      </Section>
      <Section id="problems" title="Problems">
        <p>
          A refusal is a problem as RFC 9457 describes it, sent as <code>application/problem+json</code>.
        </p>
        <ProblemTable />
      </Section>
      <Section id="terms" title="Terms">
        <p>
          <code>meta</code> names the releases that an answer draws on, the licence of each, and the words to
          show with them. Figures of unknown origin have no licence, and are in no file.{" "}
          <a href="/sources">Sources and method</a> has them all.
        </p>
      </Section>
      <Section id="cards" title="Cards for your page">
        <p>
          A card shows a career or a comparison inside your own page, with source, release and place. It sets
          no cookie and runs no script. Take the last part of the address from the page here that you want to
          show; add <code>area</code> for a place.
        </p>
        {cardExamples.map((card) => (
          <article key={card.path}>
            <h3>{card.title}</h3>
            <CodeBlock name={`Card: ${card.title}`} text={frameOf(origin, card)} />
            <p>
              <a href={card.path}>See this card: {card.name}</a>
            </p>
          </article>
        ))}
        <p>
          For a picture beside a link, add <code>/picture.png</code> to the address of a career or of a
          comparison.
        </p>
      </Section>
    </Document>
  );
}
