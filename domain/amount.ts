import { type Figure, hasValue, type NullReason } from "./figure";
import { measureOf } from "./measure";
import { figureOf, type Profile } from "./profile";

/**
 * How amounts read in text: US English, money as published, a true minus, no space before the percent
 * sign. Pure text from numbers; nothing here converts one unit into another.
 */
const whole = new Intl.NumberFormat("en-US", { maximumFractionDigits: 0 });
const oneDecimal = new Intl.NumberFormat("en-US", { maximumFractionDigits: 1 });
const twoDecimals = new Intl.NumberFormat("en-US", { minimumFractionDigits: 2, maximumFractionDigits: 2 });

const MINUS = "\u2212";

/** `$50,290`, a whole number of dollars. */
export const dollars = (amount: number): string => `$${whole.format(amount)}`;

/** `$24.18`, with cents, as pay by the hour is published. */
export const dollarsAndCents = (amount: number): string => `$${twoDecimals.format(amount)}`;

/** `13,600` */
export const count = (amount: number): string => whole.format(amount);

/** `5.2%`; at most one decimal, as the publishers print. */
export const percent = (value: number): string =>
  `${value < 0 ? MINUS : ""}${oneDecimal.format(Math.abs(value))}%`;

/** `+5.2%`, `−4%`, `0%` */
export const signedPercent = (value: number): string => (value > 0 ? `+${percent(value)}` : percent(value));

/** The percent of a difference: whole numbers from 10 on, one decimal below, so that "3.0" and "2.9" stay apart. */
export const differencePercent = (value: number): string =>
  `${value >= 10 ? whole.format(value) : oneDecimal.format(value)}%`;

/** The percent that a part is of its whole: as many decimals as keep a part from reading as nothing or as all of it. */
export function partPercent(value: number): string {
  const short = differencePercent(value);
  if (value === 0 || value === 100 || !/^(0|100)%$/.test(short)) return short;
  const decimals = [1, 2, 3, 4].find((places) => !/^(0|100)\.0*$/.test(value.toFixed(places))) ?? 4;
  return `${value.toFixed(decimals)}%`;
}

/** An amount of money in the unit of its measure. */
export function money(amount: number, unit: string): string {
  return unit === "dollars an hour" ? dollarsAndCents(amount) : dollars(amount);
}

/** An amount as a sentence on places says it: dollars are those of a year unless it says otherwise. */
export const moneyInSentence = ({ value, unit }: { value: number; unit: string }): string =>
  unit === "dollars an hour" ? `${money(value, unit)} ${perUnit(unit)}` : money(value, unit);

/** The unit as words after an amount of money: "a year", "an hour". */
export const perUnit = (unit: string): string => unit.replace("dollars ", "");

/** One number in the words of its unit. */
function numberText(value: number, unit: string, signed: boolean): string {
  if (unit.startsWith("dollars")) return money(value, unit);
  if (unit === "percent") return signed ? signedPercent(value) : percent(value);
  return oneDecimal.format(value);
}

/** A figure as a reader sees it: amount, range, text, "at least", or why there is none. */
export function figureText(figure: Figure): string {
  if (!hasValue(figure)) return nullReasonText(figure.nullReason ?? "not_published", figure.measure);
  const signed = measureOf(figure.measure).kind === "change";
  const say = (value: number) => numberText(value, figure.unit, signed);
  if (typeof figure.value === "string") {
    return figure.share === undefined ? figure.value : `${figure.value}, ${percent(figure.share)}`;
  }
  if (figure.value !== null)
    return figure.unit === "years" ? `${say(figure.value)} years` : say(figure.value);
  const unit = figure.unit === "years" ? " years" : "";
  if (figure.low !== null && figure.high !== null) return `${say(figure.low)} to ${say(figure.high)}${unit}`;
  if (figure.low !== null) return `at least ${say(figure.low)}${unit}`;
  return `at most ${say(figure.high ?? 0)}${unit}`;
}

/**
 * Median pay of each role, and what the amounts are: the one number of a sign. Pay by the hour stands where
 * only that is published; then every amount says its own unit, as the title no longer does.
 */
export function medianPay(profiles: readonly Profile[]): { title: string; amounts: string[] } {
  const figures = profiles.map((profile) => {
    const [annual, hourly] = [
      figureOf(profile, "annual_wage_median"),
      figureOf(profile, "hourly_wage_median"),
    ];
    return hourly && hasValue(hourly) && !(annual && hasValue(annual)) ? hourly : annual;
  });
  if (figures.every((figure) => figure?.measure !== "hourly_wage_median"))
    return { title: "Median pay a year", amounts: figures.map(textOrReason) };
  return {
    title: "Median pay",
    amounts: figures.map((figure) =>
      figure && hasValue(figure) ? `${figureText(figure)} ${perUnit(figure.unit)}` : textOrReason(figure),
    ),
  };
}

const textOrReason = (figure: Figure | undefined) =>
  figure ? figureText(figure) : nullReasonText("not_published");

/** What is published by the hour, for a role that a picture of pay by the year has to leave out. */
export function hourlyPayText(profile: Profile): string {
  const [p10, median, p90] = ["p10", "median", "p90"].map((key) => {
    const figure = figureOf(profile, `hourly_wage_${key}`);
    return figure && hasValue(figure) ? figureText(figure) : undefined;
  });
  const lead = `${sentenceCase(profile.role.plural)}: pay is published by the hour only.`;
  const middle = `Median ${median ?? "not published"} an hour`;
  if (!p10 && !p90) return `${lead} ${middle}.`;
  return `${lead} ${middle}; 10th to 90th percentile ${p10 ?? "not published"} to ${p90 ?? "not published"}.`;
}

/** A standard error in the unit of its figure, rounded as that unit is printed; undefined where none is published. */
export function standardErrorText({ standardError, share, unit }: Figure): string | undefined {
  if (standardError === null) return undefined;
  // A text that goes with a share, such as the most common schooling: the error is that of the share.
  if (share !== undefined || unit === "percent") {
    if (standardError > 0 && standardError < 0.05) return "less than 0.1 points";
    const points = oneDecimal.format(standardError);
    return `${points} ${points === "1" ? "point" : "points"}`;
  }
  if (unit === "persons")
    return `${count(standardError)} ${count(standardError) === "1" ? "person" : "persons"}`;
  return numberText(standardError, unit, false);
}

const reasons: Record<NullReason, string> = {
  not_collected: "Not available: no official source collects it",
  suppressed: "Not available: the source withholds it",
  not_published: "Not available: the source leaves it blank",
  too_few: "Not available: too few people were asked",
  not_applicable: "Not available: it does not apply to this work",
  merged: "Not available: published for a wider group only",
  not_single: "Not available: the parts of this group differ",
  pending: "Not available yet",
};

/** Why a figure is missing, in words; never a dash or a zero. */
export function nullReasonText(reason: NullReason, measure?: string): string {
  if (reason === "not_applicable" && measure?.startsWith("hourly_wage"))
    return "Not available: no pay by the hour is published for this work";
  if (reason === "not_applicable" && measure?.startsWith("annual_wage"))
    return "Not available: no pay by the year is published for this work";
  if (reason === "too_few" && measure?.startsWith("best_paying_"))
    return "Not available: none has a published median and enough jobs";
  if (reason === "not_collected" && measure === "open_postings") return "Not available: no postings here yet";
  return reasons[reason];
}

const list = new Intl.ListFormat("en-US", { type: "conjunction" });

/** "a", "a and b", "a, b, and c" */
export const listed = (items: readonly string[]): string => list.format(items);

/** The text with its first letter as a capital. */
export const sentenceCase = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
