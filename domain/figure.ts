import { z } from "zod";
import { type MeasureKey, measureKeys, measureOf } from "./measure";

/** How a figure came to be; docs/glossary.md says what each means. */
const methods = ["reported", "derived", "inherited", "modelled", "corrected"] as const;
export type Method = (typeof methods)[number];

/** Why there is no value. */
const nullReasons = [
  "not_collected",
  "suppressed",
  "not_published",
  "too_few",
  "not_applicable",
  "merged",
  "not_single",
  "pending",
] as const;
export type NullReason = (typeof nullReasons)[number];

export const FigureSource = z.strictObject({
  id: z.string(),
  /** Publisher's name of the data set. */
  name: z.string(),
  release: z.string(),
  url: z.string(),
});
export type FigureSource = z.infer<typeof FigureSource>;

/**
 * One value of one measure for one role or occupation in one area, with all that a reader needs to
 * judge it. `value` holds a number or a text; `low` and `high` a range; a top-coded amount has `low`
 * alone ("at least"). Money in dollars, shares and changes in percent, jobs and openings in persons.
 */
export const Figure = z.strictObject({
  measure: z.enum(measureKeys as [MeasureKey, ...MeasureKey[]]),
  value: z.union([z.number(), z.string()]).nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  /** Percent that goes with a text value, such as the share who hold the most common degree. */
  share: z.number().optional(),
  unit: z.string(),
  area: z.string(),
  method: z.enum(methods),
  nullReason: z.enum(nullReasons).nullable(),
  source: FigureSource,
  /** When the figure is of, as the source says it: `May 2025`, `2024–34`. */
  vintage: z.string(),
  n: z.number().nullable(),
  standardError: z.number().nullable(),
  note: z.string().nullable(),
});
export type Figure = z.infer<typeof Figure>;

/** Whether there is something to show: a value, or at least one end of a range. */
export function hasValue(figure: Figure): boolean {
  return figure.value !== null || figure.low !== null || figure.high !== null;
}

/** Where figures come from: what each says of its source, and when they are of. */
export type FigureOrigin = { source: FigureSource; vintage: string };

/** A figure of a measure with nothing in it yet: whoever fills it gives a value or the reason for none. */
export function emptyFigure(measure: MeasureKey, { source, vintage }: FigureOrigin, area: string): Figure {
  return {
    measure,
    value: null,
    low: null,
    high: null,
    unit: measureOf(measure).unit,
    area,
    method: "reported",
    nullReason: null,
    source,
    vintage,
    n: null,
    standardError: null,
    note: null,
  };
}
