import type { ReactNode } from "react";
import type { Profile } from "@/domain/profile";
import type { Sentence } from "@/domain/prose-pair";

/** What the figures say, in whole sentences. The names of the careers carry their colours; the words stay as written. */
export function Verdict({ sentences, roles }: { sentences: Sentence[]; roles: Profile[] }) {
  if (sentences.length === 0)
    return <p>No official source publishes pay, growth or schooling for these careers.</p>;
  return (
    <ul className="verdict">
      {sentences.map(({ text }) => (
        <li key={text}>{withNames(text, roles)}</li>
      ))}
    </ul>
  );
}

function withNames(text: string, roles: Profile[]): ReactNode[] {
  const indexes = new Map(roles.map(({ role }, index) => [role.plural.toLowerCase(), index]));
  // The longest name first, and whole words only: no "actors" inside "contractors".
  const names = [...indexes.keys()].sort((a, b) => b.length - a.length).map(escaped);
  const whole = new RegExp(`(?<![\\p{L}\\p{N}])(${names.join("|")})(?![\\p{L}\\p{N}])`, "giu");
  // Splitting by a group keeps what it holds: names stand at the odd places.
  return text.split(whole).map((part, place) =>
    place % 2 === 0 ? (
      part
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts of one sentence never move
      <strong key={place} className={`name-${indexes.get(part.toLowerCase())}`}>
        {part}
      </strong>
    ),
  );
}

const escaped = (name: string) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
