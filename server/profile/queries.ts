import { connection, type Db } from "@/db/client";
import { type ReadOf, together } from "@/db/together";
import type { Area } from "@/domain/area";
import {
  correctedPlaces,
  correctedYears,
  type Standing,
  withCorrections,
  withTitleCorrections,
} from "@/domain/correction";
import type { Figure } from "@/domain/figure";
import { measurePosition } from "@/domain/measure";
import { adjustedFigure, adjustedPlaces } from "@/domain/price-level";
import { CORRECTION, nearestFigures, type Profile, type ProfileLists } from "@/domain/profile";
import { roleSummary } from "@/domain/role-summary";
import { rankedPlaces } from "@/domain/wage";
import { NATIONWIDE, type Place } from "@/server/area/queries";
import {
  type FigureRow,
  figureParts,
  figuresFrom,
  publishedFigures,
  type Subject,
  standingFrom,
  subjectOf,
  titleFigures,
  uncollected,
} from "@/server/figure/queries";
import {
  dutiesFrom,
  groupsOf,
  publishedCode,
  ratingsFrom,
  relatedFrom,
  technologyFrom,
  type WorkRows,
  workParts,
} from "@/server/occupation/queries";
import { type LiveReleases, liveFrom, livePart, liveReleases } from "@/server/release/queries";
import { type Role, roleParts, rolesFrom, titleSkillPart, titleSkillsFrom } from "@/server/role/queries";
import {
  ALL_OCCUPATIONS,
  bestPlaces,
  industriesFrom,
  isPaidByTheHourAlone,
  payFigures,
  payFrom,
  placesFrom,
  wageParts,
  yearsFrom,
} from "@/server/wage/queries";

/** All that is known of the roles in one area, in the order asked; undefined in the place of an unknown slug. */
export async function profilesOf(slugs: string[], area: Area): Promise<(Profile | undefined)[]> {
  const { db } = await connection();
  const { live, ...named } = await together(db, { ...roleParts(slugs), live: livePart() });
  return profilesFrom(db, liveFrom(live), await rolesFrom(db, slugs, named), { ...NATIONWIDE, area });
}

/** All that is known of one role in one area. */
export async function profileOf(role: Role, area: Area): Promise<Profile> {
  const [{ db }, live] = [await connection(), await liveReleases()];
  const [profile] = await profilesFrom(db, live, [role], { ...NATIONWIDE, area });
  return profile as Profile;
}

/** The profiles of roles that are read already, by two statements for however many; pay after prices where the place has price levels. */
export async function profilesFrom<R extends Role | undefined>(
  db: Db,
  live: LiveReleases,
  roles: readonly R[],
  place: Place,
): Promise<(Profile | (R extends undefined ? undefined : never))[]> {
  const groups = await groupsOf(db, live, roles);
  const subjects = roles.map((role, i) => role && { role, group: groups[i] ?? null });
  const known = subjects.flatMap((subject) => subject ?? []);
  const inGroups = known.flatMap(({ group }) => group ?? []);
  const rows = await together(db, {
    ...figurePartsOf(live, known, place),
    ...workParts(live, inGroups),
    titleSkills: titleSkillPart(
      live,
      known.map(({ role }) => role.slug),
    ),
  });
  return subjects.map((subject) => subject && profileFrom(rows, live, subject, place)) as (
    | Profile
    | (R extends undefined ? undefined : never)
  )[];
}

type ProfileRows = RoleFigureRows & WorkRows & ReadOf<{ titleSkills: ReturnType<typeof titleSkillPart> }>;

function profileFrom(rows: ProfileRows, live: LiveReleases, subject: Subject, place: Place): Profile {
  const { role, group } = subject;
  const found = roleFiguresFrom(rows, live, subject, place);
  const ratings = ratingsFrom(rows.ratings, role, group);
  const profile: Profile = {
    role: {
      slug: role.slug,
      singular: role.singular,
      plural: role.plural,
      article: role.article,
      kind: role.kind,
    },
    occupation: group && { soc: group.soc, title: group.title, mergedInto: group.mergedInto },
    area: place.area,
    nearest: found.nearest,
    origins: { ...found.origins, "onet-skills": ratings.skills.origin },
    figures: found.figures,
    titleFigures: found.titleFigures,
    lists: {
      ...found.lists,
      skills: ratings.skills.ratings,
      knowledge: ratings.knowledge.ratings,
      technology: group ? technologyFrom(rows.technologies, role, group) : [],
      related: group ? relatedFrom(rows.related, group) : [],
      duties: role.duties ?? (group ? dutiesFrom(rows.activities, role, group) : []),
    },
    payByState: found.payByState,
    payByYear: found.payByYear,
    titleSkills: titleSkillsFrom(rows.titleSkills, live, role),
    skillsNote: ratings.skills.note,
    summary: role.summary ?? "",
  };
  return { ...profile, summary: profile.summary || roleSummary(profile) };
}

/** The figures of one role in one area, as imported and as they stand with what editors corrected. */
export type RoleFigures = {
  /** Official figures as imported, one a measure, and those that readers see, in the fixed order of rows. */
  imported: Figure[];
  figures: Figure[];
  importedTitleFigures: Figure[];
  titleFigures: Figure[];
  /** As `nearest` of a profile. */
  nearest: Figure[];
  /** Every correction that stands of them, in any place. */
  standing: Standing;
  /** The code under which an official figure is corrected. */
  subjectOf(figure: Figure): string;
  origins: Record<string, string>;
  lists: Pick<ProfileLists, "states" | "metros" | "industries">;
  payByState: Profile["payByState"];
  payByYear: Profile["payByYear"];
};

/** The figures of one role in one area. `db` is the handle of the transaction inside a verb. */
export async function figuresOf(
  db: Db,
  live: LiveReleases,
  subject: Subject,
  area: Area,
): Promise<RoleFigures> {
  const place = { ...NATIONWIDE, area };
  return roleFiguresFrom(await together(db, figurePartsOf(live, [subject], place)), live, subject, place);
}

/** Every row that figures of roles in a place are made from, as parts of a wider read. */
export const figurePartsOf = (live: LiveReleases, subjects: readonly Subject[], { area, larger }: Place) => ({
  ...wageParts(
    live,
    subjects.flatMap(({ group }) => (group ? publishedCode(group) : [])),
    [area, ...larger],
  ),
  ...figureParts(live, subjects),
});
export type RoleFigureRows = ReadOf<ReturnType<typeof figurePartsOf>>;

/**
 * The one place where corrections are laid over what was imported: all that shows a role's figures reads
 * them from here.
 */
export function roleFiguresFrom(
  all: RoleFigureRows,
  live: LiveReleases,
  subject: Subject,
  { area, larger, levels }: Place,
): RoleFigures {
  const { role, group } = subject;
  const code = group ? publishedCode(group) : "";
  const rows = figuresFrom(all.figures, subject);
  const standing = standingFrom(all.corrections, subject);
  const isHourly = isPaidByTheHourAlone(payFrom(all.pay, live, code, area).nation);
  const placesOf = (kind: "state" | "metro") => {
    const imported = placesFrom(all.places, code, kind, isHourly);
    const places = correctedPlaces(imported, standing, code, isHourly);
    return levels.size > 0 ? adjustedPlaces(places, levels) : places;
  };
  const payByState = placesOf("state");
  const lists = {
    states: rankedPlaces(payByState),
    metros: rankedPlaces(placesOf("metro")),
    industries: industriesFrom(all.sectors, live, code),
  };
  const inherited = role.kind === "title" || group?.mergedInto != null;
  const payIn = (place: Area): Figure[] => {
    const pay = payFrom(all.pay, live, code, place);
    return payFigures(pay, live.origin(live.id(pay.dataset)), place, inherited, group?.soc ?? "");
  };
  const imported: Figure[] = group
    ? [
        ...payIn(area),
        ...bestPlaces(lists, live, inherited, levels.size > 0),
        ...publishedFigures(rows, live, group, role, inherited),
        ...uncollected(),
      ].sort(byMeasure)
    : uncollected();
  const codeOf = group ? subjectOf(rows, group, role) : () => "";
  const asSeen = (list: Figure[]) => {
    const corrected = withCorrections(list, standing, codeOf);
    return levels.size > 0 ? corrected.map((figure) => adjustedFigure(figure, levels)) : corrected;
  };
  const figures = asSeen(imported);
  const importedTitleFigures = titleFigures(rows, live, role);
  return {
    imported,
    figures: figures === imported ? imported : figures.sort(byMeasure),
    importedTitleFigures,
    titleFigures: withTitleCorrections(importedTitleFigures, standing, role.slug),
    nearest: group ? nearestFigures(figures, larger.map(payIn).map(asSeen)) : [],
    standing,
    subjectOf: codeOf,
    origins: {
      ...originsOf(code, group?.soc ?? "", rows),
      ...correctedOrigins(figures, imported, codeOf),
    },
    lists,
    payByState,
    payByYear: {
      own: group ? correctedYears(yearsFrom(all.years, live, code), standing, code) : [],
      all: yearsFrom(all.years, live, ALL_OCCUPATIONS),
    },
  };
}

const byMeasure = (a: Figure, b: Figure) => measurePosition(a.measure) - measurePosition(b.measure);

/** What each source's figures are of, so that a comparison knows when two roles share one. */
function originsOf(code: string, soc: string, rows: FigureRow[]): Record<string, string> {
  const noteOf = (measure: string) => rows.find((row) => row.measure === measure && row.note)?.note;
  return {
    oews: code,
    ep: code,
    "ep-education-held": noteOf("education_held_high_school") ?? code,
    cps: noteOf("median_age") ?? soc,
    onet: soc,
  };
}

/** What the corrected figures are of, each by its measure. */
function correctedOrigins(
  figures: Figure[],
  imported: Figure[],
  subject: (figure: Figure) => string,
): Record<string, string> {
  return Object.fromEntries(
    figures
      .filter(({ source }) => source.id === CORRECTION)
      .map(({ measure }) => {
        // The most common schooling may be made where none was imported: it is of what its shares are of.
        const before = imported.find(
          (figure) =>
            figure.measure === measure ||
            (measure === "most_common_education" && figure.measure.startsWith("education_held_")),
        );
        return [`${CORRECTION} ${measure}`, before ? subject(before) : ""];
      }),
  );
}
