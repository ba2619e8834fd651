import { index, json, real, table, text, timestamp } from "../dialect";

/** What editors say against an imported figure, or add for a title. Appended only: the newest row of a subject, measure and area decides. */
export const corrections = table(
  "corrections",
  {
    /** UUID version 7: the newest sorts last. */
    id: text().primaryKey(),
    /** A SOC code, or the slug of a role for a title-level figure. */
    subject: text().notNull(),
    measure: text().notNull(),
    area: text().notNull(),
    /** `revert` takes the corrections before it back: the imported value stands again. */
    action: text({ enum: ["correct", "revert"] }).notNull(),
    value: real(),
    low: real(),
    high: real(),
    text: text(),
    /** Where the editor has it from, and its address. */
    source: text().notNull(),
    sourceUrl: text().notNull(),
    vintage: text().notNull(),
    reason: text().notNull(),
    personId: text().notNull(),
    createdAt: timestamp().notNull(),
  },
  (t) => [index("corrections_subject").on(t.subject, t.id)],
);

/** What editors wrote of a role. Appended only: the newest row decides; null fields stand as imported. */
export const roleEdits = table(
  "role_edits",
  {
    id: text().primaryKey(),
    role: text().notNull(),
    summary: text(),
    duties: json<string[]>(),
    /** Other titles that people use. */
    titles: json<string[]>(),
    soc: text(),
    reason: text().notNull(),
    personId: text().notNull(),
    createdAt: timestamp().notNull(),
  },
  (t) => [index("role_edits_role").on(t.role, t.id)],
);
