import { inArray } from "drizzle-orm";
import type { DatasetId } from "@/data/sources";
import type { Connection } from "@/db/client";
import { bump } from "@/db/page-version";
import { releases } from "@/db/schema";
import { tagsOf } from "@/domain/page-tag";
import { auditSwap } from "./release-audit";

/**
 * Puts the release before in the place of the live one, for each of these data sets or for none; the live one
 * becomes the one before, so that doing it twice changes nothing but the audit. Throws when one of them has no release before.
 */
export async function rollBack(
  connection: Connection,
  datasets: readonly DatasetId[],
): Promise<{ dataset: string; edition: string; importedAt: Date }[]> {
  return connection.transaction(async (tx) => {
    const all = await tx
      .select({
        id: releases.id,
        dataset: releases.dataset,
        state: releases.state,
        edition: releases.edition,
        importedAt: releases.importedAt,
      })
      .from(releases)
      .where(inArray(releases.dataset, [...datasets]));
    const pairs = datasets.map((dataset) => {
      const of = (state: string) =>
        all.find((release) => release.dataset === dataset && release.state === state);
      const [live, previous] = [of("live"), of("previous")];
      if (!previous)
        throw new Error(`${dataset} has no release before the live one, so that nothing was rolled back`);
      return { dataset, live, previous };
    });
    const set = (state: "live" | "previous", ids: number[]) =>
      tx.update(releases).set({ state }).where(inArray(releases.id, ids));
    await set(
      "previous",
      pairs.flatMap(({ live }) => (live ? [live.id] : [])),
    );
    await set(
      "live",
      pairs.map(({ previous }) => previous.id),
    );
    for (const { dataset, live, previous } of pairs)
      await auditSwap(tx, { verb: "release.rollback", dataset, before: live?.id, after: previous.id });
    await bump(
      tx,
      datasets.flatMap((dataset) => tagsOf(`release:${dataset}`)),
    );
    return pairs.map(({ previous: { dataset, edition, importedAt } }) => ({ dataset, edition, importedAt }));
  });
}
