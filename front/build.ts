import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { CUT, cutFont } from "./font";

const MARK = ".next/source-digest";
const SOURCES = [
  "app",
  "components",
  "domain",
  "server",
  "front/font.ts",
  "db",
  "data",
  "public",
  "next.config.js",
  "proxy.ts",
  "postcss.config.mjs",
  "tsconfig.json",
  "package-lock.json",
];

/** Builds the site unless the build at hand was made from these very sources. Returns whether it built; throws when the build fails. */
export async function buildIfNeeded(): Promise<boolean> {
  const digest = sourceDigest();
  if (fs.existsSync(MARK) && fs.readFileSync(MARK, "utf8") === digest) return false;
  await cutFont();
  const run = spawnSync(process.execPath, ["node_modules/next/dist/bin/next", "build"], {
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
  });
  if (run.status !== 0) throw new Error(`the build failed with exit code ${run.status}`);
  fs.writeFileSync(MARK, digest);
  return true;
}

/** sha256 over the names and bytes of all that goes into a build. */
function sourceDigest(): string {
  const hash = createHash("sha256");
  for (const file of SOURCES.flatMap(filesUnder))
    hash.update(file).update("\0").update(fs.readFileSync(file));
  return hash.digest("hex");
}

function filesUnder(place: string): string[] {
  if (!fs.existsSync(place)) return [];
  if (fs.statSync(place).isFile()) return place === CUT ? [] : [place];
  return fs
    .readdirSync(place)
    .sort()
    .flatMap((name) => filesUnder(path.join(place, name)));
}
