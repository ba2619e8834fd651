import { eq } from "drizzle-orm";
import NextAuth from "next-auth";
import { connection } from "@/db/client";
import { people, sessions } from "@/db/schema";
import { mailAddress } from "@/domain/mail-address";
import {
  authOptions,
  newSessionToken,
  outsideProviders,
  ownPath,
  sessionCookie,
  sessionEnd,
  sha256,
  storeSession,
} from "@/server/auth";
import type { Outcome, Refused, Values } from "@/server/command";
import { overLimit } from "@/server/rate-limit";
import { appUrl, authSecret, isLocal } from "@/server/settings";

/** What the browser at hand sent with a form of the sign-in pages. */
export type Browser = { address: string; userAgent: string; sessionToken: string | undefined };
/** Where a browser goes next, and the session it now has. */
export type SignedIn = { next: string; session: { name: string; value: string; expires: Date } };

const text = (value: unknown) => (typeof value === "string" ? value : "");
const refuse = (values: Values, formError: string | null, email?: string): Refused => ({
  ok: false,
  formError,
  fieldErrors: email ? { email: [email] } : {},
  values,
});

/** What next-auth answers: where it sends the browser, and the cookies it sets. */
type AuthAnswer = { redirect: string; cookies: Map<string, string>; cookieLines: string[] };

/** Runs one of next-auth's own steps as its advanced initialization allows: with a request and a response made here. */
async function auth(
  [action, provider]: [action: string, provider: string],
  request: {
    query?: Record<string, string>;
    body?: Record<string, string>;
    cookies?: Record<string, string>;
  },
): Promise<AuthAnswer> {
  const headers = new Map<string, unknown>();
  const response = {
    status: () => response,
    getHeader: (name: string) => headers.get(name.toLowerCase()),
    setHeader(name: string, value: unknown) {
      headers.set(name.toLowerCase(), value);
      return response;
    },
    end: () => {},
    send: () => {},
    json: () => {},
  };
  const { query = {}, body = {}, cookies = {} } = request;
  const incoming = {
    method: "POST",
    headers: {},
    query: { ...query, nextauth: [action, provider] },
    body,
    cookies,
  };
  await NextAuth(incoming as never, response as never, authOptions());
  const cookieLines = [headers.get("set-cookie") ?? []].flat() as string[];
  const set = new Map<string, string>();
  for (const line of cookieLines) {
    const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    set.set(name, decodeURIComponent(value));
  }
  return { redirect: String(headers.get("location") ?? ""), cookies: set, cookieLines };
}

/** next-auth compares a form's token with its cookie; here both are made on the spot, since the origin is checked already. */
function begin(provider: string, body: Record<string, string>): Promise<AuthAnswer> {
  const csrfToken = newSessionToken();
  const csrfCookie = authOptions().cookies?.csrfToken?.name ?? "";
  return auth(["signin", provider], {
    body: { ...body, csrfToken },
    cookies: { [csrfCookie]: `${csrfToken}|${sha256(`${csrfToken}${authSecret()}`)}` },
  });
}

/** Where next-auth would lead to its own page of errors, the sign-in page says it instead. */
export const withoutAuthError = (location: string): string =>
  /[?&]error=/.test(location) ? new URL("/sign-in?problem=outside", appUrl).href : location;

/** Sends the browser to a provider that is set up, with the cookies that bind the answer to it; undefined for any other. */
export async function beginOutside(
  provider: string,
  next: unknown,
): Promise<{ location: string; cookieLines: string[] } | undefined> {
  if (!outsideProviders.some(({ id }) => id === provider)) return undefined;
  const { redirect, cookieLines } = await begin(provider, { callbackUrl: ownPath(next) });
  return { location: withoutAuthError(redirect), cookieLines };
}

/** Mails a link that signs in. The answer is the same for an address that is known here and one that is not. */
export async function requestSignInLink(
  fields: Record<string, unknown>,
  browser: Browser,
): Promise<Outcome<{ next: string }>> {
  const values = { email: text(fields.email), next: text(fields.next) };
  const email = mailAddress(values.email);
  if (!email)
    return refuse(
      values,
      null,
      values.email.trim() === ""
        ? "Enter your mail address."
        : "Enter a plain mail address, such as name@example.org.",
    );
  const wait = await overLimit([
    { name: "sign-in-address", key: browser.address, points: 30, seconds: 3600 },
    { name: "sign-in-email", key: email, points: 5, seconds: 900 },
  ]);
  if (wait) return refuse(values, `Too many links were asked for. Please wait ${wait} and try again.`);
  const answer = await begin("email", { email, callbackUrl: ownPath(values.next) });
  if (answer.redirect.includes("error="))
    return refuse(values, "The link could not be made. Please try again.");
  return { ok: true, value: { next: ownPath(values.next) } };
}

/** Signs in by a mailed link: once, within its time. A session that the browser brought ends, whoever's it was. */
export async function confirmSignIn(
  fields: Record<string, unknown>,
  browser: Browser,
): Promise<Outcome<SignedIn>> {
  const [email, token] = [mailAddress(text(fields.email)), text(fields.token)];
  const used = "This link is used or out of date. Ask for a new one.";
  const wait = await overLimit([
    { name: "sign-in-confirm", key: browser.address, points: 60, seconds: 3600 },
  ]);
  if (wait) return refuse({}, `Too many tries. Please wait ${wait} and try again.`);
  if (!email || !/^[0-9a-f]{64}$/.test(token)) return refuse({}, used);
  const answer = await auth(["callback", "email"], {
    query: { email, token, callbackUrl: ownPath(fields.next) },
  });
  const session = answer.cookies.get(sessionCookie);
  if (!session) return refuse({}, used);
  await settle(session, browser);
  return { ok: true, value: signedIn(session, fields.next) };
}

/** Signs a demo person in, on one's own machine alone. */
export async function signInDemo(
  fields: Record<string, unknown>,
  browser: Browser,
): Promise<Outcome<SignedIn>> {
  const { db } = await connection();
  const [person] = await db
    .select()
    .from(people)
    .where(eq(people.id, text(fields.person)));
  if (!isLocal || !person?.email.endsWith("@demo.example"))
    return refuse({}, "There is no such demo person.");
  const token = newSessionToken();
  await storeSession(token, person.id, sessionEnd(), "");
  await settle(token, browser);
  return { ok: true, value: signedIn(token, fields.next) };
}

const signedIn = (value: string, next: unknown): SignedIn => ({
  next: ownPath(next),
  session: { name: sessionCookie, value, expires: sessionEnd() },
});

/** Notes the browser with its new session, and ends the one it had. */
async function settle(token: string, { userAgent, sessionToken }: Browser) {
  const { transaction } = await connection();
  await transaction(async (tx) => {
    await tx
      .update(sessions)
      .set({ userAgent: userAgent.slice(0, 200) })
      .where(eq(sessions.tokenHash, sha256(token)));
    if (sessionToken) await tx.delete(sessions).where(eq(sessions.tokenHash, sha256(sessionToken)));
  });
}

/** Ends the session of this browser. */
export async function signOut(sessionToken: string | undefined): Promise<void> {
  if (!sessionToken) return;
  const { transaction } = await connection();
  await transaction((tx) => tx.delete(sessions).where(eq(sessions.tokenHash, sha256(sessionToken))));
}
