/**
 * Ways from one job to others in one to three steps: when one job may follow another, what makes a way better than
 * another to the same job, and how the best are found. docs/decisions/0014-what-a-step-is.md says why.
 */

/** A code that pay and jobs are published for, as far as ways depend on it; null where it is not known. */
export type Stop = {
  /** 1 little preparation, 5 long preparation. */
  zone: number | null;
  /** Place of the schooling asked for entry among its levels, from 0 for none. */
  schooling: number | null;
  /** Place of the experience in a related job that is asked, from 0 for none. */
  experience: number | null;
  /** Median dollars a year in the place asked for. */
  pay: number | null;
};

/** Two jobs that may be next to each other. */
export type Link = {
  to: number;
  /** Place of the second among those that O*NET relates to the first; null where it names it not. */
  related: number | null;
  /** Share, 0 to 1, of the skills that matter in the second that the first uses at that level; null without ratings. */
  share: number | null;
};

/** Jobs by place, and the links that lead from each. */
export type WayMap = { stops: readonly Stop[]; links: readonly (readonly Link[])[] };

export const MOST_STEPS = 3;
/** Smallest share of the skills that matter which a step may start with. */
const LEAST_SHARE = 0.5;

/** Place of the associate's degree among the levels of schooling. */
export const FIRST_DEGREE = 4;

/** Whether one job may follow another. `limit`: the most schooling that may be asked; null for any. */
export function mayStep(from: Stop, to: Stop, { related, share }: Link, limit: number | null): boolean {
  // What is not known to ask for little might ask for more.
  if (limit !== null && (to.schooling === null || to.schooling > limit)) return false;
  if (isTooFar(from, to)) return false;
  if (share === null ? related === null : share < LEAST_SHARE) return false;
  if (related !== null) return true;
  // Likeness of skills stands neither for experience in a related job, nor for a degree, whose field it does not tell.
  return to.experience === 0 && to.schooling !== null && to.schooling < FIRST_DEGREE;
}

/** At most one job zone up; without zones, no more schooling than before. */
function isTooFar(from: Stop, to: Stop): boolean {
  if (from.zone !== null && to.zone !== null) return to.zone > from.zone + 1;
  return from.schooling === null || to.schooling === null || to.schooling > from.schooling;
}

/**
 * What a way asks, less being better in each; `Infinity` where a part is not known. Two ways to one job have
 * the same pay and jobs at their end, so that these alone tell them apart.
 */
type WayCost = {
  steps: number;
  /** Share of the skills that matter that are missing at the hardest step. */
  missing: number;
  /** The most schooling and experience asked at any step. */
  schooling: number;
  experience: number;
  /** Dollars a year by which the worst-paid stop on the way lies below the first job. */
  loss: number;
};

/** A way: its stops in order, the last being where it leads; the start is not among them. */
export type Way = { stops: number[]; cost: WayCost };

/** Whether a way is as good as another or better in each thing that it asks. */
function isNoWorse(a: WayCost, b: WayCost): boolean {
  return (
    a.steps <= b.steps &&
    a.missing <= b.missing &&
    a.schooling <= b.schooling &&
    a.experience <= b.experience &&
    a.loss <= b.loss
  );
}

/** What a way costs that goes on from another by one link. */
function costAfter(cost: WayCost, from: Stop, start: Stop, to: Stop, { share }: Link): WayCost {
  const lossHere =
    cost.steps === 0
      ? 0
      : start.pay === null || from.pay === null
        ? Number.POSITIVE_INFINITY
        : Math.max(0, start.pay - from.pay);
  return {
    steps: cost.steps + 1,
    missing: Math.max(cost.missing, share === null ? Number.POSITIVE_INFINITY : 1 - share),
    schooling: Math.max(cost.schooling, to.schooling ?? Number.POSITIVE_INFINITY),
    experience: Math.max(cost.experience, to.experience ?? Number.POSITIVE_INFINITY),
    loss: Math.max(cost.loss, lossHere),
  };
}

const FREE: WayCost = { steps: 0, missing: 0, schooling: 0, experience: 0, loss: 0 };

/**
 * For each job that can be reached, the ways that no other way to it is as good as, the best first. A way that is
 * worse than another at a stop stays worse wherever both go on to, so that it is dropped there.
 */
export function waysFrom(map: WayMap, start: number, limit: number | null): Map<number, Way[]> {
  const first = map.stops[start];
  const found = new Map<number, Way[]>();
  if (!first) return found;
  let ends: Way[] = [{ stops: [], cost: FREE }];
  for (let step = 1; step <= MOST_STEPS; step++) {
    const next: Way[] = [];
    for (const { stops, cost } of ends) {
      const at = stops.at(-1) ?? start;
      const from = map.stops[at];
      if (!from) continue;
      for (const link of map.links[at] ?? []) {
        const to = map.stops[link.to];
        // Nor does any way come back to a stop of its own: the way that led there first is as good.
        if (!to || link.to === start) continue;
        if (!mayStep(from, to, link, limit)) continue;
        const costThere = costAfter(cost, from, first, to, link);
        const known = found.get(link.to) ?? [];
        if (known.some((way) => isNoWorse(way.cost, costThere))) continue;
        const way = { stops: [...stops, link.to], cost: costThere };
        // Ways of fewer steps stay: what comes later takes more.
        found.set(link.to, [...known.filter((other) => !isNoWorse(costThere, other.cost)), way]);
        next.push(way);
      }
    }
    ends = next.filter((way) => found.get(way.stops.at(-1) ?? start)?.includes(way));
  }
  for (const ways of found.values()) ways.sort(bestFirst);
  return found;
}

/** Fewest steps first, then the least loss, schooling, experience and new skills. */
function bestFirst({ cost: a, stops: one }: Way, { cost: b, stops: two }: Way): number {
  const keys = ["steps", "loss", "schooling", "experience", "missing"] as const;
  for (const key of keys) if (a[key] !== b[key]) return a[key] - b[key];
  return one.join() < two.join() ? -1 : 1;
}

/** How many ways of one to three steps there are in all, good and bad. */
export function countWays(map: WayMap, start: number, limit: number | null): number {
  const cache = new Map<number, number[]>();
  const nextOf = (at: number): number[] => {
    let next = cache.get(at);
    if (!next) {
      const from = map.stops[at];
      next = (map.links[at] ?? []).flatMap((link) => {
        const to = map.stops[link.to];
        return from && to && link.to !== start && link.to !== at && mayStep(from, to, link, limit)
          ? [link.to]
          : [];
      });
      cache.set(at, next);
    }
    return next;
  };
  const one = nextOf(start);
  let count = one.length;
  for (const first of one) {
    for (const second of nextOf(first)) {
      if (second === first) continue;
      const third = nextOf(second);
      count += 1 + third.length - (third.includes(first) ? 1 : 0);
    }
  }
  return count;
}

/**
 * The likeness (domain/likeness.ts) from which two jobs are next to each other although O*NET does not relate them:
 * that of the closest quarter of those that it relates.
 */
export function alikeBar(likenessOfRelated: readonly number[]): number {
  const inOrder = likenessOfRelated.toSorted((a, b) => a - b);
  return inOrder[Math.floor(inOrder.length * 0.75)] ?? Number.POSITIVE_INFINITY;
}
