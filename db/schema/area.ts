import { int, primaryKey, real, table, text } from "../dialect";

/** Places figures are published for. */
export const areas = table(
  "areas",
  {
    releaseId: int().notNull(),
    /** `US`, `US-CA`, `cbsa-41940`, `nonmetro-0100001`. */
    code: text().notNull(),
    name: text().notNull(),
    kind: text({ enum: ["nation", "state", "metro", "nonmetro", "territory"] }).notNull(),
    /** Postal abbreviations of the states it lies in, joined by `-`, the first one first. */
    states: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.releaseId, t.code] })],
);

/** Counties of metro and micro areas (OMB delineation), for finding an area by place. */
export const areaCounties = table(
  "area_counties",
  {
    releaseId: int().notNull(),
    area: text().notNull(),
    areaName: text().notNull(),
    kind: text({ enum: ["metro", "micro"] }).notNull(),
    countyFips: text().notNull(),
    county: text().notNull(),
    state: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.releaseId, t.countyFips] })],
);

/** ZIP codes, for finding an area by one. */
export const zipAreas = table(
  "zip_areas",
  {
    releaseId: int().notNull(),
    zip: text().notNull(),
    /** Name of the post office, such as "Beverly Hills". */
    place: text().notNull(),
    /** Postal abbreviation. */
    state: text().notNull(),
    /** The metro area of its county, or else the state: `cbsa-31080`, `US-MT`. */
    area: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.releaseId, t.zip] })],
);

/** Regional price parities, all items; the nation is 100. */
export const priceLevels = table(
  "price_levels",
  {
    releaseId: int().notNull(),
    area: text().notNull(),
    year: int().notNull(),
    level: real().notNull(),
  },
  (t) => [primaryKey({ columns: [t.releaseId, t.area] })],
);
