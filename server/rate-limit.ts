import { RateLimiterDrizzle, RateLimiterRes } from "rate-limiter-flexible";
import { connection } from "@/db/client";
import { rateLimits } from "@/db/schema";

/** At most `points` tries in `seconds` for one key, such as an account, a network address or a target. */
export type Limit = { name: string; key: string; points: number; seconds: number };

const limiters = new Map<string, RateLimiterDrizzle>();

/** Counts one try against every limit. Returns how long to wait ("3 minutes") when one is passed; undefined else. */
export async function overLimit(limits: readonly Limit[]): Promise<string | undefined> {
  let longest = 0;
  for (const limit of limits) {
    try {
      await limiterOf(limit).consume(limit.key.slice(0, 200));
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error;
      longest = Math.max(longest, error.msBeforeNext);
    }
  }
  if (longest === 0) return undefined;
  const minutes = Math.ceil(longest / 60_000);
  return minutes === 1 ? "a minute" : `${minutes} minutes`;
}

function limiterOf({ name, points, seconds }: Limit): RateLimiterDrizzle {
  const known = limiters.get(name);
  if (known) return known;
  const limiter = new RateLimiterDrizzle({
    storeClient: storeClient(),
    schema: rateLimits,
    keyPrefix: name,
    points,
    duration: seconds,
    clearExpiredByTimeout: false,
  });
  limiters.set(name, limiter);
  return limiter;
}

/**
 * The part of a Drizzle client that the limiter uses, with each statement in a transaction of its own: on
 * SQLite a write beside the queue would fall into somebody else's transaction and be undone with it.
 */
function storeClient() {
  type Insert = { values: Record<string, unknown>; conflict: Record<string, unknown> };
  const insert = async ({ values, conflict }: Insert) =>
    (await connection()).transaction((tx) =>
      tx
        .insert(rateLimits)
        .values(values as never)
        .onConflictDoUpdate(conflict as never)
        .returning(),
    );
  return {
    insert: () => ({
      values: (values: Insert["values"]) => ({
        onConflictDoUpdate: (conflict: Insert["conflict"]) => ({
          returning: () => insert({ values, conflict }),
        }),
      }),
    }),
  };
}
