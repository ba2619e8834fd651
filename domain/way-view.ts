import { NATION } from "./area";
import { knownLevels } from "./correction";
import { entryLevels, type SchoolingKey, schoolingKeyOf, schoolingPhrase } from "./schooling";
import { FIRST_DEGREE, MOST_STEPS } from "./way";

/** What a reader asks of the ways from a job, kept in the address. */
export type WayView = {
  area: string;
  isReal: boolean;
  /** The most schooling that a step may ask; null where the reader named none. */
  schooling: SchoolingLimit | null;
  sort: WaySort;
  /** Only ways of so many steps, and which page of them; null for the best of each. */
  steps: number | null;
  page: number;
};

export const waySorts = {
  gain: "Most gain in pay first",
  reach: "Fewest new skills first",
  jobs: "Most jobs first",
};
export type WaySort = keyof typeof waySorts;

/** A limit by its name in an address, as all pages name levels; the highest level is no limit. */
export type SchoolingLimit = Exclude<SchoolingKey, "doctoral"> | "any";

/** The most schooling a step may ask, with its place among the levels of entry; null for any. */
export const schoolingLimits: Readonly<Record<SchoolingLimit, { text: string; rank: number | null }>> = {
  none: { text: "No formal schooling", rank: 0 },
  "high-school": { text: "High school at most", rank: 1 },
  "some-college": { text: "Some college at most", rank: 2 },
  certificate: { text: "No degree (a certificate at most)", rank: 3 },
  associate: { text: "Associate’s degree at most", rank: 4 },
  bachelor: { text: "Bachelor’s degree at most", rank: 5 },
  master: { text: "Master’s degree at most", rank: 6 },
  any: { text: "Any schooling", rank: null },
};

type Asked = Readonly<Record<string, string | string[] | undefined>>;

/** The view that an address asks for. What it does not understand is as if it were not there, and named in `notUnderstood`. */
export function wayViewOf(asked: Asked): { view: WayView; notUnderstood: string[] } {
  const one = (name: string) => [asked[name]].flat()[0]?.slice(0, 200) ?? "";
  const notUnderstood: string[] = [];
  const among = <K extends string>(text: string, choices: Record<K, unknown>, what: string): K | null => {
    if (text === "") return null;
    if (Object.hasOwn(choices, text)) return text as K;
    notUnderstood.push(what);
    return null;
  };
  const steps = /^[1-3]$/.test(one("steps")) ? Number(one("steps")) : null;
  return {
    view: {
      area: one("area") || NATION.code,
      isReal: one("real") === "1",
      schooling: among(schoolingKeyOf(one("schooling")) ?? one("schooling"), schoolingLimits, "schooling"),
      sort: among(one("sort"), waySorts, "order") ?? "gain",
      steps,
      page: steps !== null && /^[1-9]\d{0,2}$/.test(one("page")) ? Number(one("page")) : 1,
    },
    notUnderstood,
  };
}

/** The options of an address by name, without those that stand at their default. */
export const wayOptions = ({
  area,
  isReal,
  schooling,
  sort,
  steps,
  page,
}: WayView): Record<string, string> => ({
  ...(area !== NATION.code && { area }),
  ...(isReal && { real: "1" }),
  ...(schooling && { schooling }),
  ...(sort !== "gain" && { sort }),
  ...(steps !== null && { steps: String(steps) }),
  ...(steps !== null && page > 1 && { page: String(page) }),
});

/** The address of the ways from a role, in a view; `below` is the file of them. */
export function wayAddress(slug: string, view: WayView, below = ""): string {
  const query = new URLSearchParams(wayOptions(view)).toString();
  return `/careers/${slug}/next${below}${query && `?${query}`}`;
}

/** Place of a level of experience in a related job among its levels; null for what is none. */
export function experienceRank(level: unknown): number | null {
  const rank = (knownLevels.work_experience_required ?? []).indexOf(String(level));
  return rank < 0 ? null : rank;
}

/**
 * The place of the most schooling that a step may ask; null for any. A reader who names none sees one degree more
 * than the job at hand asks for, so that the list does not begin with surgeons.
 */
export function limitOf(asked: SchoolingLimit | null, own: number | null): number | null {
  if (asked) return schoolingLimits[asked].rank;
  const next = own === null ? null : Math.max(FIRST_DEGREE, own + 1);
  return next === null || next >= entryLevels.length - 1 ? null : next;
}

/** What stands in a form where no schooling is chosen. */
export const unchosenText = (limit: number | null): string =>
  limit === null ? "Any schooling" : "Up to one degree more";

/** "a master’s degree" for the place of a level of schooling. */
export const schoolingOf = (rank: number): string => schoolingPhrase(entryLevels[rank] ?? "") ?? "";

/** One to three, as a heading says it. */
export const stepsText = (steps: number): string => ["One step", "Two steps", "Three steps"][steps - 1] ?? "";

/** The numbers of steps a way may have. */
export const stepCounts: readonly number[] = Array.from({ length: MOST_STEPS }, (_, i) => i + 1);
