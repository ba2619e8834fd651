import type { ReactNode } from "react";
import { Section } from "@/components/ui/section";
import {
  closedText,
  type PostingFact,
  type PublicPosting,
  postingFacts,
  whereText,
} from "@/domain/posting-view";

/**
 * A posting as its readers see it; its employer's preview is the same. What a page adds of its own, such as the
 * market's pay and the way to apply, stands between the facts and the description.
 */
export function PostingView({ posting, children }: { posting: PublicPosting; children?: ReactNode }) {
  const closed = closedText(posting);
  return (
    <>
      <h1 className="home-title">{posting.title}</h1>
      <p className="prose">
        {posting.employer.name}. {whereText(posting, { short: true })}
      </p>
      {closed && (
        <p className="prose border-l-[5px] border-bad pl-3" role="note">
          <strong>{posting.status === "paused" ? "Paused" : "Closed"}.</strong> {closed}
        </p>
      )}
      <Section id="facts" title="Facts" note="As the employer gives them">
        <table className="data">
          <caption className="vh">Facts</caption>
          <tbody>
            {postingFacts(posting).map((fact) => (
              <tr key={fact.name}>
                <th scope="row">{fact.name} </th>
                <td>
                  <FactText fact={fact} /> {fact.note && <span className="note">{fact.note} </span>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Section>
      {children}
      {posting.descriptionHtml !== "" && (
        <Section id="description" title="The job" note="In the employer’s words">
          {/* biome-ignore lint/security/noDangerouslySetInnerHtml: the one sanitised renderer made it, server/posting/markdown.ts */}
          <div className="markdown" dangerouslySetInnerHTML={{ __html: posting.descriptionHtml }} />
        </Section>
      )}
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
