import { createHash } from "node:crypto";

/**
 * The id that a form's key stands for within a scope, such as an employer: a form that is sent twice makes one
 * thing, and nobody reaches another's thing by its key.
 */
export function idOfKey(scope: string, key: string): string {
  const hex = createHash("sha256").update(`${scope} ${key}`).digest("hex");
  // A UUID of version 8: made of what the application chooses.
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join("-");
}
