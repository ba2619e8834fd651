import { desc, eq, inArray } from "drizzle-orm";
import { connection } from "@/db/client";
import { employers, postings } from "@/db/schema";
import { type Actor, may } from "@/domain/access";
import { carriedId } from "@/domain/form-field";
import { type PayPlace, payPlaceOf } from "@/domain/pay-percentile";
import type { PublicPosting } from "@/domain/posting-view";
import { marketOf } from "./market";
import { type PostingRow, publicView } from "./view";

/** What an employer's people alone may read of their postings. */

export type DeskPosting = PostingRow & { employer: { name: string; isVerified: boolean } };

/** The postings of all employers that somebody acts for, the one touched last first; none for anybody else. */
export async function deskPostings(actor: Actor): Promise<DeskPosting[]> {
  const seats = actor.kind === "person" ? actor.seats.map(({ employerId }) => employerId) : [];
  if (seats.length === 0) return [];
  const { db } = await connection();
  const rows = await db
    .select({ posting: postings, employer: employers })
    .from(postings)
    .innerJoin(employers, eq(employers.id, postings.employerId))
    .where(inArray(postings.employerId, seats))
    .orderBy(desc(postings.updatedAt), desc(postings.id));
  return rows.map(({ posting, employer }) => ({
    ...posting,
    employer: { name: employer.name, isVerified: employer.verifiedAt !== null },
  }));
}

/** A posting that somebody may work on, and how readers will see it; undefined for any other, as for none. */
export async function postingToEdit(
  actor: Actor,
  id: string,
  now: Date,
): Promise<{ posting: DeskPosting; preview: PublicPosting } | undefined> {
  if (!carriedId.safeParse(id).success) return undefined;
  const { db } = await connection();
  const [row] = await db
    .select({ posting: postings, employer: employers })
    .from(postings)
    .innerJoin(employers, eq(employers.id, postings.employerId))
    .where(eq(postings.id, id));
  if (!row || !may(actor, "posting.desk", { employerId: row.posting.employerId })) return undefined;
  const { posting, employer } = row;
  return {
    posting: { ...posting, employer: { name: employer.name, isVerified: employer.verifiedAt !== null } },
    preview: publicView(posting, employer, now),
  };
}

/** How the pay of a posting stands among what its occupation is paid. */
export type PayStanding = {
  occupation: string;
  area: string;
  /** Of the lowest and the highest pay, where given and where percentiles are published. */
  places: PayPlace[];
};

/** The place of lowest and highest pay among the percentiles of the occupation in the smallest area that has them; undefined until occupation and pay are known. */
export async function payStanding(posting: PublicPosting): Promise<PayStanding | undefined> {
  const { pay } = posting;
  const market = pay && (await marketOf(posting));
  if (!market) return undefined;
  const amounts = [...new Set([pay.minCents, pay.maxCents])].filter((cents) => cents !== null);
  const places = amounts.flatMap((cents) => payPlaceOf(market, { cents, unit: pay.unit }) ?? []);
  return places.length === 0 ? undefined : { occupation: market.role.plural, area: market.area.name, places };
}
