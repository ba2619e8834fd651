import { FigureValue } from "@/components/ui/figure-value";
import { sentenceCase } from "@/domain/amount";
import { rowAddress } from "@/domain/figure-trace";
import type { Profile } from "@/domain/profile";
import { certaintyText, rangeText, requiredLevels } from "@/domain/required-schooling";

/** The schooling that workers say is required, as uncertain as it is: how many were asked, and how far the true share may lie. Nothing where none were asked. */
export function RequiredSchooling({ profile }: { profile: Profile }) {
  const levels = requiredLevels(profile);
  if (levels.length === 0)
    return <p>No source has asked people in this career how much schooling is required.</p>;
  return (
    <>
      <p>{certaintyText(profile)}</p>
      <table className="data stack">
        <caption>Schooling that workers say is required</caption>
        <thead>
          <tr>
            <th scope="col">Level </th>
            <th scope="col">Share </th>
            <th scope="col">True share, with 95 in 100 chances </th>
          </tr>
        </thead>
        <tbody>
          {levels.map((level) => (
            <tr key={level.name}>
              <th scope="row">{sentenceCase(level.name)} </th>
              <td data-name="Share">
                <FigureValue figure={level.figure} row={rowAddress([profile], level.figure)} />
              </td>
              <td data-name="True share, with 95 in 100 chances">{rangeText(level)} </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
