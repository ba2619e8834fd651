import { differencePercent, figureText, money, nullReasonText, perUnit } from "./amount";
import { type RowRelation, relate } from "./comparison";
import { type Figure, hasValue } from "./figure";

/** What may be said of the pay of one job against that of another in the same place. */
export type PayChange =
  /** Both have this median. `order` puts changes of one unit in order: dollars, negative for less. */
  | { unit: string; relation: RowRelation; order: number }
  /** Why nothing may be said, in words that end a sentence. */
  | { unit: null; why: string };

/**
 * The change of median pay between two jobs: by the year where both have that, else by the hour; never across units,
 * and never between two figures of one group. Reads the two medians among the figures given.
 */
export function payChange(from: readonly Figure[], to: readonly Figure[]): PayChange {
  for (const measure of ["annual_wage_median", "hourly_wage_median"]) {
    const [a, b] = [from, to].map((figures) => figures.find((figure) => figure.measure === measure));
    if (!a || !b || !hasValue(a) || !hasValue(b)) continue;
    const relation = relate(a, b, false);
    if (relation.relation === "no_common_unit")
      return { unit: null, why: "the source gives a top amount in the place of one of the two" };
    return { unit: a.unit, relation, order: (lowest(b) ?? 0) - (lowest(a) ?? 0) };
  }
  const [first, second] = [payFigure(from), payFigure(to)];
  if (first && second && hasValue(first) && hasValue(second))
    return {
      unit: null,
      why: "one is published by the year and the other by the hour, with no unit in common",
    };
  const missing = first && hasValue(first) ? second : first;
  const reason = nullReasonText(missing?.nullReason ?? "not_published").replace(/^Not available:? ?/, "");
  return {
    unit: null,
    why: `${missing === second ? "its median pay" : "the median pay of the job you start from"} is not known here (${reason})`,
  };
}

/** The median that stands for a job's pay: by the year, or by the hour where only that is published. */
export function payFigure(figures: readonly Figure[]): Figure | undefined {
  const [annual, hourly] = ["annual_wage_median", "hourly_wage_median"].map((measure) =>
    figures.find((figure) => figure.measure === measure),
  );
  return annual && hasValue(annual) ? annual : hourly && hasValue(hourly) ? hourly : (annual ?? hourly);
}

/** "$48,500 a year"; why there is none, in words. */
export const payText = (figure: Figure): string =>
  hasValue(figure) ? `${figureText(figure)} ${perUnit(figure.unit)}` : figureText(figure);

const lowest = ({ value, low }: Figure) => (typeof value === "number" ? value : low);

/** "$2,570 a year more (5.6%)", "about the same pay"; undefined where nothing may be claimed. */
export function changeText(change: PayChange): string | undefined {
  if (change.unit === null) return undefined;
  const { relation, difference } = change.relation;
  if (relation === "about_equal") return "about the same pay";
  if (relation === "identical") return "the same pay";
  const word = relation === "b_higher" ? "more" : "less";
  if (!difference) return `${word} pay, by an amount that the source does not say`;
  const amount = `${money(difference.absolute, change.unit)} ${perUnit(change.unit)} ${word}`;
  // The percent is of the lower pay, which is the pay of now for a gain alone.
  return word === "more" && difference.percent !== null
    ? `${amount} (${differencePercent(difference.percent)})`
    : amount;
}

/** Whether pay is higher there by more than the tolerance. */
export const isGain = (change: PayChange): boolean =>
  change.unit !== null && change.relation.relation === "b_higher";
