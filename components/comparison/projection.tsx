import { scaleLinear } from "d3-scale";
import { Dot, dotClass } from "@/components/ui/hatch";
import { figureText, signedPercent } from "@/domain/amount";
import { labelPlaces } from "@/domain/label-places";
import type { PicturedRole } from "@/domain/pictured-role";
import {
  ALL_OCCUPATIONS_CHANGE,
  changeFigure,
  projectedChange,
  projectionFinding,
} from "@/domain/projection";
import { nameBeside, Picture, PictureTable, RoleKey, rem, roleColumns, ScaleLines } from "./picture";

/** In px: the upper and the lower edge of the scale, and from label to label. */
const TOP = 16;
const BOTTOM = 216;
const LABEL = 16;

/** In percent: 2024 and 2034, between the numbers of the scale and the labels of the lines. */
const FROM = 18;
const TO = 66;

/**
 * Projected jobs, with those of 2024 as 100: the source prints the change, and no count of 2024 that it could be
 * reckoned from. Dashed, as nothing of it is measured. Nothing where no role has a projection.
 */
export function Projection({ roles }: { roles: readonly PicturedRole[] }) {
  const finding = projectionFinding(roles.map(({ profile }) => profile));
  if (!finding) return null;
  const lines = [
    { key: "all", tone: "n" as const, isAll: true, name: "all", change: ALL_OCCUPATIONS_CHANGE },
    ...roles.flatMap((role) => {
      const { profile, tone } = role;
      const change = projectedChange(profile);
      return change === null
        ? []
        : [{ key: profile.role.slug, tone, isAll: false, name: nameBeside(role), change }];
    }),
  ];
  const levels = [100, ...lines.map(({ change }) => 100 + change)];
  const down = scaleLinear()
    .domain([Math.min(...levels), Math.max(...levels)])
    .nice(4)
    .range([BOTTOM, TOP]);
  const [start = 0] = down.domain();
  const labels = labelPlaces(
    lines.map(({ change }) => down(100 + change) + 5),
    LABEL,
    TOP,
    BOTTOM,
  );
  const id = "picture-projection";
  return (
    <Picture
      id={id}
      finding={finding}
      how={`Jobs of 2024 stand as 100 for each. Dashed lines are projected by the US Bureau of Labor Statistics, not measured, and join two years only. The scale is cut: it starts at ${start}, not at 0. With the self-employed.`}
      name="projected change in jobs"
      table={
        <PictureTable
          caption="Projected change in jobs, with the self-employed"
          head="Years"
          columns={[...roleColumns(roles), "All occupations"]}
          rows={[
            {
              key: "change",
              head: "2024–34",
              cells: [
                ...roles.map(({ profile }) => {
                  const figure = changeFigure(profile);
                  return figure ? figureText(figure) : "Not available";
                }),
                signedPercent(ALL_OCCUPATIONS_CHANGE),
              ],
            },
          ]}
        />
      }
    >
      <RoleKey roles={roles} />
      <svg
        className="plot"
        height={rem(BOTTOM + 26)}
        role="img"
        aria-labelledby={id}
        aria-describedby={`${id}-how`}
      >
        <title>Projected change in jobs</title>
        <ScaleLines scale={down} text={String} />
        <text className="quiet" x={`${FROM}%`} y={rem(BOTTOM + 18)} textAnchor="middle">
          2024
        </text>
        <text className="quiet" x={`${TO}%`} y={rem(BOTTOM + 18)} textAnchor="middle">
          2034, projected
        </text>
        {lines.map(({ key, tone, isAll, change }) => (
          <g key={key}>
            <line
              className={isAll ? "series projected line-n" : `series projected line-${tone}`}
              x1={`${FROM}%`}
              x2={`${TO}%`}
              y1={rem(down(100))}
              y2={rem(down(100 + change))}
            />
            {isAll ? (
              <circle className="fill-n" cx={`${TO}%`} cy={rem(down(100 + change))} r="2.5" />
            ) : (
              <g className={dotClass(tone, true)}>
                <Dot tone={tone} x={TO} y={rem(down(100 + change))} />
              </g>
            )}
          </g>
        ))}
        <circle className="fill-ink" cx={`${FROM}%`} cy={rem(down(100))} r="5" />
        {lines.map(({ key, tone, isAll, name, change }, i) => (
          <text
            key={key}
            className={isAll ? "quiet halo" : `halo tone-${tone}`}
            fontWeight={isAll ? undefined : 700}
            x={`${TO + 3}%`}
            y={rem(labels[i] ?? 0)}
          >
            {name} {signedPercent(change)}
          </text>
        ))}
      </svg>
    </Picture>
  );
}
