import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";

/** What a page says of `public/enhance.js`, and its policy by the same words: only the file of this start runs. */
export const enhanceIntegrity: string = `sha256-${createHash("sha256")
  .update(fs.readFileSync(path.resolve("public/enhance.js")))
  .digest("base64")}`;
