import { z } from "zod";
import { isLoopback } from "@/server/loopback";

/** One setting that cannot be started with: its name, why, and what would do. */
export type SettingFault = { name: string; reason: string; example: string };

type Environment = Readonly<Record<string, string | undefined>>;

const SECRET_LENGTH = 32;
/** A random secret of that length has more; a word written over and over has fewer. */
const DISTINCT_SIGNS = 12;

const examples: Record<string, string> = {
  PORT: "PORT=3000",
  DATABASE_URL: "DATABASE_URL=file:var/crossroads.db or postgres://user:password@host/crossroads",
  APP_URL: "APP_URL=https://jobs.example.org",
  AUTH_SECRET: "the output of: openssl rand -base64 32",
  SMTP_URL: "SMTP_URL=smtp://user:password@mail.example.org:587",
  MAIL_FROM: 'MAIL_FROM="Crossroads <no-reply@jobs.example.org>"',
  DATA_DIR: "DATA_DIR=/var/lib/crossroads",
  TRUSTED_PROXIES: "TRUSTED_PROXIES=1",
  PAGE_CACHE_MB: "PAGE_CACHE_MB=192",
  CLUSTER: "CLUSTER=2",
};

const url = (text: string): URL | undefined => (URL.canParse(text) ? new URL(text) : undefined);

/** A setting that may be left out; empty is as if it were. */
const setting = (isRight: (text: string) => boolean, reason: string) =>
  z
    .string()
    .optional()
    .refine((text) => !text || isRight(text), reason);

const wholeNumber = (least: number, most: number) => (text: string) =>
  /^\d{1,5}$/.test(text) && Number(text) >= least && Number(text) <= most;

const settings = z.looseObject({
  PORT: setting(wholeNumber(1, 65_535), "is no whole number from 1 to 65535"),
  DATABASE_URL: setting(
    (text) => /^(file:.|pglite:)/.test(text) || /^postgres(ql)?:$/.test(url(text)?.protocol ?? ""),
    "names neither a SQLite file nor a PostgreSQL database",
  ),
  APP_URL: setting((text) => {
    const address = url(text);
    return (
      address !== undefined &&
      /^https?:$/.test(address.protocol) &&
      [address.username, address.password, address.search, address.hash].every((part) => part === "") &&
      address.pathname === "/"
    );
  }, "is no address of a site: http or https, a host, perhaps a port, and nothing more").refine((text) => {
    const address = url(text || "http://localhost");
    return address === undefined || address.protocol !== "http:" || isLoopback(address.hostname);
  }, "is plain http outside of this machine, where everybody on the way reads sign-in links and applications"),
  SMTP_URL: setting(
    (text) => /^smtps?:$/.test(url(text)?.protocol ?? "") && url(text)?.hostname !== "",
    "is no address of a mail server",
  ),
  MAIL_FROM: setting(
    (text) => /^([^<>\r\n]*<[^@\s<>]+@[^@\s<>]+>|[^@\s<>]+@[^@\s<>]+)$/.test(text),
    "holds no mail address",
  ),
  DATA_DIR: setting((text) => !text.includes("\0"), "holds a sign that no path has"),
  TRUSTED_PROXIES: setting(wholeNumber(0, 10), "is no whole number from 0 to 10"),
  CLUSTER: setting(wholeNumber(1, 64), "is no whole number from 1 to 64"),
  PAGE_CACHE_MB: setting(wholeNumber(1, 65_535), "is no whole number from 1 to 65535"),
});

/**
 * All that is wrong with the settings of a start, so that an operator mends them in one go. Nothing is wrong with a
 * setting that is left out, but a secret outside of one's own machine.
 */
export function settingFaults(environment: Environment): SettingFault[] {
  const { error } = settings.safeParse(environment);
  const found = (error?.issues ?? []).map(({ path, message }): SettingFault => {
    const name = String(path[0]);
    return { name, reason: `is "${environment[name]}", and ${message}`, example: examples[name] ?? "" };
  });
  const secret = secretFault(environment);
  if (secret) found.push({ name: "AUTH_SECRET", reason: secret, example: examples.AUTH_SECRET ?? "" });
  for (const provider of ["GOOGLE", "LINKEDIN"]) {
    const [id, key] = [`${provider}_CLIENT_ID`, `${provider}_CLIENT_SECRET`];
    const [missing, given] = environment[id] ? [key, id] : [id, key];
    if (environment[given] && !environment[missing])
      found.push({
        name: missing,
        reason: `is missing, and ${given} is of no use without it`,
        example: `${missing}=… beside ${given}, or neither`,
      });
  }
  // One line a setting: the first thing that is wrong with it.
  return found.filter(({ name }, at) => found.findIndex((other) => other.name === name) === at);
}

/** The secret itself is told to nobody. */
function secretFault({ AUTH_SECRET: secret, APP_URL: address }: Environment): string | undefined {
  const host = url(address || "http://localhost")?.hostname;
  if (!secret)
    return host === undefined || isLoopback(host)
      ? undefined
      : "is missing, and outside of this machine sign-in links and sessions hang on it";
  if (secret.length < SECRET_LENGTH)
    return `has ${secret.length} characters, and needs ${SECRET_LENGTH} or more`;
  if (new Set(secret).size < DISTINCT_SIGNS || /^(.+?)\1+$/s.test(secret))
    return "repeats itself, so that it can be guessed";
  return undefined;
}

/** What an operator reads of settings that are wrong. */
export const faultsText = (faults: readonly SettingFault[]): string =>
  [
    `Crossroads did not start: ${faults.length === 1 ? "one setting is" : `${faults.length} settings are`} wrong.`,
    ...faults.map(({ name, reason, example }) => `  ${name} ${reason}.\n    Such as: ${example}`),
  ].join("\n");
