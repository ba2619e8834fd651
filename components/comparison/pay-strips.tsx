import { scaleLinear } from "d3-scale";
import { LETTERS, Mark } from "@/components/ui/mark";
import { dollars, dollarsAndCents, figureText, hourlyPayText, sentenceCase } from "@/domain/amount";
import type { Comparison } from "@/domain/comparison";
import { groupOf } from "@/domain/prose-pair";
import {
  dollarsOf,
  isFloor,
  LANE,
  PayLane,
  type Period,
  payPeriod,
  percentiles,
  rem,
  type Strip,
  stripOf,
} from "./pay-lane";

/** The longest name that fits a picture 288 px wide; text in pictures cannot wrap. */
const LONGEST_NAME = 32;

/**
 * Pay of all careers on one axis: line from the 10th to the 90th percentile, bar for the middle half, tick at
 * the median. Drawn on the server. By the year; by the hour where none has pay by the year. Who is published by
 * the hour alone stands under a picture by the year in words, since nothing here is converted.
 */
export function PayStrips({ comparison, finding }: { comparison: Comparison; finding: string }) {
  const group = groupOf(comparison);
  const periods = comparison.roles.map(payPeriod);
  const period = periods.includes("annual") ? "annual" : "hourly";
  const all = comparison.roles.length === 2 ? "Both titles" : "All titles";
  const strips = comparison.roles.flatMap((profile, i) => {
    if (group) return i === 0 ? [stripOf(profile, "n", `${all}, one group`, period)] : [];
    if (periods[i] && periods[i] !== period) return [];
    return [stripOf(profile, i, sentenceCase(profile.role.plural), period)];
  });
  const figures = strips.flatMap((strip) => percentiles.flatMap((key) => strip.figures[key] ?? []));
  const drawn = figures.filter((figure) => dollarsOf(figure) !== undefined);
  const [first] = drawn;
  if (!first) return null;
  const amounts = drawn.flatMap((figure) => dollarsOf(figure) ?? []);
  const unit = `${sentenceCase(first.unit)}, ${first.vintage}`;
  const axis = scaleLinear()
    .domain([Math.min(...amounts), Math.max(...amounts)])
    .range([4, 96]);
  const x = (amount: number) => Math.round(axis(amount) * 100) / 100;
  const bottom = strips.length * LANE + 4;
  const overlap = sharedRange(strips);
  const namesFit = strips.every(({ name }) => name.length <= LONGEST_NAME);
  const id = `pay-${comparison.roles.map(({ role }) => role.slug).join("-")}`;
  return (
    <figure>
      <figcaption className="mb-3 max-w-[38rem]">
        <h3 id={id}>{finding}</h3>
        <p className="small" id={`${id}-how`}>
          Line: 10th to 90th percentile. Bar: the middle half. Tick: the median. {unit}.
          {group && " Grey, as it belongs to neither title alone."}
          {overlap && " Grey band: where the ranges overlap."}
          {figures.some(isFloor) && " A line without an end goes on: the source says only “at least”."}
        </p>
        {!namesFit && (
          <ul className="mt-2 font-bold">
            {strips.map((strip) => (
              <li key={strip.key}>
                {strip.tone !== "n" && <Mark index={strip.tone} />} {strip.name}
              </li>
            ))}
          </ul>
        )}
      </figcaption>
      <svg
        className="plot"
        height={rem(bottom + 26)}
        role="img"
        aria-labelledby={id}
        aria-describedby={`${id}-how`}
      >
        <title>{finding}</title>
        {overlap && (
          <rect
            className="overlap"
            x={`${x(overlap.low)}%`}
            width={`${(x(overlap.high) - x(overlap.low)).toFixed(2)}%`}
            y={rem(4)}
            height={rem(bottom - 4)}
          />
        )}
        {axis.ticks(4).map((tick) => (
          <g key={tick}>
            <line className="grid-line" x1={`${x(tick)}%`} x2={`${x(tick)}%`} y1={rem(4)} y2={rem(bottom)} />
            <text className="quiet" x={`${x(tick)}%`} y={rem(bottom + 18)} textAnchor={tickAnchor(x(tick))}>
              {tickText(tick, period)}
            </text>
          </g>
        ))}
        <line className="axis-line" x1="0" x2="100%" y1={rem(bottom)} y2={rem(bottom)} />
        {strips.map((strip, i) => (
          <PayLane
            key={strip.key}
            strip={strip}
            label={[strip.tone === "n" ? "" : LETTERS[strip.tone], namesFit ? strip.name : ""]
              .filter(Boolean)
              .join(" ")}
            top={i * LANE}
            x={x}
          />
        ))}
      </svg>
      {comparison.roles.map(
        (profile, i) =>
          periods[i] === "hourly" &&
          period === "annual" && (
            <p className="my-2" key={profile.role.slug}>
              <Mark index={i} /> {hourlyPayText(profile)}
            </p>
          ),
      )}
      <details>
        <summary>The picture as a table</summary>
        <StripTable strips={strips} caption={unit} />
      </details>
    </figure>
  );
}

/** One row a percentile, so that it stays narrow. */
function StripTable({ strips, caption }: { strips: Strip[]; caption: string }) {
  const heads = { p10: "10th", p25: "25th", median: "50th (median)", p75: "75th", p90: "90th" };
  return (
    <table className="data">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">Percentile </th>
          {strips.map((strip) => (
            <th scope="col" key={strip.key}>
              {strip.name}{" "}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {percentiles.map((key) => (
          <tr key={key}>
            <th scope="row">{heads[key]} </th>
            {strips.map((strip) => {
              const figure = strip.figures[key];
              return <td key={strip.key}>{figure ? figureText(figure) : "Not published"} </td>;
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Thousands by the year, dollars by the hour. */
function tickText(tick: number, period: Period): string {
  if (period === "annual") return `$${tick / 1000}k`;
  return Number.isInteger(tick) ? dollars(tick) : dollarsAndCents(tick);
}

/** A tick at the very edge keeps its label inside the picture. */
function tickAnchor(place: number): "start" | "middle" | "end" {
  if (place < 7) return "start";
  return place > 93 ? "end" : "middle";
}

/** The dollars that all ranges hold; undefined for one strip, an end that is missing or only a floor, or no overlap. */
function sharedRange(strips: Strip[]): { low: number; high: number } | undefined {
  if (strips.length < 2) return undefined;
  const ends = strips.map(({ figures: { p10, p90 } }) => [p10?.value, p90?.value]);
  if (ends.some(([low, high]) => typeof low !== "number" || typeof high !== "number")) return undefined;
  const low = Math.max(...ends.map(([low]) => low as number));
  const high = Math.min(...ends.map(([, high]) => high as number));
  return high > low ? { low, high } : undefined;
}
