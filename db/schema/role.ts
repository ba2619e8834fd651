import { index, int, json, primaryKey, real, table, text } from "../dialect";

/** Career pages: every occupation, and job titles with a page of their own. */
export const roles = table(
  "roles",
  {
    releaseId: int().notNull(),
    slug: text().notNull(),
    /** "medical secretary": lower case except names; as it stands in a sentence. */
    singular: text().notNull(),
    plural: text().notNull(),
    article: text({ enum: ["a", "an"] }).notNull(),
    kind: text({ enum: ["occupation", "title"] }).notNull(),
    soc: text(),
    /** The O*NET profile that fits a title best, where one does. */
    onetSoc: text(),
    /** Written by hand for the most visited; null where our code writes it from the figures. */
    summary: text(),
    duties: json<string[]>(),
  },
  (t) => [primaryKey({ columns: [t.releaseId, t.slug] }), index("roles_soc").on(t.soc)],
);

/** Skills that a source names for a title, with the share in percent it gives; best first. */
export const roleSkills = table(
  "role_skills",
  {
    releaseId: int().notNull(),
    role: text().notNull(),
    position: int().notNull(),
    name: text().notNull(),
    share: real().notNull(),
  },
  (t) => [primaryKey({ columns: [t.releaseId, t.role, t.position] })],
);

/** Comparisons whose order an editor chose. */
export const curatedPairs = table(
  "curated_pairs",
  { releaseId: int().notNull(), position: int().notNull(), a: text().notNull(), b: text().notNull() },
  (t) => [primaryKey({ columns: [t.releaseId, t.position] })],
);
