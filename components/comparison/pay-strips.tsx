import { scaleLinear } from "d3-scale";
import { Mark } from "@/components/ui/mark";
import { dollars, sentenceCase } from "@/domain/amount";
import type { Comparison } from "@/domain/comparison";
import type { Profile } from "@/domain/profile";
import { groupOf } from "@/domain/prose";

type Strip = {
  key: string;
  name: string;
  tone: number | "n";
  p10: number | null;
  p25: number | null;
  median: number | null;
  p75: number | null;
  p90: number | null;
};

const LANE = 62;
const TOP = 10;

/** Pay of all careers on one axis: line from the 10th to the 90th percentile, bar for the middle half, tick at the median. Drawn on the server. */
export function PayStrips({ comparison, finding }: { comparison: Comparison; finding: string }) {
  const group = groupOf(comparison);
  const strips = (group ? comparison.roles.slice(0, 1) : comparison.roles).map((profile, i) =>
    stripOf(profile, group ? "n" : i, group ? "Both titles, one group" : profile.role.plural),
  );
  const amounts = strips.flatMap(({ p10, p25, median, p75, p90 }) =>
    [p10, p25, median, p75, p90].flatMap((amount) => amount ?? []),
  );
  if (amounts.length === 0) return null;
  const axis = scaleLinear()
    .domain([Math.min(...amounts), Math.max(...amounts)])
    .range([4, 96]);
  const at = (amount: number) => `${axis(amount).toFixed(2)}%`;
  const bottom = TOP + strips.length * LANE;
  const overlap = sharedRange(strips);
  const id = `pay-${comparison.roles.map(({ role }) => role.slug).join("-")}`;
  return (
    <figure>
      <figcaption className="mb-3 max-w-[38rem]">
        <h3 id={id}>{finding}</h3>
        <p className="small" id={`${id}-how`}>
          Line: 10th to 90th percentile. Bar: the middle half. Tick and figure: the median. Dollars a year,
          May 2025.
          {overlap && " Grey: where the ranges overlap."}
        </p>
        <ul className="mt-2 font-bold">
          {strips.map((strip, i) => (
            <li key={strip.key}>
              {!group && <Mark index={i} />} {sentenceCase(strip.name)}
            </li>
          ))}
        </ul>
      </figcaption>
      <svg
        className="plot"
        height={bottom + 28}
        role="img"
        aria-labelledby={id}
        aria-describedby={`${id}-how`}
      >
        <title>{finding}</title>
        {strips.some(({ tone }) => tone === 1) && (
          <defs>
            <pattern
              id={`${id}-hatch`}
              width="6"
              height="6"
              patternUnits="userSpaceOnUse"
              patternTransform="rotate(45)"
            >
              <rect width="6" height="6" fill="var(--color-b-tint)" />
              <path className="line-1" d="M1.5 0V6" strokeWidth="2.5" />
            </pattern>
          </defs>
        )}
        {overlap && (
          <rect
            className="overlap"
            x={at(overlap.low)}
            width={`${(axis(overlap.high) - axis(overlap.low)).toFixed(2)}%`}
            y={TOP}
            height={bottom - TOP}
          />
        )}
        {axis.ticks(4).map((tick) => (
          <g key={tick}>
            <line className="grid-line" x1={at(tick)} x2={at(tick)} y1={TOP} y2={bottom} />
            <text className="quiet" x={at(tick)} y={bottom + 18} textAnchor="middle">
              ${tick / 1000}k
            </text>
          </g>
        ))}
        <line className="axis-line" x1="0" x2="100%" y1={bottom} y2={bottom} />
        {strips.map((strip, i) => (
          <Lane
            key={strip.key}
            strip={strip}
            letter={group ? "" : ("ABCD"[i] ?? "")}
            y={TOP + i * LANE + 40}
            at={at}
            hatch={strip.tone === 1 ? `url(#${id}-hatch)` : undefined}
            width={(a, b) => `${(axis(b) - axis(a)).toFixed(2)}%`}
          />
        ))}
      </svg>
      <details>
        <summary>The picture as a table</summary>
        <table className="data">
          <caption>Pay a year, dollars, May 2025</caption>
          <thead>
            <tr>
              <th scope="col">Career </th>
              {["10th percentile", "25th", "Median", "75th", "90th"].map((head) => (
                <th scope="col" key={head}>
                  {head}{" "}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {strips.map((strip) => (
              <tr key={strip.key}>
                <th scope="row">{sentenceCase(strip.name)} </th>
                {[strip.p10, strip.p25, strip.median, strip.p75, strip.p90].map((amount, i) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: the five percentiles never move
                  <td key={i}>{amount === null ? "Not published" : dollars(amount)} </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}

function Lane({
  strip,
  letter,
  y,
  at,
  width,
  hatch,
}: {
  strip: Strip;
  /** Of the mark in the key above the picture; empty where all share one strip. */
  letter: string;
  y: number;
  at: (amount: number) => string;
  width: (a: number, b: number) => string;
  hatch?: string;
}) {
  const { tone, p10, p25, median, p75, p90 } = strip;
  return (
    <g>
      <text className="halo" x="0" y={y - 18} fontWeight="700">
        {letter !== "" && `${letter} `}
        {median === null ? "Median not published" : dollars(median)}
      </text>
      {p10 !== null && p90 !== null && (
        <line className={`range line-${tone}`} x1={at(p10)} x2={at(p90)} y1={y} y2={y} />
      )}
      {[p10, p90].map(
        (end) =>
          end !== null && (
            <line
              key={end}
              className={`range line-${tone}`}
              x1={at(end)}
              x2={at(end)}
              y1={y - 6}
              y2={y + 6}
            />
          ),
      )}
      {p25 !== null && p75 !== null && (
        <rect
          className={`range line-${tone} ${hatch ? "" : `fill-${tone}`}`}
          fill={hatch}
          x={at(p25)}
          width={width(p25, p75)}
          y={y - 9}
          height="18"
        />
      )}
      {median !== null && (
        <>
          <line className="median" x1={at(median)} x2={at(median)} y1={y - 12} y2={y + 12} />
          <line className="median-core" x1={at(median)} x2={at(median)} y1={y - 12} y2={y + 12} />
        </>
      )}
    </g>
  );
}

function stripOf(profile: Profile, tone: number | "n", name: string): Strip {
  const amount = (key: string) => {
    const value = profile.figures.find(({ measure }) => measure === `annual_wage_${key}`)?.value;
    return typeof value === "number" ? value : null;
  };
  return {
    key: profile.role.slug,
    name,
    tone,
    p10: amount("p10"),
    p25: amount("p25"),
    median: amount("median"),
    p75: amount("p75"),
    p90: amount("p90"),
  };
}

/** The dollars that all ranges hold; undefined for one strip, a missing end, or no overlap. */
function sharedRange(strips: Strip[]): { low: number; high: number } | undefined {
  if (strips.length < 2) return undefined;
  const [lows, highs] = [strips.map(({ p10 }) => p10), strips.map(({ p90 }) => p90)];
  if ([...lows, ...highs].some((end) => end === null)) return undefined;
  const [low, high] = [Math.max(...(lows as number[])), Math.min(...(highs as number[]))];
  return high > low ? { low, high } : undefined;
}
