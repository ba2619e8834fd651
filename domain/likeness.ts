import type { Rating } from "./profile";

/** What O*NET says of the work of one occupation: ratings as domain/rating.ts combines them, and ids of detailed work activities. */
export type Work = {
  skills: readonly Rating[];
  knowledge: readonly Rating[];
  activities: ReadonlySet<string>;
};

/**
 * How alike the work of two of these is, by their places in the list; the higher, the more alike, and the same in both
 * directions. Null where either has no rated skills. Two parts of about equal reach: the cosine of the levels of
 * skills and the importance of knowledge, each measured by how far it lies from the usual; and the share of work
 * activities that both have, where rare ones count more. `npm run bench -- ways` says how well it finds the
 * occupations that O*NET relates.
 */
export function likenessOf(works: readonly Work[]): (a: number, b: number) => number | null {
  const directions = directionsOf(works);
  const weights = activityWeights(works);
  const whole = works.map(({ activities }) => weightOf(activities, weights));
  return (a, b) => {
    const [one, two] = [directions[a], directions[b]];
    if (!one || !two) return null;
    let cosine = 0;
    for (let i = 0; i < one.length; i++) cosine += (one[i] ?? 0) * (two[i] ?? 0);
    let [less, more] = [works[a]?.activities, works[b]?.activities];
    if (!less || !more || less.size === 0 || more.size === 0) return cosine;
    if (less.size > more.size) [less, more] = [more, less];
    let shared = 0;
    for (const activity of less) if (more.has(activity)) shared += weights.get(activity) ?? 0;
    return cosine + shared / ((whole[a] ?? 0) + (whole[b] ?? 0) - shared);
  };
}

/** Each work as a vector of length one: every rating by how many standard deviations it lies from the mean of all. Undefined without skills. */
function directionsOf(works: readonly Work[]): (Float64Array | undefined)[] {
  const columns = new Map<string, { place: number; values: (number | null)[] }>();
  const put = (key: string, row: number, value: number | null) => {
    let column = columns.get(key);
    if (!column) {
      column = { place: columns.size, values: new Array(works.length).fill(null) };
      columns.set(key, column);
    }
    column.values[row] = value;
  };
  works.forEach(({ skills, knowledge }, row) => {
    if (skills.length === 0) return;
    for (const { element, level } of skills) put(element, row, level);
    for (const { element, importance } of knowledge) put(element, row, importance);
  });
  const vectors = works.map(({ skills }) =>
    skills.length === 0 ? undefined : new Float64Array(columns.size),
  );
  for (const { place, values } of columns.values()) {
    const known = values.filter((value) => value !== null);
    const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
    const spread = Math.sqrt(known.reduce((sum, value) => sum + (value - mean) ** 2, 0) / known.length) || 1;
    vectors.forEach((vector, row) => {
      const value = values[row];
      // What is not rated counts as usual.
      if (vector && value != null) vector[place] = (value - mean) / spread;
    });
  }
  for (const vector of vectors) {
    const length = vector ? Math.hypot(...vector) || 1 : 1;
    vector?.forEach((value, i) => {
      vector[i] = value / length;
    });
  }
  return vectors;
}

/** What one shared activity says: little where many occupations have it. */
function activityWeights(works: readonly Work[]): Map<string, number> {
  const holders = new Map<string, number>();
  for (const { activities } of works)
    for (const activity of activities) holders.set(activity, (holders.get(activity) ?? 0) + 1);
  return new Map([...holders].map(([activity, n]) => [activity, Math.log((works.length + 1) / n)]));
}

const weightOf = (activities: ReadonlySet<string>, weights: ReadonlyMap<string, number>) => {
  let sum = 0;
  for (const activity of activities) sum += weights.get(activity) ?? 0;
  return sum;
};

/** A skill that one occupation uses at a higher level (0 to 7) than another. */
type SkillGap = { element: string; name: string; from: number; to: number };

/** Of the `of` skills that matter in an occupation, how many another uses at that level or near it, and the others, the widest gap first. */
export type SharedSkills = { of: number; held: number; gaps: SkillGap[] };

/** Levels closer than this are taken as the same: half of one of the seven steps of the scale. */
const SAME_LEVEL = 0.5;
/** From here on O*NET calls a skill important (scale of 1 to 5). */
const IMPORTANT = 3;
const FEWEST = 10;

/**
 * How far the skills of one occupation reach for another. What matters there: every skill rated important, and where
 * those are fewer than ten the ten best, with all that are tied with the tenth. Null where either has no levels.
 */
export function sharedSkills(from: readonly Rating[], to: readonly Rating[]): SharedSkills | null {
  const tenth = to.map(({ importance }) => importance).sort((a, b) => b - a)[FEWEST - 1] ?? 0;
  const bar = Math.min(IMPORTANT, tenth);
  const levels = new Map(from.map(({ element, level }) => [element, level]));
  const gaps: SkillGap[] = [];
  let of = 0;
  for (const { element, name, importance, level } of to) {
    const own = levels.get(element);
    if (importance < bar || level === null || own == null) continue;
    of += 1;
    if (level - own >= SAME_LEVEL) gaps.push({ element, name, from: own, to: level });
  }
  if (of === 0) return null;
  gaps.sort((a, b) => b.to - b.from - (a.to - a.from) || (a.element < b.element ? -1 : 1));
  return { of, held: of - gaps.length, gaps };
}
