import { createHash } from "node:crypto";
import { likelyNext } from "@/domain/likely-next";
import { enhanceIntegrity } from "./enhance";

/** Where browsers tell of what a policy refused. */
export const REPORTS = "/policy-reports";

/** The development server evaluates code and injects styles; the built site does neither. */
const development = process.env.NODE_ENV === "development";

const rest = [
  `style-src 'self'${development ? " 'unsafe-inline'" : ""}`,
  ...(development
    ? []
    : ["style-src-attr 'none'", "require-trusted-types-for 'script'", "trusted-types 'none'"]),
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "object-src 'none'",
  // The newer `report-to` waits up to a minute before it tells, and Firefox has only learned it lately.
  `report-uri ${REPORTS}`,
];

const policy = (scripts: string) => ["default-src 'none'", `script-src ${scripts}`, ...rest].join("; ");

/** By its content as well: Chromium no longer takes the keyword for rules of any content. */
const likelyNextIntegrity = `sha256-${createHash("sha256").update(likelyNext).digest("base64")}`;

/** The content security policy of public documents: the same for each, so that they can be kept; no script but our one file by its content, and rules of what may be fetched ahead, which are data. */
export const documentPolicy = policy(
  `'${enhanceIntegrity}' '${likelyNextIntegrity}'${development ? " 'unsafe-eval'" : ""}`,
);

/** That of all other pages: scripts that carry a nonce made for this one answer. */
export const pagePolicy = (nonce: string): string =>
  policy(`'nonce-${nonce}' 'strict-dynamic' '${enhanceIntegrity}'${development ? " 'unsafe-eval'" : ""}`);
