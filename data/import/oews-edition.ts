import { ImportError } from "./import-error";

/**
 * All jobs of a year, as its files print them in the row of the whole economy. Texts carry no year, so this
 * figure is what tells their releases apart, and what a sheet's name is held against.
 */
export const allJobs: Readonly<Record<number, number>> = {
  2021: 140_886_310,
  2022: 147_886_000,
  2023: 151_853_870,
  2024: 154_187_380,
  2025: 155_495_730,
};

/** Totals of sectors are rounded one by one, so that their sum is off by some tens. */
export const ROUNDING = 1000;

/** Spellings of the publisher: All May 2025 data, May 2025 OEWS Estimates, state_M2025_dl, all_data_M_2025, oesm25st. */
const spellings = [
  /\bMay (20\d\d)\b/gi,
  /(?<![a-z0-9])M_?(20\d\d)(?!\d)/gi,
  /(?<![a-z0-9])oesm(\d\d)(?!\d)/gi,
];

const yearsIn = (texts: readonly string[]): Set<number> => {
  const years = texts.flatMap((text) =>
    spellings.flatMap((form) =>
      [...text.matchAll(form)].map(([, year = ""]) => Number(year.padStart(4, "20"))),
    ),
  );
  return new Set(years);
};

/**
 * The year of a table: as its workbook says, else as the jobs of the whole nation tell, else as its file is named.
 * The sheet UpdateTime is not asked: that of May 2025 holds a day of 2021. Throws ImportError when these
 * contradict each other, and when none says a year.
 */
export function yearOf(name: string, says: readonly string[], jobs: number | undefined): number {
  const fail = (problem: string, expected: string): never => {
    throw new ImportError(name, problem, { expected });
  };
  const said = yearsIn(says);
  // The folders around a file are named by its operator, those in an archive by the publisher.
  const named = yearsIn([name.replace(/^[^>]*\//, "")]);
  const [counted] = Object.entries(allJobs)
    .filter(([, total]) => jobs !== undefined && Math.abs(jobs - total) <= ROUNDING)
    .map(([year]) => Number(year));
  const years = said.size > 0 ? said : counted === undefined ? named : new Set([counted]);
  const [year, other] = years;
  if (year === undefined)
    return fail("nothing says the year of this table", "it in the name of the sheet, such as state_M2025_dl");
  if (other !== undefined) fail(`the table says that it is of May ${year} and of May ${other}`, "one year");
  const [misnamed] = [...named].filter((candidate) => candidate !== year);
  if (misnamed !== undefined)
    fail(`the table is of May ${year}, and named as one of May ${misnamed}`, "one year");
  const total = allJobs[year];
  if (jobs !== undefined && total !== undefined && counted !== year)
    fail(`the table says May ${year}, and counts ${jobs} jobs in all`, `${total}, as of May ${year}`);
  return year;
}
