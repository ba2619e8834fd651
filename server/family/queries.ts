import { and, eq, inArray, isNotNull, like, or, type SQL, sql } from "drizzle-orm";
import { connection, type Db } from "@/db/client";
import { corrections, figures, occupations, roleEdits, roles, wages } from "@/db/schema";
import { part, type ReadOf, together, wholeRows } from "@/db/together";
import { type Area, isAreaCode, NATION } from "@/domain/area";
import { standingOf, withCorrections } from "@/domain/correction";
import {
  type Career,
  careerMeasures,
  type Family,
  familyName,
  familyOf,
  isFamilyCode,
} from "@/domain/family";
import type { Figure } from "@/domain/figure";
import { adjustedFigure, type PriceLevel } from "@/domain/price-level";
import type { RoleName } from "@/domain/profile";
import { noDegreeMeasures, noDegreeShare } from "@/domain/schooling";
import { type Place, placeFrom, placeParts } from "@/server/area/queries";
import { officialFigures } from "@/server/figure/queries";
import { kept } from "@/server/kept";
import { touch } from "@/server/page/touch";
import { type LiveReleases, liveFrom, liveIdOf, livePart } from "@/server/release/queries";
import { medianFigures, payDataset } from "@/server/wage/queries";

export type FamilyAsk = {
  /** Of one family alone; null for all. */
  family: string | null;
  area: string;
  isReal: boolean;
};

export type FoundFamilies = {
  area: Area;
  /** By which pay was adjusted; undefined where it was not asked for, or the area has none. */
  priceLevel: PriceLevel | undefined;
  hasPriceLevel: boolean;
  /** Every family, by code. */
  families: Family[];
  /** The one that was asked for. */
  family: Family | undefined;
  careers: Career[];
};

export type FamilyFault =
  | { fault: "unknown_area"; area: string }
  | { fault: "unknown_family"; family: string; families: Family[] };

const projectedMeasures = [
  "projected_change_percent",
  "openings_per_year",
  "entry_education",
  ...noDegreeMeasures,
];

/** The measures that families are read from; a correction of any other changes no view of them. */
export const familyMeasures = ["annual_wage_median", "hourly_wage_median", ...projectedMeasures];

/** The same of the overview of families. */
export const overviewMeasures = ["annual_wage_median", "projected_change_percent", "openings_per_year"];

/**
 * Careers of one family or of all, with their figures in an area as they stand corrected, in no order that means
 * anything; or why there are none. Two statements, however many careers, and one more where a release is new.
 */
export async function careersOf(asked: FamilyAsk): Promise<FoundFamilies | FamilyFault> {
  const { area: code, isReal } = asked;
  if (!isAreaCode(code)) return { fault: "unknown_area", area: code };
  const { db } = await connection();
  touch("figure", "role");
  const { live: rows, ...near } = await together(db, {
    ...placeParts(code, isReal),
    families: wholeRows(
      occupations,
      and(eq(occupations.releaseId, liveIdOf("soc-structure")), eq(occupations.level, "major")),
    ),
    live: livePart(),
  });
  const live = liveFrom(rows);
  const place = placeFrom(near, live, code, isReal);
  if (!place) return { fault: "unknown_area", area: code };
  const families = near.families
    .map(({ soc, title }): Family => ({ code: soc, name: familyName(title) }))
    .sort((a, b) => (a.code < b.code ? -1 : 1));
  const family = families.find(({ code }) => code === asked.family);
  if (asked.family !== null && !family) return { fault: "unknown_family", family: asked.family, families };
  const priceLevel = place.levels.get(code);
  const lines = await liveLines(db, live);
  const found = await together(db, careerParts(live, place.area, asked));
  return {
    area: place.area,
    priceLevel,
    hasPriceLevel: place.hasLevel,
    families,
    family,
    careers: careersFrom(found, lines, live, priceLevel ? place : { ...place, levels: new Map() }, asked),
  };
}

function careerParts(live: LiveReleases, area: Area, { family }: FamilyAsk) {
  // A code is asked of the database only where it is one: PostgreSQL takes no NUL.
  const ofFamily = (column: typeof roles.soc | typeof wages.soc): SQL | undefined =>
    family && isFamilyCode(family) ? like(column, `${family.slice(0, 2)}-%`) : undefined;
  return {
    roles: part(
      {
        slug: roles.slug,
        singular: roles.singular,
        plural: roles.plural,
        article: roles.article,
        kind: roles.kind,
        soc: roles.soc,
      },
      roles,
      and(
        eq(roles.releaseId, live.id("roles")),
        // An editor may have mapped a role of another family here.
        or(
          ofFamily(roles.soc) ?? sql`1 = 1`,
          inArray(
            roles.slug,
            sql`(select ${roleEdits.role} from ${roleEdits} where ${isNotNull(roleEdits.soc)})`,
          ),
        ),
      ),
    ),
    edits: part({ id: roleEdits.id, role: roleEdits.role, soc: roleEdits.soc }, roleEdits, undefined),
    pay: part(
      {
        soc: wages.soc,
        area: wages.area,
        annualMedian: wages.annualMedian,
        hourlyMedian: wages.hourlyMedian,
        marks: wages.marks,
      },
      wages,
      and(
        inArray(wages.releaseId, [
          ...new Set([NATION, area].map(({ kind }) => live.id(payDataset(live, kind)))),
        ]),
        inArray(wages.area, [...new Set([NATION.code, area.code])]),
        eq(wages.naics, ""),
        ofFamily(wages.soc),
      ),
    ),
    corrections: wholeRows(
      corrections,
      and(
        inArray(corrections.measure, familyMeasures),
        inArray(corrections.area, [...new Set([NATION.code, area.code])]),
      ),
    ),
  };
}
type CareerRows = ReadOf<ReturnType<typeof careerParts>>;

/** A group that is published or counted, with what is projected of it. */
type Line = { soc: string; mergedInto: string | null; figures: Figure[] };
type Lines = ReadonlyMap<string, Line>;

/** What the live releases project of every group. A release never changes, so that it is kept until another is live. */
function liveLines(db: Db, live: LiveReleases): Promise<Lines> {
  const key = ["soc-structure", ...projections].map((name) => live.id(name)).join();
  return kept("family lines", key, () => readLines(db, live));
}

const projections = ["ep-employment", "ep-entry", "ep-education-held"];

async function readLines(db: Db, live: LiveReleases): Promise<Lines> {
  const read = await together(db, {
    codes: wholeRows(
      occupations,
      and(
        eq(occupations.releaseId, live.id("soc-structure")),
        inArray(occupations.level, ["detailed", "merged"]),
      ),
    ),
    figures: wholeRows(
      figures,
      and(
        inArray(
          figures.releaseId,
          projections.map((dataset) => live.id(dataset)),
        ),
        inArray(figures.measure, projectedMeasures),
      ),
    ),
  });
  const bySubject = new Map<string, typeof read.figures>();
  for (const row of read.figures) bySubject.set(row.subject, [...(bySubject.get(row.subject) ?? []), row]);
  const asked = new Set(projectedMeasures);
  return new Map(
    read.codes.map(({ soc, title, mergedInto }) => {
      const group = { soc, title, mergedInto: null, members: [soc], profiles: [] };
      const rows = bySubject.get(soc) ?? [];
      const found = officialFigures(rows, live, group, { kind: "occupation" }, false, asked);
      return [soc, { soc, mergedInto, figures: found }];
    }),
  );
}

/** One career a published line, with the roles of the groups that it joins and of the titles that are counted there. */
function careersFrom(
  rows: CareerRows,
  lines: Lines,
  live: LiveReleases,
  place: Place,
  asked: FamilyAsk,
): Career[] {
  const edits = new Map(
    rows.edits.toSorted((a, b) => (a.id < b.id ? -1 : 1)).map(({ role, soc }) => [role, soc]),
  );
  const figuresOf = figureReader(rows, live, place);
  const careers = new Map<string, Career>();
  const besides: { line: string; role: RoleName; kind: "members" | "titles" }[] = [];
  for (const { kind, soc: imported, ...role } of rows.roles) {
    const own = lines.get(edits.get(role.slug) ?? imported ?? "");
    if (!own || (asked.family !== null && familyOf(own.soc) !== asked.family)) continue;
    const line = own.mergedInto ?? own.soc;
    if (kind === "occupation" && line === own.soc && !careers.has(line))
      careers.set(line, { role, soc: line, members: [], titles: [], figures: figuresOf(own) });
    else besides.push({ line, role, kind: kind === "title" ? "titles" : "members" });
  }
  for (const { line, role, kind } of besides) careers.get(line)?.[kind].push(role);
  for (const { members, titles } of careers.values())
    for (const list of [members, titles]) list.sort((a, b) => (a.plural < b.plural ? -1 : 1));
  return [...careers.values()];
}

/** Gives the figures of a published line by measure, as `roleFiguresFrom` of server/profile gives those of a role. */
function figureReader(rows: CareerRows, live: LiveReleases, { area, levels }: Place) {
  const dataset = payDataset(live, area.kind);
  const origin = live.origin(live.id(dataset));
  const standing = standingOf(rows.corrections.toSorted((a, b) => (a.id < b.id ? -1 : 1)));
  const payRows = new Map(rows.pay.map((row) => [`${row.soc} ${row.area}`, row]));
  return ({ soc, figures: projected }: Line): Career["figures"] => {
    const pay = {
      dataset,
      row: payRows.get(`${soc} ${area.code}`),
      nation: payRows.get(`${soc} ${NATION.code}`),
    };
    const imported = [...medianFigures(pay, origin, area, false, soc), ...projected];
    const corrected = withCorrections(imported, standing, () => soc);
    const seen = levels.size > 0 ? corrected.map((figure) => adjustedFigure(figure, levels)) : corrected;
    const share = noDegreeShare(seen);
    const byMeasure = new Map(seen.map((figure) => [figure.measure, figure]));
    return Object.fromEntries([
      ...["hourly_wage_median", ...careerMeasures].flatMap((measure) => {
        const figure = byMeasure.get(measure);
        return figure ? [[measure, figure]] : [];
      }),
      ...(share ? [[share.measure, share]] : []),
    ]);
  };
}
