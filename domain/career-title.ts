import { count, figureText, percent, perUnit, sentenceCase } from "./amount";
import { placePhrase } from "./area";
import { hasValue } from "./figure";
import { figureOf, type Profile } from "./profile";
import { ALL_OCCUPATIONS_CHANGE, projectedChange } from "./projection";
import { schoolingPhrase } from "./schooling";

/** The title of a career's page: its own for every role, and for every place of one. */
export function careerTitle({ role, area }: Profile, isAdjusted: boolean): string {
  const place = area.kind === "nation" ? "" : ` in ${area.name}`;
  return `${sentenceCase(role.singular)}${place}: pay${isAdjusted ? " after prices" : ""}, outlook and how to start`;
}

/** What search engines show under the title: the official figures that a reader asks for first, without those that are not published. */
export function careerDescription(profile: Profile, isAdjusted: boolean): string {
  const { role, area } = profile;
  const known = (measure: string) => {
    const figure = figureOf(profile, measure);
    return figure && hasValue(figure) ? figure : undefined;
  };
  const pay = known("annual_wage_median") ?? known("hourly_wage_median");
  const jobs = known("employment");
  const school = schoolingPhrase(String(known("entry_education")?.value ?? ""));
  const change = projectedChange(profile);
  const group = profile.occupation?.mergedInto ?? (role.kind === "title" ? profile.occupation : undefined);
  const facts = [
    pay &&
      `median pay${isAdjusted ? " after prices" : ""} ${placePhrase(area)} ${figureText(pay)} ${perUnit(pay.unit)} (${pay.vintage})`,
    typeof jobs?.value === "number" && `${count(jobs.value)} jobs on payrolls`,
  ].filter(Boolean);
  return [
    facts.length > 0
      ? `${sentenceCase(role.plural)}: ${facts.join(", ")}.`
      : `${sentenceCase(role.plural)}: duties, skills, related careers, and what is not published ${placePhrase(area)}.`,
    group && `Figures of ${group.title}.`,
    change !== null &&
      `Projected change in jobs from 2024 to 2034: ${percent(change)}, all occupations ${percent(ALL_OCCUPATIONS_CHANGE)}.`,
    school && `To start: ${school}.`,
  ]
    .filter(Boolean)
    .join(" ");
}
