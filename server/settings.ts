import { randomBytes } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { isLoopback } from "./loopback";

/** The address people reach the site by. Mails, canonical addresses and checks of origin use it, never the Host header. */
export const appUrl = new URL(process.env.APP_URL || `http://localhost:${process.env.PORT || 3000}`);

/** Whether this is a start on one's own machine: demo people and the readable outbox exist there alone. */
export const isLocal: boolean = isLoopback(appUrl.hostname);

/** Where mail goes out: `smtp://…`; undefined keeps it in the outbox. */
export const smtpUrl: string | undefined = process.env.SMTP_URL || undefined;
export const mailFrom: string = process.env.MAIL_FROM || `Crossroads <no-reply@${appUrl.hostname}>`;

/** Where uploads and the local secret lie: beside the database, never under public/. */
export const dataFolder: string = path.resolve(/* turbopackIgnore: true */ process.env.DATA_DIR || "var");

let secret: string | undefined;
/** The key of tokens and cookies. On one's own machine it is made at first need and kept in the data folder. Throws elsewhere when AUTH_SECRET is missing or short. */
export function authSecret(): string {
  secret ??= process.env.AUTH_SECRET || (isLocal ? localSecret() : "");
  if (secret.length < 32)
    throw new Error("AUTH_SECRET needs 32 characters or more, for example from: openssl rand -base64 32");
  return secret;
}

function localSecret(): string {
  const file = path.join(dataFolder, "auth-secret");
  fs.mkdirSync(dataFolder, { recursive: true });
  try {
    fs.writeFileSync(file, randomBytes(32).toString("base64url"), { flag: "wx", mode: 0o600 });
  } catch (error) {
    // Another process was first: its secret is the one.
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  return fs.readFileSync(file, "utf8");
}
