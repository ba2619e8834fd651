import type { ReactNode } from "react";
import { Section } from "@/components/ui/section";
import {
  closedText,
  type PostingFact,
  type PublicPosting,
  postingFacts,
  whereText,
} from "@/domain/posting-view";

type Props = {
  posting: PublicPosting;
  /** The way to apply, where there is one. */
  act?: ReactNode;
  /** Inside a page of its employer's, under a heading of the second level. */
  isPreview?: boolean;
  children?: ReactNode;
};

/**
 * A posting as its readers see it; its employer's preview is the same. What a page adds of its own, such as the
 * market's pay, stands before the description.
 */
export function PostingView({ posting, act, isPreview = false, children }: Props) {
  const closed = closedText(posting);
  const [Title, Name] = isPreview ? (["h3", "h4"] as const) : (["h1", "h2"] as const);
  const facts = postingFacts(posting);
  const pay = facts.find(({ name }) => name === "Pay");
  return (
    <>
      <Title className="home-title">
        <bdi>{posting.title || "No title yet"}</bdi>
      </Title>
      <p>
        <strong>
          <bdi>{posting.employer.name}</bdi>
        </strong>
        . <bdi>{whereText(posting, { short: true })}</bdi>
      </p>
      {closed && (
        <p className="said" role="note">
          <strong>{posting.status === "paused" ? "Paused" : "Closed"}.</strong> {closed}
        </p>
      )}
      {pay && (
        <p className="advert-pay">
          <span className="vh">Pay: </span>
          {pay.text}{" "}
          <span className="small">{[pay.note, "as the employer says"].filter(Boolean).join("; ")} </span>
        </p>
      )}
      <div className="advert">
        <div className="advert-facts">
          {act}
          <section aria-labelledby="facts">
            <Name id="facts" className="column-head">
              Facts, as the employer gives them
            </Name>
            <table className="data facts">
              <caption className="vh">Facts</caption>
              <tbody>
                {facts
                  .filter((fact) => fact !== pay)
                  .map((fact) => (
                    <tr key={fact.name}>
                      <th scope="row">{fact.name} </th>
                      <td>
                        <FactText fact={fact} /> {fact.note && <span className="note">{fact.note} </span>}
                      </td>
                    </tr>
                  ))}
              </tbody>
            </table>
          </section>
        </div>
        <div className="advert-text">
          {children}
          {posting.descriptionHtml !== "" && (
            <Section
              id="description"
              title="The job"
              note="In the employer’s words"
              level={isPreview ? 4 : 2}
            >
              {/* biome-ignore lint/security/noDangerouslySetInnerHtml: the one sanitised renderer made it, server/posting/markdown.ts */}
              <div className="markdown" dangerouslySetInnerHTML={{ __html: posting.descriptionHtml }} />
            </Section>
          )}
        </div>
      </div>
    </>
  );
}

function FactText({ fact: { text, href, dateTime } }: { fact: PostingFact }) {
  if (href)
    return (
      <a href={href} rel="nofollow noopener">
        <bdi>{text}</bdi>
      </a>
    );
  return dateTime ? <time dateTime={dateTime}>{text}</time> : <bdi>{text}</bdi>;
}
