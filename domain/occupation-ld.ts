import type { Area } from "./area";
import { type Figure, hasValue } from "./figure";
import { figureOf, type Profile } from "./profile";
import { stateOfCode } from "./us-state";

/**
 * A career as schema.org Occupation for search engines, of official figures as published and no others: what a
 * page names of a title, or divides by prices, stays out.
 * https://schema.org/Occupation, https://developers.google.com/search/docs/appearance/structured-data/estimated-salary
 */

/** Longest lists of skills and duties: the first are the weightiest. */
const MOST_LISTED = 10;

/** The Occupation object of a career; undefined for a role that is mapped to no occupation yet. `url` is the page's own; `published` is the page's profile with pay as published. */
export function occupationLd(
  published: Profile,
  url: string,
  isAdjusted: boolean,
): Record<string, unknown> | undefined {
  const { role, occupation, area, lists, summary } = published;
  if (!occupation) return undefined;
  const salary = isAdjusted ? [] : salariesOf(published);
  const text = (measure: string) => {
    const figure = figureOf(published, measure);
    return figure && typeof figure.value === "string" ? figure.value : undefined;
  };
  const [school, experience, training] = [
    text("entry_education"),
    text("work_experience_required"),
    text("on_the_job_training"),
  ];
  return {
    "@context": "https://schema.org",
    "@type": "Occupation",
    name: role.kind === "title" ? role.singular : occupation.title,
    description: summary,
    mainEntityOfPage: { "@type": "WebPage", "@id": url },
    occupationalCategory: {
      "@type": "CategoryCode",
      codeValue: occupation.soc,
      name: occupation.title,
      inCodeSet: {
        "@type": "CategoryCodeSet",
        name: "Standard Occupational Classification 2018",
        url: "https://www.bls.gov/soc/2018/",
      },
    },
    occupationLocation: [placeOf(area)],
    ...(salary.length > 0 && { estimatedSalary: salary }),
    ...(school && { educationRequirements: school }),
    ...(experience && { experienceRequirements: `Experience in a related job: ${experience}` }),
    ...(training && { qualifications: `Training on the job: ${training}` }),
    ...(lists.skills.length > 0 && {
      skills: lists.skills.slice(0, MOST_LISTED).map(({ name }) => name),
    }),
    ...(lists.duties.length > 0 && { responsibilities: lists.duties.slice(0, MOST_LISTED) }),
  };
}

const periods = [
  ["annual", "P1Y"],
  ["hourly", "PT1H"],
] as const;
const percentiles = [
  ["p10", "percentile10"],
  ["p25", "percentile25"],
  ["median", "median"],
  ["p75", "percentile75"],
  ["p90", "percentile90"],
] as const;

/** Pay by the year and by the hour, each as far as its percentiles are published as plain amounts. What is only "at least" is none. */
function salariesOf(published: Profile): Record<string, unknown>[] {
  return periods.flatMap(([period, duration]) => {
    const known = percentiles.flatMap(([key, property]) => {
      const figure = figureOf(published, `${period}_wage_${key}`);
      return figure && hasValue(figure) && typeof figure.value === "number" && figure.source.id === "oews"
        ? [{ property, amount: figure.value, figure }]
        : [];
    });
    const [first] = known;
    if (!first || !known.some(({ property }) => property === "median")) return [];
    return [
      {
        "@type": "MonetaryAmountDistribution",
        name: salaryName(published, first.figure),
        currency: "USD",
        duration,
        ...Object.fromEntries(known.map(({ property, amount }) => [property, amount])),
      },
    ];
  });
}

/** Whose pay it is: an inherited figure is that of the group. */
function salaryName({ occupation }: Profile, { source, vintage, method }: Figure): string {
  const group = occupation?.mergedInto ?? occupation;
  const whose = method === "inherited" ? ` of ${group?.title}` : "";
  return `Pay${whose}, ${source.name}, ${vintage}`;
}

/** The place in words that schema.org has for it. */
function placeOf({ kind, name, code }: Area): Record<string, unknown> {
  const country = { "@type": "Country", name: "US" };
  if (kind === "nation") return country;
  if (kind === "state" && stateOfCode(code)) return { "@type": "State", name, containedInPlace: country };
  return { "@type": "AdministrativeArea", name, containedInPlace: country };
}
