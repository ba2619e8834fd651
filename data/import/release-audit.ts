import { uuidv7 } from "uuidv7";
import type { DatasetId } from "@/data/sources";
import type { Tx } from "@/db/client";
import { auditEntries } from "@/db/schema";

type Swap = {
  verb: "release.import" | "release.rollback";
  dataset: DatasetId;
  before?: number;
  after: number;
};

/** Writes down, in the transaction that does it, that one release took the place of another, or of none. */
export async function auditSwap(tx: Tx, { verb, dataset, before, after }: Swap): Promise<void> {
  await tx.insert(auditEntries).values({
    id: uuidv7(),
    at: new Date(),
    verb,
    actorKind: "system",
    subject: `release:${dataset}`,
    before: before === undefined ? null : { releaseId: before },
    after: { releaseId: after },
  });
}
