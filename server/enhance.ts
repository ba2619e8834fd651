import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";

const digest = createHash("sha256")
  .update(fs.readFileSync(path.resolve("public/enhance.js")))
  .digest();

/** What a page says of `public/enhance.js`, and its policy by the same words: only the file of this start runs. */
export const enhanceIntegrity: string = `sha256-${digest.toString("base64")}`;

/** Its address, which names the content: a copy that a browser keeps is the right one for as long as it is asked for. */
export const enhanceAddress: string = `/enhance.js?v=${digest.toString("base64url").slice(0, 22)}`;
