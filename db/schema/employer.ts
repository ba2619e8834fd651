import { index, int, json, primaryKey, table, text, timestamp, uniqueIndex } from "../dialect";

/** Organizations that hire. */
export const employers = table(
  "employers",
  {
    id: text().primaryKey(),
    slug: text().notNull(),
    name: text().notNull(),
    /** Its own address, https; empty where it has none. */
    site: text().notNull(),
    about: text().notNull(),
    /** People it employs in all; pay laws go by it. */
    size: int().notNull(),
    /** People it employs in each state, by area code: `{"US-CA": 12}`. */
    sizeByState: json<Record<string, number>>().notNull(),
    /** Since when moderators trust its postings to go live unread. */
    verifiedAt: timestamp(),
    createdAt: timestamp().notNull(),
  },
  (t) => [uniqueIndex("employers_slug").on(t.slug)],
);

/** People who act for an employer. */
export const members = table(
  "members",
  {
    employerId: text().notNull(),
    personId: text().notNull(),
    seat: text({ enum: ["owner", "admin", "recruiter"] }).notNull(),
    createdAt: timestamp().notNull(),
  },
  (t) => [primaryKey({ columns: [t.employerId, t.personId] }), index("members_person").on(t.personId)],
);
