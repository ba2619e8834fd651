import { sentenceCase } from "./amount";
import { type Area, NATION } from "./area";
import { type Figure, hasValue } from "./figure";
import { type MeasureKey, measureOf } from "./measure";

/**
 * What a row of figures says beside its name: that they are of the nation on the page of a smaller area, and that
 * prices were taken into account. Empty where neither holds.
 */
export function figureMark(
  measure: MeasureKey,
  figures: readonly (Figure | undefined)[],
  area: Area,
  isAdjusted: boolean,
): string {
  const known = figures.flatMap((figure) => (figure && hasValue(figure) ? figure : []));
  const marks = [
    isNationalBeside(area, known) && "United States",
    isAdjusted && isAfterPrices(measure, known) && "after prices there",
  ];
  return sentenceCase(marks.filter(Boolean).join(", "));
}

/** Whether a row on the page of a smaller area has figures of the nation. */
export const isNationalBeside = (area: Area, figures: readonly (Figure | undefined)[]): boolean =>
  area.code !== NATION.code && figures.some((figure) => figure?.area === NATION.code && hasValue(figure));

/** Whether prices were taken into account in figures of a page that is adjusted for them: pay there, and the places ranked by it. */
function isAfterPrices(measure: MeasureKey, known: readonly Figure[]): boolean {
  if (measure === "best_paying_state" || measure === "best_paying_metro") return known.length > 0;
  const { kind } = measureOf(measure);
  return (kind === "money" || kind === "range") && known.some(({ area }) => area !== NATION.code);
}
