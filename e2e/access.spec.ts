import { randomBytes, randomUUID } from "node:crypto";
import fs from "node:fs";
import { expect, test } from "@playwright/test";
import { type Actor, actions, addresses, type Grant, may, type Thing, type Verb } from "@/domain/access";
import { postingPath } from "@/domain/posting-view";
import {
  type Ask,
  actionName,
  ask,
  type Fields,
  nativeForm,
  type Reply,
  routeName,
  scriptedForm,
} from "./ask";
import { serveWithoutProxy } from "./bare-site";
import { port } from "./place";
import { addEmployer, addPosting, digest, importedDigest, one, removePostings } from "./tables";

/**
 * The access table against the build: every address, in every way it can be asked, and every action, as every
 * kind of actor. Once as built, and once with the proxy taken out, which guards nothing.
 */

test.describe.configure({ mode: "serial", timeout: 600_000 });

type Manifest<T> = Record<string, T>;
const manifest = <T>(name: string): Manifest<T> =>
  JSON.parse(fs.readFileSync(`.next/server/${name}.json`, "utf8"));

test("the tables list every address and action of the build, and no other", () => {
  const routes = Object.keys(manifest("app-paths-manifest")).map(routeName);
  expect(Object.keys(addresses).sort()).toEqual(routes.sort());
  const { node, edge } = manifest<Manifest<never>>("server-reference-manifest");
  expect(edge).toEqual({});
  expect(Object.keys(actions).sort()).toEqual(
    Object.values(node ?? {})
      .map(actionName)
      .sort(),
  );
  expect(Object.keys(manifest("pages-manifest"))).toEqual(["/500"]);
});

const sites: [name: string, start: () => Promise<{ base: string; stop: () => Promise<void> }>][] = [
  ["as built", async () => ({ base: `http://localhost:${port}`, stop: async () => {} })],
  [
    "without its proxy",
    async () => ({ base: `http://localhost:${port + 1}`, stop: await serveWithoutProxy(port + 1) }),
  ],
];

for (const [name, start] of sites)
  test.describe(`the site ${name}`, () => {
    let site: { base: string; stop: () => Promise<void> };
    let world: World;

    test.beforeAll(async () => {
      site = await start();
      const { headers } = await ask(site.base, "/sign-in", {});
      expect(headers.has("content-security-policy")).toBe(name === "as built");
      world = await worldOf(site.base);
    });
    test.afterAll(async () => {
      removePostings("Canary%");
      removePostings("Plain job%");
      await site?.stop();
    });

    test("answers every address as the table says, however it is asked", () =>
      walkAddresses(world, name === "as built"));
    test("changes nothing for anybody without the power, and does for those with it", () =>
      walkActions(world));
  });

// Who asks, and for what.

type Kind = { name: string; actor: Actor; cookie?: string };
/** A text that only some may ever read. */
type Canary = { text: string; readers: string[]; seen: boolean };
type Place = {
  path: string;
  thing?: Thing;
  /** Who asks is the holder of the link in the path, whoever sends the request. */
  holder?: Actor;
  /** Not there for anybody. */
  hidden?: boolean;
  /** The same address of a thing that does not exist; what stands for the thing in both. */
  absent?: { path: string; id: string; nobody: string };
  /** One more state of a thing at an address whose ways are all tried with another. */
  brief?: boolean;
};
type World = {
  base: string;
  kinds: Kind[];
  canaries: Canary[];
  places: Record<string, Place[]>;
  ids: Record<string, string>;
  north: string;
  application: { id: string; token: string };
};

const NOBODY = "00000000-0000-4000-8000-000000000000";
const idsOfActions = () => {
  const { node } =
    manifest<Manifest<{ filename: string; exportedName: string }>>("server-reference-manifest");
  return Object.fromEntries(Object.entries(node ?? {}).map(([id, action]) => [actionName(action), id]));
};

async function worldOf(base: string): Promise<World> {
  const ids = idsOfActions();
  const stamp = randomBytes(4).toString("hex");
  const sent = { origin: base };
  const signIn = async (person: string): Promise<string> => {
    const form = nativeForm(ids["/sign-in#enterDemo"] ?? "", { person, next: "/account" });
    const { status, headers } = await ask(base, "/sign-in", { ...form, headers: sent });
    const [cookie] = /crossroads\.session=[^;]+/.exec(headers.get("set-cookie") ?? "") ?? [];
    if (status !== 303 || !cookie) throw new Error(`no session for ${person}: ${status}`);
    return cookie;
  };
  const north = String(one("select id from employers where slug = 'demo-northfield-works'").id);
  const south = String(one("select id from employers where slug = 'demo-southmoor-partners'").id);
  const kind = async (name: string, grants: Grant[], employerId?: string): Promise<Kind> => {
    const { id, email } = one("select id, email from people where name = ?", name);
    const seats = employerId ? [{ employerId, seat: "owner" as const }] : [];
    return {
      name,
      cookie: await signIn(String(id)),
      actor: { kind: "person", personId: String(id), email: String(email), name, grants, seats },
    };
  };
  const owner = await kind("Demo employer North", [], north);
  const revoked = await signIn(String(one("select id from people where name = 'Demo admin'").id));
  const signedOut = await ask(
    base,
    "/account",
    { ...nativeForm(ids["/sign-in#leave"] ?? "", {}), headers: sent },
    revoked,
  );
  expect(signedOut.status).toBe(303);
  const visitor: Actor = { kind: "visitor" };
  const kinds: Kind[] = [
    { name: "visitor", actor: visitor },
    await kind("Demo seeker", []),
    owner,
    await kind("Demo employer South", [], south),
    await kind("Demo editor", ["editor"]),
    await kind("Demo moderator", ["moderator"]),
    await kind("Demo admin", ["admin"]),
    { name: "an admin signed out", actor: visitor, cookie: revoked },
    {
      name: "a forged session",
      actor: visitor,
      cookie: `crossroads.session=${randomBytes(32).toString("base64url")}`,
    },
  ];

  const staff = ["Demo moderator", "Demo admin"];
  const canaries: Canary[] = [];
  const canary = (text: string, readers: string[]) => {
    canaries.push({ text, readers, seen: false });
    return text;
  };
  const hidden = (state: string, readers: string[], more: Record<string, unknown> = {}) =>
    addPosting(north, canary(`Canary ${state} ${stamp}`, [owner.name, ...readers]), {
      first_posted_at: null,
      ...more,
      state: state === "rejected" ? "closed" : state,
    });
  const now = Date.now();
  const out = (state: string, more: Record<string, unknown> = {}) =>
    addPosting(north, `Plain job ${stamp}`, { state, ...more });
  const unseen = {
    draft: hidden("draft", []),
    in_review: hidden("in_review", staff),
    changes_requested: hidden("changes_requested", staff, { review_message: "Say more." }),
    held: hidden("held", staff, { first_posted_at: now }),
    rejected: hidden("rejected", staff, { close_reason: "rejected", closed_at: now }),
  };
  const live = out("live");
  const seen = {
    live,
    paused: out("paused"),
    closed: out("closed", { close_reason: "filled", closed_at: now }),
  };

  // Somebody applies, whose words are the employer's to read.
  const jobPath = postingPath({ id: live, title: `Plain job ${stamp}` });
  const resume = canary(`Canary resume ${stamp}`, [owner.name]);
  const email = canary(`canary-${stamp}@people.example`, [owner.name]);
  const applied = await ask(base, `${jobPath}/apply`, {
    ...nativeForm(ids["/jobs/[posting]/[slug]/apply#apply"] ?? "", {
      postingId: live,
      name: canary(`Canary Applicant ${stamp}`, [owner.name]),
      email,
      message: canary(`Canary message ${stamp}`, [owner.name]),
      resume: new File([`${resume}\nNine years of night shifts.\n`], "resume.txt", { type: "text/plain" }),
    }),
    headers: sent,
  });
  expect(applied.status).toBe(303);
  const application = String(one("select id from applications where email = ?", email).id);
  const mail = one('select text from outbox_mails where "to" = ?', email);
  const token = /applications\/([\w-]{43})/.exec(String(mail.text))?.[1] ?? "";

  const at = (before: string, after: string, id: string, more: Omit<Place, "path"> = {}): Place => ({
    path: `${before}${id}${after}`,
    absent: { path: `${before}${NOBODY}${after}`, id, nobody: NOBODY },
    ...more,
  });
  const everyState = Object.values({ ...seen, ...unseen });
  const ofDesk = (after: string) =>
    everyState.map((id, i) =>
      at("/employer/postings/", after, id, { thing: { employerId: north }, brief: i > 0 }),
    );
  const ofJob = (after: string, isOut: readonly string[], slug = `/plain-job-${stamp}`) =>
    everyState.map((id, i) =>
      at("/jobs/", `${slug}${after}`, id, { hidden: !isOut.includes(id), brief: i > 0 }),
    );
  const allOut = Object.values(seen);
  const madeUp = randomBytes(32).toString("base64url");
  const places: Record<string, Place[]> = {
    "/admin/queue/[posting]": everyState.map((id, i) =>
      at("/admin/queue/", "", id, { hidden: id === unseen.draft, brief: i > 0 }),
    ),
    "/admin/roles/[role]": [
      {
        path: "/admin/roles/bakers",
        absent: { path: "/admin/roles/no-such-role", id: "bakers", nobody: "no-such-role" },
      },
    ],
    "/api/auth/callback/[provider]": [{ path: "/api/auth/callback/google", hidden: true }],
    "/api/v1/[...nothing]": [{ path: "/api/v1/nothing/here", hidden: true }],
    "/api/v1/compare": [{ path: "/api/v1/compare?roles=bakers,butchers-and-meat-cutters" }],
    "/api/v1/occupations/[soc]": [{ path: "/api/v1/occupations/51-3011" }],
    "/api/v1/releases/[dataset]": [{ path: "/api/v1/releases/price-levels" }],
    "/api/v1/roles/[slug]": [{ path: "/api/v1/roles/bakers" }],
    "/api/v1/titles": [{ path: "/api/v1/titles?q=nurse" }],
    "/applications/[token]": [
      {
        path: `/applications/${token}`,
        holder: { kind: "applicant", applicationId: application },
        thing: { applicationId: application },
      },
      {
        path: `/applications/${application}`,
        thing: { applicationId: application },
        absent: { path: `/applications/${madeUp}`, id: application, nobody: madeUp },
      },
    ],
    "/careers/[role]": [{ path: "/careers/bakers" }],
    "/careers/[role]/next": [{ path: "/careers/bakers/next" }],
    "/careers/[role]/places": [{ path: "/careers/bakers/places" }],
    "/careers/[role]/places/table.csv": [{ path: "/careers/bakers/places/table.csv" }],
    "/careers/[role]/next/table.csv": [{ path: "/careers/bakers/next/table.csv" }],
    "/careers/[role]/picture.png": [{ path: "/careers/bakers/picture.png" }],
    "/compare/[pair]": [{ path: "/compare/bakers-vs-butchers-and-meat-cutters" }],
    "/compare/[pair]/picture.png": [{ path: "/compare/bakers-vs-butchers-and-meat-cutters/picture.png" }],
    "/compare/[pair]/table.csv": [{ path: "/compare/bakers-vs-butchers-and-meat-cutters/table.csv" }],
    "/embed/careers/[role]": [{ path: "/embed/careers/bakers" }],
    "/embed/compare/[pair]": [{ path: "/embed/compare/bakers-vs-butchers-and-meat-cutters" }],
    "/employer/applications/[application]/resume": [
      at("/employer/applications/", "/resume", application, { thing: { employerId: north } }),
    ],
    "/employer/postings/[posting]": ofDesk(""),
    "/employer/postings/[posting]/applicants": ofDesk("/applicants"),
    "/employer/postings/[posting]/check": ofDesk("/check"),
    "/jobs/[posting]": ofJob("", allOut, ""),
    "/jobs/[posting]/[slug]": ofJob("", allOut),
    "/jobs/[posting]/[slug]/apply": ofJob("/apply", allOut),
    "/jobs/[posting]/[slug]/apply/sent": ofJob("/apply/sent", allOut),
    "/jobs/[posting]/[slug]/report": ofJob("/report", [live]),
    // It says the same whatever was reported.
    "/jobs/[posting]/[slug]/report/sent": [{ path: `${jobPath}/report/sent` }],
    "/sitemap/[part]": [{ path: "/sitemap/careers.xml" }],
    "/sign-in/with/[provider]": [{ path: "/sign-in/with/google", hidden: true }],
    "/sources/figure": [{ path: "/sources/figure?of=29-2099&measure=employment" }],
  };
  for (const address of Object.keys(addresses)) {
    if (!address.includes("["))
      places[address] ??= [{ path: address, hidden: addresses[address] === "inner" }];
    if (!places[address]) throw new Error(`say with what thing ${address} is tried`);
  }
  return { base, kinds, canaries, places, ids, north, application: { id: application, token } };
}

// Every address.

type Way = { name: string; init: Ask; of?: (path: string) => string; is: "page" | "data" | "suffix" };
const reading: Way[] = [
  { name: "GET", is: "page", init: {} },
  { name: "RSC", is: "data", init: { headers: { rsc: "1" } } },
  { name: "prefetch", is: "data", init: { headers: { rsc: "1", "next-router-prefetch": "1" } } },
  {
    name: "segment",
    is: "data",
    init: {
      headers: { rsc: "1", "next-router-prefetch": "1", "next-router-segment-prefetch": "/_tree" },
    },
  },
  { name: "x-middleware-subrequest", is: "page", init: { headers: { "x-middleware-subrequest": "proxy" } } },
  { name: "?_rsc=x", is: "page", init: {}, of: (path) => `${path}${path.includes("?") ? "&" : "?"}_rsc=x` },
  { name: ".rsc", is: "suffix", init: {}, of: (path) => suffixed(path, ".rsc") },
  {
    name: ".rsc as RSC",
    is: "suffix",
    init: { headers: { rsc: "1" } },
    of: (path) => suffixed(path, ".rsc"),
  },
  {
    name: ".segments",
    is: "suffix",
    init: {},
    of: (path) => suffixed(path, ".segments/_tree.segment.rsc"),
  },
];
const suffixed = (path: string, suffix: string) =>
  path.replace(/^[^?]*/, (plain) => `${plain === "/" ? "/index" : plain}${suffix}`);

/** A page's bytes without what is made anew for each, and without the name of the thing that was asked for. */
const plain = (body: string, id: string) => body.replace(/nonce(=|":)"[^"]*"/g, "").replaceAll(id, "THING");

const pageOfFile = () => {
  const files = Object.keys(manifest("app-paths-manifest"));
  return new Set(files.filter((file) => file.endsWith("/route")).map(routeName));
};

async function walkAddresses({ base, kinds, canaries, places }: World, isWhole: boolean) {
  const faults: string[] = [];
  const files = pageOfFile();
  let asked = 0;
  const absentReplies = new Map<string, Promise<Reply>>();

  const tryPlace = async (address: string, place: Place, kind: Kind) => {
    const asks = addresses[address] ?? "inner";
    const isFile = files.has(address);
    const isOpenData = address.startsWith("/api/v1/");
    const actor = place.holder ?? kind.actor;
    const isOpen = asks === "public" || asks === "local";
    const has = isOpen || (asks !== "inner" && may(actor, asks, place.thing));
    const signsIn =
      !isOpen &&
      !has &&
      !isFile &&
      asks !== "inner" &&
      asks !== "application.status" &&
      actor.kind === "visitor";
    const verdict = signsIn ? "sign-in" : !has || place.hidden ? "absent" : "shown";
    const send = async (name: string, path: string, init: Ask) => {
      asked += 1;
      const reply = await ask(base, path, init, kind.cookie);
      const where = `${kind.name}: ${name} ${path}`;
      const claim = (isTrue: boolean, words: string) => {
        if (!isTrue) faults.push(`${where}: ${words} (${reply.status})`);
      };
      claim(reply.status < 500, "fails");
      if (asks !== "local")
        for (const canary of canaries) {
          if (!reply.body.includes(canary.text)) continue;
          const isReader = canary.readers.includes(kind.name) && !isOpen;
          if (isReader) canary.seen = true;
          claim(isReader, `tells ${canary.text}`);
        }
      return { reply, claim };
    };

    // A public page is the same page for everybody, so that two kinds try all the ways to it.
    const few = isOpen && !place.hidden && !["visitor", "Demo employer South"].includes(kind.name);
    let first: Reply | undefined;
    for (const way of reading.slice(0, few ? 1 : place.brief ? 2 : reading.length)) {
      const path = way.of?.(place.path) ?? place.path;
      const { reply, claim } = await send(way.name, path, way.init);
      first ??= reply;
      const cache = reply.headers.get("cache-control") ?? "";
      const to = reply.headers.get("location") ?? "";
      if (kind.cookie || !isOpen) claim(/private.*no-store/.test(cache), `may be kept: ${cache}`);
      if (verdict === "shown" && isOpenData && way.name === "?_rsc=x")
        claim(reply.status === 400, "takes an unknown parameter");
      else if (verdict === "shown" && way.is !== "suffix")
        claim(reply.status < 400 && !to.includes("/sign-in"), "is not shown");
      if (verdict === "sign-in") {
        const leads = to.startsWith("/sign-in?next=") || reply.body.includes("/sign-in?next=");
        if (way.is === "page") claim(reply.status === 307 && leads, `leads to ${to}`);
        if (way.name === "RSC") claim(leads, "does not lead to sign-in");
        if (way.is === "suffix") claim(leads || [404, 200].includes(reply.status), `leads to ${to}`);
      }
      if (verdict === "absent") {
        if (way.is === "page" || way.name === "RSC") claim(reply.status === 404, "is not 404");
        if (!place.absent) continue;
        const other = way.of?.(place.absent.path) ?? place.absent.path;
        const key = `${kind.name} ${way.name} ${other}`;
        if (!absentReplies.has(key)) absentReplies.set(key, ask(base, other, way.init, kind.cookie));
        const none = (await absentReplies.get(key)) as Reply;
        const { id, nobody } = place.absent;
        claim(none.status === reply.status, `and ${none.status} for none`);
        claim(plain(none.body, nobody) === plain(reply.body, id), "has other bytes than none");
        const headersOf = ({ headers }: Reply) =>
          JSON.stringify(
            [...headers]
              .filter(([name]) => !/^(date|content-security-policy|content-length)$/.test(name))
              // The font that a page asks for ahead is named with the page's nonce.
              .map(([name, value]) => [name, value.replace(/nonce="[^"]*"/g, "")]),
          );
        claim(
          headersOf(none).replaceAll(nobody, "THING") === headersOf(reply).replaceAll(id, "THING"),
          "has other headers than none",
        );
      }
    }
    if (place.brief) return;

    const own = { origin: base };
    if (!few) {
      const head = await send("HEAD", place.path, { method: "HEAD" });
      head.claim(head.reply.status === first?.status && head.reply.body === "", "HEAD is not as GET");
      const post = await send("POST", place.path, { method: "POST", headers: own });
      post.claim(post.reply.status === (isOpenData ? 405 : 415), "a POST that is no form is not refused");
    }
    for (const origin of [undefined, "null", "https://evil.example", `http://localhost:${port + 7}`]) {
      const headers: Record<string, string> = origin ? { origin } : {};
      const foreign = await send(`POST from ${origin}`, place.path, { method: "POST", headers });
      foreign.claim(foreign.reply.status === (isOpenData ? 405 : 403), "is not refused");
    }
    for (const method of ["PUT", "PATCH", "DELETE"]) {
      const other = await send(method, place.path, { method, headers: own });
      other.claim(other.reply.status === 405, "is not refused");
    }
    const options = await send("OPTIONS", place.path, { method: "OPTIONS" });
    options.claim(
      options.reply.status < 300 ? options.reply.body === "" : [400, 404, 405].includes(options.reply.status),
      "says more",
    );
  };

  const before = digest();
  const work = Object.entries(places).flatMap(([address, list]) =>
    list
      .filter(({ hidden }) => isWhole || hidden || addresses[address] !== "public")
      .flatMap((place) => kinds.map((kind) => () => tryPlace(address, place, kind))),
  );
  const worker = async () => {
    for (let next = work.shift(); next; next = work.shift()) await next();
  };
  await Promise.all(Array.from({ length: 6 }, worker));
  expect(faults, `of ${asked} requests`).toEqual([]);
  expect(canaries.filter(({ seen }) => !seen)).toEqual([]);
  expect(digest()).toBe(before);
  console.log(`${asked} requests to ${Object.keys(places).length} addresses`);
}

// Every action.

type Deed = { action: string; path: string; thing?: Thing; fields: () => Fields; by: string };

async function walkActions({ base, kinds, ids, north, application }: World) {
  const stamp = randomBytes(4).toString("hex");
  const title = `Plain job ${stamp}`;
  const posting = (state: string, more: Record<string, unknown> = {}) =>
    addPosting(north, title, { state, ...more });
  const [owner, moderator, editor] = ["Demo employer North", "Demo moderator", "Demo editor"];
  const desk = (action: string, state: string, more: Fields = {}, page = ""): Deed => {
    const postingId = posting(state, state === "draft" ? { first_posted_at: null } : {});
    return {
      action: `/employer/postings/[posting]${page}#${action}`,
      path: `/employer/postings/${postingId}${page}`,
      thing: { employerId: north },
      fields: () => ({ postingId, ...more }),
      by: owner,
    };
  };
  const queue = (action: string, state: string, more: Fields = {}): Deed => {
    const postingId = posting(state, state === "in_review" ? { first_posted_at: null } : {});
    return {
      action: `/admin/queue/[posting]#${action}`,
      path: `/admin/queue/${postingId}`,
      fields: () => ({ postingId, ...more }),
      by: moderator,
    };
  };
  const role = (action: string, fields: () => Fields): Deed => ({
    action: `/admin/roles/[role]#${action}`,
    path: "/admin/roles/bakers",
    fields: () => ({ role: "bakers", reason: `Tried ${stamp}`, ...fields() }),
    by: editor,
  });
  const version = String(one("select version from postings where id = ?", posting("live")).version);
  const day = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
  const employerId = addEmployer(`Canary employer ${stamp}`);
  const unread = addPosting(employerId, title, { state: "in_review", first_posted_at: null });
  const north1 = kinds.find(({ name }) => name === owner);
  if (north1?.actor.kind !== "person") throw new Error("North is a person");
  const { personId } = north1.actor;
  const second = await ask(base, "/sign-in", {
    ...nativeForm(ids["/sign-in#enterDemo"] ?? "", { person: personId, next: "/account" }),
    headers: { origin: base },
  });
  expect(second.status).toBe(303);
  const sessionId = String(
    one("select id from sessions where person_id = ? order by created_at desc, id desc", personId).id,
  );

  const reported = queue("settleReports", "live", { reason: "It is a job." });
  const { postingId: reportedId = "" } = reported.fields();
  const report = nativeForm(ids["/jobs/[posting]/[slug]/report#sendReport"] ?? "", {
    postingId: reportedId,
    kind: "other",
    note: "Is this a job?",
  });
  const sent = await ask(base, `/jobs/${reportedId}/plain-job/report`, {
    ...report,
    headers: { origin: base },
  });
  expect(sent.status).toBe(303);

  const deeds: Deed[] = [
    {
      action: "/account/sessions#revoke",
      path: "/account/sessions",
      thing: { personId },
      fields: () => ({ sessionId }),
      by: owner,
    },
    desk("save", "draft", { version, title: `${title} b` }),
    desk("pause", "live"),
    desk("resume", "paused"),
    desk("close", "live", { reason: "filled" }),
    desk("renew", "live", { closesOn: day }),
    desk("duplicate", "closed", { key: randomUUID() }),
    desk("publish", "draft", { version }, "/check"),
    {
      action: "/employer/postings/[posting]/applicants#move",
      path: `/employer/postings/${one("select posting_id from applications where id = ?", application.id).posting_id}/applicants`,
      thing: { employerId: north },
      fields: () => ({ applicationId: application.id, version: "0", stage: "reviewing" }),
      by: owner,
    },
    {
      action: "/post#start",
      path: "/post",
      thing: { employerId: north },
      fields: () => ({ key: randomUUID(), employerId: north, title }),
      by: owner,
    },
    queue("approve", "in_review", { version }),
    queue("askForChanges", "in_review", { message: "Say more." }),
    queue("reject", "in_review", { reason: "Not a job." }),
    queue("hold", "live", { reason: "To be read." }),
    queue("release", "held", { version }),
    queue("remove", "live", { reason: "Not a job." }),
    reported,
    {
      action: "/admin/queue/[posting]#verify",
      path: `/admin/queue/${unread}`,
      fields: () => ({ postingId: unread, employerId }),
      by: moderator,
    },
    role("correct", () => ({
      level: "official",
      measure: "annual_wage_mean",
      area: "US",
      value: "43,210",
      low: "",
      high: "",
      text: "",
      source: "Bakery survey",
      sourceUrl: "https://survey.example/2026",
      vintage: "2026",
    })),
    role("revert", () => ({
      correction: String(one("select id from corrections where reason = ?", `Tried ${stamp}`).id),
    })),
    role("edit", () => ({ summary: `Bakers bake. ${stamp}`, duties: "Bake", titles: "", soc: "51-3011" })),
    role("revertPage", () => ({})),
    {
      action: "/employer/new#create",
      path: "/employer/new",
      fields: () => ({
        key: randomUUID(),
        name: `Canary works ${stamp}`,
        about: "It works.",
        size: "12",
        site: "",
        sizeByState: "",
      }),
      by: "Demo seeker",
    },
  ];
  const withdrawal = "/applications/[token]#withdraw";
  const open = Object.keys(actions).filter((action) => {
    const verb = actions[action];
    return verb === "public" || may({ kind: "visitor" }, verb as Verb);
  });
  expect([...deeds.map(({ action }) => action), withdrawal, ...open].sort()).toEqual(
    Object.keys(actions).sort(),
  );

  const faults: string[] = [];
  const forms = [nativeForm, scriptedForm];
  const send = (path: string, action: string, fields: Fields, form: typeof nativeForm, cookie?: string) => {
    const id = ids[action] ?? "";
    const made = form(id, fields);
    return ask(base, path, { ...made, headers: { ...made.headers, origin: base } }, cookie);
  };
  const imported = importedDigest();
  let before = digest();
  const unchanged = (where: string, { status }: Reply) => {
    if (status >= 500) faults.push(`${where}: fails (${status})`);
    const after = digest();
    if (after !== before) faults.push(`${where}: changed something (${status})`);
    before = after;
  };
  for (const { action, path, thing, fields, by } of deeds) {
    const verb = actions[action] as Verb;
    for (const kind of kinds.filter(({ actor }) => !may(actor, verb, thing)))
      for (const form of forms)
        unchanged(
          `${kind.name}: ${action} by a ${form.name}`,
          await send(path, action, fields(), form, kind.cookie),
        );
    const holder = kinds.find(({ name }) => name === by);
    const reply = await send(path, action, fields(), nativeForm, holder?.cookie);
    const after = digest();
    if (reply.status !== 303 || after === before)
      faults.push(`${by}: ${action} did nothing (${reply.status})`);
    before = after;
  }

  // The link alone gives the power, whoever sends the form.
  const held = (token: string) => ({ token });
  for (const kind of kinds)
    for (const token of [application.id, randomBytes(32).toString("base64url")])
      for (const form of forms)
        unchanged(
          `${kind.name}: ${withdrawal} by a ${form.name}`,
          await send(`/applications/${token}`, withdrawal, held(token), form, kind.cookie),
        );
  const withdrawn = await send(
    `/applications/${application.token}`,
    withdrawal,
    held(application.token),
    nativeForm,
  );
  if (withdrawn.status !== 303 || digest() === before)
    faults.push(`the link's holder: ${withdrawal} did nothing (${withdrawn.status})`);
  before = digest();

  for (const action of open) {
    const path = action.replace(/#.*/, "").replace("[posting]/[slug]", `${unread}/job`);
    unchanged(`visitor: ${action} with an empty form`, await send(path, action, {}, nativeForm));
  }
  expect(faults).toEqual([]);
  expect(importedDigest()).toBe(imported);
}
