import { createHash, randomBytes, randomUUID } from "node:crypto";
import { expect, test } from "@playwright/test";
import type { Answer, Hand } from "./by-hand";
import { OwnSite } from "./own-site";
import { ownPorts } from "./place";

/** Forty people, each with a text that nobody else may ever read, on all pages at once, beside readers without a name. */

test.describe.configure({ mode: "serial", timeout: 300_000 });

const PEOPLE = 40;
const ROUNDS = 10;
const canaryIn = /canary[0-9a-f]{16}/gi;

type Person = { hand: Hand; canary: string; own: string[] };

let site: OwnSite;
let people: Person[];

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

/** Somebody signed in, with an employer, a draft and an applicant, all of which carry their canary. */
function newPerson(): Person {
  const canary = `canary${randomBytes(8).toString("hex")}`;
  const [personId, employerId, postingId, token] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  const now = Date.now();
  const add = (table: string, row: Record<string, unknown>) => {
    const names = Object.keys(row);
    site.sql(
      `insert into ${table} (${names.join(", ")}) values (${names.map(() => "?").join(", ")})`,
      ...Object.values(row),
    );
  };
  const like = (table: string) => site.sql(`select * from ${table} order by id limit 1`)[0];
  add("people", {
    ...{ id: personId, email: `${canary}@people.example`, name: canary },
    ...{ email_verified_at: now, created_at: now, suspended_at: null },
  });
  add("sessions", {
    ...{ token_hash: sha256(token), id: randomUUID(), person_id: personId, user_agent: canary },
    ...{ created_at: now, seen_at: now, expires_at: now + 86_400_000 },
  });
  add("employers", { ...like("employers"), id: employerId, slug: canary, name: canary, about: canary });
  add("members", { employer_id: employerId, person_id: personId, seat: "owner", created_at: now });
  const [draft] = site.sql("select * from postings where state = 'draft' order by id limit 1");
  add("postings", { ...draft, id: postingId, employer_id: employerId, title: canary, description: canary });
  add("applications", {
    ...{ ...like("applications"), id: randomUUID(), posting_id: postingId, token_hash: sha256(randomUUID()) },
    ...{ name: canary, email: `${canary}@people.example`, message: canary },
  });
  const hand = site.hand();
  hand.cookies.set("crossroads.session", token);
  const desk = `/employer/postings/${postingId}`;
  return {
    hand,
    canary,
    own: ["/account", "/account/sessions", "/employer", desk, `${desk}/check`, `${desk}/applicants`],
  };
}

const shared = [
  "/",
  "/compare",
  "/compare/bakers-vs-barbers",
  "/compare/bakers-vs-barbers?area=US-CA",
  "/careers",
  "/careers/bakers",
  "/careers/wizards",
  "/jobs",
  "/jobs/019a0003-0000-7000-8000-000000000001/registered-nurse-surgical-unit",
  "/sources",
];

/** Asks until there is a turn: whom a busy site sends away comes again. */
async function askUntil(hand: Hand, path: string): Promise<Answer> {
  for (let tries = 0; tries < 30; tries++) {
    const answer = await hand.ask(path);
    if (answer.status !== 503) return answer;
    expect(answer.text).not.toMatch(canaryIn);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`${path} is not answered`);
}

const canariesOf = ({ headers, text }: Answer) => [
  ...new Set(`${JSON.stringify(headers)}${text}`.match(canaryIn) ?? []),
];

function expectOwn({ canary }: Person, path: string, answer: Answer, isOwn: boolean): void {
  expect(canariesOf(answer), path).toEqual(isOwn ? [canary] : []);
  expect(answer.headers["cache-control"], path).toContain("no-store");
  expect(answer.headers["cache-control"], path).toContain("private");
  expect(answer.headers["cache-status"] ?? "", path).not.toMatch(/hit|stored|collapsed/);
}

function expectNobodys(path: string, answer: Answer): void {
  expect(canariesOf(answer), path).toEqual([]);
  expect(answer.headers["set-cookie"], path).toBeUndefined();
}

test.beforeAll(async () => {
  site = await OwnSite.start({ name: "private", port: ownPorts.signedIn });
  people = Array.from({ length: PEOPLE }, newPerson);
});
test.afterAll(async () => {
  expect(await site?.stop()).toBe(0);
});

test("nobody reads what is another's, in ten rounds of all pages at once", async () => {
  const stranger = site.hand();
  for (let round = 0; round < ROUNDS; round++)
    await Promise.all([
      ...people.map(async (person, i) => {
        const path = person.own[(i + round) % person.own.length] ?? "";
        expectOwn(person, path, await askUntil(person.hand, path), true);
      }),
      ...people.map(async (person, i) => {
        const path = shared[(i + round) % shared.length] ?? "";
        expectOwn(person, path, await askUntil(person.hand, path), false);
      }),
      ...shared.map(async (path) => expectNobodys(path, await askUntil(stranger, path))),
      // What a reader types is theirs as well, though nobody knows them.
      askUntil(stranger, `/jobs?words=${people[round]?.canary}`).then(({ headers }) => {
        expect(headers["cache-status"]).toBe("crossroads; fwd=bypass");
      }),
    ]);
});

test("nothing of it is kept: not in a page, and not at an address of their own", async () => {
  const stranger = site.hand();
  for (const path of shared) {
    await askUntil(stranger, path);
    const kept = await stranger.ask(path);
    expect(kept.headers["cache-status"], path).toBe("crossroads; hit");
    expectNobodys(path, kept);
  }
  for (const person of people.slice(0, 5))
    for (const path of person.own) {
      const answer = await askUntil(stranger, path);
      expect(
        [canariesOf(answer), answer.headers["cache-control"]?.includes("no-store") ?? true],
        path,
      ).toEqual([[], true]);
    }
  const [first] = people;
  const words = await askUntil(site.hand(), `/jobs?words=${first?.canary}`);
  expect(words.headers["cache-status"]).toBe("crossroads; fwd=bypass");
});
