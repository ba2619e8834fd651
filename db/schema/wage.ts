import { index, int, primaryKey, real, table, text } from "../dialect";

/**
 * Pay and employment as OEWS publishes them: one row an occupation, area, sector and year.
 * Dollars a year or an hour as published; neither is made from the other. Employment in jobs.
 */
export const wages = table(
  "wages",
  {
    releaseId: int().notNull(),
    /** `00-0000` for all occupations. */
    soc: text().notNull(),
    area: text().notNull(),
    /** NAICS sector as in the file (`31`, `44`, `48`, `99`), or empty for all industries. */
    naics: text().notNull().default(""),
    employment: int(),
    /** Relative standard errors of employment and of the means, percent. */
    employmentError: real(),
    meanError: real(),
    locationQuotient: real(),
    hourlyMean: real(),
    hourlyP10: real(),
    hourlyP25: real(),
    hourlyMedian: real(),
    hourlyP75: real(),
    hourlyP90: real(),
    annualMean: int(),
    annualP10: int(),
    annualP25: int(),
    annualMedian: int(),
    annualP75: int(),
    annualP90: int(),
    /**
     * Why a cell is empty, where the file says so: `column=mark` joined by `;`, with marks
     * `top` (at least the release's top code), `suppressed`, `not_applicable`. Null when no cell has a mark.
     */
    marks: text(),
  },
  (t) => [
    primaryKey({ columns: [t.releaseId, t.soc, t.area, t.naics] }),
    index("wages_area").on(t.area, t.soc),
  ],
);
