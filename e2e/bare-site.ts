import { spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { databaseFile } from "./place";

const PLACE = "var/bare-site";
const PROXIES = "server/functions-config-manifest.json";

/**
 * Serves the finished build a second time, on the same database, with its proxy taken out: what an emptied
 * proxy.ts would build, without building again. Returns how to end it, by its own process. Throws when it does
 * not come up within a minute.
 */
export async function serveWithoutProxy(port: number): Promise<() => Promise<void>> {
  fs.rmSync(PLACE, { recursive: true, force: true });
  fs.mkdirSync(PLACE, { recursive: true });
  for (const name of fs.readdirSync("."))
    if (![".next", ".git", "var"].includes(name)) fs.symlinkSync(path.resolve(name), path.join(PLACE, name));
  fs.cpSync(".next", path.join(PLACE, ".next"), {
    recursive: true,
    verbatimSymlinks: true,
    filter: (source) => source !== path.join(".next", "cache"),
  });
  const manifest = path.join(PLACE, ".next", PROXIES);
  const { functions, ...rest } = JSON.parse(fs.readFileSync(manifest, "utf8"));
  const { "/_middleware": proxy, ...others } = functions;
  if (!proxy) throw new Error(`${PROXIES} of the build names no proxy; look where it is named now`);
  fs.writeFileSync(manifest, JSON.stringify({ ...rest, functions: others }));

  const server = spawn(process.execPath, ["--import", "tsx", "front/start.ts"], {
    cwd: PLACE,
    stdio: ["ignore", "pipe", "inherit"],
    env: {
      ...process.env,
      PORT: String(port),
      DATABASE_URL: `file:${path.resolve(databaseFile)}`,
      DATA_DIR: path.resolve("var"),
    },
  });
  const ended = new Promise<void>((resolve) => server.once("exit", () => resolve()));
  await new Promise<void>((resolve, reject) => {
    const fail = () => reject(new Error("the site without its proxy did not start"));
    const timer = setTimeout(fail, 60_000);
    server.once("exit", fail);
    server.stdout.on("data", (text) => {
      if (!String(text).includes("Serving")) return;
      clearTimeout(timer);
      resolve();
    });
  });
  return async () => {
    server.kill("SIGTERM");
    const timer = setTimeout(() => server.kill("SIGKILL"), 10_000);
    await ended;
    clearTimeout(timer);
  };
}
