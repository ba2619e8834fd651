import { count, listed, sentenceCase } from "./amount";
import { type Area, placePhrase } from "./area";
import type { SharedSkills } from "./likeness";
import { changeText, isGain, type PayChange } from "./pay-change";
import type { RoleName } from "./profile";
import { schoolingOf } from "./way-view";

/** What is said of ways in sentences; the figures stand beside them on the page. */

const jobsText = (jobs: number) => (jobs === 1 ? "1 job" : `${count(jobs)} jobs`);
const inWords = ["no", "one", "two", "three", "four"];
export const stepWords = (steps: number): string =>
  `${inWords[steps] ?? steps} ${steps === 1 ? "step" : "steps"}`;

/** "From baker to the next job in Ohio, no degree asked". */
export function wayTitle({ singular }: RoleName, area: Area, limit: string, isAdjusted: boolean): string {
  const place = area.kind === "nation" ? "" : ` ${placePhrase(area)}`;
  return [`From ${singular} to the next job${place}`, limit, isAdjusted && "after prices"]
    .filter(Boolean)
    .join(", ");
}

/** What the limit of schooling leaves in: "ask for a bachelor’s degree at most". Undefined for any. */
const limitPhrase = (limit: number | null): string | undefined =>
  limit === null
    ? undefined
    : limit === 0
      ? "ask for no formal schooling"
      : `ask for ${schoolingOf(limit)} at most`;

type Told = { steps: number; total: number; first: { name: string; change: PayChange } | undefined };

/** How many jobs can be reached, and the first of each number of steps. */
export function shortWays(start: RoleName, limit: number | null, lists: readonly Told[]): string[] {
  const total = lists.reduce((sum, list) => sum + list.total, 0);
  const asked = limitPhrase(limit);
  const parts = lists
    .filter((list) => list.total > 0)
    .map((list) => `${count(list.total)} in ${stepWords(list.steps)}`);
  const lead = `From ${start.singular}, ${jobsText(total)} ${total === 1 ? "is" : "are"} within three steps: ${listed(parts)}.`;
  return [
    asked ? `${lead} Only jobs that ${asked} are counted.` : lead,
    ...lists.flatMap(({ steps, first }) => {
      if (!first || !isGain(first.change)) return [];
      return [
        `First on the list in ${stepWords(steps)}: ${first.name}, ${changeText(first.change)} than ${start.plural}.`,
      ];
    }),
  ];
}

/** Why a step is offered. */
export function whyStep(from: RoleName, related: number | null): string {
  return related === null
    ? `O*NET does not relate it to ${from.plural}, but skills, knowledge and work activities are as alike as those of the closest related jobs.`
    : `O*NET names it among the occupations related to ${from.plural}.`;
}

/** "7 of the 10 skills that matter there"; why that is not known. */
export const heldText = (shared: SharedSkills | null): string =>
  shared ? `${shared.held} of ${shared.of} skills held` : "skills not rated";

/** The skills to gain by name, each with the levels now and there; undefined where nothing is rated. */
export function gapsText(shared: SharedSkills | null): string {
  if (!shared) return "Not known: O*NET rates the skills of one of the two jobs, or of both, not at all.";
  if (shared.gaps.length === 0) return "None: each is used near that level now.";
  return `${shared.gaps
    .map(
      ({ name, from, to }) =>
        `${name}, level ${from.toFixed(1)} to ${to.toFixed(1)} (+${(to - from).toFixed(1)})`,
    )
    .join("; ")}.`;
}

/** "by way of dental assistant and dental hygienist"; empty for none. */
export const byWayOf = (stops: readonly RoleName[]): string =>
  stops.length === 0 ? "" : `by way of ${listed(stops.map(({ singular }) => singular))}`;

/** The pay of a job against that of the start, as a sentence of its own. */
export function changeSentence(change: PayChange): string {
  const text = changeText(change);
  return text ? `${sentenceCase(text)}.` : `No gain can be named: ${change.unit === null ? change.why : ""}.`;
}

type Nowhere = {
  role: RoleName;
  occupation: { title: string } | null;
  isDescribed: boolean;
  limit: number | null;
  count: { jobs: number };
};

/** Why there is no way at all; undefined where there is one. */
export function nowhereText({ role, occupation, isDescribed, limit, count }: Nowhere): string | undefined {
  if (count.jobs > 0) return undefined;
  const name = sentenceCase(role.singular);
  if (!occupation)
    return `${name} is not counted under an official occupation yet, so there is nothing to find steps by.`;
  if (!isDescribed)
    return `No step can be offered from ${role.singular}. O*NET names no related occupations of this group and does not rate its skills, as with military jobs and many groups of jobs not listed elsewhere.`;
  const asked = limitPhrase(limit);
  return asked
    ? `No step leads from ${role.singular} to jobs that ${asked}. More schooling may open some.`
    : `No step leads from ${role.singular} to a job that is near enough.`;
}
