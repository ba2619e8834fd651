import { and, eq } from "drizzle-orm";
import { oewsTopCode } from "@/data/sources";
import type { Db } from "@/db/client";
import { areas, wages } from "@/db/schema";
import { count, dollars } from "@/domain/amount";
import type { Area } from "@/domain/area";
import { emptyFigure, type Figure, type FigureOrigin, type NullReason } from "@/domain/figure";
import type { PlaceWage, ProfileLists } from "@/domain/profile";
import { PLACE_FLOOR, type PlacePay, rankedSectors, SECTOR_FLOOR } from "@/domain/wage";
import type { LiveReleases } from "@/server/release/queries";

type WageRow = typeof wages.$inferSelect;

type Pay = { dataset: string; row: WageRow | undefined; nation: WageRow | undefined };

export async function payOf(db: Db, live: LiveReleases, code: string, area: Area): Promise<Pay> {
  const dataset = {
    nation: live.nation(),
    state: "oews-state",
    metro: "oews-metro",
    nonmetro: "oews-nonmetro",
    territory: "oews-territory",
  }[area.kind];
  const one = async (release: number, place: string) => {
    const [row] = await db
      .select()
      .from(wages)
      .where(
        and(eq(wages.releaseId, release), eq(wages.soc, code), eq(wages.area, place), eq(wages.naics, "")),
      );
    return row;
  };
  const nation = await one(live.id(live.nation()), "US");
  return { dataset, nation, row: area.kind === "nation" ? nation : await one(live.id(dataset), area.code) };
}

const percentiles = {
  mean: "Mean",
  p10: "P10",
  p25: "P25",
  median: "Median",
  p75: "P75",
  p90: "P90",
} as const;

export function payFigures(
  pay: Pay,
  origin: FigureOrigin,
  area: Area,
  inherited: boolean,
  soc: string,
): Figure[] {
  const figure = (
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
  const { row } = pay;
  const errorOf = (value: number | null, percentError: number | null | undefined) =>
    value === null || percentError == null ? null : Math.round(value * percentError) / 100;
  const periods = (["annual", "hourly"] as const).flatMap((period) =>
    Object.entries(percentiles).map(([key, name]) => {
      const column = `${period}${name}` as keyof WageRow;
      const value = row ? (row[column] as number | null) : null;
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

function markOf(row: WageRow | undefined, column: string): string | undefined {
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

/** Pay of an occupation in each place of a kind as imported: ranked by domain/wage.ts once corrections are laid over it. */
export async function placesOf(
  db: Db,
  live: LiveReleases,
  code: string,
  dataset: string,
  kind: "state" | "metro",
): Promise<PlacePay[]> {
  return db
    .select({
      area: wages.area,
      name: areas.name,
      annualMedian: wages.annualMedian,
      employment: wages.employment,
    })
    .from(wages)
    .innerJoin(
      areas,
      and(eq(areas.releaseId, live.id("areas")), eq(areas.code, wages.area), eq(areas.kind, kind)),
    )
    .where(and(eq(wages.releaseId, live.id(dataset)), eq(wages.soc, code), eq(wages.naics, "")));
}

export async function industriesOf(db: Db, live: LiveReleases, code: string) {
  const rows = await db
    .select()
    .from(wages)
    .where(and(eq(wages.releaseId, live.id("oews-sector")), eq(wages.soc, code)));
  return rankedSectors(
    rows.map((row) => ({
      naics: row.naics,
      annualMedian: row.annualMedian,
      annualMean: row.annualMean,
      employment: row.employment,
      topCode: markOf(row, "annualMedian") === "top" ? (oewsTopCode(2024)?.annual ?? null) : null,
    })),
  );
}

/** The best-paid place or sector of each kind, as a text figure whose note gives the amount and the jobs. */
export function bestPlaces(
  lists: Pick<ProfileLists, "states" | "metros" | "industries">,
  live: LiveReleases,
  inherited: boolean,
): Figure[] {
  const best = (
    measure: string,
    dataset: string,
    top: { name: string; note: string } | undefined,
  ): Figure => ({
    ...emptyFigure(measure, live.origin(live.id(dataset)), "US"),
    value: top?.name ?? null,
    method: inherited ? "inherited" : "derived",
    nullReason: top ? null : "too_few",
    note:
      top?.note ??
      `No place or sector has a median and enough jobs (${PLACE_FLOOR} in a place, ${SECTOR_FLOOR} in a sector)`,
  });
  const place = (found: PlaceWage | undefined) =>
    found && {
      name: found.name,
      note: `Median ${dollars(found.value)} a year, ${count(found.employment)} jobs`,
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
        note: `Median ${sector.atLeast ? "at least " : ""}${dollars(sector.value)} a year in May 2024, ${count(sector.employment)} jobs`,
      },
    ),
  ];
}
