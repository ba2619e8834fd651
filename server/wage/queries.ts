import { and, eq, inArray, sql } from "drizzle-orm";
import { oewsTopCode } from "@/data/sources";
import { areas, wages } from "@/db/schema";
import { part, type ReadOf, wholeRows } from "@/db/together";
import { count, dollars, money, perUnit } from "@/domain/amount";
import { type Area, NATION } from "@/domain/area";
import { emptyFigure, type Figure, type FigureOrigin, type NullReason } from "@/domain/figure";
import type { PayYear } from "@/domain/pay-history";
import type { PlaceWage, ProfileLists } from "@/domain/profile";
import { PLACE_FLOOR, type PlacePay, rankedSectors, SECTOR_FLOOR } from "@/domain/wage";
import type { LiveReleases } from "@/server/release/queries";

type WageRow = typeof wages.$inferSelect;

/** The code under which all occupations together are published. */
export const ALL_OCCUPATIONS = "00-0000";

/** The data set that holds pay and jobs of areas of a kind; of the nation its newest year. */
export const payDataset = (live: LiveReleases, kind: Area["kind"]): string =>
  kind === "nation" ? live.nation() : `oews-${kind}`;

/** Pay and jobs of published codes in areas, in all places, and by sector, as parts of a wider read. */
export function wageParts(live: LiveReleases, codes: readonly string[], areasAsked: readonly Area[]) {
  const ofCodes = inArray(wages.soc, [...codes]);
  const allSectors = eq(wages.naics, "");
  return {
    pay: wholeRows(
      wages,
      and(
        inArray(wages.releaseId, [
          ...new Set([NATION, ...areasAsked].map(({ kind }) => live.id(payDataset(live, kind)))),
        ]),
        ofCodes,
        inArray(wages.area, [...new Set([NATION, ...areasAsked].map(({ code }) => code))]),
        allSectors,
      ),
    ),
    places: part(
      {
        soc: wages.soc,
        area: wages.area,
        name: areas.name,
        kind: areas.kind,
        annualMedian: wages.annualMedian,
        hourlyMedian: wages.hourlyMedian,
        employment: wages.employment,
      },
      sql`${wages} join ${areas} on ${and(eq(areas.releaseId, live.id("areas")), eq(areas.code, wages.area))}`,
      and(
        inArray(wages.releaseId, [live.id("oews-state"), live.id("oews-metro")]),
        ofCodes,
        allSectors,
        // The metro file has areas of territories, and these count; the state file has states alone.
        inArray(areas.kind, ["state", "metro"]),
      ),
    ),
    years: part(
      {
        releaseId: wages.releaseId,
        soc: wages.soc,
        annualMedian: wages.annualMedian,
        marks: wages.marks,
      },
      wages,
      and(
        inArray(
          wages.releaseId,
          live.nationalYears().map(({ id }) => id),
        ),
        inArray(wages.soc, [...codes, ALL_OCCUPATIONS]),
        eq(wages.area, NATION.code),
        allSectors,
      ),
    ),
    sectors: wholeRows(wages, and(eq(wages.releaseId, live.id("oews-sector")), ofCodes)),
  };
}
export type WageRows = ReadOf<ReturnType<typeof wageParts>>;

/** The row of a code in an area, and in the nation; of as many columns as were asked for. */
export type Pay<Row = Partial<WageRow>> = { dataset: string; row: Row | undefined; nation: Row | undefined };

/** The rows of a code in an area and in the nation. */
export function payFrom(rows: WageRows["pay"], live: LiveReleases, code: string, area: Area): Pay<WageRow> {
  const one = (of: string, place: string) =>
    rows.find(({ releaseId, soc, area }) => soc === code && area === place && releaseId === live.id(of));
  return {
    dataset: payDataset(live, area.kind),
    row: one(payDataset(live, area.kind), area.code),
    nation: one(live.nation(), NATION.code),
  };
}

const percentiles = {
  mean: "Mean",
  p10: "P10",
  p25: "P25",
  median: "Median",
  p75: "P75",
  p90: "P90",
} as const;

/** Makes figures of pay and jobs in an area, each of a value, or "at least" one, or with the reason for none. */
const payFigure =
  (origin: FigureOrigin, area: Area, inherited: boolean) =>
  (
    measure: string,
    value: number | null,
    low: number | null,
    reason: NullReason,
    standardError: number | null,
  ): Figure => ({
    ...emptyFigure(measure, origin, area.code),
    value,
    low,
    method: inherited ? "inherited" : "reported",
    nullReason: value === null && low === null ? reason : null,
    standardError,
  });

const errorOf = (value: number | null, percentError: number | null | undefined) =>
  value === null || percentError == null ? null : Math.round(value * percentError) / 100;

function percentileFigures(
  pay: Pay,
  origin: FigureOrigin,
  area: Area,
  inherited: boolean,
  soc: string,
  asked: Partial<typeof percentiles>,
): Figure[] {
  const { row } = pay;
  const figure = payFigure(origin, area, inherited);
  return (["annual", "hourly"] as const).flatMap((period) =>
    Object.entries(asked).map(([key, name]) => {
      const column = `${period}${name}` as keyof WageRow;
      const value = (row?.[column] ?? null) as number | null;
      const top =
        markOf(row, column) === "top"
          ? (oewsTopCode(Number(origin.vintage.slice(-4)))?.[period] ?? null)
          : null;
      return figure(
        `${period}_wage_${key}`,
        value,
        top,
        whyMissing(pay, column, soc),
        key === "mean" ? errorOf(value, row?.meanError) : null,
      );
    }),
  );
}

/** The medians alone, by the year and by the hour: a row needs no other columns of pay, and its marks. */
export const medianFigures = (pay: Pay, origin: FigureOrigin, area: Area, inherited: boolean, soc: string) =>
  percentileFigures(pay, origin, area, inherited, soc, { median: percentiles.median });

export function payFigures(
  pay: Pay,
  origin: FigureOrigin,
  area: Area,
  inherited: boolean,
  soc: string,
): Figure[] {
  const { row } = pay;
  const figure = payFigure(origin, area, inherited);
  const periods = percentileFigures(pay, origin, area, inherited, soc, percentiles);
  const [low, high] = [row?.annualP10 ?? null, row?.annualP90 ?? null];
  const range = figure(
    "annual_wage_range",
    null,
    low !== null && high !== null ? low : null,
    whyMissing(pay, low === null ? "annualP10" : "annualP90", soc),
    null,
  );
  const employment = row?.employment ?? null;
  return [
    ...periods,
    { ...range, high: range.low === null ? null : high },
    figure(
      "employment",
      employment,
      null,
      whyMissing(pay, "employment", soc),
      errorOf(employment, row?.employmentError),
    ),
  ];
}

/** The national median of a code in each loaded year as published; a year without a row of that code has none. */
export const yearsFrom = (rows: WageRows["years"], live: LiveReleases, code: string): PayYear[] =>
  live.nationalYears().map(({ year, id }) => {
    const row = rows.find(({ releaseId, soc }) => releaseId === id && soc === code);
    const mark = markOf(row, "annualMedian");
    const topCode = mark === "top" ? (oewsTopCode(year)?.annual ?? null) : null;
    const reason = mark === "suppressed" || mark === "not_applicable" ? mark : "not_published";
    const annualMedian = row?.annualMedian ?? null;
    return { year, soc: code, annualMedian, topCode, nullReason: (annualMedian ?? topCode) ? null : reason };
  });

/** What a top-coded amount of a release is at least; undefined where its year has no top code that is known. */
const topCodeOf = (live: LiveReleases, releaseId: number) =>
  oewsTopCode(Number(live.origin(releaseId).vintage.slice(-4)));

function markOf(row: Partial<Pick<WageRow, "marks">> | undefined, column: string): string | undefined {
  return row?.marks
    ?.split(";")
    .find((mark) => mark.startsWith(`${column}=`))
    ?.slice(column.length + 1);
}

/** The source's own mark where it kept one; a local blank is "does not apply" where the nation says so of the whole occupation. */
function whyMissing(pay: Pay, column: string, soc: string): NullReason {
  if (!pay.row) return soc.startsWith("55-") ? "not_collected" : "not_published";
  const mark =
    markOf(pay.row, column) ??
    (markOf(pay.nation, column) === "not_applicable" ? "not_applicable" : undefined);
  return mark === "suppressed" || mark === "not_applicable" ? mark : "not_published";
}

/** Whether the source prints pay by the hour, and none by the year, for a whole occupation: by the nation's row of it. */
export const isPaidByTheHourAlone = (
  nation: Pick<WageRow, "annualMedian" | "hourlyMedian" | "marks"> | undefined,
): boolean =>
  nation !== undefined &&
  nation.annualMedian === null &&
  nation.hourlyMedian !== null &&
  markOf(nation, "annualMedian") === "not_applicable";

/** Pay of a code in each place of a kind as imported: ranked by domain/wage.ts once corrections are laid over it. */
export const placesFrom = (
  rows: WageRows["places"],
  code: string,
  kind: "state" | "metro",
  isHourly: boolean,
): PlacePay[] =>
  rows
    .filter((row) => row.soc === code && row.kind === kind)
    .map(({ area, name, annualMedian, hourlyMedian, employment }) => ({
      area,
      name,
      annualMedian: isHourly ? null : annualMedian,
      hourlyMedian: isHourly ? hourlyMedian : null,
      employment,
    }));

/** Sectors of a code, best-paid first. */
export const industriesFrom = (rows: WageRows["sectors"], live: LiveReleases, code: string) =>
  rankedSectors(
    rows
      .filter(({ soc }) => soc === code)
      .map((row) => ({
        naics: row.naics,
        annualMedian: row.annualMedian,
        annualMean: row.annualMean,
        employment: row.employment,
        topCode:
          markOf(row, "annualMedian") === "top" ? (topCodeOf(live, row.releaseId)?.annual ?? null) : null,
      })),
  );

/** The best-paid place or sector of each kind, as a text figure whose note gives the amount and the jobs. */
export function bestPlaces(
  lists: Pick<ProfileLists, "states" | "metros" | "industries">,
  live: LiveReleases,
  inherited: boolean,
  isAdjusted: boolean,
): Figure[] {
  const best = (
    measure: string,
    dataset: string,
    top: { name: string; note: string } | undefined,
  ): Figure => ({
    ...emptyFigure(measure, live.origin(live.id(dataset)), "US"),
    value: top?.name ?? null,
    method: inherited && !isAdjusted ? "inherited" : "derived",
    nullReason: top ? null : "too_few",
    note:
      top?.note ??
      `No place or sector has a median and enough jobs (${PLACE_FLOOR} in a place, ${SECTOR_FLOOR} in a sector)`,
  });
  const place = (found: PlaceWage | undefined) =>
    found && {
      name: found.name,
      note: `Median ${money(found.value, found.unit)} ${perUnit(found.unit)}${isAdjusted ? " after prices there" : ""}, ${count(found.employment)} jobs`,
    };
  const [sector] = lists.industries;
  return [
    best("best_paying_state", "oews-state", place(lists.states[0])),
    best("best_paying_metro", "oews-metro", place(lists.metros[0])),
    best(
      "best_paying_industry",
      "oews-sector",
      sector && {
        name: sector.name,
        note: `Median ${sector.atLeast ? "at least " : ""}${dollars(sector.value)} a year in ${live.origin(live.id("oews-sector")).vintage}, ${count(sector.employment)} jobs`,
      },
    ),
  ];
}
