import { and, eq, inArray, like, or, type SQL, sql } from "drizzle-orm";
import { connection } from "@/db/client";
import {
  corrections,
  crosswalkLinks,
  figures,
  occupations,
  occupationTexts,
  occupationTitles,
  roles,
  wages,
} from "@/db/schema";
import { part, type ReadOf, together, wholeRows } from "@/db/together";
import { isAreaCode, NATION } from "@/domain/area";
import { standingOf, withCorrections } from "@/domain/correction";
import { emptyFigure, type Figure, type FigureOrigin } from "@/domain/figure";
import { rowsOfProfile } from "@/domain/onet-profile";
import { otherTitles } from "@/domain/other-title";
import type { PlaceList } from "@/domain/place-list";
import type { PlaceView } from "@/domain/place-view";
import { adjustedFigure, type PriceLevel } from "@/domain/price-level";
import { figureOf, type Profile } from "@/domain/profile";
import type { NearCareer } from "@/domain/worth-comparing";
import { type Place, placeFrom, placeParts } from "@/server/area/queries";
import { type LiveReleases, liveFrom, livePart } from "@/server/release/queries";
import { pairPart, pairsFrom, type Role, roleParts, rolesFrom } from "@/server/role/queries";
import { ALL_OCCUPATIONS, datasetOf, payFigures, payFrom } from "@/server/wage/queries";
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
  /** Official figures of all occupations together, of the nation: what the outlook is set against. */
  all: Figure[];
  near: NearCareer[];
  titles: Sourced<string>;
  programs: Sourced<string>;
  /** The sources' own sentences, where an operator loaded them. */
  descriptions: Sourced<string>;
  tasks: Sourced<string>;
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
  const around = await together(db, aroundParts(live, profile as Profile, role, place, pairs));
  return {
    ...aroundFrom(around, live, profile as Profile, role, place),
    profile: profile as Profile,
    larger: place.larger,
    priceLevel,
    hasPriceLevel: place.hasLevel,
    pairs,
  };
}

const NEAR_MEASURES = ["entry_education", "projected_change_percent"];
const ALL_MEASURES = [
  "projected_change_percent",
  "openings_per_year",
  "leaving_rate",
  "leaving_rate_exit",
  "leaving_rate_transfer",
];

/** What stands around a profile on its page: careers near it, names, programs, texts, as parts of one read. */
function aroundParts(
  live: LiveReleases,
  profile: Profile,
  role: Role,
  { area }: Place,
  pairs: FoundCareer["pairs"],
) {
  const soc = profile.occupation?.soc ?? "";
  const ofStructure = eq(occupations.releaseId, live.id("soc-structure"));
  const members = sql`(select ${occupations.soc} from ${occupations} where ${and(ofStructure, or(eq(occupations.soc, soc), eq(occupations.mergedInto, soc)))})`;
  const ofNear = and(eq(roles.releaseId, live.id("roles")), nearOf(profile, role, pairs));
  const codes = sql`(select coalesce(${occupations.mergedInto}, ${occupations.soc}) from ${occupations} where ${and(ofStructure, inArray(occupations.soc, sql`(select ${roles.soc} from ${roles} where ${ofNear})`))})`;
  const published = profile.occupation?.mergedInto?.soc ?? soc;
  return {
    roles: part(
      {
        slug: roles.slug,
        singular: roles.singular,
        plural: roles.plural,
        article: roles.article,
        kind: roles.kind,
        soc: occupations.soc,
        mergedInto: occupations.mergedInto,
      },
      sql`${roles} join ${occupations} on ${and(ofStructure, eq(occupations.soc, roles.soc))}`,
      ofNear,
    ),
    pay: wholeRows(
      wages,
      and(
        inArray(wages.releaseId, [live.id(live.nation()), live.id(datasetOf(live, area.kind))]),
        inArray(wages.soc, codes),
        inArray(wages.area, [NATION.code, area.code]),
        eq(wages.naics, ""),
      ),
    ),
    figures: wholeRows(
      figures,
      and(
        inArray(figures.releaseId, [live.id("ep-entry"), live.id("ep-employment")]),
        inArray(figures.subject, codes),
        inArray(figures.measure, NEAR_MEASURES),
      ),
    ),
    whole: wholeRows(
      figures,
      and(
        inArray(figures.releaseId, [live.id("ep-employment"), live.id("ep-separations")]),
        eq(figures.subject, ALL_OCCUPATIONS),
        inArray(figures.measure, ALL_MEASURES),
      ),
    ),
    corrections: wholeRows(
      corrections,
      or(inArray(corrections.subject, codes), eq(corrections.subject, ALL_OCCUPATIONS)),
    ),
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
    // Of those who are paid by the hour alone: the ranking by the year is read with the profile.
    ...placePayParts(live, isPaidByTheHour(profile) ? published : "", "state"),
  };
}

const isPaidByTheHour = (profile: Profile): boolean =>
  figureOf(profile, "annual_wage_median")?.nullReason === "not_applicable";

/** Most of the related occupations that are looked at: O*NET names twenty. */
const MOST_RELATED = 20;

/** Which roles stand near one: those that O*NET relates, else those of the minor group; and those that editors set beside it. */
function nearOf(
  { lists, occupation }: Profile,
  { slug }: Role,
  pairs: FoundCareer["pairs"],
): SQL | undefined {
  const related = lists.related.slice(0, MOST_RELATED).map(({ soc }) => soc);
  const family =
    occupation && related.length === 0 ? like(roles.soc, `${occupation.soc.slice(0, 4)}%`) : undefined;
  return or(
    and(eq(roles.kind, "occupation"), or(inArray(roles.soc, related), family)),
    inArray(roles.slug, chosenPartners(slug, pairs)),
  );
}

const chosenPartners = (slug: string, pairs: FoundCareer["pairs"]): string[] =>
  pairs.flatMap(({ a, b }) => (a === slug ? b : b === slug ? a : []));

type AroundRows = ReadOf<ReturnType<typeof aroundParts>>;

function aroundFrom(rows: AroundRows, live: LiveReleases, profile: Profile, role: Role, place: Place) {
  const standing = standingOf(rows.corrections.toSorted((a, b) => (a.id < b.id ? -1 : 1)));
  const figuresFrom = (list: AroundRows["figures"], code: string, inherited: boolean): Figure[] =>
    list
      .filter(({ subject }) => subject === code)
      .map(({ measure, area, value, text, nullReason, note, releaseId }) => ({
        ...emptyFigure(measure, live.origin(releaseId), area),
        value: text ?? value,
        nullReason: nullReason as Figure["nullReason"],
        method: inherited ? "inherited" : "reported",
        note,
      }));
  const own = profile.occupation?.mergedInto?.soc ?? profile.occupation?.soc;
  const indexes = new Map(profile.lists.related.map(({ soc, index }) => [soc, index]));
  const near = rows.roles.flatMap(({ kind, soc, mergedInto, ...names }): NearCareer[] => {
    const code = mergedInto ?? soc;
    // Counted in the same group, so that nothing official could tell them apart.
    if (names.slug === role.slug || (code === own && kind === "occupation")) return [];
    const inherited = mergedInto !== null || kind === "title";
    const pay = payFrom(rows.pay, live, code, place.area);
    const medians = payFigures(pay, live.origin(live.id(pay.dataset)), place.area, inherited, soc).filter(
      ({ measure }) => measure.endsWith("_wage_median"),
    );
    const seen = withCorrections(
      [...medians, ...figuresFrom(rows.figures, code, inherited)],
      standing,
      () => code,
    );
    return [
      {
        role: names,
        index: kind === "occupation" ? (indexes.get(soc) ?? null) : null,
        figures: seen.map((figure) => adjustedFigure(figure, place.levels)),
      },
    ];
  });
  const loaded = (...datasets: string[]): FigureOrigin[] =>
    datasets.flatMap((dataset) => (live.id(dataset) === -1 ? [] : live.origin(live.id(dataset))));
  const texts = rows.texts.toSorted((a, b) => a.releaseId - b.releaseId || a.position - b.position);
  const tasks = texts.flatMap((row) =>
    row.kind === "task" && row.onetSoc ? [{ ...row, onetSoc: row.onetSoc }] : [],
  );
  return {
    near: near.sort((a, b) => (a.role.slug < b.role.slug ? -1 : 1)),
    all: withCorrections(figuresFrom(rows.whole, ALL_OCCUPATIONS, false), standing, () => ALL_OCCUPATIONS),
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
    hourlyStates: isPaidByTheHour(profile)
      ? placeListFrom(rows, live, own ?? "", "state", place.levels)
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
