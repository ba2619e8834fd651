import { and, inArray } from "drizzle-orm";
import type { Db } from "@/db/client";
import { corrections, figures, roleEdits } from "@/db/schema";
import { part, type ReadOf, together, wholeRows } from "@/db/together";
import { type Standing, standingOf } from "@/domain/correction";
import { emptyFigure, type Figure, type FigureOrigin, type NullReason } from "@/domain/figure";
import { heldEducationLevels } from "@/domain/measure";
import { standingProfile } from "@/domain/onet-profile";
import { mostCommonEducation } from "@/domain/schooling";
import { type Group, publishedCode } from "@/server/occupation/queries";
import { touch } from "@/server/page/touch";
import type { LiveReleases } from "@/server/release/queries";
import type { Role } from "@/server/role/queries";

export type FigureRow = typeof figures.$inferSelect;

/** A role, and the group that it is counted under. */
export type Subject = { role: Role; group: Group | null };

/** Figures of roles and the corrections of them, as parts of a wider read. */
export function figureParts(live: LiveReleases, subjects: readonly Subject[]) {
  const codes = [...new Set(subjects.flatMap(codesOf))];
  touch(...codes.map((code) => `figure:${code}` as const));
  return {
    figures: wholeRows(
      figures,
      and(
        inArray(
          figures.releaseId,
          datasets.map((dataset) => live.id(dataset)),
        ),
        inArray(figures.subject, codes),
      ),
    ),
    corrections: wholeRows(corrections, inArray(corrections.subject, codes)),
  };
}
export type FigureRows = ReadOf<ReturnType<typeof figureParts>>;

const datasets = [
  "ep-employment",
  "ep-separations",
  "ep-education-held",
  "ep-entry",
  "cps-age",
  "cps-people",
  "onet-education",
  "seed-figures",
];

/** What a role's figures are of: the title, its occupation, the code that this is merged into, and its O*NET profiles. */
export const codesOf = ({ role, group }: { role: Pick<Role, "slug">; group: Group | null }): string[] => [
  role.slug,
  ...(group ? [group.soc, publishedCode(group), ...group.profiles] : []),
];

/** The rows of one role among those of several. */
export function figuresFrom(rows: FigureRows["figures"], subject: Subject): FigureRow[] {
  const codes = new Set(codesOf(subject));
  return rows
    .filter((row) => codes.has(row.subject))
    .sort((a, b) => (a.subject < b.subject ? -1 : Number(a.subject > b.subject)));
}

/** The corrections that stand of a role's figures, in every place. */
export function standingFrom(rows: FigureRows["corrections"], subject: Subject): Standing {
  const codes = new Set(codesOf(subject));
  return standingOf(rows.filter((row) => codes.has(row.subject)).sort((a, b) => (a.id < b.id ? -1 : 1)));
}

/** By the slug of a role: when an editor last corrected a figure of it, or edited its page. Roles without either are not in it. */
export async function changesOf(db: Db, subjects: readonly Subject[]): Promise<Map<string, Date>> {
  touch("figure", "role");
  const changes = await together(db, {
    corrections: part(
      { subject: corrections.subject, at: corrections.createdAt },
      corrections,
      inArray(corrections.subject, [...new Set(subjects.flatMap(codesOf))]),
    ),
    edits: part(
      { subject: roleEdits.role, at: roleEdits.createdAt },
      roleEdits,
      inArray(
        roleEdits.role,
        subjects.map(({ role }) => role.slug),
      ),
    ),
  });
  const all = [...changes.corrections, ...changes.edits];
  return new Map(
    subjects.flatMap((subject): [string, Date][] => {
      const codes = codesOf(subject);
      const times = all.flatMap((change) => (codes.includes(change.subject) ? change.at.getTime() : []));
      return times.length > 0 ? [[subject.role.slug, new Date(Math.max(...times))]] : [];
    }),
  );
}

/** The code whose figure an imported one is, under which corrections of it are kept: it shows on every role that has this figure. */
export function subjectOf(rows: FigureRow[], group: Group, role: Role): (figure: Figure) => string {
  return ({ measure, source }) => {
    if (source.id === "oews" || source.id === "ep") return publishedCode(group);
    const profiles = rows.filter((row) => row.measure === measure && isProfile(row.subject));
    return (
      standingProfile(
        profiles.map(({ subject }) => subject),
        role.onetSoc,
      ) ?? group.soc
    );
  };
}

const isProfile = (subject: string) => /^\d\d-\d{4}\.\d\d$/.test(subject);

export function publishedFigures(
  rows: FigureRow[],
  live: LiveReleases,
  group: Group,
  role: Role,
  inherited: boolean,
): Figure[] {
  const official = officialFigures(rows, live, group, role, inherited);
  const profiles = rows.filter((row) => isProfile(row.subject));
  return [
    ...official,
    ...mostCommonEducation(official),
    jobZone(profiles, live, role),
    ...requiredEducation(profiles, live, role),
  ];
}

/** What the projections and the survey of people say of a group, missing ones with the reason; of all measures, or of those asked for. */
export function officialFigures(
  rows: readonly FigureRow[],
  live: LiveReleases,
  group: Group,
  role: Pick<Role, "kind">,
  inherited: boolean,
  measures?: ReadonlySet<string>,
): Figure[] {
  const datasetsByPrefix = { ep: publishedCode(group), cps: group.soc };
  const official = rows.flatMap((row): Figure[] => {
    const { dataset, ...origin } = live.origin(row.releaseId);
    const prefix = origin.source.id as keyof typeof datasetsByPrefix;
    if (!(prefix in datasetsByPrefix) || row.subject !== datasetsByPrefix[prefix]) return [];
    if (measures && !measures.has(row.measure)) return [];
    // A note names the wider group that the row is of: a Census title, or the occupations of one distribution.
    const method =
      row.measure === "men_share"
        ? "derived"
        : row.note !== null || role.kind === "title" || (prefix === "ep" && inherited)
          ? "inherited"
          : "reported";
    return [figureOf(row, origin, method)];
  });
  return withMissing(official, group, live, measures);
}

/** Measures of the projections and of people that have no row for this occupation, with the reason. */
function withMissing(
  found: Figure[],
  group: Group,
  live: LiveReleases,
  measures: ReadonlySet<string> | undefined,
): Figure[] {
  const military = group.soc.startsWith("55-");
  const expected: [dataset: string, keys: string[]][] = [
    ["ep-employment", ["projected_employment", "projected_change_percent", "openings_per_year"]],
    ["ep-separations", ["leaving_rate", "leaving_rate_exit", "leaving_rate_transfer"]],
    ["ep-entry", ["entry_education", "work_experience_required", "on_the_job_training"]],
    ["ep-education-held", heldEducationLevels.map(([key]) => `education_held_${key}`)],
    ["cps-age", ["median_age"]],
    ["cps-people", ["women_share", "men_share", "race_white", "race_black", "race_asian", "race_hispanic"]],
  ];
  const missing = expected.flatMap(([dataset, keys]) =>
    keys
      .filter((key) => (measures?.has(key) ?? true) && !found.some((figure) => figure.measure === key))
      .map(
        (key): Figure => ({
          ...emptyFigure(key, live.origin(live.id(dataset)), "US"),
          nullReason: military ? "not_collected" : "not_published",
        }),
      ),
  );
  return [...found, ...missing];
}

function jobZone(profiles: FigureRow[], live: LiveReleases, role: Role): Figure {
  const rows = profiles.filter((row) => row.measure === "job_zone");
  const [first] = rows;
  const missing = emptyFigure("job_zone", live.origin(live.id("onet-education")), "US");
  if (!first) return { ...missing, nullReason: "not_published" };
  const standing = standingProfile(
    rows.map(({ subject }) => subject),
    role.onetSoc,
  );
  const chosen = rows.find(({ subject }) => subject === standing);
  const agree = rows.every(({ value }) => value === first.value);
  if (!chosen && !agree) return { ...missing, method: "inherited", nullReason: "not_single" };
  return figureOf(
    chosen ?? first,
    live.origin(first.releaseId),
    role.kind === "title" || !chosen ? "inherited" : "reported",
  );
}

function requiredEducation(profiles: FigureRow[], live: LiveReleases, role: Role): Figure[] {
  const rows = profiles.filter((row) => row.measure.startsWith("education_required_"));
  const standing = standingProfile(
    rows.map(({ subject }) => subject),
    role.onetSoc,
  );
  return rows
    .filter(({ subject }) => subject === standing)
    .map((row) => ({
      ...figureOf(row, live.origin(row.releaseId), role.kind === "title" ? "inherited" : "reported"),
      note: `O*NET profile ${row.subject}`,
    }));
}

export function titleFigures(rows: FigureRow[], live: LiveReleases, role: Role): Figure[] {
  return rows
    .filter((row) => row.subject === role.slug)
    .map((row) => ({
      ...figureOf(row, live.origin(row.releaseId), "modelled"),
      // A text such as the most common degree carries its share in the value column.
      ...(row.text !== null && row.value !== null ? { value: row.text, share: row.value } : {}),
    }));
}

function figureOf(row: FigureRow, origin: FigureOrigin, method: Figure["method"]): Figure {
  return {
    ...emptyFigure(row.measure, origin, row.area),
    value: row.text ?? row.value,
    low: row.low,
    high: row.high,
    method,
    nullReason: row.nullReason as NullReason | null,
    n: row.n,
    standardError: row.standardError,
    note: row.note,
  };
}

/** Measures that no public source gives by occupation; rows that a reader looks for stay, with that reason. */
export function uncollected(): Figure[] {
  const nobody: FigureOrigin = {
    source: { id: "crossroads", name: "No official source", release: "", url: "/sources" },
    vintage: "",
  };
  const keys = [
    "best_paying_city",
    "best_paying_company",
    "postings_elsewhere",
    "most_common_major",
    "most_common_college",
    "time_to_become",
    "years_of_experience",
    "job_satisfaction",
    "race_american_indian",
    "race_unknown",
    "lgbt_share",
  ];
  return keys.map((key) => ({ ...emptyFigure(key, nobody, "US"), nullReason: "not_collected" }));
}
