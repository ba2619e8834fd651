import { dollars, dollarsAndCents } from "./amount";
import type { Figure, FigureSource } from "./figure";
import { HOURS_A_YEAR } from "./posting-view";
import { figureOf, type Profile } from "./profile";

/**
 * Where an offer stands among the published percentiles of an occupation in an area. It is only ever said
 * between which of them: nothing is interpolated, and nothing is known beyond the 10th and the 90th.
 */
export type Offer = { cents: number; unit: "year" | "hour" };

const steps = [
  ["p10", "the 10th percentile", 10],
  ["p25", "the 25th percentile", 25],
  ["median", "the median", 50],
  ["p75", "the 75th percentile", 75],
  ["p90", "the 90th percentile", 90],
] as const;

/** A published percentile: `dollars`, or `atLeast` where the source gives no more than a floor. */
type Mark = { name: string; percent: number; dollars: number; atLeast: boolean };

/** What an offer is placed among: the figures of an occupation in an area. */
type Published = Pick<Profile, "figures">;

export type PayPlace = {
  /** The offer in words, in its own unit. */
  offer: string;
  /** The same in the unit of the figures, where that is another one. */
  converted: string | null;
  /** Where it stands: "between the median ($80,000) and the 75th percentile ($95,000)". */
  place: string;
  source: FigureSource;
};

/** The place of an offer; undefined where no percentile is published for the occupation and area. */
export function payPlaceOf(profile: Published, offer: Offer): PayPlace | undefined {
  const { marks, source, unit, amount } = scaleFor(profile, offer);
  if (!source) return undefined;
  return {
    offer: payText(offer.cents / 100, offer.unit),
    converted: unit === offer.unit ? null : payText(amount, unit),
    place: placeAmong(marks, amount, unit),
    source,
  };
}

/** Percent of people in the job who are paid less than an offer: no fewer than `from`, no more than `to`; both the same where it is a published percentile. */
export type PayShare = Pick<PayPlace, "offer" | "converted"> & { from: number; to: number };

/** The share below an offer, bounded by published percentiles alone; undefined where they bound it on neither side. */
export function payShareOf(profile: Published, offer: Offer): PayShare | undefined {
  const { marks, unit, amount } = scaleFor(profile, offer);
  const known = marks.filter(({ atLeast }) => !atLeast);
  const at = known.filter((mark) => mark.dollars === amount);
  // A floor above the amount lies above it all the more; one below says nothing.
  const from = at[0] ?? known.filter((mark) => mark.dollars < amount).at(-1);
  const to = at.at(-1) ?? marks.find((mark) => mark.dollars > amount);
  if (!from && !to) return undefined;
  return {
    offer: payText(offer.cents / 100, offer.unit),
    converted: unit === offer.unit ? null : payText(amount, unit),
    from: from?.percent ?? 0,
    to: to?.percent ?? 100,
  };
}

/** The fuller of the two published scales, and the offer in its unit. */
function scaleFor(profile: Published, offer: Offer) {
  const scale = payScaleOf(profile, offer.unit);
  const { cents, unit } = offer;
  if (scale.unit === unit) return { ...scale, amount: cents / 100 };
  return { ...scale, amount: unit === "year" ? cents / 100 / HOURS_A_YEAR : (cents * HOURS_A_YEAR) / 100 };
}

/** What pay in a unit is placed on: the published scale of that unit, or of the other where that is fuller. Marks rise with their percent. */
export function payScaleOf(
  profile: Published,
  unit: Offer["unit"],
): { unit: Offer["unit"]; marks: Mark[]; source: FigureSource | undefined } {
  const other = unit === "year" ? "hour" : "year";
  const [own, converted] = [marksOf(profile, unit), marksOf(profile, other)];
  // Metros have no pay by the hour and states its median alone: the fuller scale says more.
  return own.marks.length >= converted.marks.length ? { ...own, unit } : { ...converted, unit: other };
}

/** The place of an offer as a whole sentence: "$85,000 a year is between …". */
export function payPlaceSentence({ offer, converted, place }: PayPlace): string {
  return converted
    ? `${offer}, which is ${converted} at ${HOURS_A_YEAR.toLocaleString("en-US")} hours a year, is ${place}.`
    : `${offer} is ${place}.`;
}

/**
 * Every place that pay in a unit can have on its scale, for a program in the page that finds it while pay is typed:
 * the unit of the scale, then a line each in rising order. ">0 below the median ($40,000)" holds for more than $0,
 * "=40000 at the median ($40,000)" for that amount alone; of several the last.
 */
export function payPlaces(profile: Published, unit: Offer["unit"]): string {
  const scale = payScaleOf(profile, unit);
  const amounts = [...new Set(scale.marks.map(({ dollars: amount }) => amount))];
  const words = (amount: number) => placeAmong(scale.marks, amount, scale.unit);
  const lines = amounts.flatMap((amount, i) => [
    ...(i === 0 ? [`>0 ${words(amount / 2)}`] : []),
    `=${amount} ${words(amount)}`,
    `>${amount} ${words((amount + (amounts[i + 1] ?? amount + 2)) / 2)}`,
  ]);
  return [scale.unit, ...lines].join("\n");
}

function placeAmong(marks: Mark[], amount: number, unit: Offer["unit"]): string {
  const named = ({ name, dollars: value, atLeast }: Mark) =>
    `${name} (${atLeast ? "at least " : ""}${amountText(value, unit)})`;
  const at = marks.find((mark) => mark.dollars === amount && !mark.atLeast);
  if (at) return `at ${named(at)}`;
  const below = marks.filter((mark) => !mark.atLeast && mark.dollars < amount).at(-1);
  const above = marks.find((mark) => mark.dollars > amount);
  if (above) return below ? `between ${named(below)} and ${named(above)}` : `below ${named(above)}`;
  // What is published only as "at least" may lie on either side of an amount above that floor.
  const open = marks.find((mark) => mark.atLeast);
  if (open && below)
    return `above ${named(below)}; ${open.name} is published only as at least ${amountText(open.dollars, unit)}`;
  if (open) return `not placed: ${open.name} is published only as at least ${amountText(open.dollars, unit)}`;
  return below ? `above ${named(below)}` : "not placed";
}

function marksOf(
  profile: Published,
  unit: Offer["unit"],
): { marks: Mark[]; source: FigureSource | undefined } {
  const period = unit === "year" ? "annual" : "hourly";
  const found = steps.flatMap(([key, name, percent]): { mark: Mark; figure: Figure }[] => {
    const figure = figureOf(profile, `${period}_wage_${key}`);
    if (!figure) return [];
    if (typeof figure.value === "number")
      return [{ mark: { name, percent, dollars: figure.value, atLeast: false }, figure }];
    return figure.low === null
      ? []
      : [{ mark: { name, percent, dollars: figure.low, atLeast: true }, figure }];
  });
  return { marks: found.map(({ mark }) => mark), source: found[0]?.figure.source };
}

const amountText = (amount: number, unit: Offer["unit"]) =>
  unit === "hour" ? dollarsAndCents(amount) : dollars(amount);

const payText = (amount: number, unit: Offer["unit"]) =>
  `${unit === "year" && !Number.isInteger(amount) ? dollarsAndCents(amount) : amountText(amount, unit)} ${unit === "hour" ? "an hour" : "a year"}`;
