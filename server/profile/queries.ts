import { connection, type Db } from "@/db/client";
import type { Area } from "@/domain/area";
import type { Figure } from "@/domain/figure";
import { measurePosition } from "@/domain/measure";
import type { Profile, ProfileLists } from "@/domain/profile";
import { roleSummary } from "@/domain/role-summary";
import {
  type FigureRow,
  figureRows,
  publishedFigures,
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
  const code = group ? (group.mergedInto?.soc ?? group.soc) : "";
  const [pay, rows, lists, ratings, titleSkills] = await Promise.all([
    payOf(db, live, code, area),
    figureRows(db, live, role, group),
    listsOf(db, live, role, group),
    ratingsOf(db, live, role, group),
    titleSkillsOf(db, live, role),
  ]);
  const inherited = role.kind === "title" || group?.mergedInto != null;
  const source = (dataset: string) => live.origin(live.id(dataset));
  const figuresOfRole: Figure[] = group
    ? [
        ...payFigures(pay, source(pay.dataset), area, inherited, group.soc),
        ...bestPlaces(lists, live, inherited),
        ...publishedFigures(rows, live, group, role, inherited),
        ...uncollected(),
      ].sort((a, b) => measurePosition(a.measure) - measurePosition(b.measure))
    : uncollected();
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
    origins: originsOf(code, group?.soc ?? "", rows, ratings.skills.origin),
    figures: figuresOfRole,
    titleFigures: titleFigures(rows, live, role),
    lists: {
      ...lists,
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

/** What each source's figures are of, so that a comparison knows when two roles share one. */
function originsOf(code: string, soc: string, rows: FigureRow[], skills: string): Record<string, string> {
  const noteOf = (measure: string) => rows.find((row) => row.measure === measure && row.note)?.note;
  return {
    oews: code,
    ep: code,
    "ep-education-held": noteOf("education_held_high_school") ?? code,
    cps: noteOf("median_age") ?? soc,
    onet: soc,
    "onet-skills": skills,
  };
}

async function listsOf(db: Db, live: LiveReleases, role: Role, group: Group | null): Promise<ProfileLists> {
  const empty: ProfileLists = {
    skills: [],
    knowledge: [],
    technology: [],
    duties: [],
    related: [],
    states: [],
    metros: [],
    industries: [],
  };
  if (!group) return empty;
  const code = group.mergedInto?.soc ?? group.soc;
  const [duties, technology, related, states, metros, industries] = await Promise.all([
    dutiesOf(db, live, role, group),
    technologyOf(db, live, role, group),
    relatedOf(db, live, group),
    placesOf(db, live, code, "oews-state", "state"),
    placesOf(db, live, code, "oews-metro", "metro"),
    industriesOf(db, live, code),
  ]);
  return { ...empty, duties, technology, related, states, metros, industries };
}
