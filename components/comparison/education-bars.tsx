import { Mark } from "@/components/ui/mark";
import { percent, sentenceCase } from "@/domain/amount";
import { heldEducationLevels } from "@/domain/measure";
import type { Profile } from "@/domain/profile";

/** Schooling that people in each job hold, from most to least, the same order for all. */
export function EducationBars({ roles }: { roles: Profile[] }) {
  const share = (profile: Profile, key: string) =>
    profile.figures.find(({ measure }) => measure === `education_held_${key}`)?.value;
  if (roles.every((profile) => typeof share(profile, "high_school") !== "number")) return null;
  return (
    <table className="cmp">
      <caption>Schooling held by people in the job, 25 or older, 2024–34 edition of the projections</caption>
      <thead>
        <tr>
          <th scope="col">Level </th>
          {roles.map(({ role }, i) => (
            <th scope="col" key={role.slug}>
              <Mark index={i} /> {sentenceCase(role.singular)}{" "}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {[...heldEducationLevels].reverse().map(([key, name]) => (
          <tr key={key}>
            <th scope="row">{sentenceCase(name)} </th>
            {roles.map((profile, i) => {
              const value = share(profile, key);
              return (
                <td key={profile.role.slug}>
                  {typeof value === "number" ? percent(value) : "Not available"}{" "}
                  {typeof value === "number" && (
                    <svg className="bar" aria-hidden="true" focusable="false">
                      <rect className="track" y="3" width="100%" height="2" />
                      <rect className={`fill-${i}`} width={`${value}%`} y="1" height="6" />
                    </svg>
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
