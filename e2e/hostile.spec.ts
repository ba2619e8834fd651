import { randomUUID } from "node:crypto";
import { crc32 } from "node:zlib";
import { expect, test } from "@playwright/test";
import Database from "better-sqlite3";
import { type Answer, type Fields, type Form, filled, formIn, Hand, multipart, plain } from "./by-hand";
import { elsewhere, markdown, naughty, noAddresses, scripts } from "./naughty";
import { databaseFile, port } from "./place";
import { bakerPosting } from "./posting-form";
import { rows } from "./tables";

/** Bad input through real requests and a real browser: refused in words or of no effect, never a fault, never run. */

const origin = `http://localhost:${port}`;
const stamp = `${Date.now().toString(36)}${Math.floor(Math.random() * 1e6).toString(36)}`;

let count = 0;
/** A network address that nobody else has, so that limits do not meet. */
const newAddress = () => {
  count += 1;
  const [a, b] = [crc32(stamp) & 0xff, crc32(`${stamp}${process.pid}`) & 0xff];
  return `10.${a}.${b}.${count}`;
};
const newHand = () => new Hand(origin, newAddress());
const newMail = (name: string) => `${name}-${++count}-${stamp}-${process.pid}@people.example`;

/** The address in the newest mail that asks somebody to sign in. */
function mailedLink(email: string): URL {
  const [mail] = rows<{ text: string }>(
    "select text from outbox_mails where \"to\" = ? and subject like 'Sign in%' order by id desc limit 1",
    email,
  );
  return new URL(/https?:\/\/\S+/.exec(mail?.text ?? "")?.[0] ?? "about:blank");
}

async function askLink(hand: Hand, email: string, headers?: Record<string, string>): Promise<Answer> {
  const form = formIn((await hand.ask("/sign-in")).text, "Mail me a link");
  return hand.send(filled(form, { email }), { headers });
}

async function confirmForm(hand: Hand, link: URL): Promise<Form> {
  return formIn((await hand.ask(`${link.pathname}${link.search}`)).text, "You are about to sign in");
}

async function signedIn(email: string): Promise<Hand> {
  const hand = newHand();
  expect((await askLink(hand, email)).status).toBe(303);
  const done = await hand.send(await confirmForm(hand, mailedLink(email)));
  expect(done.status).toBe(303);
  return hand;
}

async function demoPerson(name: string): Promise<Hand> {
  const hand = newHand();
  const { text } = await hand.ask("/sign-in");
  const [, person = ""] = new RegExp(`value="([^"]+)"[^>]*>${name}<`).exec(text) ?? [];
  expect((await hand.send(filled(formIn(text, name), { person }))).status).toBe(303);
  return hand;
}

type Boss = { hand: Hand; employerId: string };

async function newBoss(name: string, about = "A place of work."): Promise<Boss> {
  const email = newMail("boss");
  const hand = await signedIn(email);
  const form = formIn((await hand.ask("/employer/new")).text, "Create the employer");
  expect((await hand.send(filled(form, { name, about, size: "25" }))).status).toBe(303);
  const [seat] = rows<{ employer_id: string }>(
    "select employer_id from members join people on people.id = person_id where email = ?",
    email,
  );
  return { hand, employerId: seat?.employer_id ?? "" };
}

async function newDraft({ hand }: Boss, title: string, values: Record<string, string> = {}) {
  const form = formIn((await hand.ask("/post")).text, "Start a draft");
  const started = await hand.send(filled(form, { title }));
  expect(started.status, started.text.slice(0, 300)).toBe(303);
  const desk = String(started.headers.location);
  const id = desk.split("/").at(-1) ?? "";
  const save = filled(formIn((await hand.ask(desk)).text, ">Save<"), { ...bakerPosting, ...values });
  const saved = await hand.send(save);
  expect(saved.status, wordsOf(saved).join()).toBe(303);
  return { desk, id };
}

/** A posting that a moderator has put live. */
async function newLive(boss: Boss, moderator: Hand, title: string, values: Record<string, string> = {}) {
  const { desk, id } = await newDraft(boss, title, values);
  const check = (await boss.hand.ask(`${desk}/check`)).text;
  expect((await boss.hand.send(formIn(check, "Send to review"))).status).toBe(303);
  const queue = `/admin/queue/${id}`;
  const approve = formIn((await moderator.ask(queue)).text, "Approve and put it live");
  expect((await moderator.send(approve)).status).toBe(303);
  const path = String((await boss.hand.ask(`/jobs/${id}`)).headers.location);
  return { desk, id, queue, path };
}

/** What the summary of a refused form says. */
const wordsOf = ({ text }: Answer): string[] => {
  const summary = /<div class="error-summary"[\s\S]*?<\/div>/.exec(text)?.[0] ?? "";
  return [...summary.matchAll(/<li>(?:<a href="[^"]*">)?([^<]*)/g)].map(([, words = ""]) => plain(words));
};

/** Refused as every form is: its own page again, the summary first and with the focus, each line leading to a control that says the same. */
function expectRefused(answer: Answer, what: string): void {
  expect(answer.status, what).toBe(422);
  expect(answer.text, what).toMatch(/<title>Error: /);
  expect(answer.text, what).toMatch(/<div class="error-summary" role="alert" tabindex="-1" autofocus=""/);
  const words = wordsOf(answer);
  expect(words.length, what).toBeGreaterThan(0);
  for (const said of words) expect(said, what).toMatch(/^[A-Z“].*[.?]$/);
  // Between quotation marks stands what was typed.
  expect(words.join(" ").replace(/“[^”]*”/g, ""), what).not.toMatch(
    /Invalid|expected|received|undefined|\bNaN\b/,
  );
}

/** As it arrives: half a character cannot be sent, and ends of line are one sign. */
const asKept = (text: string) => Buffer.from(text).toString().replace(/\r\n?/g, "\n");

/** Runs work on many things, a few at a time. */
async function each<T>(things: readonly T[], work: (thing: T, index: number) => Promise<void>) {
  let next = 0;
  const worker = async () => {
    while (next < things.length) {
      const index = next++;
      await work(things[index] as T, index);
    }
  };
  await Promise.all([worker(), worker(), worker(), worker()]);
}

test("a body that is cut off, too long, of another kind or without an action is refused in words", async () => {
  const hand = newHand();
  const form = formIn((await hand.ask("/sign-in")).text, "Mail me a link");
  const email = newMail("wire");
  const whole = filled(form, { email });
  const { type, body } = multipart(whole.fields);
  const long = multipart(filled(form, { email: "a".repeat(10_000_000) }).fields);
  const medium = multipart(filled(form, { email: "a".repeat(3_000_000) }).fields);
  const action = whole.fields[0]?.[0] ?? "";
  const post = (bytes: Buffer, kind?: string, more: Parameters<Hand["ask"]>[1] = {}) =>
    hand.ask("/sign-in", {
      method: "POST",
      body: [bytes],
      ...more,
      headers: { ...(kind && { "content-type": kind }), ...more.headers },
    });
  const withFields = (...fields: Fields) => hand.send({ ...form, fields });
  const reference = JSON.stringify({ id: action.slice(11), bound: "$@1" });
  const tries: [what: string, status: number, answer: Promise<Answer>][] = [
    ...[1, 20, 60, 90, 200].map((left): [string, number, Promise<Answer>] => [
      `cut off ${left} bytes early`,
      400,
      post(body.subarray(0, body.length - left), type),
    ]),
    ["no bytes at all", 400, post(Buffer.alloc(0), type)],
    ["another boundary", 400, post(body, "multipart/form-data; boundary=zzz")],
    ["no boundary", 415, post(body, "multipart/form-data")],
    ["urlencoded", 415, post(Buffer.from(`email=${email}`), "application/x-www-form-urlencoded")],
    ["JSON", 415, post(Buffer.from(JSON.stringify({ email })), "application/json")],
    ["no kind", 415, post(body)],
    ["10 MB", 413, post(long.body, long.type)],
    ["10 MB without a length", 413, post(long.body, long.type, { chunked: true })],
    ["3 MB without a length", 413, post(medium.body, medium.type, { chunked: true })],
    ["no action", 400, withFields(["email", email])],
    ["two actions", 400, withFields(...whole.fields, [`${action}0`, ""])],
    ["an action of another build", 409, withFields([`$ACTION_ID_${"0".repeat(42)}`, ""], ["email", email])],
    ["an action that is none", 400, withFields(["$ACTION_ID___proto__", ""], ["email", email])],
    [
      "a bound action",
      400,
      withFields(["$ACTION_REF_1", ""], ["$ACTION_1:0", reference], ["$ACTION_1:1", "[1]"]),
    ],
    ["a bound action that is no JSON", 400, withFields(["$ACTION_REF_1", ""], ["$ACTION_1:0", "{{{"])],
    ["a form's state", 400, withFields(...whole.fields, ["$ACTION_KEY", "k"])],
    ...["[]", '["$K1"]', "{{", '["$F1"]'].map((json): [string, number, Promise<Answer>] => [
      `arguments ${json} as scripts send them`,
      415,
      post(Buffer.from(json), "text/plain", { headers: { "next-action": action.slice(11) } }),
    ]),
    ...["PUT", "PATCH", "DELETE"].map((method): [string, number, Promise<Answer>] => [
      method,
      405,
      post(body, type, { method, headers: { origin } }),
    ]),
    ["no Origin", 403, post(body, type, { headers: { origin: "null" } })],
    ["an Origin elsewhere", 403, post(body, type, { headers: { origin: "https://evil.example" } })],
    ["a frame elsewhere", 403, post(body, type, { headers: { "sec-fetch-site": "cross-site" } })],
    ["OPTIONS *", 400, hand.ask("*", { method: "OPTIONS" })],
    ["an address of 20 KB", 431, hand.ask(`/jobs?words=${"a".repeat(20_000)}`)],
    ["a whole address", 400, hand.ask("http://evil.example/sign-in")],
  ];
  for (const [what, status, answer] of tries) {
    const { status: got, text } = await answer;
    expect([got, /^[A-Z].*[.]\n?$/.test(text)], `${what}: ${text.slice(0, 200)}`).toEqual([status, true]);
  }
  expect(rows('select id from outbox_mails where "to" = ?', email)).toEqual([]);

  // What the framework's own scripts would say changes nothing, nor does a name of another host.
  for (const headers of [
    { rsc: "1", "next-router-state-tree": "{}" },
    { "next-action": action.slice(11) },
    { "x-action-forwarded": "1" },
    { host: "evil.example" },
  ] as Record<string, string>[])
    expectRefused(await hand.send(form, { headers }), JSON.stringify(headers));
  expect((await hand.send(whole, { chunked: true })).status).toBe(303);

  const odd = ["%00", "__proto__", "constructor", "%E2%80%AE", "..%2f..%2fetc%2fpasswd", "%F0%9F%92%A9"];
  const places = [
    "/jobs/X",
    "/jobs/X/y",
    "/jobs/X/y/apply",
    "/jobs/X/y/report",
    "/applications/X",
    "/careers/X",
    "/compare/X-vs-X",
    "/api/v1/roles/X",
    "/api/v1/occupations/X",
    "/sign-in/with/X",
    "/api/auth/callback/X",
    "/employer/applications/X/resume",
    "/nowhere/X",
  ];
  for (const place of places)
    for (const name of odd) {
      const path = place.replaceAll("X", name);
      expect((await hand.ask(path)).status, path).toBe(404);
    }
  for (const name of ["%E0%A4%A", "%ED%A0%80", "%"])
    expect((await hand.ask(`/careers/${name}`)).status, name).toBe(400);
});

test("sign-in takes plain addresses alone, and its link works once, in time, whoever looked before", async () => {
  const hand = newHand();
  const form = formIn((await hand.ask("/sign-in")).text, "Mail me a link");
  for (const email of noAddresses) {
    const answer = await hand.send(filled(form, { email }));
    expectRefused(answer, JSON.stringify(email));
    expect(wordsOf(answer), email).toEqual(["Enter a plain mail address, such as name@example.org."]);
    const kept = formIn(answer.text, "Mail me a link").fields.find(([name]) => name === "email")?.[1];
    expect(asKept(String(kept)), email).toBe(asKept(email));
  }
  expect(rows(`select id from outbox_mails where "to" like '%evil%'`)).toEqual([]);

  // The link is of the configured address, whatever Host and its relatives say.
  const email = newMail("link");
  for (const headers of [
    { host: "evil.example" },
    { "x-forwarded-host": "evil.example", "x-forwarded-proto": "https", forwarded: "host=evil.example" },
  ] as Record<string, string>[]) {
    expect((await askLink(newHand(), email, headers)).status).toBe(303);
    expect(mailedLink(email).origin).toBe(origin);
  }
  const link = mailedLink(email);
  const path = `${link.pathname}${link.search}`;

  // A scanner looks first; then twenty come at once, one of them with a cookie that somebody planted.
  const scanner = newHand();
  for (const method of ["GET", "GET", "GET", "HEAD", "HEAD", "HEAD"])
    expect((await scanner.ask(path, { method })).status).toBe(200);
  expect(scanner.cookies.size).toBe(0);
  const hands = Array.from({ length: 20 }, newHand);
  const planted = "planted-by-somebody-else";
  for (const one of hands) one.cookies.set("crossroads.session", planted);
  const confirm = await confirmForm(scanner, link);
  const answers = await Promise.all(hands.map((one) => one.send(confirm)));
  const won = answers.filter(({ status }) => status === 303);
  expect(won).toHaveLength(1);
  for (const answer of answers.filter(({ status }) => status !== 303)) {
    expectRefused(answer, "second use");
    expect(wordsOf(answer)).toEqual(["This link is used or out of date. Ask for a new one."]);
  }
  const ofPerson = "select id from sessions join people on people.id = person_id where email = ?";
  expect(rows(ofPerson.replace("select id", "select sessions.id"), email)).toHaveLength(1);
  const winner = hands[answers.findIndex(({ status }) => status === 303)] as Hand;
  expect(winner.cookies.get("crossroads.session")).not.toBe(planted);
  expect((await winner.ask("/account")).status).toBe(200);
  const attacker = newHand();
  attacker.cookies.set("crossroads.session", planted);
  expect((await attacker.ask("/account")).status).toBe(307);
  expectRefused(await newHand().send(confirm), "replayed");

  // One whose session was planted signs in as themselves, and the planted session ends.
  const planter = await signedIn(newMail("planter"));
  const victim = newHand();
  victim.cookies.set("crossroads.session", planter.cookies.get("crossroads.session") ?? "");
  const own = newMail("victim");
  await askLink(victim, own);
  expect((await victim.send(await confirmForm(victim, mailedLink(own)))).status).toBe(303);
  expect((await victim.ask("/account")).text).toContain(own);
  expect((await planter.ask("/account")).status).toBe(307);

  // A link past its time, one of another address, and one that was replaced.
  const late = newMail("late");
  await askLink(newHand(), late);
  const past = await confirmForm(newHand(), mailedLink(late));
  const db = new Database(databaseFile, { timeout: 10_000 });
  db.prepare("update sign_in_links set expires_at = ? where email = ?").run(Date.now() - 1000, late);
  db.close();
  expectRefused(await newHand().send(past), "expired");
  const [first, second] = [newMail("first"), newMail("second")];
  await askLink(newHand(), first);
  const old = await confirmForm(newHand(), mailedLink(first));
  expectRefused(await newHand().send(filled(old, { email: second })), "another address");
  expectRefused(await newHand().send(filled(old, { token: "0".repeat(64) })), "a guess");
  await askLink(newHand(), first);
  expectRefused(await newHand().send(old), "replaced");
  expect((await newHand().send(await confirmForm(newHand(), mailedLink(first)))).status).toBe(303);

  // Nowhere but to a path of this site.
  const { text } = await hand.ask("/sign-in");
  const [, person = ""] = /value="([^"]+)"[^>]*>Demo seeker</.exec(text) ?? [];
  const demo = filled(formIn(text, "Demo seeker"), { person });
  for (const next of elsewhere) {
    const shown = formIn(
      (await hand.ask(`/sign-in?next=${encodeURIComponent(next)}`)).text,
      "Mail me a link",
    );
    const went = await newHand().send(filled(demo, { next }));
    expect(went.status, next).toBe(303);
    for (const to of [
      String(shown.fields.find(([name]) => name === "next")?.[1]),
      String(went.headers.location),
    ]) {
      expect(to, JSON.stringify(next)).toMatch(/^\/(?![/\\])[^\\\p{Cc}]*$/u);
      expect(new URL(to, origin).origin, JSON.stringify(next)).toBe(origin);
    }
  }
  const mailed = newMail("next");
  const asking = filled(form, { email: mailed, next: "//evil.example" });
  expect((await newHand().send(asking)).status).toBe(303);
  const forged = filled(await confirmForm(newHand(), mailedLink(mailed)), { next: "https://evil.example/x" });
  expect((await newHand().send(forged)).headers.location).toBe("/account");
});

test("known and unknown addresses are answered with the same bytes", async () => {
  const known = newMail("known");
  await signedIn(known);
  const form = formIn((await newHand().ask("/sign-in")).text, "Mail me a link");
  const bytes = new Set<string>();
  for (const email of [known, newMail("unknown"), known, newMail("unknown")]) {
    const answer = await newHand().send(filled(form, { email }));
    const { date, ...headers } = answer.headers;
    expect(date).toBeDefined();
    bytes.add(JSON.stringify([answer.status, headers, answer.text]).replace(/nonce-[^']*/g, ""));
  }
  expect([...bytes]).toHaveLength(1);
});

test("every field of every form takes whatever is typed: kept and explained, or taken; never a fault", async () => {
  test.setTimeout(300_000);
  const boss = await newBoss(`Plain Works ${stamp}`);
  const moderator = await demoPerson("Demo moderator");
  const editor = await demoPerson("Demo editor");
  const live = await newLive(boss, moderator, `Open plain ${stamp}`);
  const draft = await newDraft(boss, `Draft plain ${stamp}`);
  const whole = await newDraft(boss, `Whole plain ${stamp}`);
  const reviewed = await newDraft(boss, `Reviewed plain ${stamp}`);
  await boss.hand.send(formIn((await boss.hand.ask(`${reviewed.desk}/check`)).text, "Send to review"));
  const email = newMail("applicant");
  const apply = filled(formIn((await newHand().ask(`${live.path}/apply`)).text, "Send application"), {
    name: "Ann",
    email,
    message: "Hello.",
  });
  expect((await newHand().send(apply)).status).toBe(303);
  const [mail] = rows<{ text: string }>('select text from outbox_mails where "to" = ?', email);
  const status = new URL(/https?:\/\/\S+/.exec(mail?.text ?? "")?.[0] ?? "about:blank").pathname;

  type Place = [hand: Hand, page: string, button: string, typed: string[], more?: Record<string, string>];
  const pages: Place[] = [
    [newHand(), "/sign-in", "Mail me a link", ["email"]],
    [newHand(), "/sign-in", "Demo seeker", [], { person: "" }],
    [boss.hand, "/employer/new", "Create the employer", ["name", "site", "about", "size", "sizeByState"]],
    [boss.hand, "/post", "Start a draft", ["title"], { employerId: "none" }],
    [
      boss.hand,
      draft.desk,
      ">Save<",
      ["title", "occupation", "city", "payMin", "payMax", "description", "applyUrl", "closesOn"],
    ],
    [boss.hand, live.desk, ">Renew<", ["closesOn"]],
    [boss.hand, live.desk, ">Close for good<", [], { reason: "" }],
    [boss.hand, live.desk, "Duplicate", [], { key: "" }],
    [boss.hand, live.desk, ">Pause<", [], { postingId: "" }],
    [boss.hand, `${whole.desk}/check`, "Send to review", [], { version: "" }],
    [boss.hand, `${live.desk}/applicants`, "Move<", [], { stage: "", version: "" }],
    [newHand(), `${live.path}/apply`, "Send application", ["name", "email", "message"]],
    [newHand(), `${live.path}/report`, "Send the report", ["note"], { kind: "nothing" }],
    [newHand(), status, "Withdraw for good", [], { token: "" }],
    [moderator, `/admin/queue/${reviewed.id}`, ">Ask for changes<", ["message"], { postingId: randomUUID() }],
    [moderator, `/admin/queue/${reviewed.id}`, ">Reject it<", ["reason"], { postingId: randomUUID() }],
    [moderator, `/admin/queue/${reviewed.id}`, ">Approve and put it live<", [], { version: "" }],
    [moderator, `/admin/queue/${live.id}`, ">Hold it<", ["reason"], { postingId: randomUUID() }],
    [moderator, `/admin/queue/${live.id}`, ">Remove it<", ["reason"], { postingId: randomUUID() }],
    [
      editor,
      "/admin/roles/floral-designers?correct=annual_wage_median",
      "Save the correction",
      ["value", "source", "sourceUrl", "vintage", "reason"],
    ],
    [
      editor,
      "/admin/roles/floral-designers",
      "Save the page",
      ["summary", "duties", "titles", "reason"],
      { role: "no-such-role" },
    ],
    [moderator, "/account/sessions", "Sign out", [], { sessionId: "" }],
  ];
  const before = rows("select * from postings where employer_id = ? order by id", boss.employerId);
  let tried = 0;
  const said = new Set<string>();
  for (const [turn, [hand, page, button, typed, more = {}]] of pages.entries()) {
    const opened = await hand.ask(page);
    expect(opened.status, page).toBe(200);
    const form = formIn(opened.text, button);
    // A third of them to each form, by turns, so that every text meets forms of every kind.
    const texts = naughty.filter((_, i) => i % 3 === turn % 3);
    await each(texts, async (text, index) => {
      const what = `${page} ${button} #${index} ${JSON.stringify(text.slice(0, 60))}`;
      // A stage, a version, an id: what a browser sends of itself is typed by hand as well.
      const hidden = Object.fromEntries(
        Object.entries(more).map(([name, value]) => [name, value === "" ? text : value]),
      );
      const values = { ...Object.fromEntries(typed.map((name) => [name, text])), ...hidden };
      const answer = await hand.send(filled(form, values));
      tried += 1;
      if (answer.status === 303) return expect(answer.headers.location, what).toMatch(/^\/(?!\/)/);
      expectRefused(answer, what);
      for (const words of wordsOf(answer)) said.add(words.replace(/[\d,]+|“.*”/g, "…"));
      if (/[<>]/.test(text) && text.length < 1000)
        expect(answer.text.split(text).length - 1, `${what} stands raw in the page`).toBe(0);
      if (typed.length === 0) return;
      const again = formIn(answer.text, button);
      for (const name of typed) {
        const kept = again.fields.find(([known]) => known === name)?.[1];
        expect(asKept(String(kept)) === asKept(text), `${what} ${name}: ${String(kept).slice(0, 80)}`).toBe(
          true,
        );
      }
    });
  }
  const after = rows("select * from postings where employer_id = ? order by id", boss.employerId);
  expect(after).toHaveLength(before.length);
  expect(rows("select id from role_edits where role = 'no-such-role'")).toEqual([]);
  expect(rows("select id from postings where id = ? and state = 'in_review'", reviewed.id)).toHaveLength(1);
  expect(rows("select id from posting_reports where posting_id = ?", live.id)).toEqual([]);

  // Searches: the address says what was typed, and any of it is an answer.
  const asks = [
    "/jobs?words=X",
    "/jobs?place=X",
    "/jobs?pay=X",
    "/jobs?page=X",
    "/careers?q=X",
    "/compare?a=X&b=X",
  ];
  const private_ = [
    "/admin/roles?q=X",
    "/admin/roles/floral-designers?area=X&correct=X&title=X",
    "/admin/log?before=X",
  ];
  await each([...asks, ...private_], async (place) => {
    for (const text of naughty) {
      const typed = encodeURIComponent(asKept(text.slice(0, 700)));
      const hand = place.startsWith("/admin/log") ? moderator : editor;
      const answer = await hand.ask(place.replaceAll("X", typed));
      tried += 1;
      const what = `${place} ${JSON.stringify(text.slice(0, 60))}`;
      expect([200, 307, 308], what).toContain(answer.status);
      if (/[<>]/.test(text)) expect(answer.text.split(text).length - 1, what).toBe(0);
    }
  });
  test
    .info()
    .annotations.push(
      { type: "tried", description: String(tried) },
      { type: "said", description: [...said].sort().join("\n") },
    );
});

test("what people typed never runs in a browser, wherever it is shown", async ({ browser }) => {
  test.setTimeout(120_000);
  const boss = await newBoss(`Script Works ${stamp}`, scripts.join(" ").slice(0, 1900));
  const moderator = await demoPerson("Demo moderator");
  const live = await newLive(boss, moderator, `"><script>window.__x=1</script> ${stamp}`, {
    city: "<img src=x onerror=window.__x=1>",
    description: markdown,
  });
  const applicant = newHand();
  const email = newMail("script");
  const apply = filled(formIn((await applicant.ask(`${live.path}/apply`)).text, "Send application"), {
    name: `<svg onload=window.__x=1>`,
    email,
    message: scripts.join("\n"),
  });
  expect((await applicant.send(apply)).status).toBe(303);
  const report = filled(formIn((await newHand().ask(`${live.path}/report`)).text, "Send the report"), {
    kind: "fraud",
    note: scripts.join("\n").slice(0, 900),
  });
  const reported = await newHand().send(report);
  expect(reported.status, wordsOf(reported).join()).toBe(303);

  const readers: [who: Hand, paths: string[]][] = [
    [newHand(), [live.path, `/jobs?words=${stamp}`, `/jobs?words=${encodeURIComponent(scripts[1] ?? "")}`]],
    [boss.hand, [live.desk, `${live.desk}/check`, `${live.desk}/applicants`, "/employer", "/outbox"]],
    [moderator, [live.queue, "/admin/queue", "/admin/log"]],
  ];
  for (const [who, paths] of readers) {
    const context = await browser.newContext();
    await context.addCookies(
      [...who.cookies].map(([name, value]) => ({ name, value, domain: "localhost", path: "/" })),
    );
    const page = await context.newPage();
    const abroad: string[] = [];
    page.on("request", (request) => {
      if (new URL(request.url()).origin !== origin) abroad.push(request.url());
    });
    for (const path of paths) {
      expect((await page.goto(path))?.status(), path).toBe(200);
      // What would run by being pressed, pointed at or focused.
      const links = page.locator("main a");
      for (const href of await links.evaluateAll((all) => all.map((a) => (a as HTMLAnchorElement).href)))
        expect(href, path).toMatch(/^(https?|mailto):/);
      const handlers = await page
        .locator("*")
        .evaluateAll((all) =>
          all.flatMap((a) => a.getAttributeNames().filter((name) => name.startsWith("on"))),
        );
      expect(handlers, path).toEqual([]);
      expect(await page.evaluate(() => Reflect.get(window, "__x")), path).toBeUndefined();
      expect(await page.locator("main script:not([type='application/ld+json'])").count(), path).toBe(0);
    }
    expect(abroad).toEqual([]);
    await context.close();
  }
});
