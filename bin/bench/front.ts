import os from "node:os";
import type { Measured } from "../bench";
import { edits } from "./front-edits";
import { hits } from "./front-hits";
import { lighthouse } from "./front-lighthouse";
import { memory } from "./front-memory";
import { misses } from "./front-misses";
import { overload } from "./front-overload";
import { isQuick, newPairs, type Site, startSite } from "./front-site";
import { wire } from "./front-wire";
import { withFolder } from "./program";

type Say = (text: string) => void;
const parts: Record<string, (site: Site, folder: string, say: Say) => Promise<Measured[]>> = {
  wire: (site, _, say) => wire(site, say),
  lighthouse,
  hits,
  misses: (site, _, say) => misses(site, say),
  edits,
  overload: (site, _, say) => overload(site, newPairs(site.roles), say),
  memory: (site, _, say) => memory(site, say),
};

/**
 * The street door against the numbers that it has to reach, on a site and machine of one's own. Each part has a site
 * started anew. `BENCH_PARTS=hits,wire` runs some of them, `BENCH_QUICK=1` only tries whether they run.
 */
export const frontBench = (say: Say): Promise<Measured[]> =>
  withFolder(async (folder) => {
    const [{ model = "unknown processor" } = {}] = os.cpus();
    say(
      `${os.cpus().length} × ${model}, ${(os.totalmem() / 1e9).toFixed(0)} GB, Node ${process.versions.node}`,
    );
    if (isQuick) say("A quick run: what it measures means nothing.");
    const measured: Measured[] = [];
    for (const name of process.env.BENCH_PARTS?.split(",") ?? Object.keys(parts)) {
      const part = parts[name];
      if (!part) throw new Error(`no part is named "${name}"; there are ${Object.keys(parts).join(", ")}`);
      say(`-- ${name}`);
      const site = await startSite(folder);
      try {
        measured.push(...(await part(site, folder, say)));
      } catch (error) {
        // The numbers of the other parts are half an hour's work.
        say((error as Error).message);
        measured.push({ what: `all of ${name}`, value: Number.NaN, limit: 0, unit: "numbers" });
      } finally {
        await site.stop();
      }
    }
    return measured;
  });
