import type { DatasetId } from "@/data/sources";
import type { Figure } from "@/domain/figure";
import { figureCsv } from "@/domain/figure-csv";
import { listNames } from "@/domain/open-data-answer";
import type { Profile, ProfileLists } from "@/domain/profile";
import { type Draws, datasetsOfArea, licenceOf } from "@/server/answer/open-data";

/** The data set of each list. */
const datasetOfList: Record<keyof ProfileLists, DatasetId> = {
  skills: "onet-skills",
  knowledge: "onet-knowledge",
  technology: "onet-technology",
  duties: "onet-activities",
  related: "onet-related",
  states: "oews-state",
  metros: "oews-metro",
  industries: "oews-sector",
};

/**
 * The figures and lists of a profile as the open data give them: those alone that `fields` names, all where it names
 * none. `of` is what a line of comma-separated text is of.
 */
export function openFigures(
  of: string,
  profile: Profile,
  fields: readonly string[] | undefined,
  titleFigures: readonly Figure[] = [],
  titleSkills: Profile["titleSkills"] = [],
) {
  const isAsked = (name: string) => fields === undefined || fields.includes(name);
  const asked = (list: readonly Figure[]) => list.filter(({ measure }) => isAsked(measure));
  const [official, titleLevel] = [asked(profile.figures), asked(titleFigures)];
  // Named for the title by a source that rates no importance: they come after those that have one.
  const named = titleSkills.map(({ vintage: _, ...skill }) => ({ ...skill, importance: null, level: null }));
  const all = { ...profile.lists, skills: [...profile.lists.skills, ...named] };
  const kept = listNames.filter(isAsked);
  const draws: Draws = {
    figures: [...official, ...titleLevel],
    sources: isAsked("skills") ? named.map(({ source }) => source) : [],
    datasets: [
      "roles",
      "soc-structure",
      ...datasetsOfArea(profile.area),
      ...kept.filter((name) => profile.lists[name].length > 0).map((name) => datasetOfList[name]),
    ],
  };
  return {
    figures: [...official, ...titleLevel],
    lists: Object.fromEntries(kept.map((name) => [name, all[name]])) as Partial<typeof all>,
    draws,
    csv: () => figureCsv(of, official, titleLevel, licenceOf),
  };
}
