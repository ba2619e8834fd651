import { sentenceCase } from "@/domain/amount";
import { LinkList } from "./link-list";

type Link = { href: string; text: string };

/** What is wrong with an address, what may have been meant, and where to go on. */
export function ErrorPage({
  title,
  explanation,
  suggestions,
  next,
}: {
  title: string;
  explanation: string;
  suggestions: Link[];
  next: Link;
}) {
  return (
    <>
      <h1 className="home-title">{title}</h1>
      <p className="prose">{explanation}</p>
      {suggestions.length > 0 && (
        <>
          <h2>Did you mean</h2>
          <LinkList
            items={suggestions.map(({ href, text }) => ({ href, text: sentenceCase(text), detail: "" }))}
          />
        </>
      )}
      <p className="prose">
        <a href={next.href}>{next.text}</a>
      </p>
    </>
  );
}
