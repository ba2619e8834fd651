import { figureText, percent } from "./amount";
import type { Figure } from "./figure";
import type { Profile } from "./profile";
import { opened, type Pair, type Sentence } from "./prose-pair";

/** Change in jobs of all occupations over the window of the projections (BLS, table 1.2). */
export const ALL_JOBS = "For all jobs in the country, the projected rise is 3.1%.";

/** Which of two has the better projection: growth, decline, or one of each. */
export function growthSentence(pair: Pair): Sentence | undefined {
  const measure = "projected_change_percent";
  const row = pair.row(measure);
  if (!row) return undefined;
  const { relation } = row.relation;
  const say = (text: string): Sentence => ({
    about: [measure],
    text: `${opened(pair.comparison, row.a, "from 2024 to 2034")} ${text}`,
  });
  const [nameA, nameB] = [pair.a.role.plural, pair.b.role.plural];
  const [a, b] = [row.a.value, row.b.value];
  if (typeof a !== "number" || typeof b !== "number") {
    if (relation === "both_missing") return undefined;
    const [has, value, lacks] = typeof a === "number" ? [nameA, a, nameB] : [nameB, Number(b), nameA];
    return say(`jobs for ${has} are projected to ${change(value)}. For ${lacks} there is no projection.`);
  }
  if (relation === "identical_inherited") return say(`jobs in ${pair.group} are projected to ${change(a)}.`);
  if (relation === "identical")
    return say(
      pair.alone
        ? `jobs in both careers are projected to ${change(a)}.`
        : `jobs for ${nameA} are projected to ${change(a)}. So are jobs for ${nameB}.`,
    );
  if (relation === "about_equal")
    return say(
      `the change in jobs is projected to be about the same. Jobs for ${nameA} ${change(a)}. Jobs for ${nameB} ${change(b)}.`,
    );
  const [high, top, low, bottom] = a > b ? [nameA, a, nameB, b] : [nameB, b, nameA, a];
  if (bottom > 0)
    return say(
      `jobs for ${high} are projected to grow faster, by ${percent(top)}. Jobs for ${low} grow by ${percent(bottom)}.`,
    );
  if (top < 0)
    return say(
      `jobs for ${low} are projected to shrink faster, by ${percent(-bottom)}. Jobs for ${high} shrink by ${percent(-top)}.`,
    );
  return say(`jobs for ${high} are projected to ${change(top)}. Jobs for ${low} ${change(bottom)}.`);
}

/** "grow by 5.2%", "shrink by 4%", "stay level" */
const change = (value: number) =>
  value > 0 ? `grow by ${percent(value)}` : value < 0 ? `shrink by ${percent(-value)}` : "stay level";

/** The step in which the projections print openings, in persons: what lies within one of it may be equal. */
export const OPENINGS_STEP = 100;

/** Who has more openings; where one step of rounding parts them, both numbers alone. */
export function openingsSentence(pair: Pair): Sentence | undefined {
  const measure = "openings_per_year";
  const row = pair.row(measure);
  // The source prints hundreds, so that its 0 means fewer than 50 and cannot be said as none.
  if (!row || row.a.value === 0 || row.b.value === 0) return undefined;
  const say = (text: string): Sentence => ({
    about: [measure],
    text: opened(pair.comparison, row.a, text),
  });
  const { relation, difference } = row.relation;
  if (relation === "identical_inherited")
    return say(`about ${figureText(row.a)} openings a year are expected in this group.`);
  if (relation === "identical")
    return say(`about ${figureText(row.a)} openings a year are expected in each career.`);
  if (relation !== "a_higher" && relation !== "b_higher") return undefined;
  if (difference && difference.absolute <= OPENINGS_STEP)
    return say(
      `about ${figureText(row.a)} openings a year are expected for ${pair.a.role.plural} and about ${figureText(row.b)} for ${pair.b.role.plural}.`,
    );
  const [high, more, low, less]: [Profile, Figure, Profile, Figure] =
    relation === "a_higher" ? [pair.a, row.a, pair.b, row.b] : [pair.b, row.b, pair.a, row.a];
  return say(
    `more openings are expected for ${high.role.plural}: about ${figureText(more)} a year. For ${low.role.plural} the number is about ${figureText(less)}.`,
  );
}
