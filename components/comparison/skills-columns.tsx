import { barFill } from "@/components/ui/hatch";
import { LETTERS, Mark } from "@/components/ui/mark";
import { percent, sentenceCase } from "@/domain/amount";
import { overlapOfRatings } from "@/domain/comparison";
import type { Profile, Rating } from "@/domain/profile";
import { skillFinding } from "@/domain/skill-finding";

/** The ten skills rated most important for each: only the first, both, only the second. For more than two roles, each against the first. */
export function SkillsColumns({ roles }: { roles: Profile[] }) {
  const [first, ...others] = roles;
  if (!first) return null;
  const notes = roles.filter(({ lists }) => lists.skills.length > 0).map(({ skillsNote }) => skillsNote);
  return (
    <>
      {notes.length > 1 && (
        <p className="small">
          The number is importance on a scale of 1 (not important) to 5 (extremely important), as O*NET rates
          it. {[...new Set(notes)].join("; ")}.
        </p>
      )}
      {others.map((other, i) => {
        const pair = <Pair key={other.role.slug} a={first} b={other} indexB={i + 1} />;
        // On a phone the first pair stands open, and each further one under a line that names it.
        return i === 0 ? (
          pair
        ) : (
          <details className="fold" key={other.role.slug}>
            <summary>
              Skills of {first.role.plural} beside {other.role.plural}
            </summary>
            {pair}
          </details>
        );
      })}
      <TitleSkills roles={roles} />
    </>
  );
}

/** What a source says of the titles themselves: beside the ratings, never mixed with them. */
function TitleSkills({ roles }: { roles: Profile[] }) {
  const named = roles.flatMap((profile, index) =>
    profile.titleSkills[0] ? [{ profile, index, of: profile.titleSkills[0] }] : [],
  );
  const [first] = named;
  if (!first) return null;
  return (
    <>
      <h3>Skills named for the titles</h3>
      <p className="small">
        {first.of.source.name}, {first.of.vintage}, modelled: it gives each skill a share, and does not say of
        what.
      </p>
      <div className="columns two">
        {named.map(({ profile, index }) => (
          <div key={profile.role.slug}>
            <h4 className="column-head">
              <Mark index={index} /> {sentenceCase(profile.role.singular)}
            </h4>
            <ul className="ratings">
              {profile.titleSkills.map(({ name, share }) => (
                <li key={name}>
                  {name} <span className="small">{percent(share)} </span>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </>
  );
}

function Pair({ a, b, indexB }: { a: Profile; b: Profile; indexB: number }) {
  const overlap = overlapOfRatings(a.lists.skills, b.lists.skills);
  if (!overlap) {
    const without = [a, b]
      .filter((profile) => profile.lists.skills.length === 0)
      .map(({ role }) => role.plural);
    return <p>No skills are rated for {without.join(" or ")}, so there is nothing to compare.</p>;
  }
  if (a.origins["onet-skills"] === b.origins["onet-skills"])
    return (
      <>
        <p>Both are rated by one and the same O*NET profile, so these ratings cannot tell them apart.</p>
        <Ratings ratings={a.lists.skills.slice(0, 10)} index="n" />
      </>
    );
  return (
    <>
      <h3>
        {skillFinding(overlap)}
        {indexB > 1 && ` for ${a.role.plural} and ${b.role.plural}`}
      </h3>
      <div className="columns three">
        <div>
          <h4 className="column-head">
            <Mark index={0} /> Only in the top {overlap.size} of {a.role.plural}
          </h4>
          <Ratings ratings={overlap.onlyA} index={0} />
        </div>
        <div>
          <h4 className="column-head">In both</h4>
          {overlap.shared.length === 0 ? (
            <p>None</p>
          ) : (
            <ul className="ratings">
              {overlap.shared.map(({ a: one, b: two }) => (
                <li key={one.element}>
                  {sentenceCase(one.name)}{" "}
                  <span className="small">
                    A {one.importance.toFixed(2)}, {LETTERS[indexB]} {two.importance.toFixed(2)}{" "}
                  </span>
                  <Bar importance={one.importance} index={0} />
                  <Bar importance={two.importance} index={indexB} />
                </li>
              ))}
            </ul>
          )}
        </div>
        <div>
          <h4 className="column-head">
            <Mark index={indexB} /> Only in the top {overlap.size} of {b.role.plural}
          </h4>
          <Ratings ratings={overlap.onlyB} index={indexB} />
        </div>
      </div>
    </>
  );
}

function Ratings({ ratings, index }: { ratings: Rating[]; index: number | "n" }) {
  if (ratings.length === 0) return <p>None</p>;
  return (
    <ul className="ratings">
      {ratings.map((rating) => (
        <li key={rating.element}>
          {sentenceCase(rating.name)} <span className="small">{rating.importance.toFixed(2)} </span>
          <Bar importance={rating.importance} index={index} />
        </li>
      ))}
    </ul>
  );
}

/** Importance as a bar from 1, the foot of the scale, to 5. */
function Bar({ importance, index }: { importance: number; index: number | "n" }) {
  return (
    <svg className="bar" aria-hidden="true">
      <rect className="track" />
      <rect {...barFill(index)} width={`${(((importance - 1) / 4) * 100).toFixed(1)}%`} y="1" height="6" />
    </svg>
  );
}
