import { index, int, json, table, text, timestamp } from "../dialect";

/** Job adverts. Everything an employer may leave unsaid in a draft is nullable; domain/posting.ts says what publishing needs. */
export const postings = table(
  "postings",
  {
    id: text().primaryKey(),
    employerId: text().notNull(),
    state: text({
      enum: ["draft", "in_review", "changes_requested", "live", "paused", "held", "closed"],
    }).notNull(),
    closeReason: text({ enum: ["filled", "withdrawn", "expired", "rejected", "removed"] }),
    title: text().notNull(),
    /** The occupation it is an advert for, when one is known. */
    soc: text(),
    workplace: text({ enum: ["on_site", "hybrid", "remote"] }),
    /** City as written; with `workState` the place of work. */
    city: text(),
    /** Area code of the state of work: `US-CA`. */
    workState: text(),
    /** Area whose figures stand beside the pay: the metro where the city is in one, else the state. */
    area: text(),
    /** For remote work: area codes of the states where it may be done. */
    remoteStates: json<string[]>(),
    payMinCents: int(),
    payMaxCents: int(),
    payUnit: text({ enum: ["year", "hour"] }),
    terms: text({ enum: ["full_time", "part_time", "contract", "temporary", "internship"] }),
    /** Markdown as typed; only server/posting renders it. */
    description: text(),
    applyBy: text({ enum: ["here", "link"] }),
    applyUrl: text(),
    /** Last day, `2026-12-24`, in `zone`. */
    closesOn: text(),
    /** IANA name: `America/Los_Angeles`. */
    zone: text(),
    /** The minute it ends: the end of `closesOn` in `zone`. */
    endsAt: timestamp(),
    /** Never reset by a renewal. */
    firstPostedAt: timestamp(),
    renewedAt: timestamp(),
    closedAt: timestamp(),
    /** What a moderator asked for. */
    reviewMessage: text(),
    /** Lower case without accents: title, employer, place; what searches read. */
    searchText: text().notNull(),
    /** Counts saved edits: a form that was opened before another save is refused. */
    version: int().notNull(),
    createdAt: timestamp().notNull(),
    updatedAt: timestamp().notNull(),
  },
  (t) => [
    index("postings_employer").on(t.employerId, t.updatedAt),
    index("postings_live").on(t.state, t.endsAt),
    index("postings_soc").on(t.soc, t.state),
  ],
);

/** Readers' reports of a posting. */
export const postingReports = table(
  "posting_reports",
  {
    id: text().primaryKey(),
    postingId: text().notNull(),
    kind: text({ enum: ["fraud", "false_pay", "discrimination", "closed", "other"] }).notNull(),
    note: text().notNull(),
    /** Who sent it, as a keyed hash of the network address, so that one reader counts once. */
    sender: text().notNull(),
    createdAt: timestamp().notNull(),
    settledAt: timestamp(),
  },
  (t) => [index("posting_reports_posting").on(t.postingId)],
);
