import { scaleLinear } from "d3-scale";
import { Mark } from "@/components/ui/mark";
import { dollars, dollarsAndCents, figureText, hourlyPayText, sentenceCase } from "@/domain/amount";
import type { Comparison } from "@/domain/comparison";
import { ownPayIn } from "@/domain/own-pay";
import {
  dollarsOf,
  dotsOf,
  isFloor,
  missingPay,
  type PayPeriod,
  payFigures,
  payPeriod,
  percentiles,
  sharedRange,
} from "@/domain/pay-dots";
import { picturedRoles } from "@/domain/pictured-role";
import { laneOf, PayDotsLane } from "./pay-dots-lane";
import { anchorAt, letterOf, Picture, PictureTable, RoleKey, rem, roleColumns, round } from "./picture";

/** The longest name that fits a picture 288 px wide; text in pictures cannot wrap. */
const LONGEST_NAME = 32;

/** Of the heading; a page has one picture of each kind. */
const ID = "picture-pay";

/** Height above the lanes for the words of a reader's own pay. */
const OWN_PAY = 24;

type Props = {
  comparison: Comparison;
  finding: string;
  /** The reader's own pay in dollars a year. */
  ownPay?: number;
  /** Whether the page asks for that: then the ends of the axis stand in it, for a mark that moves while somebody types. */
  marksPay?: boolean;
  /** Where pay was divided by local prices, in words that end the line on the unit: "evened out for local prices, 2024". */
  adjusted?: string;
};

/**
 * Pay of all careers on one axis, twenty dots each. By the year; by the hour where none has pay by the year.
 * Who is published by the hour alone stands under a picture by the year in words, since no figure is converted.
 */
export function PayDots({ comparison, finding, ownPay, marksPay = false, adjusted }: Props) {
  const roles = picturedRoles(comparison);
  const periods = roles.map(({ profile }) => payPeriod(profile));
  const period = periods.includes("annual") ? "annual" : "hourly";
  const shown = roles
    .filter((_, i) => periods[i] === undefined || periods[i] === period)
    .map((role) => ({ role, figures: payFigures(role.profile, period) }));
  const figures = shown.flatMap((lane) => percentiles.flatMap((key) => lane.figures[key] ?? []));
  const amounts = figures.flatMap((figure) => dollarsOf(figure) ?? []);
  const first = figures.find((figure) => dollarsOf(figure) !== undefined);
  if (!first) return null;
  const [lowest, highest] = [Math.min(...amounts), Math.max(...amounts)];
  const own = ownPay === undefined ? undefined : ownPayIn(period, ownPay);
  // Pay far off the published range would squeeze it into a corner: that is said in words alone.
  const marked = own !== undefined && own >= lowest * 0.5 && own <= highest * 1.5 ? own : undefined;
  const ends = [Math.min(lowest, marked ?? lowest), Math.max(highest, marked ?? highest)];
  const axis = scaleLinear().domain(ends).range([7, 93]);
  const x = (amount: number) => round(axis(amount));
  let bottom = marked === undefined ? 0 : OWN_PAY;
  const lanes = shown.map(({ role, figures }) => {
    const lane = laneOf({ figures, dots: dotsOf(figures), top: bottom, x });
    bottom = lane.bottom;
    return { role, lane };
  });
  const overlap = sharedRange(shown.map((lane) => lane.figures));
  const namesFit = shown.every(({ role }) => role.label.length <= LONGEST_NAME);
  const unit = [sentenceCase(first.unit), first.vintage, adjusted].filter(Boolean).join(", ");
  const missing = shown.flatMap(({ role, figures }) => missingPay(role.profile.role.plural, figures));
  return (
    <Picture
      id={ID}
      finding={finding}
      how={
        <>
          Each dot is 5% of the people in the job. Solid dots stand on straight lines between the published
          percentiles; hollow ones are beyond the last, so how far out they are is not known. Line: 10th to
          90th percentile. Bar: the middle half. Tick: the median.
          {roles[0]?.tone === "n" && " Grey, as it belongs to no title alone."}
          {overlap && " Grey band: where the ranges overlap."} {unit}. {missing.join(" ")}
        </>
      }
      name="pay by percentile"
      table={
        <PictureTable
          caption={unit}
          head="Percentile"
          columns={roleColumns(shown.map(({ role }) => role))}
          rows={percentiles.map((key) => ({
            key,
            head: percentileHeads[key],
            cells: shown.map(({ figures }) => {
              const figure = figures[key];
              return figure ? figureText(figure) : "Not published";
            }),
          }))}
        />
      }
    >
      {!namesFit && <RoleKey roles={shown.map(({ role }) => role)} />}
      <svg
        className="plot"
        height={rem(bottom + 26)}
        role="img"
        aria-labelledby={ID}
        aria-describedby={`${ID}-how`}
        data-axis={marksPay ? [unitOf[period], ...ends].join(" ") : undefined}
      >
        <title>Pay, twenty dots each</title>
        {overlap && (
          <rect
            className="overlap"
            x={`${x(overlap.low)}%`}
            width={`${round(x(overlap.high) - x(overlap.low))}%`}
            y={rem(4)}
            height={rem(bottom - 4)}
          />
        )}
        <g className="grid-line">
          {axis.ticks(4).map((tick) => (
            <line key={tick} x1={`${x(tick)}%`} x2={`${x(tick)}%`} y1={rem(4)} y2={rem(bottom)} />
          ))}
        </g>
        <g className="quiet">
          {axis.ticks(4).map((tick) => (
            <text key={tick} x={`${x(tick)}%`} y={rem(bottom + 18)} textAnchor={anchorAt(x(tick), 7)}>
              {tickText(tick, period)}
            </text>
          ))}
        </g>
        <line className="axis-line" x1="0" x2="100%" y1={rem(bottom)} y2={rem(bottom)} />
        {marked !== undefined && ownPay !== undefined && (
          <g>
            <line
              className="own-pay"
              x1={`${x(marked)}%`}
              x2={`${x(marked)}%`}
              y1={rem(20)}
              y2={rem(bottom)}
            />
            <text
              className="halo"
              x={`${x(marked)}%`}
              y={rem(15)}
              fontWeight="700"
              textAnchor={anchorAt(x(marked), 20)}
            >
              Your pay: {period === "annual" ? dollars(ownPay) : dollarsAndCents(marked)}
            </text>
          </g>
        )}
        {lanes.map(({ role, lane }) => (
          <PayDotsLane
            key={role.profile.role.slug}
            lane={lane}
            tone={role.tone}
            label={[letterOf(role), namesFit && !role.isAlone ? role.label : ""].filter(Boolean).join(" ")}
          />
        ))}
      </svg>
      {roles.map(
        ({ profile, tone }, i) =>
          periods[i] === "hourly" &&
          period === "annual" && (
            <p className="my-2" key={profile.role.slug}>
              {tone !== "n" && <Mark index={tone} />} {hourlyPayText(profile)}
            </p>
          ),
      )}
      {figures.some(isFloor) && (
        <p className="small">A line without an end goes on: the source says only “at least”.</p>
      )}
    </Picture>
  );
}

const unitOf: Record<PayPeriod, string> = { annual: "year", hourly: "hour" };

const percentileHeads = { p10: "10th", p25: "25th", median: "50th (median)", p75: "75th", p90: "90th" };

/** Thousands by the year, dollars by the hour. */
function tickText(tick: number, period: PayPeriod): string {
  if (period === "annual") return `$${tick / 1000}k`;
  return Number.isInteger(tick) ? dollars(tick) : dollarsAndCents(tick);
}
