import { documentPolicy } from "@/server/policy";
import { appUrl } from "@/server/settings";

/** What every answer of the site says. */
export const siteHeaders: readonly (readonly [name: string, value: string])[] = [
  ["X-Content-Type-Options", "nosniff"],
  ["Referrer-Policy", "strict-origin-when-cross-origin"],
  ["Permissions-Policy", "camera=(), microphone=(), geolocation=()"],
  ["Cross-Origin-Opener-Policy", "same-origin"],
  ...(appUrl.protocol === "https:" ? [["Strict-Transport-Security", "max-age=31536000"] as const] : []),
];

/** What every public document says beside its own length and tag, as a flat list of names and values. */
export const documentHeaders: readonly string[] = [
  ["Content-Type", "text/html; charset=utf-8"],
  // A browser asks each time whether its copy is still true; nobody between it and us keeps one.
  ["Cache-Control", "private, no-cache"],
  ["Vary", "Accept-Encoding, Cookie"],
  ["Content-Security-Policy", documentPolicy],
  ...siteHeaders,
].flat();
