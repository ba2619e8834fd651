import { barFill } from "@/components/ui/hatch";
import { figureText } from "@/domain/amount";
import { type Figure, hasValue } from "@/domain/figure";
import { figureOf, type Profile } from "@/domain/profile";

export const percentiles = ["p10", "p25", "median", "p75", "p90"] as const;
type Percentile = (typeof percentiles)[number];

/** One career on the axis, or a group that several titles share (tone "n", grey). */
export type Strip = {
  key: string;
  name: string;
  tone: number | "n";
  figures: Record<Percentile, Figure | undefined>;
};

export type Period = "annual" | "hourly";

/** What a role's pay can be drawn by: the year where that is published, else the hour; undefined where neither is. */
export function payPeriod(profile: Profile): Period | undefined {
  return (["annual", "hourly"] as const).find((period) =>
    percentiles.some((key) => dollarsOf(figureOf(profile, `${period}_wage_${key}`)) !== undefined),
  );
}

export function stripOf(profile: Profile, tone: number | "n", name: string, period: Period): Strip {
  const figure = (key: Percentile) => figureOf(profile, `${period}_wage_${key}`);
  return {
    key: profile.role.slug,
    name,
    tone,
    figures: {
      p10: figure("p10"),
      p25: figure("p25"),
      median: figure("median"),
      p75: figure("p75"),
      p90: figure("p90"),
    },
  };
}

/** Dollars where a mark may stand; a top-coded amount ("at least") stands at its floor. */
export function dollarsOf(figure: Figure | undefined): number | undefined {
  if (typeof figure?.value === "number") return figure.value;
  return figure?.low ?? undefined;
}

/** Whether all that is known is a floor: the true end lies further out. */
export const isFloor = (figure: Figure | undefined) => figure?.value === null && figure.low !== null;

/** Both ends in words; a missing one says so. */
function rangeText({ p10, p90 }: Strip["figures"]): string {
  const say = (figure: Figure | undefined) =>
    figure && hasValue(figure) ? figureText(figure) : "not published";
  return `${say(p10)} to ${say(p90)}`;
}

/** Height a lane takes: its name, the median, the strip, the two ends in words. */
export const LANE = 100;

/** A height in the picture, which grows with the reader's text, as its labels do. */
export const rem = (pixels: number) => `${pixels / 16}rem`;

type LaneProps = { strip: Strip; label: string; top: number; x: (amount: number) => number };

/** One strip with its figures beside it. Horizontal places are percents, so that text keeps its size at any width. */
export function PayLane({ strip, label, top, x }: LaneProps) {
  const { tone, figures } = strip;
  const [p10, p25, median, p75, p90] = percentiles.map((key) => {
    const amount = dollarsOf(figures[key]);
    return amount === undefined ? undefined : x(amount);
  });
  const known = [p10, p25, median, p75, p90].flatMap((place) => place ?? []);
  const y = top + 60;
  const from = p10 ?? Math.min(...known);
  const to = p90 ?? Math.max(...known);
  return (
    <g>
      <text className={`halo tone-${tone}`} x="0" y={rem(top + 18)} fontWeight="700">
        {label}
      </text>
      {known.length === 0 ? (
        <text className="quiet" x="0" y={rem(y)}>
          No pay is published
        </text>
      ) : (
        <>
          <line className={`range line-${tone}`} x1={`${from}%`} x2={`${to}%`} y1={rem(y)} y2={rem(y)} />
          {p10 !== undefined && <End at={p10} y={y} tone={tone} />}
          {p90 !== undefined && !isFloor(figures.p90) && <End at={p90} y={y} tone={tone} />}
          {p25 !== undefined && p75 !== undefined && (
            <rect
              x={`${p25}%`}
              width={`${round(p75 - p25)}%`}
              y={rem(y - 9)}
              height={rem(18)}
              fill={barFill(tone).fill}
              className={`range line-${tone} ${barFill(tone).className}`}
            />
          )}
          {median !== undefined && (
            <>
              <line
                className="median"
                x1={`${median}%`}
                x2={`${median}%`}
                y1={rem(y - 13)}
                y2={rem(y + 13)}
              />
              <line
                className="median-core"
                x1={`${median}%`}
                x2={`${median}%`}
                y1={rem(y - 13)}
                y2={rem(y + 13)}
              />
            </>
          )}
          <text
            className="halo"
            x={`${median ?? from}%`}
            y={rem(y - 19)}
            fontWeight="700"
            textAnchor={anchorOf(median ?? from)}
          >
            {median === undefined || !figures.median ? "Median not published" : figureText(figures.median)}
          </text>
          <text
            className="quiet halo"
            x={`${from < 50 ? from : to}%`}
            y={rem(y + 28)}
            textAnchor={from < 50 ? "start" : "end"}
          >
            {rangeText(figures)}
          </text>
        </>
      )}
    </g>
  );
}

/** The stroke that closes a line. A floor gets none: the line goes on, no one knows how far. */
function End({ at, y, tone }: { at: number; y: number; tone: number | "n" }) {
  return (
    <line className={`range line-${tone}`} x1={`${at}%`} x2={`${at}%`} y1={rem(y - 6)} y2={rem(y + 6)} />
  );
}

/** Labels near an edge grow inwards. */
function anchorOf(place: number): "start" | "middle" | "end" {
  if (place < 15) return "start";
  return place > 85 ? "end" : "middle";
}

const round = (value: number) => Math.round(value * 100) / 100;
