import type { ReactNode } from "react";
import type { Profile } from "@/domain/profile";
import type { Sentence } from "@/domain/prose";

/** What the figures say, in whole sentences. The names of the careers carry their colours; the words stay as written. */
export function Verdict({ sentences, roles }: { sentences: Sentence[]; roles: Profile[] }) {
  return (
    <ul className="verdict">
      {sentences.map(({ text }) => (
        <li key={text}>{withNames(text, roles)}</li>
      ))}
    </ul>
  );
}

function withNames(text: string, roles: Profile[]): ReactNode[] {
  const names = roles
    .map(({ role }, index) => ({ name: role.plural.toLowerCase(), index }))
    .sort((a, b) => b.name.length - a.name.length);
  const parts: ReactNode[] = [];
  let rest = text;
  while (rest !== "") {
    const found = names
      .map(({ name, index }) => ({ at: rest.toLowerCase().indexOf(name), name, index }))
      .filter(({ at }) => at >= 0)
      .sort((a, b) => a.at - b.at || b.name.length - a.name.length)[0];
    if (!found) break;
    parts.push(rest.slice(0, found.at));
    parts.push(
      <strong key={parts.length} className={`name-${found.index}`}>
        {rest.slice(found.at, found.at + found.name.length)}
      </strong>,
    );
    rest = rest.slice(found.at + found.name.length);
  }
  return [...parts, rest];
}
