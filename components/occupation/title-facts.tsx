import { FigureValue } from "@/components/ui/figure-value";
import { titleSourceText } from "@/components/ui/title-source";
import { listed, percent } from "@/domain/amount";
import { rowAddress } from "@/domain/figure-trace";
import { measureOf } from "@/domain/measure";
import type { Profile } from "@/domain/profile";

/** What sources say of the title itself, apart from the official figures of its occupation. Nothing where none says anything. */
export function TitleFacts({ profile }: { profile: Profile }) {
  const { titleFigures, titleSkills, role } = profile;
  const [skill] = titleSkills;
  if (titleFigures.length === 0 && !skill) return null;
  const sources = [...new Set(titleFigures.map(titleSourceText))];
  const only = sources.length === 1 ? sources[0] : undefined;
  return (
    <div>
      <h3>Said of the title itself</h3>
      <p className="small">
        These are no official figures, and nothing on this page is worked out from them.
        {only && ` All have one source: ${only}.`}
      </p>
      <details>
        <summary>
          {titleFigures.length} {titleFigures.length === 1 ? "figure" : "figures"}
          <span className="vh"> of the title {role.singular}</span>
        </summary>
        <table className="data wide">
          <caption className="vh">What sources say of the title {role.singular}</caption>
          <thead className="vh">
            <tr>
              <th scope="col">Measure </th>
              <th scope="col">Figure </th>
            </tr>
          </thead>
          <tbody>
            {titleFigures.map((figure) => (
              <tr key={`${figure.measure} ${figure.source.name} ${figure.source.release}`}>
                <th scope="row">
                  {measureOf(figure.measure).label}{" "}
                  {!only && <span className="src">{titleSourceText(figure)} </span>}
                </th>
                <td>
                  <FigureValue figure={figure} row={rowAddress([profile], figure)} />
                </td>
              </tr>
            ))}
            {skill && (
              <tr>
                <th scope="row">
                  Skills{" "}
                  <span className="src">
                    {skill.source.name}, {skill.vintage}: it gives each a share, and does not say of what{" "}
                  </span>
                </th>
                <td>{listed(titleSkills.map(({ name, share }) => `${name} ${percent(share)}`))}</td>
              </tr>
            )}
          </tbody>
        </table>
      </details>
    </div>
  );
}
