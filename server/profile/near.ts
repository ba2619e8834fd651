import { and, eq, inArray, like, or, type SQL, sql } from "drizzle-orm";
import { corrections, figures, occupations, roles, wages } from "@/db/schema";
import { part, type ReadOf, wholeRows } from "@/db/together";
import { NATION } from "@/domain/area";
import { standingOf, withCorrections } from "@/domain/correction";
import { emptyFigure, type Figure } from "@/domain/figure";
import { adjustedFigure } from "@/domain/price-level";
import type { Profile } from "@/domain/profile";
import type { NearCareer } from "@/domain/worth-comparing";
import type { Place } from "@/server/area/queries";
import { touch } from "@/server/page/touch";
import type { LiveReleases } from "@/server/release/queries";
import type { Role } from "@/server/role/queries";
import { ALL_OCCUPATIONS, payDataset, payFigures, payFrom } from "@/server/wage/queries";

/** The few figures of careers near one, and of all occupations together, that its page sets beside its own. */

const NEAR_MEASURES = ["entry_education", "projected_change_percent"];
const ALL_MEASURES = [
  "projected_change_percent",
  "openings_per_year",
  "leaving_rate",
  "leaving_rate_exit",
  "leaving_rate_transfer",
];

/** What `nearFrom` needs, as parts of a wider read; `chosen` are the slugs that editors set beside the role. */
export function nearParts(live: LiveReleases, profile: Profile, { area }: Place, chosen: string[]) {
  const ofStructure = eq(occupations.releaseId, live.id("soc-structure"));
  const ofNear = and(eq(roles.releaseId, live.id("roles")), nearOf(profile, chosen));
  const codes = sql`(select coalesce(${occupations.mergedInto}, ${occupations.soc}) from ${occupations} where ${and(ofStructure, inArray(occupations.soc, sql`(select ${roles.soc} from ${roles} where ${ofNear})`))})`;
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
        inArray(wages.releaseId, [live.id(live.nation()), live.id(payDataset(live, area.kind))]),
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
  };
}

/** Most of the related occupations that are looked at: O*NET names twenty. */
const MOST_RELATED = 20;

/** Which roles stand near one: those that O*NET relates, else those of the minor group; and those that editors set beside it. */
function nearOf({ lists, occupation }: Profile, chosen: string[]): SQL | undefined {
  const related = lists.related.slice(0, MOST_RELATED).map(({ soc }) => soc);
  const family =
    occupation && related.length === 0 ? like(roles.soc, `${occupation.soc.slice(0, 4)}%`) : undefined;
  return or(
    and(eq(roles.kind, "occupation"), or(inArray(roles.soc, related), family)),
    inArray(roles.slug, chosen),
  );
}

type NearRows = ReadOf<ReturnType<typeof nearParts>>;

/** Careers near one with their figures in the place, and those of all occupations, as they stand corrected. */
export function nearFrom(
  rows: NearRows,
  live: LiveReleases,
  profile: Profile,
  role: Role,
  place: Place,
): { near: NearCareer[]; all: Figure[] } {
  const standing = standingOf(rows.corrections.toSorted((a, b) => (a.id < b.id ? -1 : 1)));
  const figuresFrom = (list: NearRows["figures"], code: string, inherited: boolean): Figure[] =>
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
  touch(`figure:${ALL_OCCUPATIONS}`);
  const near = rows.roles.flatMap(({ kind, soc, mergedInto, ...names }): NearCareer[] => {
    const code = mergedInto ?? soc;
    touch(`figure:${code}`);
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
  return {
    near: near.sort((a, b) => (a.role.slug < b.role.slug ? -1 : 1)),
    all: withCorrections(figuresFrom(rows.whole, ALL_OCCUPATIONS, false), standing, () => ALL_OCCUPATIONS),
  };
}
