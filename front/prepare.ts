import { loadBundleIfNeeded } from "@/data/import/bundle";
import { connection } from "@/db/client";
import { databaseUrl } from "@/db/dialect";
import { holdsDemo, loadDemo } from "@/server/demo/load-demo";
import { isLocal } from "@/server/settings";
import { buildIfNeeded } from "./build";
import { cutFont } from "./font";

/** Everything between a fresh clone and a site that can be served: migrate, load the facts, build. A second start repeats none of it. */
export async function prepare(say: (text: string) => void, isDevelopment: boolean): Promise<void> {
  const database = await connection();
  await database.migrate();
  say(`Database ready: ${databaseUrl.replace(/\/\/[^@/]*@/, "//…@")}`);
  const loaded = await loadBundleIfNeeded(database, say);
  say(loaded ? "Official figures loaded from data/bundle" : "Official figures are loaded already");
  if (!isLocal && (await holdsDemo()))
    throw new Error(
      "The database holds demo people, and APP_URL is no address of this machine. Start with a database of its own.",
    );
  if (await loadDemo(new Date())) say("Demo people and postings loaded: this is a start on your own machine");
  if (isDevelopment) await cutFont();
  else say((await buildIfNeeded()) ? "Site built" : "Site is built already");
}
