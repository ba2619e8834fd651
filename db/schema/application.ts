import { index, int, table, text, timestamp, uniqueIndex } from "../dialect";

/** One person's application to one posting: one for each mail address, however often it is sent. */
export const applications = table(
  "applications",
  {
    id: text().primaryKey(),
    postingId: text().notNull(),
    email: text().notNull(),
    name: text().notNull(),
    message: text().notNull(),
    stage: text({
      enum: ["new", "reviewing", "interview", "offer", "hired", "rejected", "withdrawn"],
    }).notNull(),
    /** sha256 of the token in the mailed status link. */
    tokenHash: text().notNull(),
    createdAt: timestamp().notNull(),
    movedAt: timestamp().notNull(),
    version: int().notNull(),
  },
  (t) => [
    uniqueIndex("applications_once").on(t.postingId, t.email),
    uniqueIndex("applications_token").on(t.tokenHash),
    index("applications_posting").on(t.postingId, t.createdAt),
  ],
);

/** The résumé of an application. The file lies outside the web root under a random name. */
export const resumes = table("resumes", {
  applicationId: text().primaryKey(),
  /** Name on disk: 32 hex digits. */
  file: text().notNull(),
  /** The applicant's name of it, cleaned, for the download. */
  name: text().notNull(),
  kind: text({ enum: ["pdf", "docx", "txt"] }).notNull(),
  bytes: int().notNull(),
});
