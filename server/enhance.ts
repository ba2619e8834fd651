import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { contentVersion } from "./content-version";

const script = fs.readFileSync(path.resolve("public/enhance.js"));

/** What a page says of `public/enhance.js`, and its policy by the same words: only the file of this start runs. */
export const enhanceIntegrity: string = `sha256-${createHash("sha256").update(script).digest("base64")}`;

/** Its address, which names the content: a copy that a browser keeps is the right one for as long as it is asked for. */
export const enhanceAddress: string = `/enhance.js?v=${contentVersion(script)}`;
