import type { Area } from "./area";
import { type Figure, type FigureSource, hasValue } from "./figure";
import type { PayYear } from "./pay-history";
import type { PlacePay } from "./wage";

/** A skill or a field of knowledge with its ratings: importance 1 to 5, level 0 to 7 (null where the source withholds it or does not rate it). */
export type Rating = {
  element: string;
  name: string;
  importance: number;
  level: number | null;
};

/** A skill in a source's own words with the share it gives, in percent. */
export type TitleSkill = { name: string; share: number; source: FigureSource; vintage: string };

export type Technology = { name: string; category: string; hot: boolean; inDemand: boolean };

type RelatedRole = { soc: string; role: string | null; title: string; index: number };

/** A place with the median pay there and jobs. By the hour where the work has no pay by the year: one unit for all places of a role. */
export type PlaceWage = {
  area: string;
  name: string;
  value: number;
  unit: "dollars a year" | "dollars an hour";
  employment: number;
};
/** A sector with the median pay there (dollars a year) and jobs; `atLeast` when the source's top code hides more. */
export type IndustryWage = {
  naics: string;
  name: string;
  value: number;
  employment: number;
  atLeast: boolean;
};

export type ProfileLists = {
  skills: Rating[];
  knowledge: Rating[];
  technology: Technology[];
  duties: string[];
  related: RelatedRole[];
  states: PlaceWage[];
  metros: PlaceWage[];
  industries: IndustryWage[];
};

/** How a role is named in sentences. */
export type RoleName = { slug: string; singular: string; plural: string; article: "a" | "an" };

/** A role with all that is known of it in one area: what comparison, prose and pages work from. */
export type Profile = {
  role: RoleName & { kind: "occupation" | "title" };
  /** The occupation the role is counted under; null for a role mapped to none yet. */
  occupation: {
    soc: string;
    title: string /** Set when figures are those of a merged code. */;
    mergedInto: { soc: string; title: string } | null;
  } | null;
  area: Area;
  /** By source id or data set: the group that its figures are of (a SOC or O*NET code, a Census title). Two roles with the same one cannot be told apart by it; `originOf` reads it. */
  origins: Record<string, string>;
  /** Official figures, one a measure, null ones with their reason. */
  figures: Figure[];
  /** Pay and jobs that are missing here, of the nearest larger area that has them. */
  nearest: Figure[];
  /** Title-level figures: shown under the official ones, never in a verdict. */
  titleFigures: Figure[];
  lists: ProfileLists;
  /** Every state of its source, ranked or not. */
  payByState: PlacePay[];
  /** The nation's medians of each year as published; `all` those of all occupations together. */
  payByYear: { own: PayYear[]; all: PayYear[] };
  /** Skills that a source names for the title itself; never compared. */
  titleSkills: TitleSkill[];
  /** Said beside the skills: which profile they are of. */
  skillsNote: string;
  /** Written by hand, or by our code from the figures. */
  summary: string;
};

/** The official figure of a measure; undefined where its source has no row. */
export function figureOf({ figures }: Pick<Profile, "figures">, measure: string): Figure | undefined {
  return figures.find((figure) => figure.measure === measure);
}

/** What is looked for in larger areas: any one of a kind will do, since pay is published by the year, the hour, or both. */
const soughtAround = [["annual_wage_median", "hourly_wage_median"], ["employment"]];

/** For each kind that `own` lacks the figures of the nearest larger area with a value; `larger` holds their figures, the nearest first. */
export function nearestFigures(own: readonly Figure[], larger: readonly Figure[][]): Figure[] {
  return soughtAround.flatMap((measures) => {
    const valued = (figures: readonly Figure[]) =>
      figures.filter((figure) => measures.includes(figure.measure) && hasValue(figure));
    if (valued(own).length > 0) return [];
    return larger.map(valued).find((found) => found.length > 0) ?? [];
  });
}

/** The source id of figures that an editor corrected. */
export const CORRECTION = "correction";

/** The group that a figure of this role is of; undefined where its source counts no groups. A correction is of the code that its imported figure was of, whichever source that had. */
export function originOf(profile: Profile, figure: Figure): string | undefined {
  if (figure.source.id === CORRECTION) return profile.origins[`${CORRECTION} ${figure.measure}`];
  const held = /^(education_held_|most_common_education$)/.test(figure.measure) && figure.source.id === "ep";
  return profile.origins[held ? "ep-education-held" : figure.source.id];
}
