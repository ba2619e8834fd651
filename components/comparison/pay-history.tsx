import { scaleLinear } from "d3-scale";
import { Dot, dotClass } from "@/components/ui/hatch";
import { dollars, listed, sentenceCase } from "@/domain/amount";
import { labelPlaces } from "@/domain/label-places";
import {
  type HistoryPoint,
  historyFinding,
  historyPoints,
  historyText,
  joinedYears,
  type PayYear,
} from "@/domain/pay-history";
import type { PicturedRole } from "@/domain/pictured-role";
import { nameBeside, Picture, PictureTable, RoleKey, rem, roleColumns, round, ScaleLines } from "./picture";

/** In px: the upper and the lower edge of the scale, and from label to label. */
const TOP = 16;
const BOTTOM = 236;
const LABEL = 16;

/** In percent: the first and the last year, between the amounts of the scale and the labels of the lines. */
const FIRST = 18;
const LAST = 62;

type Line = {
  key: string;
  tone: number | "n";
  isAll: boolean;
  name: string;
  label: string;
  points: HistoryPoint[];
};

type Props = {
  /** The years of each role as published; of a group those of the group. */
  roles: readonly { role: PicturedRole; years: readonly PayYear[] }[];
  /** Those of all occupations together. */
  all: readonly PayYear[];
};

/** National median pay of each year as published, with the median of all occupations beside it. Nothing where no role has a published year. */
export function PayHistory({ roles, all }: Props) {
  const lines: Line[] = [
    { key: "all", tone: "n", isAll: true, name: "all", label: "all", points: historyPoints(all) },
    ...roles.map(({ role, years }) => ({
      key: role.profile.role.slug,
      tone: role.tone,
      isAll: false,
      name: nameBeside(role),
      label: role.isAlone ? role.label : nameBeside(role),
      points: historyPoints(years),
    })),
  ];
  const amounts = lines.flatMap(({ points }) => points.flatMap((point) => amountOf(point) ?? []));
  if (lines.every(({ isAll, points }) => isAll || points.every((point) => amountOf(point) === undefined)))
    return null;
  const years = [...new Set(lines.flatMap(({ points }) => points.map(({ year }) => year)))].sort();
  const [firstYear = 0, lastYear = 0] = [years[0], years.at(-1)];
  const across = scaleLinear().domain([firstYear, lastYear]).range([FIRST, LAST]);
  const down = scaleLinear()
    .domain([0, Math.max(...amounts)])
    .nice(4)
    .range([BOTTOM, TOP]);
  const x = (year: number) => round(across(year));
  const ends = lines.flatMap((line) => {
    const last = line.points.find(({ year }) => year === lastYear);
    const amount = last && amountOf(last);
    return last && amount !== undefined ? [{ line, last, y: down(amount) }] : [];
  });
  const labels = labelPlaces(
    ends.map(({ y }) => y + 5),
    LABEL,
    TOP,
    BOTTOM,
  );
  const endsEarly = (line: Line) => !ends.some((end) => end.line === line);
  const gaps = lines.flatMap(({ label, points }) => {
    const missing = points.flatMap((point) => ("gap" in point ? point : []));
    return [...new Set(missing.map(({ gap }) => gap))].map((gap) => {
      const of = missing.filter((point) => point.gap === gap).map(({ year }) => String(year));
      return `${sentenceCase(label)}, ${listed(of)}: ${gap}.`;
    });
  });
  const finding = historyFinding([
    ...roles.map(({ role, years }) => ({ plural: role.profile.role.plural, points: historyPoints(years) })),
    { plural: "all occupations", points: historyPoints(all) },
  ]);
  const pictured = roles.map(({ role }) => role);
  const id = "picture-pay-years";
  return (
    <Picture
      id={id}
      finding={finding}
      how={
        <>
          National median pay a year, as published each May, in dollars of that year: not adjusted for
          inflation. The scale starts at $0. Small grey discs: all occupations.
          {lines.some(({ points }) => points.some((point) => "gap" in point)) &&
            " A line breaks where a year has no figure of the same code."}
          {lines.some(({ points }) => points.some((point) => "atLeast" in point)) &&
            " A hollow mark with “+” is the most the source prints: true pay is at least that."}
        </>
      }
      name="median pay by year"
      table={
        <PictureTable
          caption="Median pay a year as published, not adjusted for inflation"
          head="Year"
          columns={[...roleColumns(pictured), "All occupations"]}
          rows={years.map((year) => ({
            key: String(year),
            head: String(year),
            cells: [...lines.slice(1), ...lines.slice(0, 1)].map(({ points }) => {
              const point = points.find((candidate) => candidate.year === year);
              return point ? historyText(point) : "Not available";
            }),
          }))}
        />
      }
    >
      <RoleKey roles={pictured} />
      <svg
        className="plot"
        height={rem(BOTTOM + 26)}
        role="img"
        aria-labelledby={id}
        aria-describedby={`${id}-how`}
      >
        <title>Median pay by year</title>
        <ScaleLines scale={down} text={(amount) => (amount === 0 ? "$0" : `$${amount / 1000}k`)} />
        {years.map((year) => (
          <text key={year} className="quiet" x={`${x(year)}%`} y={rem(BOTTOM + 18)} textAnchor="middle">
            {year === firstYear || year === lastYear ? year : `’${String(year).slice(2)}`}
          </text>
        ))}
        {lines.map(({ key, tone, isAll, points }) => (
          <g key={key}>
            {joinedYears(points).map(({ from, to }) => (
              <line
                key={to.year}
                className={isAll ? "series all line-n" : `series line-${tone}`}
                x1={`${x(from.year)}%`}
                x2={`${x(to.year)}%`}
                y1={rem(down(from.dollars))}
                y2={rem(down(to.dollars))}
              />
            ))}
            {points.map((point) => {
              const amount = amountOf(point);
              if (amount === undefined) return null;
              return isAll ? (
                <circle
                  key={point.year}
                  className="fill-n"
                  cx={`${x(point.year)}%`}
                  cy={rem(down(amount))}
                  r="2.5"
                />
              ) : (
                <g key={point.year} className={dotClass(tone, "atLeast" in point)}>
                  <Dot tone={tone} x={x(point.year)} y={rem(down(amount))} />
                </g>
              );
            })}
          </g>
        ))}
        {lines.filter(endsEarly).map(({ key, tone, name, points }) => {
          const last = points.findLast((point) => amountOf(point) !== undefined);
          return (
            last && (
              <text
                key={key}
                className={`halo tone-${tone}`}
                fontWeight="700"
                x={`${x(last.year) + 3}%`}
                y={rem(down(amountOf(last) ?? 0) - 8)}
              >
                {name}
              </text>
            )
          );
        })}
        {ends.map(({ line, last }, i) => (
          <text
            key={line.key}
            className={line.isAll ? "quiet halo" : `halo tone-${line.tone}`}
            fontWeight={line.isAll ? undefined : 700}
            x={`${LAST + 3}%`}
            y={rem(labels[i] ?? 0)}
          >
            {line.name} {dollars(amountOf(last) ?? 0)}
            {"atLeast" in last && "+"}
          </text>
        ))}
      </svg>
      {gaps.map((text) => (
        <p className="small" key={text}>
          {text}
        </p>
      ))}
    </Picture>
  );
}

/** Dollars where a mark stands: the amount, or its floor. */
function amountOf(point: HistoryPoint): number | undefined {
  if ("dollars" in point) return point.dollars;
  return "atLeast" in point ? point.atLeast : undefined;
}
