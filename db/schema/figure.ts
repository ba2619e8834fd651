import { index, int, primaryKey, real, table, text } from "../dialect";

/** One value of one measure, other than pay and employment, which `wages` holds. */
export const figures = table(
  "figures",
  {
    releaseId: int().notNull(),
    /** What it is a figure of: a SOC code `29-2099`, an O*NET-SOC code `29-2099.08`, or the slug of a role for title-level figures. */
    subject: text().notNull(),
    /** Key of domain/measure.ts. */
    measure: text().notNull(),
    area: text().notNull().default("US"),
    value: real(),
    low: real(),
    high: real(),
    /** For measures that are texts, such as the education an occupation asks for. */
    text: text(),
    nullReason: text(),
    n: int(),
    standardError: real(),
    /** What a reader must know beside the value, such as the title of the wider Census group. */
    note: text(),
  },
  (t) => [
    primaryKey({ columns: [t.releaseId, t.subject, t.measure, t.area] }),
    index("figures_subject").on(t.subject),
  ],
);
