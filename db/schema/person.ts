import { index, primaryKey, table, text, timestamp, uniqueIndex } from "../dialect";

/** People who have signed in at least once. */
export const people = table(
  "people",
  {
    /** UUID version 7. */
    id: text().primaryKey(),
    /** As domain/mail-address.ts writes it: lower case, ASCII. */
    email: text().notNull(),
    name: text(),
    emailVerifiedAt: timestamp(),
    createdAt: timestamp().notNull(),
    /** Set while a person is shut out; sessions end with it. */
    suspendedAt: timestamp(),
  },
  (t) => [uniqueIndex("people_email").on(t.email)],
);

/** Powers over the site, apart from seats at an employer. */
export const grants = table(
  "grants",
  {
    personId: text().notNull(),
    grant: text({ enum: ["editor", "moderator", "admin"] }).notNull(),
    createdAt: timestamp().notNull(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.grant] })],
);

/** Accounts at Google or LinkedIn that sign a person in. */
export const accounts = table(
  "accounts",
  {
    provider: text().notNull(),
    providerAccountId: text().notNull(),
    personId: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.provider, t.providerAccountId] }),
    index("accounts_person").on(t.personId),
  ],
);

/** Signed-in browsers. The cookie's token is stored as its sha256, so that a copy of the database signs nobody in. */
export const sessions = table(
  "sessions",
  {
    tokenHash: text().primaryKey(),
    /** Names the session in its person's list. */
    id: text().notNull(),
    personId: text().notNull(),
    createdAt: timestamp().notNull(),
    seenAt: timestamp().notNull(),
    expiresAt: timestamp().notNull(),
    /** The browser as it names itself, cut to 200 characters. */
    userAgent: text().notNull(),
  },
  (t) => [uniqueIndex("sessions_id").on(t.id), index("sessions_person").on(t.personId)],
);

/** Mailed links that sign in, one at a time for an address; the token is stored hashed by next-auth. */
export const signInLinks = table("sign_in_links", {
  email: text().primaryKey(),
  tokenHash: text().notNull(),
  expiresAt: timestamp().notNull(),
});
