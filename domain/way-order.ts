import type { PayChange } from "./pay-change";
import type { WaySort } from "./way-view";

/** What jobs at the end of ways are put in order by. */
export type Ending = {
  change: PayChange;
  /** Jobs in the place; null where none are published. */
  jobs: number | null;
  /** Share of the skills that matter that are missing at the hardest step; `Infinity` where it is not known. */
  missing: number;
  slug: string;
};

const units = ["dollars a year", "dollars an hour", null];

/** Changes by the year, then those by the hour, which no common unit joins, then those of which nothing is known. */
const byGain = (a: Ending, b: Ending): number =>
  units.indexOf(a.change.unit) - units.indexOf(b.change.unit) ||
  (a.change.unit !== null && b.change.unit !== null ? b.change.order - a.change.order : 0);

const byJobs = (a: Ending, b: Ending): number => (b.jobs ?? -1) - (a.jobs ?? -1);

const byReach = (a: Ending, b: Ending): number =>
  a.missing === b.missing ? 0 : a.missing < b.missing ? -1 : 1;

const orders = { gain: [byGain, byJobs], reach: [byReach, byGain, byJobs], jobs: [byJobs, byGain] };

/** The endings in the order asked for; the same every time. */
export const inWayOrder = <E extends Ending>(endings: readonly E[], sort: WaySort): E[] =>
  endings.toSorted((a, b) => {
    for (const compare of orders[sort]) {
      const found = compare(a, b);
      if (found !== 0) return found;
    }
    return a.slug < b.slug ? -1 : 1;
  });
