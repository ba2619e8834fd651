import { sentenceCase } from "@/domain/amount";
import type { Profile } from "@/domain/profile";

const SHOWN = 6;

/** What a role does day to day: six in view, the rest one keystroke away. */
export function DutyList({ profile }: { profile: Profile }) {
  const { duties } = profile.lists;
  const { plural } = profile.role;
  if (duties.length === 0)
    return <p>{sentenceCase(plural)}: no list of duties is published for this group.</p>;
  return (
    <div>
      <h3>{sentenceCase(plural)}</h3>
      <ul className="dots">
        {duties.slice(0, SHOWN).map((duty) => (
          <li key={duty}>{duty}</li>
        ))}
      </ul>
      {duties.length > SHOWN && (
        <details>
          <summary>
            Show more<span className="vh"> duties of {plural}</span>
          </summary>
          <ul className="dots">
            {duties.slice(SHOWN).map((duty) => (
              <li key={duty}>{duty}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
