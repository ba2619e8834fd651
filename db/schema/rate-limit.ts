import { int, table, text, timestamp } from "../dialect";

/** Counters of rate-limiter-flexible, which names the columns. */
export const rateLimits = table("rate_limits", {
  key: text().primaryKey(),
  points: int().notNull(),
  expire: timestamp(),
});
