import { and, asc, count, desc, eq, gt, gte, inArray, like, ne, or, type SQL, sql } from "drizzle-orm";
import { connection } from "@/db/client";
import { auditEntries, employers, postings } from "@/db/schema";
import { carriedId } from "@/domain/form-field";
import { stateAt } from "@/domain/posting";
import {
  filtersOf,
  floorCents,
  isCity,
  type PostingSearch,
  soughtPlace,
  termsOf,
} from "@/domain/posting-search";
import { HOURS_A_YEAR, type ListedPosting, type PublicPosting } from "@/domain/posting-view";
import { touch, trueUntil } from "@/server/page/touch";
import { isGone, listedView, nextChange, type PostingEdit, type PostingRow, publicView } from "./view";

/** The one test of openness in SQL; `isOpen` of domain/posting.ts is the same in words. */
const isLive = (now: Date) => and(eq(postings.state, "live"), gt(postings.endsAt, now));

export const POSTINGS_A_PAGE = 20;

type Found = { postings: ListedPosting[]; total: number; page: number; pages: number };

/** A page of the open postings that a search finds, newest first. A page past the last is the last. */
export async function livePostings(search: PostingSearch, now: Date): Promise<Found> {
  const { db } = await connection();
  touch("posting", "employer");
  trueUntil(await nextEnd(now));
  const where = await matching(search, now);
  const total = await countOf(where);
  const pages = Math.max(1, Math.ceil(total / POSTINGS_A_PAGE));
  const page = Math.min(search.page, pages);
  const rows = await db
    .select({ posting: postings, employer: employers })
    .from(postings)
    .innerJoin(employers, eq(employers.id, postings.employerId))
    .where(where)
    .orderBy(desc(postings.firstPostedAt), desc(postings.id))
    .limit(POSTINGS_A_PAGE)
    .offset((page - 1) * POSTINGS_A_PAGE);
  const found = rows.map(({ posting, employer }) => listedView(posting, employer, now));
  return { postings: found, total, page, pages };
}

/** For each filter of a search how many open postings there are without it, for a reader who found none. */
export async function totalsWithout(search: PostingSearch, now: Date) {
  return Promise.all(
    filtersOf(search).map(async ({ name, without }) => ({
      name,
      without,
      total: await countOf(await matching(without, now)),
    })),
  );
}

/** The newest open postings for work in any of these occupations (SOC codes). */
export async function livePostingsOf(socs: string[], limit: number, now: Date): Promise<ListedPosting[]> {
  if (socs.length === 0) return [];
  const { db } = await connection();
  touch(...socs.map((soc) => `openings:${soc}` as const));
  const rows = await db
    .select({ posting: postings, employer: employers })
    .from(postings)
    .innerJoin(employers, eq(employers.id, postings.employerId))
    .where(and(isLive(now), inArray(postings.soc, socs)))
    .orderBy(desc(postings.firstPostedAt), desc(postings.id))
    .limit(limit);
  touch(...rows.map(({ employer }) => `employer:${employer.id}` as const));
  trueUntil(...rows.map(({ posting }) => posting.endsAt));
  return rows.map(({ posting, employer }) => listedView(posting, employer, now));
}

/** Open postings for machines that read them all, in the order of their ids, each with when it was last changed. */
export async function livePostingChanges(
  { limit, offset }: { limit: number; offset: number },
  now: Date,
): Promise<{ id: string; title: string; changedAt: Date }[]> {
  const { db } = await connection();
  return db
    .select({ id: postings.id, title: postings.title, changedAt: postings.updatedAt })
    .from(postings)
    .where(isLive(now))
    .orderBy(asc(postings.id))
    .limit(limit)
    .offset(offset);
}

/** When the first of the open postings ends; null where none is open. */
async function nextEnd(now: Date): Promise<Date | null> {
  const { db } = await connection();
  const [first] = await db
    .select({ endsAt: postings.endsAt })
    .from(postings)
    .where(isLive(now))
    .orderBy(asc(postings.endsAt))
    .limit(1);
  return first?.endsAt ?? null;
}

/** How many postings are open. */
export const liveTotal = (now: Date): Promise<number> => countOf(isLive(now));

/**
 * The posting that a reader may see at an address: open, paused, or closed within 30 days; `gone` after that.
 * Undefined for one that is not out (draft, in review, held, rejected), exactly as for one that does not exist.
 */
export async function publicPosting(
  id: string,
  now: Date,
): Promise<{ kind: "shown"; posting: PublicPosting } | { kind: "gone" } | undefined> {
  if (!carriedId.safeParse(id).success) return undefined;
  const { db } = await connection();
  touch(`posting:${id}`);
  const [row] = await db
    .select({ posting: postings, employer: employers })
    .from(postings)
    .innerJoin(employers, eq(employers.id, postings.employerId))
    .where(eq(postings.id, id));
  if (!row || row.posting.firstPostedAt === null || row.posting.closeReason === "rejected") return undefined;
  if (!["live", "paused", "closed"].includes(stateAt(row.posting, now))) return undefined;
  touch(`employer:${row.employer.id}`);
  trueUntil(nextChange(row.posting, now));
  if (isGone(row.posting, now)) return { kind: "gone" };
  const edits = await editsOf(row.posting);
  return { kind: "shown", posting: publicView(row.posting, row.employer, now, edits) };
}

/** The edits of a posting since it was first posted, newest first, from the log. */
async function editsOf({ id, firstPostedAt }: PostingRow): Promise<PostingEdit[]> {
  if (!firstPostedAt) return [];
  const { db } = await connection();
  const rows = await db
    .select({ at: auditEntries.at, before: auditEntries.before })
    .from(auditEntries)
    .where(
      and(
        eq(auditEntries.subject, `posting:${id}`),
        eq(auditEntries.verb, "posting.save"),
        gte(auditEntries.at, firstPostedAt),
      ),
    )
    .orderBy(desc(auditEntries.id));
  return rows.flatMap(({ at, before }) => {
    if (before === null || typeof before !== "object") return [];
    const { state: _, ...columns } = before as Partial<PostingRow>;
    return [{ at, before: columns }];
  });
}

async function countOf(where: SQL | undefined): Promise<number> {
  const { db } = await connection();
  const [row] = await db
    .select({ total: count() })
    .from(postings)
    .innerJoin(employers, eq(employers.id, postings.employerId))
    .where(where);
  return row?.total ?? 0;
}

async function matching({ words, place, payFloor }: PostingSearch, now: Date) {
  return and(
    isLive(now),
    ...termsOf(words).map((forms) => or(...forms.map((form) => like(postings.searchText, `%${form}%`)))),
    await isAt(place, now),
    payFloor ? pays(floorCents(payFloor)) : undefined,
  );
}

/** Whether the most that is offered comes to so many cents a year; hourly pay counts for 2,080 hours. */
function pays(cents: number) {
  const most = sql`coalesce(${postings.payMaxCents}, ${postings.payMinCents})`;
  return or(
    and(eq(postings.payUnit, "year"), gte(most, cents)),
    and(eq(postings.payUnit, "hour"), gte(most, Math.ceil(cents / HOURS_A_YEAR))),
  );
}

/** Work in a place, and remote work that may be done from there. */
async function isAt(typed: string, now: Date): Promise<SQL | undefined> {
  const sought = soughtPlace(typed);
  if (sought.kind === "anywhere") return undefined;
  if (sought.kind === "remote") return eq(postings.workplace, "remote");
  const { city, state } = sought;
  const there = ne(postings.workplace, "remote");
  if (city.length === 0 && state) return or(and(there, eq(postings.workState, state)), isOpenFrom([state]));
  // Cities are written as employers write them, so that they are compared here, where accents can be folded.
  const cities = (await citiesOfWork(now))
    .filter((found) => isCity(found.city, city) && (state === null || found.workState === state))
    .slice(0, MOST_CITIES_FOUND);
  return or(
    ...cities.map((found) =>
      and(there, eq(postings.city, found.city), eq(postings.workState, found.workState)),
    ),
    isOpenFrom(state ? [state] : cities.map((found) => found.workState)),
  );
}

/** Remote work that may be done from one of these states. */
function isOpenFrom(codes: string[]) {
  const list = sql<string>`cast(${postings.remoteStates} as text)`;
  const named = [...new Set(codes)].map((code) => like(list, `%"${code}"%`));
  return and(eq(postings.workplace, "remote"), named.length > 0 ? or(...named) : sql`1 = 0`);
}

/** How many cities are compared with what was typed, and how many of them a search may be in at once. */
const MOST_CITIES = 5000;
const MOST_CITIES_FOUND = 100;

async function citiesOfWork(now: Date): Promise<{ city: string; workState: string }[]> {
  const { db } = await connection();
  const rows = await db
    .selectDistinct({ city: postings.city, workState: postings.workState })
    .from(postings)
    .where(and(isLive(now), ne(postings.workplace, "remote")))
    .orderBy(asc(postings.city), asc(postings.workState))
    .limit(MOST_CITIES);
  return rows.flatMap(({ city, workState }) => (city && workState ? [{ city, workState }] : []));
}
