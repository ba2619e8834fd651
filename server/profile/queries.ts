import { connection, type Db } from "@/db/client";
import type { Area } from "@/domain/area";
import { correctedPlaces, type Standing, withCorrections, withTitleCorrections } from "@/domain/correction";
import type { Figure } from "@/domain/figure";
import { measurePosition } from "@/domain/measure";
import { CORRECTION, type Profile, type ProfileLists } from "@/domain/profile";
import { roleSummary } from "@/domain/role-summary";
import { rankedPlaces } from "@/domain/wage";
import {
  type FigureRow,
  figureRows,
  publishedFigures,
  standingCorrections,
  subjectOf,
  titleFigures,
  uncollected,
} from "@/server/figure/queries";
import {
  dutiesOf,
  type Group,
  groupOf,
  ratingsOf,
  relatedOf,
  technologyOf,
} from "@/server/occupation/queries";
import { type LiveReleases, liveReleases } from "@/server/release/queries";
import { type Role, rolesOf, titleSkillsOf } from "@/server/role/queries";
import { bestPlaces, industriesOf, payFigures, payOf, placesOf } from "@/server/wage/queries";

/** All that is known of the roles in one area, in the order asked; undefined in the place of an unknown slug. */
export async function profilesOf(slugs: string[], area: Area): Promise<(Profile | undefined)[]> {
  const found = await rolesOf(slugs);
  return Promise.all(found.map((role) => role && profileOf(role, area)));
}

/** All that is known of one role in one area. */
export async function profileOf(role: Role, area: Area): Promise<Profile> {
  const [{ db }, live] = [await connection(), await liveReleases()];
  const group = await groupOf(db, live, role);
  const [found, lists, ratings, titleSkills] = await Promise.all([
    figuresOf(db, live, role, group, area),
    listsOf(db, live, role, group),
    ratingsOf(db, live, role, group),
    titleSkillsOf(db, live, role),
  ]);
  const profile: Profile = {
    role: {
      slug: role.slug,
      singular: role.singular,
      plural: role.plural,
      article: role.article,
      kind: role.kind,
    },
    occupation: group && { soc: group.soc, title: group.title, mergedInto: group.mergedInto },
    area,
    origins: { ...found.origins, "onet-skills": ratings.skills.origin },
    figures: found.figures,
    titleFigures: found.titleFigures,
    lists: {
      ...lists,
      ...found.lists,
      skills: ratings.skills.ratings,
      knowledge: ratings.knowledge.ratings,
      duties: role.duties ?? lists.duties,
    },
    titleSkills,
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
  /** Every correction that stands of them, in any place. */
  standing: Standing;
  /** The code under which an official figure is corrected. */
  subjectOf(figure: Figure): string;
  origins: Record<string, string>;
  lists: Pick<ProfileLists, "states" | "metros" | "industries">;
};

/**
 * The one place where corrections are laid over what was imported: all that shows a role's figures reads
 * them from here. `db` is the handle of the transaction inside a verb.
 */
export async function figuresOf(
  db: Db,
  live: LiveReleases,
  role: Role,
  group: Group | null,
  area: Area,
): Promise<RoleFigures> {
  const code = group ? (group.mergedInto?.soc ?? group.soc) : "";
  const [pay, rows, standing, states, metros, industries] = await Promise.all([
    payOf(db, live, code, area),
    figureRows(db, live, role, group),
    standingCorrections(db, role, group),
    group ? placesOf(db, live, code, "oews-state", "state") : [],
    group ? placesOf(db, live, code, "oews-metro", "metro") : [],
    group ? industriesOf(db, live, code) : [],
  ]);
  const lists = {
    states: rankedPlaces(correctedPlaces(states, standing, code)),
    metros: rankedPlaces(correctedPlaces(metros, standing, code)),
    industries,
  };
  const inherited = role.kind === "title" || group?.mergedInto != null;
  const imported: Figure[] = group
    ? [
        ...payFigures(pay, live.origin(live.id(pay.dataset)), area, inherited, group.soc),
        ...bestPlaces(lists, live, inherited),
        ...publishedFigures(rows, live, group, role, inherited),
        ...uncollected(),
      ].sort(byMeasure)
    : uncollected();
  const subject = group ? subjectOf(rows, group, role) : () => "";
  const figures = withCorrections(imported, standing, subject);
  const importedTitleFigures = titleFigures(rows, live, role);
  return {
    imported,
    figures: figures === imported ? imported : figures.sort(byMeasure),
    importedTitleFigures,
    titleFigures: withTitleCorrections(importedTitleFigures, standing, role.slug),
    standing,
    subjectOf: subject,
    origins: {
      ...originsOf(code, group?.soc ?? "", rows),
      ...correctedOrigins(figures, imported, subject),
    },
    lists,
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

/** The lists of a profile that hold no pay. */
async function listsOf(
  db: Db,
  live: LiveReleases,
  role: Role,
  group: Group | null,
): Promise<Pick<ProfileLists, "duties" | "technology" | "related">> {
  if (!group) return { duties: [], technology: [], related: [] };
  const [duties, technology, related] = await Promise.all([
    dutiesOf(db, live, role, group),
    technologyOf(db, live, role, group),
    relatedOf(db, live, group),
  ]);
  return { duties, technology, related };
}
