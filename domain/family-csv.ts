import { stringify } from "csv-stringify/sync";
import { figureText } from "./amount";
import { type Career, type Family, type FamilySummary, familyOf, payOf } from "./family";
import { type Figure, hasValue } from "./figure";
import { measureOf } from "./measure";
import type { RoleName } from "./profile";

/**
 * Tables of careers and of families as comma-separated text (RFC 4180, UTF-8), one line for each row that the page
 * of the same address shows and in its order. Each number has what stands in the table beside it, and its source.
 * Cells that a spreadsheet would take for a formula are escaped.
 */
const written = (lines: readonly Record<string, unknown>[]) =>
  stringify([...lines], { header: true, record_delimiter: "windows", escape_formulas: true });

/** The careers of a list, all its pages. */
export function careersCsv(careers: readonly Career[], families: readonly Family[]): string {
  const names = (roles: readonly RoleName[]) => roles.map(({ plural }) => plural).join("; ");
  return written(
    careers.map((career) => ({
      career: career.role.plural,
      address: `/careers/${career.role.slug}`,
      code: career.soc,
      family: families.find(({ code }) => code === familyOf(career.soc))?.name,
      "counted together": names(career.members),
      "counted here too": names(career.titles),
      ...figureCells("median pay", payOf(career)),
      ...figureCells("change in jobs", career.figures.projected_change_percent),
      ...figureCells("openings a year", career.figures.openings_per_year),
      ...figureCells("school needed to start", career.figures.entry_education),
      ...figureCells("hold no bachelor's degree", career.figures.no_degree_share),
    })),
  );
}

/** The overview of families. */
export const familiesCsv = (summaries: readonly FamilySummary[]): string =>
  written(
    summaries.map(({ family, careers, lowest, highest, growing, openings }) => ({
      family: family.name,
      code: family.code,
      careers,
      "career with the lowest median pay": lowest?.role.plural,
      ...figureCells("lowest median pay", lowest?.figure),
      "career with the highest median pay": highest?.role.plural,
      ...figureCells("highest median pay", highest?.figure),
      "expected to grow": growing.careers,
      "with a projection": growing.of,
      ...figureCells("openings a year, added up", openings),
    })),
  );

/** A figure as a number, as it reads, in its unit, and with all that tells where it is from. Pay of at least an amount has no number. */
const figureCells = (name: string, figure: Figure | undefined) => ({
  [name]: figure?.value,
  [`${name}, as shown`]: figure && figureText(figure),
  [`${name}, unit`]: figure && measureOf(figure.measure).unit,
  [`${name}, source`]: figure && originText(figure),
});

function originText(figure: Figure): string {
  const { source, vintage, area, method, note } = figure;
  return [source.name, source.release, vintage, area, hasValue(figure) && method, note, source.url]
    .filter(Boolean)
    .join(" | ");
}
