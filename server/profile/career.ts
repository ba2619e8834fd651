import { and, eq, inArray, or, sql } from "drizzle-orm";
import { connection } from "@/db/client";
import { crosswalkLinks, occupations, occupationTexts, occupationTitles } from "@/db/schema";
import { part, type ReadOf, together, wholeRows } from "@/db/together";
import { isAreaCode } from "@/domain/area";
import type { Figure, FigureOrigin } from "@/domain/figure";
import { rowsOfProfile } from "@/domain/onet-profile";
import { otherTitles } from "@/domain/other-title";
import { type OutlookReason, outlookReasons } from "@/domain/outlook-reason";
import type { PlaceList } from "@/domain/place-list";
import type { PlaceView } from "@/domain/place-view";
import type { PriceLevel } from "@/domain/price-level";
import { figureOf, type Profile } from "@/domain/profile";
import type { NearCareer } from "@/domain/worth-comparing";
import { type Place, placeFrom, placeParts } from "@/server/area/queries";
import { type LiveReleases, liveFrom, livePart } from "@/server/release/queries";
import { pairPart, pairsFrom, type Role, roleParts, rolesFrom } from "@/server/role/queries";
import { nearFrom, nearParts } from "./near";
import { placeListFrom, placePayParts } from "./places";
import { profilesFrom } from "./queries";

/** A list of the page and the release it is from. */
type Sourced<T> = { items: T[]; origins: FigureOrigin[] };

/** All that the page of one career shows in one place. */
export type FoundCareer = {
  profile: Profile;
  /** The areas around the place, for figures that are missing in it. */
  larger: Place["larger"];
  /** By which pay was adjusted; undefined where it was not asked for, or the area has none. */
  priceLevel: PriceLevel | undefined;
  /** Whether the area has a price level to adjust by. */
  hasPriceLevel: boolean;
  /** The order of roles that editors chose for some pairs. */
  pairs: { a: string; b: string }[];
  /** The slugs of roles that editors set beside this one. */
  chosen: string[];
  /** Official figures of all occupations together, of the nation: what the outlook is set against. */
  all: Figure[];
  near: NearCareer[];
  titles: Sourced<string>;
  programs: Sourced<string>;
  /** The sources' own sentences, where an operator loaded them. */
  descriptions: Sourced<string>;
  tasks: Sourced<string>;
  /** Of the outlook; for a member of a merged occupation those of the merged one. */
  reasons: Sourced<OutlookReason>;
  /** Medians of the states by the hour, for work that is paid by the hour alone. */
  hourlyStates: PlaceList | undefined;
  /** Where lists of the work are from, by data set. */
  origins: Record<
    "skills" | "knowledge" | "technology" | "duties" | "related" | "states" | "metros",
    FigureOrigin[]
  >;
};

export type CareerFault = { fault: "unknown" } | { fault: "unknown_area"; area: string };

/** The career of a slug in a place; or why there is none. Four statements. */
export async function careerOf(
  slug: string,
  { area, isReal }: PlaceView,
): Promise<FoundCareer | CareerFault> {
  const { db } = await connection();
  const code = isAreaCode(area) ? area : "";
  const read = await together(db, {
    ...roleParts([slug]),
    ...placeParts(code, isReal),
    pairs: pairPart(),
    live: livePart(),
  });
  const live = liveFrom(read.live);
  const [role] = await rolesFrom(db, [slug], read);
  if (!role) return { fault: "unknown" };
  const found = code === "" ? undefined : placeFrom(read, live, code, isReal);
  if (!found) return { fault: "unknown_area", area };
  const priceLevel = found.levels.get(found.area.code);
  const place = priceLevel ? found : { ...found, levels: new Map() };
  const [profile] = await profilesFrom(db, live, [role], place);
  const pairs = pairsFrom(read.pairs);
  const chosen = pairs.flatMap(({ a, b }) => (a === role.slug ? b : b === role.slug ? a : []));
  const around = await together(db, aroundParts(live, profile as Profile, place, chosen));
  return {
    ...aroundFrom(around, live, profile as Profile, role, place),
    profile: profile as Profile,
    larger: place.larger,
    priceLevel,
    hasPriceLevel: place.hasLevel,
    pairs,
    chosen,
  };
}

/** What stands around a profile on its page: careers near it, names, programs, texts, as parts of one read. */
function aroundParts(live: LiveReleases, profile: Profile, place: Place, chosen: string[]) {
  const soc = profile.occupation?.soc ?? "";
  const ofStructure = eq(occupations.releaseId, live.id("soc-structure"));
  const members = sql`(select ${occupations.soc} from ${occupations} where ${and(ofStructure, or(eq(occupations.soc, soc), eq(occupations.mergedInto, soc)))})`;
  return {
    ...nearParts(live, profile, place, chosen),
    titles: part(
      { title: occupationTitles.title, kind: occupationTitles.kind, position: occupationTitles.position },
      occupationTitles,
      and(
        inArray(occupationTitles.releaseId, [live.id("onet-titles"), live.id("soc-titles")]),
        inArray(occupationTitles.soc, members),
      ),
    ),
    programs: part(
      { code: crosswalkLinks.toCode, title: crosswalkLinks.toTitle },
      crosswalkLinks,
      and(
        eq(crosswalkLinks.releaseId, live.id("crosswalks")),
        eq(crosswalkLinks.fromSystem, "soc-2018"),
        eq(crosswalkLinks.toSystem, "cip-2020"),
        inArray(crosswalkLinks.fromCode, members),
      ),
    ),
    texts: wholeRows(
      occupationTexts,
      and(
        inArray(occupationTexts.releaseId, [live.id("soc-definitions"), live.id("onet-texts")]),
        inArray(occupationTexts.soc, members),
      ),
    ),
    reasons: part(
      { position: occupationTexts.position, text: occupationTexts.text, industry: occupationTexts.industry },
      occupationTexts,
      and(
        eq(occupationTexts.releaseId, live.id("ep-reasons")),
        eq(occupationTexts.soc, publishedIn(profile)),
      ),
    ),
    // Of those who are paid by the hour alone: the ranking by the year is read with the profile.
    ...placePayParts(live, isPaidByTheHour(profile) ? publishedIn(profile) : "", "state"),
  };
}

const publishedIn = ({ occupation }: Profile): string => occupation?.mergedInto?.soc ?? occupation?.soc ?? "";

const isPaidByTheHour = (profile: Profile): boolean =>
  figureOf(profile, "annual_wage_median")?.nullReason === "not_applicable";

type AroundRows = ReadOf<ReturnType<typeof aroundParts>>;

function aroundFrom(rows: AroundRows, live: LiveReleases, profile: Profile, role: Role, place: Place) {
  const loaded = (...datasets: string[]): FigureOrigin[] =>
    datasets.flatMap((dataset) => (live.id(dataset) === -1 ? [] : live.origin(live.id(dataset))));
  const texts = rows.texts.toSorted((a, b) => a.releaseId - b.releaseId || a.position - b.position);
  const tasks = texts.flatMap((row) =>
    row.kind === "task" && row.onetSoc ? [{ ...row, onetSoc: row.onetSoc }] : [],
  );
  return {
    ...nearFrom(rows, live, profile, role, place),
    titles: {
      items: otherTitles(
        [
          ...rows.titles,
          ...role.titles.map((title, position) => ({ title, position, kind: "editor" as const })),
        ],
        [role.singular, role.plural, profile.occupation?.title ?? ""],
      ),
      origins: loaded("onet-titles", "soc-titles"),
    },
    programs: {
      items: [
        ...new Set(rows.programs.toSorted((a, b) => (a.code < b.code ? -1 : 1)).map(({ title }) => title)),
      ],
      origins: loaded("crosswalks"),
    },
    descriptions: {
      items: texts.filter(({ kind }) => kind !== "task").map(({ text }) => text),
      origins: loaded("soc-definitions", "onet-texts"),
    },
    tasks: {
      items: rowsOfProfile(tasks, role.onetSoc)
        .sort((a, b) => Number(b.core) - Number(a.core) || a.position - b.position)
        .map(({ text }) => text),
      origins: loaded("onet-texts"),
    },
    reasons: {
      items: outlookReasons(rows.reasons.toSorted((a, b) => a.position - b.position)),
      origins: loaded("ep-reasons"),
    },
    hourlyStates: isPaidByTheHour(profile)
      ? placeListFrom(rows, live, publishedIn(profile), "state", place.levels)
      : undefined,
    origins: {
      skills: loaded("onet-skills"),
      knowledge: loaded("onet-knowledge"),
      technology: loaded("onet-technology"),
      duties: loaded("onet-activities"),
      related: loaded("onet-related"),
      states: loaded("oews-state"),
      metros: loaded("oews-metro"),
    },
  };
}
