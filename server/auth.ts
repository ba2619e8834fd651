import { createHash, randomBytes } from "node:crypto";
import { and, eq, gt } from "drizzle-orm";
import type { AuthOptions } from "next-auth";
import type { Adapter, AdapterAccount, AdapterUser } from "next-auth/adapters";
import GoogleProvider from "next-auth/providers/google";
import LinkedInProvider from "next-auth/providers/linkedin";
import { uuidv7 } from "uuidv7";
import { connection } from "@/db/client";
import { accounts, people, sessions, signInLinks } from "@/db/schema";
import { letter } from "@/domain/letter";
import { mailAddress } from "@/domain/mail-address";
import { mailTo, wakeOutbox } from "./mail/outbox";
import { appUrl, authSecret } from "./settings";

// next-auth reads its own address from the environment; the Host header is never asked.
process.env.NEXTAUTH_URL = appUrl.origin;

/** Minutes for which a mailed link signs in. */
export const LINK_MINUTES = 15;
const SESSION_DAYS = 30;
const secure = appUrl.protocol === "https:";

/** `__Host-` binds the cookie to this host over https; browsers refuse that name over http. */
export const sessionCookie = secure ? "__Host-crossroads.session" : "crossroads.session";
const cookie = (name: string) => ({
  name: `${secure ? "__Host-" : ""}crossroads.${name}`,
  options: { httpOnly: true, sameSite: "lax" as const, path: "/", secure },
});

export const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

type PersonRow = typeof people.$inferSelect;
const userOf = (row: PersonRow): AdapterUser => ({
  id: row.id,
  email: row.email,
  name: row.name,
  emailVerified: row.emailVerifiedAt,
});

/** next-auth's view of our tables. Every write goes through `transaction`; session tokens are kept hashed. */
const adapter: Adapter = {
  async createUser(user: Omit<AdapterUser, "id">) {
    const { transaction } = await connection();
    const row: PersonRow = {
      id: uuidv7(),
      email: mailAddress(user.email) ?? "",
      name: user.name ?? null,
      emailVerifiedAt: user.emailVerified,
      createdAt: new Date(),
      suspendedAt: null,
    };
    if (row.email === "") throw new Error("the address is none that we send mail to");
    // Two links of one address used at once make one person.
    await transaction((tx) => tx.insert(people).values(row).onConflictDoNothing());
    return (await adapter.getUserByEmail?.(row.email)) as AdapterUser;
  },
  async getUser(id) {
    const { db } = await connection();
    const [row] = await db.select().from(people).where(eq(people.id, id));
    return row ? userOf(row) : null;
  },
  async getUserByEmail(email) {
    const { db } = await connection();
    const [row] = await db.select().from(people).where(eq(people.email, email));
    return row ? userOf(row) : null;
  },
  async getUserByAccount({ provider, providerAccountId }) {
    const { db } = await connection();
    const [row] = await db
      .select({ person: people })
      .from(accounts)
      .innerJoin(people, eq(people.id, accounts.personId))
      .where(and(eq(accounts.provider, provider), eq(accounts.providerAccountId, providerAccountId)));
    return row ? userOf(row.person) : null;
  },
  async updateUser(user) {
    const { transaction } = await connection();
    if (user.emailVerified)
      await transaction((tx) =>
        tx
          .update(people)
          .set({ emailVerifiedAt: user.emailVerified as Date })
          .where(eq(people.id, user.id)),
      );
    return (await adapter.getUser?.(user.id)) as AdapterUser;
  },
  async linkAccount({ userId, provider, providerAccountId }: AdapterAccount) {
    const { transaction } = await connection();
    await transaction((tx) =>
      tx.insert(accounts).values({ provider, providerAccountId, personId: userId }).onConflictDoNothing(),
    );
  },
  async createSession({ sessionToken, userId, expires }) {
    await storeSession(sessionToken, userId, expires, "");
    return { sessionToken, userId, expires };
  },
  async getSessionAndUser(sessionToken) {
    const { db } = await connection();
    const [row] = await db
      .select({ session: sessions, person: people })
      .from(sessions)
      .innerJoin(people, eq(people.id, sessions.personId))
      .where(and(eq(sessions.tokenHash, sha256(sessionToken)), gt(sessions.expiresAt, new Date())));
    if (!row || row.person.suspendedAt) return null;
    return {
      session: { sessionToken, userId: row.person.id, expires: row.session.expiresAt },
      user: userOf(row.person),
    };
  },
  async updateSession({ sessionToken, expires }) {
    const { transaction } = await connection();
    await transaction((tx) =>
      tx
        .update(sessions)
        .set({ seenAt: new Date(), ...(expires ? { expiresAt: expires } : {}) })
        .where(eq(sessions.tokenHash, sha256(sessionToken))),
    );
    return null;
  },
  async deleteSession(sessionToken) {
    const { transaction } = await connection();
    await transaction((tx) => tx.delete(sessions).where(eq(sessions.tokenHash, sha256(sessionToken))));
  },
  // The link is written with its mail, by sendVerificationRequest.
  async createVerificationToken(token) {
    return token;
  },
  async useVerificationToken({ identifier, token }) {
    const { transaction } = await connection();
    const [link] = await transaction((tx) =>
      tx
        .delete(signInLinks)
        .where(and(eq(signInLinks.email, identifier), eq(signInLinks.tokenHash, token)))
        .returning(),
    );
    return link ? { identifier, token, expires: link.expiresAt } : null;
  },
};

/** Writes a session for a person. The browser's own name is added by whoever knows the request. */
export async function storeSession(token: string, personId: string, expiresAt: Date, userAgent: string) {
  const { transaction } = await connection();
  const now = new Date();
  await transaction((tx) =>
    tx.insert(sessions).values({
      tokenHash: sha256(token),
      id: uuidv7(),
      personId,
      createdAt: now,
      seenAt: now,
      expiresAt,
      userAgent: userAgent.slice(0, 200),
    }),
  );
}

export const newSessionToken = (): string => randomBytes(32).toString("base64url");
export const sessionEnd = (): Date => new Date(Date.now() + SESSION_DAYS * 86_400_000);

/** The path within this site that an address leads to; the account page for anything else. */
export function ownPath(address: unknown): string {
  if (typeof address !== "string" || !URL.canParse(address, appUrl)) return "/account";
  const { origin, pathname, search } = new URL(address, appUrl);
  // A path may itself begin like an address: //evil.example, /\evil.example.
  const isOwn = origin === appUrl.origin && !/^[/\\]{2}/.test(pathname) && !/[\\\p{Cc}]/u.test(address);
  return isOwn ? `${pathname}${search}` : "/account";
}

const key = (name: string) => process.env[name] || undefined;
const [googleId, googleSecret] = [key("GOOGLE_CLIENT_ID"), key("GOOGLE_CLIENT_SECRET")];
const [linkedInId, linkedInSecret] = [key("LINKEDIN_CLIENT_ID"), key("LINKEDIN_CLIENT_SECRET")];

/** Providers that are set up, for the buttons of the sign-in page. */
export const outsideProviders: { id: string; name: string }[] = [
  ...(googleId && googleSecret ? [{ id: "google", name: "Google" }] : []),
  ...(linkedInId && linkedInSecret ? [{ id: "linkedin", name: "LinkedIn" }] : []),
];

/** next-auth's options. The mailed link leads to a page of ours whose button signs in: a scanner that opens it uses nothing up. */
export const authOptions = (): AuthOptions => ({
  adapter,
  secret: authSecret(),
  session: {
    strategy: "database",
    maxAge: SESSION_DAYS * 86_400,
    updateAge: 3_600,
    generateSessionToken: newSessionToken,
  },
  useSecureCookies: secure,
  cookies: {
    sessionToken: cookie("session"),
    callbackUrl: cookie("callback"),
    csrfToken: cookie("csrf"),
    state: cookie("state"),
    pkceCodeVerifier: cookie("pkce"),
    nonce: cookie("nonce"),
  },
  pages: { signIn: "/sign-in", error: "/sign-in", verifyRequest: "/sign-in/sent" },
  providers: [
    {
      id: "email",
      type: "email",
      name: "Email",
      server: "",
      from: "",
      maxAge: LINK_MINUTES * 60,
      options: {},
      normalizeIdentifier(typed) {
        const address = mailAddress(typed);
        if (!address) throw new Error("no mail address");
        return address;
      },
      async sendVerificationRequest({ identifier, token, url, expires }) {
        const path = ownPath(new URL(url).searchParams.get("callbackUrl"));
        const link = new URL("/sign-in/confirm", appUrl);
        link.search = String(new URLSearchParams({ email: identifier, token, next: path }));
        const tokenHash = sha256(`${token}${authSecret()}`);
        const { transaction } = await connection();
        await transaction(async (tx) => {
          const row = { email: identifier, tokenHash, expiresAt: expires };
          // A new link takes the place of the old one, which then no longer works.
          await tx
            .insert(signInLinks)
            .values(row)
            .onConflictDoUpdate({ target: signInLinks.email, set: row });
          await mailTo(tx, identifier, signInLetter(link.href), new Date());
        });
        wakeOutbox();
      },
    },
    ...(googleId && googleSecret ? [GoogleProvider({ clientId: googleId, clientSecret: googleSecret })] : []),
    ...(linkedInId && linkedInSecret
      ? [LinkedInProvider({ clientId: linkedInId, clientSecret: linkedInSecret })]
      : []),
  ],
  callbacks: {
    redirect: ({ url }) => new URL(ownPath(url), appUrl).href,
    session: ({ session, user }) => ({ ...session, user: { ...session.user, id: user.id } }),
  },
});

const signInLetter = (url: string) =>
  letter({
    subject: "Sign in to Crossroads",
    paragraphs: [
      `Somebody, probably you, asked to sign in to Crossroads. The link below opens a page with a button that signs you in. It works once, for ${LINK_MINUTES} minutes.`,
      "If it was not you, leave this mail: without the button nothing happens.",
    ],
    link: { label: "Sign in", url },
  });
