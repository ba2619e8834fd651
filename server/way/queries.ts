import { and, inArray } from "drizzle-orm";
import { connection } from "@/db/client";
import { corrections } from "@/db/schema";
import { together, wholeRows } from "@/db/together";
import { type Area, isAreaCode, NATION } from "@/domain/area";
import { correctionKey, type Standing, standingOf, withCorrections } from "@/domain/correction";
import type { Figure, FigureSource } from "@/domain/figure";
import { sharedSkills } from "@/domain/likeness";
import { payChange } from "@/domain/pay-change";
import { adjustedFigure, type PriceLevel } from "@/domain/price-level";
import type { RoleName } from "@/domain/profile";
import { schoolingRank } from "@/domain/schooling";
import { countWays, type Stop, type Way, type WayMap, waysFrom } from "@/domain/way";
import { inWayOrder } from "@/domain/way-order";
import type { WayList, WayStep, WayStop, WholeWay } from "@/domain/way-step";
import { experienceRank, limitOf, stepCounts, type WayView } from "@/domain/way-view";
import { placeFrom, placeParts } from "@/server/area/queries";
import { subjectOf } from "@/server/figure/queries";
import { type Group, publishedCode } from "@/server/occupation/queries";
import { touch } from "@/server/page/touch";
import { type LiveReleases, liveFrom, livePart } from "@/server/release/queries";
import { type Role, roleParts, rolesFrom } from "@/server/role/queries";
import { type Pay, payFigures } from "@/server/wage/queries";
import {
  type Ground,
  type GroundJob,
  liveGround,
  type MedianRow,
  medianPart,
  NATIONAL_MEASURES,
  nationalFigures,
  wagesOf,
} from "./map";

export type FoundWays = {
  role: Role;
  /** The code the role is counted under; null for none. */
  occupation: { soc: string; title: string; mergedInto: { soc: string; title: string } | null } | null;
  area: Area;
  /** By which pay was adjusted; undefined where it was not asked for, or the area has none. */
  priceLevel: PriceLevel | undefined;
  hasPriceLevel: boolean;
  start: WayStop | null;
  /** Place of the most schooling that a step may ask; null for any. */
  limit: number | null;
  /** The same where the reader names none. */
  ownLimit: number | null;
  lists: WayList[];
  /** How many jobs are one, two and three steps away. */
  totals: number[];
  /** Ways of one to three steps in all, and those kept because no other to the same job is as good. */
  count: { all: number; kept: number; jobs: number };
  /** Where what O*NET says of work is from. */
  work: { of: string; source: FigureSource }[];
  /** Whether O*NET says anything of the work of the start: related jobs or ratings. */
  isDescribed: boolean;
};

export type WayFault = { fault: "unknown" } | { fault: "unknown_area"; area: string };

/** How many ways a page shows of each number of steps, and where it shows those of one number only. */
const BEST = 5;
export const PAGE = 12;

/**
 * The ways from a role in a view; or why there are none: a slug that is no role, a code that is no area. Two
 * statements, and one more after an import.
 */
export async function waysOf(slug: string, view: WayView): Promise<FoundWays | WayFault> {
  if (!isAreaCode(view.area)) return { fault: "unknown_area", area: view.area };
  const { db } = await connection();
  touch("figure");
  const read = await together(db, {
    ...roleParts([slug]),
    ...placeParts(view.area, false),
    live: livePart(),
    corrections: wholeRows(
      corrections,
      and(
        inArray(corrections.area, [...new Set([view.area, NATION.code])]),
        inArray(corrections.measure, [...LOCAL_MEASURES, ...NATIONAL_MEASURES]),
      ),
    ),
  });
  const live = liveFrom(read.live);
  const [role] = await rolesFrom(db, [slug], read);
  if (!role) return { fault: "unknown" };
  const place = placeFrom(read, live, view.area, true);
  if (!place) return { fault: "unknown_area", area: view.area };
  const ground = await liveGround(db, live);
  const { local } = await together(db, { local: medianPart(live, place.area) });
  const standing = standingOf(read.corrections.sort((a, b) => (a.id < b.id ? -1 : 1)));
  const priceLevel = view.isReal ? place.levels.get(view.area) : undefined;
  const scene = sceneOf(ground, live, place.area, priceLevel, standing, local);
  return {
    ...waysIn(scene, ground, role, view),
    role,
    area: place.area,
    priceLevel,
    hasPriceLevel: place.hasLevel,
    work: workSources.flatMap(([of, dataset]) =>
      live.id(dataset) < 0 ? [] : [{ of, source: live.origin(live.id(dataset)).source }],
    ),
  };
}

const workSources = [
  ["Related occupations", "onet-related"],
  ["Skills", "onet-skills"],
  ["Knowledge", "onet-knowledge"],
  ["Work activities", "onet-activities"],
] as const;

const LOCAL_MEASURES = ["annual_wage_median", "hourly_wage_median", "employment"];

/** The jobs of the ground in one place, with corrections laid over what was imported. */
type Scene = {
  live: LiveReleases;
  standing: Standing;
  stops: Stop[];
  stopOf(place: number): WayStop;
  /** Median pay and jobs of the code of a job, for a role that may only inherit them. */
  localFigures(place: number, inherited: boolean): Figure[];
};

function sceneOf(
  { jobs, nation }: Ground,
  live: LiveReleases,
  area: Area,
  priceLevel: PriceLevel | undefined,
  standing: Standing,
  local: readonly MedianRow[],
): Scene {
  const rows = new Map(local.map((row) => [row.soc, row]));
  const origin = live.origin(live.id(wagesOf(live, area)));
  const levels = new Map(priceLevel && [[area.code, priceLevel]]);
  const seen = (figures: Figure[], subject: (figure: Figure) => string) =>
    standing.size === 0 ? figures : withCorrections(figures, standing, subject);
  const national = jobs.map((job) => seen(job.national, job.subjectOf));
  const localFigures = (place: number, inherited: boolean) => {
    const soc = jobs[place]?.group.soc ?? "";
    const pay = {
      dataset: wagesOf(live, area),
      row: wageRow(rows.get(soc)),
      nation: wageRow(nation.get(soc)),
    };
    const figures = payFigures(pay, origin, area, inherited, soc).filter(({ measure }) =>
      LOCAL_MEASURES.includes(measure),
    );
    return seen(figures, () => soc).map((figure) => adjustedFigure(figure, levels));
  };
  const stopsSeen: (WayStop | undefined)[] = [];
  return {
    live,
    standing,
    stops: jobs.map(({ group: { soc } }, place) => {
      const corrected = standing.get(correctionKey(soc, "annual_wage_median", area.code))?.value;
      return {
        ...nationalStop(national[place] ?? []),
        pay: corrected ?? rows.get(soc)?.annualMedian ?? null,
      };
    }),
    stopOf(place) {
      stopsSeen[place] ??= {
        role: roleName((jobs[place] as GroundJob).role),
        joins: jobs[place]?.joins ?? [],
        figures: [...localFigures(place, false), ...(national[place] ?? [])],
      };
      return stopsSeen[place];
    },
    localFigures,
  };
}

/** A row of medians as the whole row that it is a part of; what was not read is empty. */
const wageRow = (row: MedianRow | undefined) => row as Pay["row"];

const roleName = ({ slug, singular, plural, article }: Role): RoleName => ({
  slug,
  singular,
  plural,
  article,
});

/** What a search for ways reads of the nation's figures of a job. */
function nationalStop(figures: readonly Figure[]): Omit<Stop, "pay"> {
  const valueAt = (measure: string) => figures.find((figure) => figure.measure === measure)?.value;
  const zone = valueAt("job_zone");
  return {
    zone: typeof zone === "number" ? zone : null,
    schooling: schoolingRank(valueAt("entry_education")),
    experience: experienceRank(valueAt("work_experience_required")),
  };
}

type Found = Pick<
  FoundWays,
  "occupation" | "start" | "limit" | "ownLimit" | "lists" | "totals" | "count" | "isDescribed"
>;

function waysIn(scene: Scene, ground: Ground, role: Role, view: WayView): Found {
  const at = role.soc === null ? undefined : ground.placeOf(role.soc);
  const job = at === undefined ? undefined : ground.jobs[at];
  if (role.soc === null || at === undefined || !job)
    return {
      occupation: null,
      start: null,
      limit: limitOf(view.schooling, null),
      ownLimit: limitOf(null, null),
      lists: [],
      totals: [],
      count: { all: 0, kept: 0, jobs: 0 },
      isDescribed: false,
    };
  const { group, start } = startOf(scene, ground, role, at, role.soc);
  const own = nationalStop(start.figures);
  const limit = limitOf(view.schooling, own.schooling);
  const stops = scene.stops.with(at, { ...own, pay: scene.stops[at]?.pay ?? null });
  const map: WayMap = { stops, links: ground.links };
  const ways = waysFrom(map, at, limit);
  const endings = [...ways].map(([to, [best, ...others]]) => {
    const stop = scene.stopOf(to);
    return {
      change: payChange(start.figures, stop.figures),
      jobs: numberOf(stop.figures, "employment"),
      missing: best?.cost.missing ?? Number.POSITIVE_INFINITY,
      slug: stop.role.slug,
      best: best as Way,
      others,
    };
  });
  const told = (way: Way, others: Way[]): WholeWay => ({
    steps: stepsOf(scene, ground, at, start, way),
    loss: Number.isFinite(way.cost.loss) ? way.cost.loss : null,
    others: others.map((other) => other.stops.map((place) => scene.stopOf(place).role)),
  });
  const lists = stepCounts.flatMap((steps): WayList[] => {
    if (view.steps !== null && view.steps !== steps) return [];
    const inOrder = inWayOrder(
      endings.filter(({ best }) => best.cost.steps === steps),
      view.sort,
    );
    const first = view.steps === null ? 0 : (view.page - 1) * PAGE;
    const shown = inOrder.slice(first, first + (view.steps === null ? BEST : PAGE));
    return [{ steps, total: inOrder.length, ways: shown.map(({ best, others }) => told(best, others)) }];
  });
  return {
    occupation: { soc: group.soc, title: group.title, mergedInto: group.mergedInto },
    start,
    limit,
    ownLimit: limitOf(null, own.schooling),
    lists,
    totals: stepCounts.map((steps) => endings.filter(({ best }) => best.cost.steps === steps).length),
    count: {
      all: countWays(map, at, limit),
      kept: [...ways.values()].reduce((sum, list) => sum + list.length, 0),
      jobs: ways.size,
    },
    isDescribed: (ground.links[at] ?? []).length > 0,
  };
}

/** The role that ways start from: its figures may be those of the occupation or of the merged code it is counted in. */
function startOf(
  scene: Scene,
  ground: Ground,
  role: Role,
  at: number,
  soc: string,
): { group: Group; start: WayStop } {
  const job = ground.jobs[at] as GroundJob;
  const isMember = soc !== job.group.soc;
  const group: Group = isMember
    ? {
        soc,
        title: ground.titleOf(soc),
        mergedInto: { soc: job.group.soc, title: job.group.title },
        members: [soc],
        profiles: job.group.profiles.filter((profile) => profile.startsWith(soc)),
      }
    : job.group;
  const inherited = role.kind === "title" || isMember;
  const rows = job.rows.filter(
    ({ subject }) => subject === publishedCode(group) || group.profiles.includes(subject),
  );
  const national = nationalFigures(rows, scene.live, group, role, inherited);
  return {
    group,
    start: {
      role: roleName(role),
      joins: isMember ? job.joins : [],
      figures: [
        ...scene.localFigures(at, inherited),
        ...withCorrections(national, scene.standing, subjectOf(rows, group, role)),
      ],
    },
  };
}

function stepsOf(scene: Scene, ground: Ground, at: number, start: WayStop, { stops }: Way): WayStep[] {
  return stops.map((place, i): WayStep => {
    const before = i === 0 ? at : (stops[i - 1] ?? at);
    const to = scene.stopOf(place);
    return {
      from: i === 0 ? start : scene.stopOf(before),
      to,
      related: ground.links[before]?.find((link) => link.to === place)?.related ?? null,
      shared: sharedSkills(ground.jobs[before]?.work.skills ?? [], ground.jobs[place]?.work.skills ?? []),
      change: payChange(start.figures, to.figures),
    };
  });
}

function numberOf(figures: readonly Figure[], measure: string): number | null {
  const value = figures.find((figure) => figure.measure === measure)?.value;
  return typeof value === "number" ? value : null;
}
