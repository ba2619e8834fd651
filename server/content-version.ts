import { createHash } from "node:crypto";

/** The name of a content in tags and addresses: 22 signs of the digest, which no other content has. */
export const contentVersion = (content: string | Buffer): string =>
  createHash("sha256").update(content).digest("base64url").slice(0, 22);
