import { desc, eq } from "drizzle-orm";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { connection } from "@/db/client";
import { auditEntries, outboxMails, people, sessions, signInLinks } from "@/db/schema";
import { authOptions, ownPath, sha256 } from "@/server/auth";
import { grantPower } from "./grant";
import { revokeSession } from "./revoke-session";
import { confirmSignIn, requestSignInLink, signOut } from "./sign-in";

const browser = { address: "203.0.113.1", userAgent: "Test browser", sessionToken: undefined };

beforeAll(async () => {
  await (await connection()).migrate();
});

/** The newest link mailed to an address, as its page would send it on. */
async function mailedLink(email: string) {
  const { db } = await connection();
  const [mail] = await db
    .select()
    .from(outboxMails)
    .where(eq(outboxMails.to, email))
    .orderBy(desc(outboxMails.id));
  const url = new URL(/http\S+/.exec(mail?.text ?? "")?.[0] ?? "about:blank");
  return { url, fields: Object.fromEntries(url.searchParams) };
}

async function linkFor(email: string, next = "/employer") {
  // Every test is a browser of its own, so that limits do not add up.
  const outcome = await requestSignInLink({ email, next }, { ...browser, address: email });
  expect(outcome).toMatchObject({ ok: true });
  return (await mailedLink(email)).fields;
}

const userOfToken = async (token: string) =>
  (await authOptions().adapter?.getSessionAndUser?.(token))?.user.email;

describe("signing in by a mailed link", () => {
  test("leads to a page of ours, signs in once, and keeps link and session hashed", async () => {
    const fields = await linkFor("one@people.example");
    const { db } = await connection();
    const [link] = await db.select().from(signInLinks).where(eq(signInLinks.email, "one@people.example"));
    expect(link?.tokenHash).not.toContain(fields.token);
    expect((await mailedLink("one@people.example")).url.pathname).toBe("/sign-in/confirm");

    const outcome = await confirmSignIn(fields, browser);
    if (!outcome.ok) throw new Error(String(outcome.formError));
    expect(outcome.value.next).toBe("/employer");
    const token = outcome.value.session.value;
    expect(await userOfToken(token)).toBe("one@people.example");
    const [session] = await db
      .select()
      .from(sessions)
      .where(eq(sessions.tokenHash, sha256(token)));
    expect(session?.userAgent).toBe("Test browser");

    expect(await confirmSignIn(fields, browser)).toMatchObject({
      ok: false,
      formError: expect.stringContaining("used"),
    });
  });

  test("twenty uses of one link at once sign in one", async () => {
    const fields = await linkFor("twenty@people.example");
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, (_, i) => confirmSignIn(fields, { ...browser, address: `twenty-${i}` })),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test("a link out of date, of another address, or replaced by a newer one signs nobody in", async () => {
    const old = await linkFor("old@people.example");
    const newer = await linkFor("old@people.example");
    expect(await confirmSignIn(old, browser)).toMatchObject({ ok: false });
    expect(await confirmSignIn({ ...newer, email: "one@people.example" }, browser)).toMatchObject({
      ok: false,
    });
    vi.useFakeTimers({ now: Date.now() + 15 * 60_000 + 1000, toFake: ["Date"] });
    try {
      expect(await confirmSignIn(newer, { ...browser, address: "late" })).toMatchObject({ ok: false });
    } finally {
      vi.useRealTimers();
    }
  });

  test("a session that the browser brought ends, and the new one has a token of its own", async () => {
    const first = await confirmSignIn(await linkFor("again@people.example"), browser);
    if (!first.ok) throw new Error("not signed in");
    const planted = first.value.session.value;
    const second = await confirmSignIn(await linkFor("other@people.example"), {
      ...browser,
      sessionToken: planted,
    });
    if (!second.ok) throw new Error("not signed in");
    expect(second.value.session.value).not.toBe(planted);
    expect(await userOfToken(planted)).toBeUndefined();
    await signOut(second.value.session.value);
    expect(await userOfToken(second.value.session.value)).toBeUndefined();
  });

  test.each([
    "",
    "nobody",
    "a@b@people.example",
    "a＠people.example",
    '"a"@people.example',
    "a@people.example,evil@evil.example",
    "a@people.example\r\nBcc: evil@evil.example",
    "a@\u202epeople.example",
    "a@localhost",
    `${"a".repeat(300)}@people.example`,
  ])("no link is mailed to %j, and the text is kept as typed", async (email) => {
    const { db } = await connection();
    const before = (await db.select().from(outboxMails)).length;
    expect(await requestSignInLink({ email }, { ...browser, address: `bad ${email}` })).toMatchObject({
      ok: false,
      values: { email },
      fieldErrors: { email: [expect.stringContaining("mail address")] },
    });
    expect((await db.select().from(outboxMails)).length).toBe(before);
  });

  test("the answer is the same for an address that is known and one that is not", async () => {
    await linkFor("known@people.example");
    const { db } = await connection();
    const known = await requestSignInLink({ email: "known@people.example" }, browser);
    const unknown = await requestSignInLink({ email: "unknown@people.example" }, browser);
    expect(known).toEqual(unknown);
    expect(await db.select().from(people).where(eq(people.email, "unknown@people.example"))).toEqual([]);
  });

  test("too many links for one address are refused in words", async () => {
    for (let i = 0; i < 5; i++) await linkFor("many@people.example");
    expect(
      await requestSignInLink({ email: "many@people.example" }, { ...browser, address: "elsewhere" }),
    ).toMatchObject({ ok: false, formError: expect.stringContaining("wait") });
  });
});

test.each([
  "https://evil.example/",
  "//evil.example",
  "/\\evil.example",
  "\\\\evil.example",
  "https:evil.example",
  "javascript:alert(1)",
  "/\t/evil.example",
  "/a\nb",
  "http://localhost:3000@evil.example/",
  undefined,
  ["/account", "/x"],
])("after signing in nobody is led to %j", (address) => {
  expect(ownPath(address)).toBe("/account");
});

test("after signing in a path of this site is where it was left", () => {
  expect(ownPath("/post?step=2")).toBe("/post?step=2");
});

describe("verbs of people", () => {
  test("a person ends a session of their own, and nobody else's", async () => {
    const mine = await confirmSignIn(await linkFor("mine@people.example"), browser);
    const theirs = await confirmSignIn(await linkFor("theirs@people.example"), browser);
    if (!mine.ok || !theirs.ok) throw new Error("not signed in");
    const { db } = await connection();
    const sessionOf = async (token: string) =>
      (
        await db
          .select()
          .from(sessions)
          .where(eq(sessions.tokenHash, sha256(token)))
      )[0];
    const [own, foreign] = [
      await sessionOf(mine.value.session.value),
      await sessionOf(theirs.value.session.value),
    ];
    const actor = {
      kind: "person",
      personId: own?.personId ?? "",
      email: "mine@people.example",
      name: null,
      grants: [],
      seats: [],
    } as const;
    const person = { ...actor, grants: [], seats: [] };
    const refused = await revokeSession(person, { sessionId: foreign?.id });
    const none = await revokeSession(person, { sessionId: "018f0000-0000-7000-8000-000000000000" });
    expect(refused.ok).toBe(false);
    expect({ ...refused, values: null }).toEqual({ ...none, values: null });
    expect(await revokeSession(person, { sessionId: own?.id })).toMatchObject({ ok: true });
    expect(await sessionOf(mine.value.session.value)).toBeUndefined();
    expect(await sessionOf(theirs.value.session.value)).toBeDefined();
  });

  test("the system and admins grant powers; the audit says who", async () => {
    expect(
      await grantPower({ kind: "visitor" }, { email: "x@people.example", grant: "admin" }),
    ).toMatchObject({ ok: false });
    expect(
      await grantPower({ kind: "system" }, { email: "First@People.example", grant: "admin" }),
    ).toMatchObject({ ok: true, value: { email: "first@people.example" } });
    const { db } = await connection();
    const entries = await db.select().from(auditEntries).where(eq(auditEntries.verb, "person.grant"));
    expect(entries).toMatchObject([{ actorKind: "system", after: { grant: "admin" } }]);
  });

  test("a field that no form has is refused", async () => {
    expect(
      await grantPower({ kind: "system" }, { email: "a@people.example", grant: "admin", personId: "x" }),
    ).toMatchObject({ ok: false });
  });
});
