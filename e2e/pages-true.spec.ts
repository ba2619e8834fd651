import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "@playwright/test";
import { eq } from "drizzle-orm";
import { storeReleases } from "@/data/import/run";
import { openDatabase } from "@/db/client";
import { bump } from "@/db/page-version";
import { postings } from "@/db/schema";
import { documentRead, documentRoutes } from "@/domain/document-route";
import { postingPath } from "@/domain/posting-view";
import type { Answer, Hand } from "./by-hand";
import { OwnSite, sendForm } from "./own-site";
import { ownPorts } from "./place";
import { bakerPosting, inDays } from "./posting-form";

/**
 * Kept pages against the truth: after each edit every address, asked by somebody without a cookie, must answer byte
 * for byte what is made anew for somebody with a cookie of no meaning, who always passes by the store.
 */

test.describe.configure({ mode: "serial", timeout: 600_000 });

let site: OwnSite;
let editor: Hand;
let moderator: Hand;
let north: Hand;

/** Demo postings by number: 1 and on are open; the others are one for each other state. */
const demoPosting = (number: number) => `019a0003-0000-7000-8000-${String(number).padStart(12, "0")}`;
const [DRAFT, IN_REVIEW, PAUSED, HELD, CLOSED, REMOVED, GONE] = [101, 103, 106, 107, 108, 112, 113].map(
  demoPosting,
);
const pathOf = (id: string): string => {
  const [posting] = site.sql<{ id: string; title: string }>(
    "select id, title from postings where id = ?",
    id,
  );
  return postingPath(posting ?? { id, title: "none" });
};

const BAKERS = "/compare/bakers-vs-barbers";
const TITLE = "/compare/medical-secretary-vs-registered-nurses";
const FOUR = "/compare/accountants-and-auditors-vs-actors-vs-bakers-vs-roofers";

/** Views of every route that all readers share, with the status of each. */
const views: [address: string, status: number][] = [
  ["/", 200],
  ["/compare", 200],
  [BAKERS, 200],
  [`${BAKERS}?area=US-CA`, 200],
  [`${BAKERS}?area=US-CA&real=1`, 200],
  [`${BAKERS}?diff=1`, 200],
  [`${BAKERS}?map=jobs`, 200],
  [TITLE, 200],
  [FOUR, 200],
  ["/compare/bakers-vs-wizards", 404],
  ["/careers", 200],
  ["/careers?area=US-OH", 200],
  ["/careers?family=51-0000", 200],
  ["/careers?family=29-0000&area=US-CA&real=1", 200],
  ["/careers?sort=pay&page=2", 200],
  ["/careers?schooling=bachelor&growing=1", 200],
  ["/careers?area=US-ZZ", 404],
  ["/careers/bakers", 200],
  ["/careers/bakers?area=US-CA", 200],
  ["/careers/registered-nurses?area=US-CA&real=1", 200],
  ["/careers/medical-secretary", 200],
  ["/careers/medical-secretaries-and-administrative-assistants", 200],
  ["/careers/receptionists-and-information-clerks", 200],
  ["/careers/wizards", 404],
  ["/careers/bakers/next", 200],
  ["/careers/medical-secretary/next", 200],
  ["/careers/bakers/next?area=US-CA&real=1&steps=2", 200],
  ["/careers/bakers/places", 200],
  ["/careers/bakers/places?kind=metro&page=2", 200],
  ["/careers/registered-nurses/places?area=US-CA", 200],
  ["/jobs", 200],
  ["/jobs?page=2", 200],
  ["/jobs?page=3", 200],
  ["/offer", 200],
  ["/sources", 200],
  ["/sources/figure", 404],
  ["/developers", 200],
];
const statuses = new Map(views);
/** Of the posting that is written below, once it has addresses. */
const addAddress = (address: string, status: number) => statuses.set(address, status);

const sourceOf = ({ headers }: Answer) => String(headers["cache-status"]).replace("crossroads; ", "");

/** Runs work on all, a few at a time, and gives the results in their order. */
async function all<T, R>(things: readonly T[], work: (thing: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const worker = async () => {
    for (let at = next++; at < things.length; at = next++) results[at] = await work(things[at] as T);
  };
  await Promise.all([worker(), worker(), worker(), worker()]);
  return results;
}

/** Where two texts part. */
const partingOf = (kept: string, fresh: string): string => {
  const at = [...kept].findIndex((sign, i) => sign !== fresh[i]);
  const [from, to] = [Math.max(0, at - 40), at + 60];
  return at < 0
    ? `${kept.length} and ${fresh.length} characters`
    : `${kept.slice(from, to)} ≠ ${fresh.slice(from, to)}`;
};

const asSent = ({ status, headers, text }: Answer) => ({
  status,
  text,
  policy: headers["content-security-policy"],
  to: headers.location,
});

/** Compares every address with the truth. Returns where each answer came from. */
async function expectTrue(when: string): Promise<Map<string, string>> {
  const reader = site.hand();
  const addresses = [...statuses.keys()];
  const kept = await all(addresses, (address) => reader.ask(address));
  const fresh = await all(addresses, (address) => reader.ask(address, { headers: { cookie: "a=1" } }));
  const untrue = addresses.flatMap((address, i) => {
    const [a, b] = [kept[i], fresh[i]] as [Answer, Answer];
    expect(sourceOf(b), address).toBe("fwd=bypass");
    expect(b.status, `${address} ${when}`).toBe(statuses.get(address));
    const isTrue = JSON.stringify(asSent(a)) === JSON.stringify(asSent(b));
    return isTrue
      ? []
      : `${address} (${a.status}, ${sourceOf(a)}) is not (${b.status}): ${partingOf(a.text, b.text)}`;
  });
  expect(untrue, when).toEqual([]);
  return new Map(addresses.map((address, i) => [address, sourceOf(kept[i] as Answer)]));
}

/** Expects that every page is kept, so that what comes next meets an old copy of each. */
async function expectKept(): Promise<void> {
  const reader = site.hand();
  const addresses = [...statuses].flatMap(([address, status]) => (status === 308 ? [] : address));
  const again = await all(addresses, async (address) => {
    const source = sourceOf(await reader.ask(address));
    return [address, source === "hit" ? source : sourceOf(await reader.ask(address))];
  });
  expect(again.filter(([, source]) => source !== "hit")).toEqual([]);
}

/** Makes an edit while every page is kept, and compares all at once. Pages of what it has no part in must still be the old ones. */
async function afterEdit(
  what: string,
  edit: () => Promise<unknown>,
  { changes, leaves }: { changes: string[]; leaves: string[] },
): Promise<void> {
  await expectKept();
  await edit();
  const sources = await expectTrue(`after ${what}`);
  const isHit = (address: string) => sources.get(address) === "hit";
  expect(changes.filter(isHit), `changed by ${what}`).toEqual([]);
  expect(
    leaves.filter((address) => !isHit(address)),
    `left alone by ${what}`,
  ).toEqual([]);
}

/** Pages that no posting, employer or figure below has a part in. */
const others = ["/offer", "/sources", "/developers"];
/** And those without open postings among them. */
const ofFigures = [...others, "/", "/careers", "/careers?family=51-0000", "/careers/bakers/next"];

test.beforeAll(async () => {
  site = await OwnSite.start({ name: "true", port: ownPorts.true });
  [editor, moderator, north] = (await Promise.all(
    ["Demo editor", "Demo moderator", "Demo employer North"].map((name) => site.demoPerson(name)),
  )) as [Hand, Hand, Hand];
  for (const [id, status] of [
    [demoPosting(1), 200],
    [IN_REVIEW, 404],
    [DRAFT, 404],
    [PAUSED, 200],
    [HELD, 404],
    [CLOSED, 200],
    [REMOVED, 200],
    [GONE, 410],
    ["00000000-0000-4000-8000-000000000000", 404],
  ] as [string, number][])
    addAddress(pathOf(id), status);
});
test.afterAll(async () => {
  expect(await site?.stop()).toBe(0);
});

test("every document route has an address here, and every parameter that makes another page", () => {
  for (const route of documentRoutes) {
    const own = [...statuses.keys()].filter((address) => documentRead(address)?.route === route);
    expect(own, String(route.path)).not.toEqual([]);
  }
});

test("every page of a document route is kept, and true", async () => {
  await expectTrue("at first");
  await expectKept();
  await expectTrue("once kept");
  expect(site.log).not.toContain("Not kept");
});

test("what an editor writes of a role shows at the next request", async () => {
  const desk = "/admin/roles/medical-secretary";
  const shows = ["/", TITLE, "/careers/medical-secretary", "/careers/medical-secretary/next"];
  await afterEdit(
    "a new title and mapping",
    () =>
      sendForm(editor, desk, "Save the page", {
        summary: "A summary by an editor.",
        titles: "Front desk wizard",
        soc: "43-4171",
        reason: "To see it.",
      }),
    { changes: shows, leaves: [...others, BAKERS, FOUR] },
  );
  await afterEdit("its revert", () => sendForm(editor, desk, "Revert the page", { reason: "Seen." }), {
    changes: shows,
    leaves: [...others, BAKERS, FOUR],
  });
});

const correct = (role: string, measure: string, area: string, values: Record<string, string>) => () =>
  sendForm(editor, `/admin/roles/${role}?area=${area}&correct=${measure}`, "Save the correction", {
    source: "A survey",
    sourceUrl: "https://survey.example/",
    vintage: "2026",
    reason: "It is nearer.",
    ...values,
  });

test("a corrected figure shows at the next request, and its revert", async () => {
  await afterEdit(
    "a correction of nurses",
    correct("registered-nurses", "annual_wage_median", "US", { value: "95000" }),
    {
      changes: [
        "/",
        TITLE,
        "/careers",
        "/careers?sort=pay&page=2",
        "/careers/registered-nurses?area=US-CA&real=1",
      ],
      leaves: [...others, BAKERS, FOUR, "/careers/bakers/places", "/careers/bakers/places?kind=metro&page=2"],
    },
  );
  await afterEdit(
    "corrections in one state, and of schooling",
    async () => {
      await correct("bakers", "employment", "US-CA", { value: "12345" })();
      await correct("barbers", "entry_education", "US", { text: "Bachelor's degree" })();
    },
    {
      changes: [
        BAKERS,
        `${BAKERS}?area=US-CA`,
        "/careers/bakers?area=US-CA",
        "/careers/bakers/places",
        "/careers/bakers/next",
      ],
      leaves: [...others, TITLE],
    },
  );
  await afterEdit(
    "the revert of all",
    async () => {
      for (const role of ["registered-nurses", "bakers", "barbers"])
        await sendForm(editor, `/admin/roles/${role}`, "Why it is reverted", { reason: "Seen." });
    },
    { changes: ["/careers", BAKERS, TITLE], leaves: others },
  );
});

test("each step in the life of a posting shows at the next request", async () => {
  const draft = await sendForm(north, "/post", "Start a draft", { title: "Night baker" });
  const desk = String(draft.headers.location).replace(/\?.*/, "");
  const id = desk.split("/").at(-1) ?? "";
  const first = pathOf(id);
  addAddress(first, 404);
  const save = (values: Record<string, string>) => () => sendForm(north, desk, ">Save<", values);
  const step =
    (button: string, values: Record<string, string> = {}) =>
    () =>
      sendForm(north, desk, `>${button}<`, values);
  const lists = ["/jobs", "/careers/bakers"];
  const leaves = [...others, TITLE, "/careers", "/careers/medical-secretary"];
  await afterEdit(
    "publishing",
    async () => {
      await save(bakerPosting)();
      await sendForm(north, `${desk}/check`, "Publish now");
      addAddress(first, 200);
    },
    { changes: [first, ...lists], leaves },
  );
  const second = first.replace("night-baker", "day-baker");
  await afterEdit(
    "other pay and a new title",
    async () => {
      await save({ payMax: "45000", title: "Day baker" })();
      addAddress(second, 200);
      addAddress(first, 308);
    },
    { changes: [first, ...lists], leaves },
  );
  await afterEdit("a pause", step("Pause"), { changes: [second, ...lists], leaves });
  await afterEdit(
    "going on, and a renewal",
    async () => {
      await step("Resume")();
      await step("Renew", { closesOn: inDays(40) })();
    },
    { changes: [second, ...lists], leaves },
  );
  await afterEdit(
    "being held by reports",
    async () => {
      for (let i = 0; i < 3; i++)
        await sendForm(site.hand(), `${second}/report`, "Send the report", { kind: "fraud", note: "" });
      addAddress(second, 404);
      addAddress(first, 404);
    },
    { changes: [second, ...lists], leaves },
  );
  await afterEdit(
    "its release",
    async () => {
      await sendForm(moderator, `/admin/queue/${id}`, "Release it");
      addAddress(second, 200);
      addAddress(first, 308);
    },
    { changes: [second, ...lists], leaves },
  );
  await afterEdit("closing", step("Close for good", { reason: "filled" }), {
    changes: [second, ...lists],
    leaves,
  });
});

test("what a moderator does shows at the next request", async () => {
  const path = pathOf(IN_REVIEW ?? "");
  const queue = `/admin/queue/${IN_REVIEW}`;
  await afterEdit(
    "approval",
    async () => {
      await sendForm(moderator, queue, "Approve and put it live");
      addAddress(path, 200);
    },
    { changes: [path, "/jobs"], leaves: [...ofFigures, BAKERS, FOUR] },
  );
  await afterEdit("the employer's verification", () => sendForm(moderator, queue, "Verify the employer"), {
    changes: [path, "/jobs"],
    leaves: ofFigures,
  });
  await afterEdit("removal", () => sendForm(moderator, queue, "Remove it", { reason: "A fraud." }), {
    changes: [path, "/jobs"],
    leaves: [...ofFigures, BAKERS, FOUR],
  });
});

test("an application leaves every page as it is", async () => {
  const [open] = site.sql<{ id: string }>(
    "select id from postings where state = 'live' and apply_by = 'here' order by ends_at desc limit 1",
  );
  await afterEdit(
    "an application",
    () =>
      sendForm(site.hand(), `${pathOf(open?.id ?? "")}/apply`, "Send application", {
        name: "Robin Reader",
        email: "robin@people.example",
        message: "Good day.",
      }),
    { changes: [], leaves: [...statuses].flatMap(([address, status]) => (status === 308 ? [] : address)) },
  );
});

const A_SECOND = 1_000;
const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Work in another process, and the second in which it has to show here. */
const soon = (work: () => Promise<unknown>) => async () => {
  const reader = site.hand();
  let isDone = false;
  // Somebody reads until the very end, so that what this process knows of changes is from just before.
  const read = async (): Promise<void> => {
    await reader.ask("/offer");
    if (!isDone) await read();
  };
  const reading = read();
  await work();
  isDone = true;
  await reading;
  await wait(A_SECOND);
};

test("what another process imports, rolls back or writes shows within a second", async () => {
  const other = await openDatabase(String(site.environment.DATABASE_URL));
  const reasons = (text: string) => () =>
    storeReleases(
      other,
      [
        {
          dataset: "ep-reasons",
          tables: [
            { table: "occupation_texts", text: `soc,kind,text,industry\n51-3011,reason,${text},Farms\n` },
          ],
          report: { files: [], rowsKept: { occupation_texts: 1 }, rowsSkipped: {} },
        },
      ],
      () => {},
    );
  const changes = ["/careers/bakers", "/sources"];
  await afterEdit("an import", soon(reasons("More is baked.")), {
    changes,
    leaves: ["/offer", "/developers"],
  });
  await reasons("Less is baked.")();
  expect((await site.hand().ask("/careers/bakers")).status).toBe(200);
  const rollBack = () =>
    promisify(execFile)(
      process.execPath,
      ["--import", "tsx", "bin/crossroads.ts", "rollback", "ep-reasons"],
      { env: site.environment },
    );
  await afterEdit("a roll back", soon(rollBack), { changes, leaves: [] });
  expect((await site.hand().ask("/careers/bakers")).text).toContain("More is baked.");

  // Ended by the clock alone: the minute was set before, and no change is made when it comes.
  const id = demoPosting(2);
  addAddress(pathOf(id), 200);
  const endsAt = new Date(Date.now() + 8_000);
  await other.transaction(async (tx) => {
    await tx.update(postings).set({ endsAt }).where(eq(postings.id, id));
    await bump(tx, ["posting", `posting:${id}`]);
  });
  await other.close();
  await wait(A_SECOND);
  await afterEdit("a minute that came", () => wait(endsAt.getTime() - Date.now() + 5), {
    changes: [pathOf(id), "/jobs"],
    leaves: others,
  });
  expect((await site.hand().ask(pathOf(id))).text).toContain("Closed");
});

test("an edit in another server shows in this one within a second, and nothing old comes back after a restart", async () => {
  const beside = await OwnSite.start({ name: "true-beside", port: ownPorts.trueBeside, beside: site });
  const there = await beside.demoPerson("Demo editor");
  await afterEdit(
    "a correction elsewhere",
    soon(() =>
      sendForm(there, "/admin/roles/bakers?area=US&correct=annual_wage_median", "Save the correction", {
        value: "41230",
        source: "A survey",
        sourceUrl: "https://survey.example/",
        vintage: "2026",
        reason: "It is nearer.",
      }),
    ),
    { changes: [BAKERS, FOUR, "/careers/bakers"], leaves: [...others, TITLE] },
  );
  expect(await beside.stop()).toBe(0);
  expect(await site.stop()).toBe(0);
  site = await OwnSite.start({ name: "true", port: ownPorts.true, beside: site });
  await expectTrue("after a restart");
  await expectKept();
  expect((await site.hand().ask(BAKERS)).text).toContain("$41,230");
});
