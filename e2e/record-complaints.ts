import fs from "node:fs";
import { complaintsFile } from "./place";

/**
 * Loaded into the site under test before it starts: keeps what it complains of to whoever runs it, one a line, for
 * e2e/complaints.spec.ts: pages that could not be kept, and what browsers tell that a policy refused.
 */
const complaint = /^(Not kept|Policy report): /;

for (const name of ["warn", "error"] as const) {
  const own = console[name].bind(console);
  console[name] = (...parts: unknown[]) => {
    const line = parts.map(String).join(" ");
    if (complaint.test(line)) fs.appendFileSync(complaintsFile, `${line.replaceAll("\n", " ")}\n`);
    own(...parts);
  };
}
