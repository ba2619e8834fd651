import { dollars, dollarsAndCents } from "./amount";
import { type Figure, hasValue } from "./figure";
import { figureOf, type Profile } from "./profile";

/** What a card or a picture of a career says under its name; empty where no whole range of pay is published. */
export function rangeFinding(profile: Profile): string {
  for (const [period, say] of [
    ["annual", dollars],
    ["hourly", dollarsAndCents],
  ] as const) {
    const [low, high] = ["p10", "p90"].map((end) => figureOf(profile, `${period}_wage_${end}`)?.value);
    if (typeof low === "number" && typeof high === "number")
      return `Eight in ten earn ${say(low)} to ${say(high)} ${period === "annual" ? "a year" : "an hour"}.`;
  }
  return "";
}

/** The group whose figures stand for a role; empty for a role that is an official group itself, or in none. */
export function countedText({ role, occupation }: Profile): string {
  if (!occupation || (role.kind === "occupation" && !occupation.mergedInto)) return "";
  const { soc, title } = occupation.mergedInto ?? occupation;
  return `Counted as ${soc}, ${title}.`;
}

/**
 * The measures of a card, which has room for four: median pay by the year, or by the hour where only that is
 * published for any of the roles, then range, jobs and change. The same ones for each role.
 */
function cardMeasures(profiles: readonly Profile[]): string[] {
  const isKnown = (measure: string) =>
    profiles.some((profile) => {
      const figure = figureOf(profile, measure);
      return figure !== undefined && hasValue(figure);
    });
  const byYear = isKnown("annual_wage_median") || !isKnown("hourly_wage_median");
  return byYear
    ? ["annual_wage_median", "annual_wage_range", "employment", "projected_change_percent"]
    : ["hourly_wage_median", "employment", "projected_change_percent"];
}

/** The figures of a card: of each measure those of all roles in their order; undefined where its source has no row. */
export const cardFigures = (
  profiles: readonly Profile[],
): { measure: string; figures: (Figure | undefined)[] }[] =>
  cardMeasures(profiles).map((measure) => ({
    measure,
    figures: profiles.map((profile) => figureOf(profile, measure)),
  }));
