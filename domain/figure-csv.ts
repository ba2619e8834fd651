import { csvOf } from "./csv";
import type { Figure } from "./figure";
import { measureOf } from "./measure";

const columns = [
  "of",
  "level",
  "measure",
  "label",
  "value",
  "low",
  "high",
  "share",
  "unit",
  "area",
  "method",
  "nullReason",
  "sourceId",
  "source",
  "release",
  "url",
  "licence",
  "vintage",
  "n",
  "standardError",
  "note",
] as const;

/**
 * Figures as rows with all that a figure holds. `of`: the role or occupation they are of; `licenceOf`: the terms of a
 * source, where they are known.
 */
export function figureCsv(
  of: string,
  official: readonly Figure[],
  titleLevel: readonly Figure[],
  licenceOf: (sourceId: string) => string | null,
): string {
  const rows = [
    ...official.map((figure) => ({ level: "official", figure })),
    ...titleLevel.map((figure) => ({ level: "title-level", figure })),
  ].map(
    ({ level, figure: { source, ...figure } }): Record<(typeof columns)[number], unknown> => ({
      ...figure,
      of,
      level,
      label: measureOf(figure.measure).label,
      share: figure.share,
      sourceId: source.id,
      source: source.name,
      release: source.release,
      url: source.url,
      licence: licenceOf(source.id),
    }),
  );
  return csvOf(columns, rows);
}
