import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Connection, connection } from "@/db/client";
import { employers, postings } from "@/db/schema";
import { jobPostingLd } from "@/domain/job-posting-ld";
import { closeReasons, endOf, postingStates } from "@/domain/posting";
import { type PostingFacts, searchTextOf } from "@/domain/posting-form";
import { searchOf } from "@/domain/posting-search";
import { usStates } from "@/domain/us-state";
import { livePostings, livePostingsOf, POSTINGS_A_PAGE, publicPosting, totalsWithout } from "./queries";

type Row = typeof postings.$inferInsert;

const NOW = new Date("2026-11-24T20:00:00Z");
const EMPLOYER = "019a0002-0000-7000-8000-000000000001";
const id = (number: number) => `019a0003-0000-7000-8000-${String(number).padStart(12, "0")}`;
const days = (count: number) => new Date(NOW.getTime() + count * 86_400_000);
let database: Connection;

beforeAll(async () => {
  database = await connection();
  await database.migrate();
  await database.transaction((tx) =>
    tx.insert(employers).values({
      id: EMPLOYER,
      slug: "northfield-works",
      name: "Northfield Works",
      site: "https://north.example/",
      about: "",
      size: 10,
      sizeByState: {},
      verifiedAt: null,
      createdAt: days(-100),
    }),
  );
});

beforeEach(() => database.transaction((tx) => tx.delete(postings)));

const facts: PostingFacts = {
  title: "Registered nurse",
  soc: "29-1141",
  workplace: "on_site",
  city: "Portland",
  workState: "US-OR",
  area: "US-OR",
  remoteStates: null,
  payMinCents: 62_000_00,
  payMaxCents: 80_000_00,
  payUnit: "year",
  terms: "full_time",
  description: "Care for **people**.",
  applyBy: "here",
  applyUrl: null,
  closesOn: "2026-12-24",
  zone: "America/Los_Angeles",
};

/** A live posting, but for what is changed. */
function posting(number: number, changes: Partial<Row> = {}): Row {
  const all = { ...facts, ...changes } as PostingFacts;
  return {
    id: id(number),
    employerId: EMPLOYER,
    state: "live",
    ...all,
    endsAt: all.closesOn && all.zone ? endOf(all.closesOn, all.zone) : null,
    firstPostedAt: days(-number),
    searchText: searchTextOf(all, "Northfield Works"),
    version: 1,
    createdAt: days(-50),
    updatedAt: days(-50),
    ...changes,
  };
}

const store = (...rows: Row[]) => database.transaction((tx) => tx.insert(postings).values(rows));
const found = async (params: Record<string, string> = {}, now = NOW) =>
  (await livePostings(searchOf(params), now)).postings.map((row) => Number(row.id.slice(-4)));

describe("livePostings", () => {
  test("newest first, twenty a page, by the day first posted and not by renewals", async () => {
    await store(
      ...Array.from({ length: 45 }, (_, i) => posting(i + 1, i === 44 ? { renewedAt: days(-0.1) } : {})),
    );
    const pages = await Promise.all([1, 2, 3, 4].map((page) => livePostings({ ...searchOf({}), page }, NOW)));
    const numbers = pages.map(({ postings: rows }) => rows.map((row) => Number(row.id.slice(-4))));
    expect(numbers[0]).toEqual(Array.from({ length: POSTINGS_A_PAGE }, (_, i) => i + 1));
    expect(numbers[2]).toEqual([41, 42, 43, 44, 45]);
    expect(numbers[3]).toEqual(numbers[2]);
    expect(pages[3]).toMatchObject({ total: 45, page: 3, pages: 3 });
  });

  test("postings of one moment stand in the order of their keys, so that pages never repeat one", async () => {
    await store(...Array.from({ length: 30 }, (_, i) => posting(i + 1, { firstPostedAt: days(-1) })));
    const [first, second] = [await found(), await found({ page: "2" })];
    expect([...first, ...second]).toEqual(Array.from({ length: 30 }, (_, i) => 30 - i));
  });

  test("words are found in title, employer and place, without accents, and in singular", async () => {
    await store(
      posting(1),
      posting(2, { title: "Café cook", city: "Cañon City", workState: "US-CO" }),
      posting(3, { title: "100% remote_worker" }),
    );
    expect(await found({ words: "NURSES" })).toEqual([1]);
    expect(await found({ words: "cafe" })).toEqual([2]);
    expect(await found({ words: "canon northfield" })).toEqual([2]);
    expect(await found({ words: "cook portland" })).toEqual([]);
    expect(await found({ words: "%" })).toEqual([1, 2, 3]);
    expect(await found({ words: "100%" })).toEqual([3]);
    expect(await found({ words: "' or 'zz'='zz' --" })).toEqual([]);
  });

  test("a place is a city, a state, both, or from home, with the remote work that may be done there", async () => {
    const remote = { workplace: "remote" as const, city: null, workState: null };
    await store(
      posting(1),
      posting(2, { city: "Portland", workState: "US-ME" }),
      posting(3, { city: "Cañon City", workState: "US-CO" }),
      posting(4, { ...remote, remoteStates: ["US-OR", "US-WA"] }),
      posting(5, { ...remote, remoteStates: usStates.map(({ code }) => code) }),
      posting(6, { city: "Salem", workState: "US-OR", workplace: "hybrid" }),
    );
    expect(await found({ place: "Oregon" })).toEqual([1, 4, 5, 6]);
    expect(await found({ place: "ME" })).toEqual([2, 5]);
    expect(await found({ place: "Portland" })).toEqual([1, 2, 4, 5]);
    expect(await found({ place: "portland, or" })).toEqual([1, 4, 5]);
    expect(await found({ place: "canon city" })).toEqual([3, 5]);
    expect(await found({ place: "remote" })).toEqual([4, 5]);
    expect(await found({ place: "Nowhere" })).toEqual([]);
    expect(await found({ place: "anywhere" })).toEqual([1, 2, 3, 4, 5, 6]);
  });

  test("a pay floor is reached by the highest pay named, by the hour at 2,080 hours a year", async () => {
    await store(
      posting(1, { payMinCents: 50_000_00, payMaxCents: 60_000_00 }),
      posting(2, { payMinCents: 20_00, payMaxCents: 28_85, payUnit: "hour" }),
      posting(3, { payMinCents: 20_00, payMaxCents: 28_84, payUnit: "hour" }),
      posting(4, { payMinCents: 60_000_00, payMaxCents: null }),
      posting(5, { payMinCents: 59_999_99, payMaxCents: null }),
    );
    expect(await found({ pay: "60,000" })).toEqual([1, 2, 4]);
    expect(await found({ pay: "28.85" })).toEqual([2]);
    expect(await found({ pay: "20" })).toEqual([1, 2, 3, 4, 5]);
  });

  test("a search that finds none learns what each filter keeps away", async () => {
    await store(posting(1), posting(2, { title: "Cook", workState: "US-WA", city: "Seattle" }));
    const search = searchOf({ words: "cook", place: "Oregon", pay: "60000" });
    expect((await livePostings(search, NOW)).total).toBe(0);
    expect((await totalsWithout(search, NOW)).map(({ name, total }) => [name, total])).toEqual([
      ["the words “cook”", 1],
      ["the place “Oregon”", 1],
      ["the pay of $60,000 a year or more", 0],
    ]);
  });
});

test("livePostingsOf gives the newest of the occupations asked for", async () => {
  await store(posting(1), posting(2, { soc: "35-2014" }), posting(3), posting(4, { soc: null }));
  const of = async (socs: string[], limit = 5) =>
    (await livePostingsOf(socs, limit, NOW)).map((row) => Number(row.id.slice(-4)));
  expect(await of(["29-1141"])).toEqual([1, 3]);
  expect(await of(["29-1141", "35-2014"], 2)).toEqual([1, 2]);
  expect(await of([])).toEqual([]);
});

describe("what readers may see", () => {
  test("no read shows a posting that is not open, in any state", async () => {
    const hidden = postingStates.filter((state) => state !== "live");
    await store(
      ...hidden.map((state, i) => posting(i + 1, { state })),
      ...closeReasons.map((closeReason, i) =>
        posting(20 + i, { state: "closed", closeReason, closedAt: days(-1) }),
      ),
      posting(40, { endsAt: new Date(NOW) }),
      posting(41, { endsAt: days(-1) }),
      posting(42, { endsAt: null }),
    );
    expect(await found()).toEqual([]);
    expect((await livePostings(searchOf({ words: "nurse" }), NOW)).total).toBe(0);
    expect(await livePostingsOf(["29-1141"], 100, NOW)).toEqual([]);
  });

  test.each(["draft", "in_review", "changes_requested", "held"] as const)(
    "a posting that is %s answers like one that does not exist, even if it was out before",
    async (state) => {
      await store(posting(1, { state }), posting(2, { state, firstPostedAt: null }));
      expect(await publicPosting(id(1), NOW)).toBeUndefined();
      expect(await publicPosting(id(2), NOW)).toBeUndefined();
      expect(await publicPosting(id(3), NOW)).toBeUndefined();
      // Its end does not make it public either.
      expect(await publicPosting(id(1), days(40))).toBeUndefined();
    },
  );

  test("a key that is none finds nothing", async () => {
    for (const key of ["", "1", "\0", "x".repeat(100_000), "' or 1=1 --", id(1).toUpperCase().slice(1)])
      expect(await publicPosting(key, NOW)).toBeUndefined();
  });

  test("an open one is shown with its description as HTML", async () => {
    await store(posting(1, { description: "Care for **people**. <script>alert(1)</script>" }));
    const shown = await publicPosting(id(1), NOW);
    expect(shown).toMatchObject({ kind: "shown", posting: { status: "open", title: "Registered nurse" } });
    const html = shown?.kind === "shown" ? shown.posting.descriptionHtml : "";
    expect(html).toContain("<strong>people</strong>");
    expect(html).not.toContain("<script");
  });

  test("a paused one is shown as paused, and as closed from its end on", async () => {
    await store(posting(1, { state: "paused" }));
    expect(await publicPosting(id(1), NOW)).toMatchObject({ posting: { status: "paused" } });
    expect(await publicPosting(id(1), days(40))).toMatchObject({ posting: { status: "closed" } });
  });

  test("a closed one is shown for 30 days to the millisecond, then gone", async () => {
    const closedAt = days(-1);
    await store(
      posting(1, { state: "closed", closeReason: "filled", closedAt }),
      // Recorded a week late, or never: what counts is its own end.
      posting(2, { state: "closed", closeReason: "expired", closesOn: "2026-11-20", closedAt: days(3) }),
      posting(3, { closesOn: "2026-11-20" }),
    );
    const month = 30 * 86_400_000;
    for (const [number, since] of [
      [1, closedAt],
      [2, endOf("2026-11-20", "America/Los_Angeles")],
      [3, endOf("2026-11-20", "America/Los_Angeles")],
    ] as const) {
      const at = (ms: number) => publicPosting(id(number), new Date(since.getTime() + ms));
      expect(await at(month - 1)).toMatchObject({
        kind: "shown",
        posting: { status: "closed", closedAt: since },
      });
      expect(await at(month)).toEqual({ kind: "gone" });
    }
  });

  test("a rejected one was never there; a removed one keeps its title and loses its words", async () => {
    await store(
      posting(1, { state: "closed", closeReason: "rejected", closedAt: days(-1) }),
      posting(2, { state: "closed", closeReason: "removed", closedAt: days(-1) }),
    );
    expect(await publicPosting(id(1), NOW)).toBeUndefined();
    expect(await publicPosting(id(2), NOW)).toMatchObject({
      posting: { title: "Registered nurse", closeReason: "removed", descriptionHtml: "" },
    });
  });
});

describe("the clock: every minute around a posting's end", () => {
  const zones = ["America/Los_Angeles", "America/New_York", "Pacific/Honolulu"];
  // The day before, of, and after each change of clocks of 2026, in the zones that have one.
  const lastDays = ["2026-03-07", "2026-03-08", "2026-03-09", "2026-10-31", "2026-11-01", "2026-11-02"];
  const AROUND = 65;

  /** The day it is in a zone, by another road than the code under test takes. */
  const dayOf = (zone: string) => {
    const format = new Intl.DateTimeFormat("en-CA", { timeZone: zone, dateStyle: "short" });
    return (moment: Date) => format.format(moment);
  };

  test.each(zones)(
    "in %s all reads agree, and it is open exactly until its last day is over",
    async (zone) => {
      const day = dayOf(zone);
      for (const closesOn of lastDays) {
        await database.transaction((tx) => tx.delete(postings));
        await store(posting(1, { closesOn, zone, firstPostedAt: new Date("2026-01-05T12:00:00Z") }));
        const end = endOf(closesOn, zone);
        const seen = { open: 0, closed: 0 };
        for (let minute = -AROUND; minute <= AROUND; minute++) {
          const now = new Date(end.getTime() + minute * 60_000);
          const isOpen = day(now) <= closesOn;
          const [list, ofOccupation, page] = await Promise.all([
            livePostings(searchOf({}), now),
            livePostingsOf(["29-1141"], 5, now),
            publicPosting(id(1), now),
          ]);
          const shown = page?.kind === "shown" ? page.posting : undefined;
          const told = {
            list: list.total === 1 && list.postings.length === 1,
            ofOccupation: ofOccupation.length === 1,
            page: shown?.status === "open",
            markup: shown !== undefined && jobPostingLd(shown, "https://here.example") !== undefined,
          };
          const all = { list: isOpen, ofOccupation: isOpen, page: isOpen, markup: isOpen };
          expect(told, `${closesOn} in ${zone} at ${now.toISOString()}`).toEqual(all);
          if (!isOpen) expect(shown?.status).toBe("closed");
          seen[isOpen ? "open" : "closed"]++;
        }
        expect(seen).toEqual({ open: AROUND, closed: AROUND + 1 });
      }
    },
  );

  test("to the millisecond", async () => {
    await store(posting(1, { closesOn: "2026-11-30" }));
    const end = endOf("2026-11-30", "America/Los_Angeles");
    expect(end.toISOString()).toBe("2026-12-01T08:00:00.000Z");
    expect(await found({}, new Date(end.getTime() - 1))).toEqual([1]);
    expect(await found({}, end)).toEqual([]);
  });
});
