import { FigureValue } from "@/components/ui/figure-value";
import { barFill } from "@/components/ui/hatch";
import { Mark } from "@/components/ui/mark";
import { sentenceCase } from "@/domain/amount";
import type { Figure } from "@/domain/figure";
import { heldEducationLevels } from "@/domain/measure";
import { figureOf, type Profile } from "@/domain/profile";

/** Schooling that people in each job hold, from most to least, the same order for all. */
export function EducationBars({ roles }: { roles: Profile[] }) {
  const figuresOf = (key: string) => roles.map((profile) => figureOf(profile, `education_held_${key}`));
  if (figuresOf("high_school").every((figure) => typeof figure?.value !== "number")) return null;
  return (
    <table className="cmp">
      <caption>Schooling held by people in the job, 25 or older. A full bar is 100%.</caption>
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
        {[...heldEducationLevels].reverse().map(([key, name]) => {
          const figures = figuresOf(key);
          const [first] = figures;
          return (
            <tr key={key}>
              <th scope="row">{sentenceCase(name)} </th>
              {first && isOneFigure(first, figures, roles) ? (
                <td className={`both last-${roles.length - 1}`} colSpan={roles.length}>
                  <Share figure={first} tone="n" />
                </td>
              ) : (
                roles.map(({ role }, i) => (
                  <td key={role.slug}>
                    <Share figure={figures[i]} tone={i} />
                  </td>
                ))
              )}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Share({ figure, tone }: { figure: Figure | undefined; tone: number | "n" }) {
  if (!figure) return "Not available ";
  return (
    <>
      <FigureValue figure={figure} />{" "}
      {typeof figure.value === "number" && (
        <svg className="bar" aria-hidden="true" focusable="false">
          <rect className="track" y="3" width="100%" height="2" />
          <rect {...barFill(tone)} width={`${figure.value}%`} height="8" />
        </svg>
      )}
    </>
  );
}

/** Whether all roles carry the figure of one and the same published group. */
function isOneFigure(first: Figure, figures: (Figure | undefined)[], roles: Profile[]): boolean {
  const origins = roles.map(({ origins }) => origins[first.source.id]);
  return (
    typeof first.value === "number" &&
    figures.every((figure) => figure?.value === first.value) &&
    origins.every((origin) => origin !== undefined && origin === origins[0])
  );
}
