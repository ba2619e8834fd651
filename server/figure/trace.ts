import { and, eq, inArray, or } from "drizzle-orm";
import { nationalColumns } from "@/data/import/oews";
import { publishedColumns } from "@/data/source-notes";
import { connection } from "@/db/client";
import { occupationRatings, priceLevels, releases, roleEdits, roles } from "@/db/schema";
import { type ReadOf, together, wholeRows } from "@/db/together";
import { dollars, figureText, moneyInSentence } from "@/domain/amount";
import { type Area, isAreaCode, NATION } from "@/domain/area";
import { correctedFigure, correctionKey } from "@/domain/correction";
import { type Figure, hasValue } from "@/domain/figure";
import {
  adjustmentText,
  errorText,
  type FigureAsked,
  figureAddress,
  formulaOf,
  inputsOf,
  isTraced,
  type RawRelease,
  type TracedCorrection,
  tracedName,
} from "@/domain/figure-trace";
import { measureKeys, measureOf } from "@/domain/measure";
import { isSlug, MOST_ROLES } from "@/domain/pair";
import type { Rating } from "@/domain/profile";
import { placeFrom, placeParts } from "@/server/area/queries";
import { type Group, groupsOf, publishedCode, ratingsFrom } from "@/server/occupation/queries";
import {
  figurePartsOf,
  type RoleFigureRows,
  type RoleFigures,
  roleFiguresFrom,
} from "@/server/profile/queries";
import { type LiveReleases, liveFrom, liveIdOf, rawRelease } from "@/server/release/queries";
import { type Role, rolesFrom } from "@/server/role/queries";
import { payFrom } from "@/server/wage/queries";

type Value = string | number | boolean | null;

/** A row as it is stored here. */
export type RawRow = {
  release: number;
  /** What it is the row of, in words: "29-2099 in California". */
  of: string;
  cells: {
    name: string /** The publisher's own name of the column. */;
    printed: string;
    value: Value;
    isUsed: boolean;
  }[];
};

/** A row of a table of many of one kind, with the address of the figure in it. */
type RankedRow = { name: string; address?: string; value: string; employment: number };

type RatingRow = Pick<
  typeof occupationRatings.$inferSelect,
  | "onetSoc"
  | "element"
  | "name"
  | "importance"
  | "importanceN"
  | "importanceError"
  | "importanceSuppressed"
  | "level"
  | "levelN"
  | "levelError"
  | "levelSuppressed"
>;

/** All that is known of where one role's figure comes from. */
export type FigureTrace = {
  role: Pick<Role, "slug" | "singular" | "plural" | "article" | "kind">;
  group: Group | null;
  /** As pages show it; undefined where no page shows one. */
  figure: Figure | undefined;
  titleFigures: Figure[];
  /** What stands instead of the figure's own group, and why: sentences. */
  counted: string[];
  formula: string | undefined;
  adjustment: string | undefined;
  error: string | undefined;
  inputs: { text: string; address: string }[];
  ranking: RankedRow[];
  corrections: TracedCorrection[];
  rows: RawRow[];
  ratings: { shown: Rating[]; note: string; rows: RatingRow[] } | undefined;
};

export type FigureTraces = { traces: FigureTrace[]; area: Area; isReal: boolean; releases: RawRelease[] };
export type TraceFault =
  | { fault: "no_role" | "too_many" | "measure" | "area" }
  | { fault: "role"; name: string };

const isSoc = (name: string) => /^\d\d-\d{4}$/.test(name);

/** Where a measure of one to four roles comes from, in an area, after prices there where that is asked for. Three statements, however many roles. */
export async function figureTraces(asked: FigureAsked): Promise<FigureTraces | TraceFault> {
  const { of, measure } = asked;
  if (!isTraced(measure)) return { fault: "measure" };
  if (of.length === 0) return { fault: "no_role" };
  if (of.length > MOST_ROLES) return { fault: "too_many" };
  if (!isAreaCode(asked.area)) return { fault: "area" };
  const wrong = of.find((name) => !isSlug(name));
  if (wrong !== undefined) return { fault: "role", name: wrong };
  const { db } = await connection();
  const ofOccupations = and(
    eq(roles.releaseId, liveIdOf("roles")),
    or(inArray(roles.slug, of), and(inArray(roles.soc, of.filter(isSoc)), eq(roles.kind, "occupation"))),
  );
  const read = await together(db, {
    roles: wholeRows(roles, ofOccupations),
    edits: wholeRows(
      roleEdits,
      inArray(roleEdits.role, db.select({ slug: roles.slug }).from(roles).where(ofOccupations)),
    ),
    ...placeParts(asked.area, asked.isReal),
    live: wholeRows(releases, eq(releases.state, "live")),
    level: wholeRows(
      priceLevels,
      and(eq(priceLevels.releaseId, liveIdOf("price-levels")), eq(priceLevels.area, asked.area)),
    ),
  });
  const live = liveFrom(read.live);
  const found = placeFrom(read, live, asked.area, asked.isReal);
  if (!found) return { fault: "area" };
  const slugs = of.map((name) =>
    isSoc(name)
      ? (read.roles.find(({ soc, kind }) => soc === name && kind === "occupation")?.slug ?? name)
      : name,
  );
  const known = await rolesFrom(db, slugs, read);
  const unknown = known.indexOf(undefined);
  if (unknown >= 0) return { fault: "role", name: of[unknown] ?? "" };
  const rolesFound = known.flatMap((role) => role ?? []);
  const level = found.levels.get(asked.area);
  const place = level ? found : { ...found, levels: new Map() };
  const groups = await groupsOf(db, live, rolesFound);
  const subjects = rolesFound.map((role, i) => ({ role, group: groups[i] ?? null }));
  const profiles = groups.flatMap((group) => (group ? [...group.profiles, ...group.members] : []));
  const isRated = measure === "skills" || measure === "knowledge";
  const rows = await together(db, {
    ...figurePartsOf(live, subjects, place),
    ratings: wholeRows(
      occupationRatings,
      and(
        eq(occupationRatings.releaseId, isRated ? live.id(`onet-${measure}`) : -1),
        inArray(occupationRatings.onetSoc, profiles),
      ),
    ),
  });
  const traces = subjects.map((subject): FigureTrace => {
    const figures = roleFiguresFrom(rows, live, subject, place);
    const asPublished = level
      ? roleFiguresFrom(rows, live, subject, { ...place, levels: new Map() })
      : figures;
    return isRated
      ? ratedTrace(rows.ratings, subject, measure)
      : traceOf(
          measure,
          subject,
          figures,
          asPublished,
          rows,
          live,
          place.area,
          level ? read.level : [],
          level,
        );
  });
  const used = new Set(
    traces.flatMap(({ rows: raw, ratings, ranking }) => [
      ...raw.map(({ release }) => release),
      ...(ratings ? [live.id(`onet-${measure}`)] : []),
      ...(ranking.length > 0 ? [live.id(rankedDataset(measure))] : []),
    ]),
  );
  return {
    traces,
    area: place.area,
    isReal: level !== undefined,
    releases: read.live.filter(({ id }) => used.has(id)).map(rawRelease),
  };
}

const rankedDataset = (measure: string) =>
  ({ best_paying_state: "oews-state", best_paying_metro: "oews-metro", best_paying_industry: "oews-sector" })[
    measure
  ] ?? "";

type Subject = { role: Role; group: Group | null };
type Level = Parameters<typeof adjustmentText>[2];

const nothing = {
  titleFigures: [],
  counted: [],
  formula: undefined,
  adjustment: undefined,
  error: undefined,
  inputs: [],
  ranking: [],
  corrections: [],
  rows: [],
  ratings: undefined,
};

function traceOf(
  measure: string,
  subject: Subject,
  shown: RoleFigures,
  published: RoleFigures,
  rows: RoleFigureRows,
  live: LiveReleases,
  area: Area,
  levelRows: readonly (typeof priceLevels.$inferSelect)[],
  level: Level | undefined,
): FigureTrace {
  const { role, group } = subject;
  const find = (figures: Figure[]) => figures.find((figure) => figure.measure === measure);
  const figure = find(shown.figures);
  const before = find(published.figures);
  const of = [tracedName(role, group)];
  const isMoney = ["money", "range"].includes(measureOf(measure).kind);
  const isAdjusted = level !== undefined && figure !== undefined && isMoney && figure.area === area.code;
  const isPay = payMeasure.test(measure) || measure === "employment";
  const pay = group && isPay ? payFrom(rows.pay, live, publishedCode(group), area) : undefined;
  const rowOfPay = pay?.row;
  // A blank in a place is told apart by what the nation's row says of the whole occupation.
  const ofNation = pay?.nation !== rowOfPay && before && !hasValue(before) ? pay?.nation : undefined;
  const inputs = [
    ...(isAdjusted
      ? [
          {
            text: "The same pay as published",
            address: figureAddress({ of, measure, area: area.code, isReal: false }),
          },
        ]
      : []),
    ...inputsOf(measure).map((input) => ({
      text: measureOf(input).label,
      address: figureAddress({ of, measure: input, area: figure?.area ?? area.code, isReal: false }),
    })),
  ];
  return {
    ...nothing,
    role,
    group,
    figure,
    titleFigures: shown.titleFigures.filter((each) => each.measure === measure),
    counted: [
      ...countedText(subject, measure),
      ...(group && pay && !rowOfPay
        ? [`The file of ${area.name} has no row for ${publishedCode(group)}, so there is nothing to read.`]
        : []),
    ],
    formula: formulaOf(measure),
    adjustment: isAdjusted && level && before ? adjustmentText(before, figure, level) : undefined,
    error: before && rowOfPay ? errorText(before, errorColumn(measure, rowOfPay)) : undefined,
    inputs,
    ranking: rankingOf(measure, shown, of[0] ?? "", level !== undefined),
    corrections: correctionsOf(measure, subject, published, rows, area),
    rows: [
      ...[rowOfPay, ofNation].flatMap((row) =>
        row ? [rawPay(measure, row, row.area === area.code ? area : NATION)] : [],
      ),
      ...rawFigures(measure, rows, subject, before && published.subjectOf(before)),
      ...(isAdjusted ? levelRows.map((row) => rawLevel(row, area)) : []),
    ],
  };
}

const errorColumn = (measure: string, row: RoleFigureRows["pay"][number]): number | null =>
  measure === "employment" ? row.employmentError : measure.endsWith("_wage_mean") ? row.meanError : null;

/** Why the row is of another code than the career's own. */
function countedText({ role, group }: Subject, measure: string): string[] {
  if (!group)
    return ["This career is not counted under an occupation yet, so no official figure can be its own."];
  const isOnet = measure === "job_zone" || measure.startsWith("education_required_");
  return [
    ...(role.kind === "title"
      ? [
          `Sources count occupations, not job titles. This title is counted under ${group.soc}, ${group.title}.`,
        ]
      : []),
    ...(group.mergedInto && !isOnet
      ? [
          `Pay and projections of ${group.soc} are published together with those of like codes, as ${group.mergedInto.soc}, ${group.mergedInto.title}.`,
        ]
      : []),
  ];
}

const payMeasure = /^(annual|hourly)_wage_(mean|p10|p25|median|p75|p90|range)$/;

/** The columns of a row of pay that a measure is read from. */
function payColumns(measure: string): string[] {
  if (measure === "employment") return ["employment", "employmentError"];
  const [, period = "", statistic = ""] = payMeasure.exec(measure) ?? [];
  if (statistic === "range") return ["annualP10", "annualP90"];
  const column = `${period}${statistic.charAt(0).toUpperCase()}${statistic.slice(1)}`;
  return statistic === "mean" ? [column, "meanError"] : [column];
}

const payNames = new Map<string, string>(nationalColumns);
/** Those that name the row, not what it says. */
const payKeys: Readonly<Record<string, string>> = { soc: "OCC_CODE", area: "AREA", naics: "NAICS" };

function rawPay(measure: string, row: RoleFigureRows["pay"][number], { name: where }: Area): RawRow {
  const used = payColumns(measure);
  const { releaseId, ...columns } = row;
  const cells = Object.entries(columns)
    .filter(([name, value]) => name !== "naics" || value !== "")
    .map(([name, value]) => ({
      name,
      printed: payKeys[name] ?? payNames.get(name) ?? "",
      value,
      isUsed: used.includes(name) || (name === "marks" && value !== null),
    }));
  return { release: releaseId, of: `${row.soc}, ${where}`, cells };
}

/** The stored rows of a measure, and of those that it is made from, among the figures of a role; `standing` is the code that the figure is of. */
function rawFigures(
  measure: string,
  rows: RoleFigureRows,
  { role, group }: Subject,
  standing: string | undefined,
): RawRow[] {
  // Of several O*NET profiles one may stand for the role; where none does, all were read.
  const isOneProfile = standing?.includes(".") ?? false;
  const [prefix] = /^education_(required|held)_/.exec(measure) ?? [];
  const distribution = prefix ? measureKeys.filter((key) => key.startsWith(prefix) && key !== measure) : [];
  const wanted = [measure, ...inputsOf(measure), ...distribution];
  const codes = group ? [publishedCode(group), group.soc, ...group.profiles] : [];
  return rows.figures
    .filter((row) => !distribution.includes(row.measure) || !isOneProfile || row.subject === standing)
    .filter(
      (row) =>
        wanted.includes(row.measure) &&
        (row.subject === role.slug ? row.measure === measure : codes.includes(row.subject)),
    )
    .sort(
      (a, b) =>
        wanted.indexOf(a.measure) - wanted.indexOf(b.measure) ||
        (a.subject < b.subject ? -1 : Number(a.subject > b.subject)),
    )
    .map(({ releaseId, ...columns }) => ({
      release: releaseId,
      of: `${columns.subject}, ${measureOf(columns.measure).label.toLowerCase()}`,
      cells: Object.entries(columns).map(([name, value]) => ({
        name,
        printed:
          name === "value" || name === "text" ? printedColumn(columns.measure, columns[name] !== null) : "",
        value,
        isUsed:
          !distribution.includes(columns.measure) &&
          (!isOneProfile || columns.subject === standing) &&
          ["value", "low", "high", "text", "nullReason"].includes(name) &&
          value !== null,
      })),
    }));
}

const printedColumn = (measure: string, isFilled: boolean): string =>
  !isFilled
    ? ""
    : measure.startsWith("education_required_")
      ? "Data Value"
      : (publishedColumns[measure] ?? "");

const rawLevel = ({ releaseId, ...columns }: typeof priceLevels.$inferSelect, area: Area): RawRow => ({
  release: releaseId,
  of: `${area.name}, price level`,
  cells: Object.entries(columns).map(([name, value]) => ({
    name,
    printed: "",
    value,
    isUsed: name === "level",
  })),
});

/** What a best place was chosen among, best first, each with the address of its own figure. */
function rankingOf(measure: string, { lists }: RoleFigures, of: string, isReal: boolean): RankedRow[] {
  if (measure === "best_paying_industry")
    return lists.industries.map(({ naics, name, value, employment, atLeast }) => ({
      name: `${naics}, ${name}`,
      value: `${atLeast ? "at least " : ""}${dollars(value)}`,
      employment,
    }));
  const places =
    measure === "best_paying_state" ? lists.states : measure === "best_paying_metro" ? lists.metros : [];
  return places.map(({ area, name, value, unit, employment }) => {
    const median = unit === "dollars an hour" ? "hourly_wage_median" : "annual_wage_median";
    return {
      name,
      address: figureAddress({ of: [of], measure: median, area, isReal }),
      value: moneyInSentence({ value, unit }),
      employment,
    };
  });
}

/** The corrections that stand of a figure, of those that it is made from, and of the title's own. */
function correctionsOf(
  measure: string,
  { role, group }: Subject,
  figures: RoleFigures,
  rows: RoleFigureRows,
  area: Area,
): TracedCorrection[] {
  const codeOf = (key: string) => {
    const imported = figures.imported.find((figure) => figure.measure === key);
    return imported ? figures.subjectOf(imported) : "";
  };
  const keys = new Set(
    [measure, ...inputsOf(measure)].flatMap((key) => [
      correctionKey(codeOf(key), key, area.code),
      correctionKey(codeOf(key), key, NATION.code),
    ]),
  );
  const isOfPlaces = measure === "best_paying_state" || measure === "best_paying_metro";
  const kept = [...figures.standing.entries()].filter(
    ([key, { subject, measure: of }]) =>
      keys.has(key) ||
      (subject === role.slug && of === measure) ||
      (isOfPlaces &&
        group !== null &&
        subject === publishedCode(group) &&
        ["annual_wage_median", "hourly_wage_median", "employment"].includes(of)),
  );
  return kept.flatMap(([, standing]): TracedCorrection[] => {
    const { measure: of, area: where, source, sourceUrl, vintage, reason, id } = standing;
    const row = rows.corrections.find((each) => each.id === id);
    const text = figureText(correctedFigure(undefined, standing));
    return row
      ? [{ measure: of, area: where, text, source, sourceUrl, vintage, reason, at: row.createdAt }]
      : [];
  });
}

function ratedTrace(
  all: ReadOf<{ ratings: ReturnType<typeof wholeRows<typeof occupationRatings>> }>["ratings"],
  { role, group }: Subject,
  measure: "skills" | "knowledge",
): FigureTrace {
  const kind = measure === "skills" ? "skill" : "knowledge";
  const ofGroup = all.filter(
    (row) =>
      row.kind === kind && (group?.profiles.includes(row.onetSoc) || group?.members.includes(row.onetSoc)),
  );
  const { ratings, note, origin } = ratingsFrom(ofGroup, role, group)[measure];
  const used = origin.split(" ");
  return {
    ...nothing,
    role,
    group,
    figure: undefined,
    counted: countedText({ role, group }, "job_zone"),
    ratings: {
      shown: ratings,
      note,
      rows: ofGroup
        .filter(({ onetSoc }) => used.includes(onetSoc))
        .sort((a, b) => (`${a.element} ${a.onetSoc}` < `${b.element} ${b.onetSoc}` ? -1 : 1)),
    },
  };
}
