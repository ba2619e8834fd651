import { Section } from "@/components/ui/section";
import { dateText, type PostingChange } from "@/domain/posting-view";

/** What a posting said before its employer changed it, newest first; nothing where it says what it always said. */
export function PostingChanges({ changes, zone }: { changes: PostingChange[]; zone: string | null }) {
  if (changes.length === 0) return null;
  return (
    <Section id="changes" title="Changed since" note="Since it was first posted">
      <ul className="plain-list">
        {changes.map(({ at, name, was }) => (
          <li key={`${at.toISOString()} ${name}`}>
            {name} until <time dateTime={at.toISOString()}>{dateText(at, zone)}</time>: <bdi>{was}</bdi>
          </li>
        ))}
      </ul>
    </Section>
  );
}
