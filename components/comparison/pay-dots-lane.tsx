import { barFill, Dot, dotClass } from "@/components/ui/hatch";
import { figureText } from "@/domain/amount";
import { type Figure, hasValue } from "@/domain/figure";
import { dollarsOf, isFloor, type PayDot, type PayFigures, pileRows } from "@/domain/pay-dots";
import { anchorAt, rem, round } from "./picture";

/** Widths in percent: the least between two dots side by side, at 288 px, and from the last point to the hollow dots. */
const APART = 3.4;
const BEYOND = 3.6;

/** Heights in px: a name above the dots, one row of them, and bar, median and ends in words below. */
const NAME = 28;
const ROW = 12;
const BELOW = 80;

/** Piles of more rows than these stand closer, their dots half over each other. */
const HIGH_PILE = 8;
const CLOSE_ROW = 8;

/** Height of a lane that has nothing to draw, in px. */
const EMPTY = 52;

type Placed = { percentile: number; x: number; row: number; hollow: boolean };

export type PayLane = {
  figures: PayFigures;
  dots: Placed[];
  /** Percent across for each published percentile. */
  places: { p10?: number; p25?: number; median?: number; p75?: number; p90?: number };
  /** Heights of the lane's upper edge, of the lowest row of dots, and of its lower edge, in px. */
  top: number;
  base: number;
  bottom: number;
  /** From row to row, in px. */
  pitch: number;
};

type Measures = { figures: PayFigures; dots: readonly PayDot[]; top: number; x: (dollars: number) => number };

/** Where all that a lane holds stands: dots piled where they would lie over each other. */
export function laneOf({ figures, dots, top, x }: Measures): PayLane {
  const place = (figure: Figure | undefined) => {
    const amount = dollarsOf(figure);
    return amount === undefined ? undefined : x(amount);
  };
  const known = Object.values(figures).flatMap((figure) =>
    typeof figure?.value === "number" ? x(figure.value) : [],
  );
  const [first, last] = [Math.min(...known), Math.max(...known)];
  const between = dots.flatMap((dot) =>
    "dollars" in dot ? [{ percentile: dot.percentile, x: x(dot.dollars) }] : [],
  );
  const rows = pileRows(
    between.map((dot) => dot.x),
    APART,
  );
  const piled = { below: 0, above: 0 };
  const placed = [
    ...between.map((dot, i): Placed => ({ ...dot, row: rows[i] ?? 0, hollow: false })),
    ...dots.flatMap((dot): Placed[] =>
      "beyond" in dot
        ? [
            {
              percentile: dot.percentile,
              x: round(dot.beyond === "below" ? first - BEYOND : last + BEYOND),
              row: piled[dot.beyond]++,
              hollow: true,
            },
          ]
        : [],
    ),
  ];
  const height = Math.max(1, ...placed.map(({ row }) => row + 1));
  const pitch = height > HIGH_PILE ? CLOSE_ROW : ROW;
  const base = top + NAME + pitch * height;
  return {
    figures,
    dots: placed,
    places: {
      p10: place(figures.p10),
      p25: place(figures.p25),
      median: place(figures.median),
      p75: place(figures.p75),
      p90: place(figures.p90),
    },
    top,
    base,
    bottom: known.length === 0 ? top + EMPTY : base + BELOW,
    pitch,
  };
}

/** One career: its dots, and under them its published percentiles as line, bar and tick, with their amounts. */
export function PayDotsLane({ lane, tone, label }: { lane: PayLane; tone: number | "n"; label: string }) {
  const { figures, dots, top, base, pitch, places } = lane;
  const { p10, p25, median, p75, p90 } = places;
  const known = [p10, p25, median, p75, p90].flatMap((place) => place ?? []);
  const y = base + 20;
  const [from, to] = [p10 ?? Math.min(...known), p90 ?? Math.max(...known)];
  const middle = median ?? from;
  return (
    <g>
      <text className={`halo tone-${tone}`} x="0" y={rem(top + 20)} fontWeight="700">
        {label}
      </text>
      {known.length === 0 ? (
        <text className="quiet halo" x="0" y={rem(top + 38)}>
          No pay is published
        </text>
      ) : (
        <>
          {[false, true].map((hollow) => (
            <g key={String(hollow)} className={dotClass(tone, hollow)}>
              {dots
                .filter((dot) => dot.hollow === hollow)
                .map(({ percentile, x, row }) => (
                  <Dot
                    key={percentile}
                    tone={tone}
                    x={tenth(x)}
                    y={rem(base - row * (hollow ? ROW : pitch))}
                  />
                ))}
            </g>
          ))}
          <g className={`range line-${tone}`}>
            <line x1={`${from}%`} x2={`${to}%`} y1={rem(y)} y2={rem(y)} />
            {p10 !== undefined && <End at={p10} y={y} />}
            {p90 !== undefined && !isFloor(figures.p90) && <End at={p90} y={y} />}
            {p25 !== undefined && p75 !== undefined && (
              <rect
                {...barFill(tone)}
                x={`${p25}%`}
                width={`${round(p75 - p25)}%`}
                y={rem(y - 8)}
                height={rem(16)}
              />
            )}
          </g>
          {median !== undefined && (
            <rect className="median-tick" x={`${median}%`} y={rem(y - 12)} width="2" height={rem(24)} />
          )}
          <text
            className="halo"
            x={`${middle}%`}
            y={rem(y + 28)}
            fontWeight="700"
            textAnchor={anchorAt(middle, 15)}
          >
            {median === undefined || !figures.median ? "Median not published" : figureText(figures.median)}
          </text>
          <text
            className="quiet halo"
            x={`${from < 50 ? from : to}%`}
            y={rem(y + 46)}
            textAnchor={from < 50 ? undefined : "end"}
          >
            {rangeText(figures)}
          </text>
        </>
      )}
    </g>
  );
}

/** Both ends in words; a missing one says so. */
function rangeText({ p10, p90 }: PayFigures): string {
  const say = (figure: Figure | undefined) =>
    figure && hasValue(figure) ? figureText(figure) : "not published";
  return `${say(p10)} to ${say(p90)}`;
}

/** The stroke that closes a line. A floor gets none: the line goes on, no one knows how far. */
function End({ at, y }: { at: number; y: number }) {
  return <line x1={`${at}%`} x2={`${at}%`} y1={rem(y - 8)} y2={rem(y + 8)} />;
}

/** A dot's place is kept to half a px of the widest page. */
const tenth = (place: number) => Math.round(place * 10) / 10;
