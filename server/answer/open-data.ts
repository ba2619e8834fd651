import type { z } from "zod";
import { type DatasetId, sourceOf, sources } from "@/data/sources";
import { type Area, NATION } from "@/domain/area";
import type { Figure, FigureSource } from "@/domain/figure";
import { type Operation, operations } from "@/domain/open-data";
import type { Meta } from "@/domain/open-data-answer";
import { hintOf, readQuery, wantsCsv } from "@/domain/open-data-request";
import { areaOf } from "@/server/area/queries";
import { type LiveReleases, liveReleases } from "@/server/release/queries";
import { answerTagged, cors, problem, terms } from "./json";

/** What an answer draws on: the sources of its figures, and the data sets of all else in it. */
export type Draws = { figures?: readonly Figure[]; sources?: readonly FigureSource[]; datasets: DatasetId[] };

type Answered<O extends Operation> = {
  body: Omit<z.input<NonNullable<O["answer"]>>, "meta" | "next">;
  draws: Draws;
  csv: () => string;
  /** The cursor of the next page of a list; null on the last one. */
  cursor?: string | null;
};

type Asked<O extends Operation> = { path: z.output<O["inPath"]>; query: z.output<O["query"]> };
type Context<O extends Operation> = { params: Promise<z.output<O["inPath"]>> };

/**
 * The handlers of an address of the open data: parameters are checked before anything is read, and the answer goes
 * out as JSON or comma-separated text, with its terms, a tag, and the link to the next page. `missing` answers a
 * path that names nothing.
 */
export function opened<O extends Operation>(
  operation: O,
  load: (asked: Asked<O>) => Promise<Answered<O> | Response>,
  missing: (given: string) => Response = () => problem(404, "Unknown address", "Nothing has this address."),
) {
  async function GET(request: Request, { params }: Context<O>): Promise<Response> {
    const asked = readAsked(operation, new URL(request.url), await params, missing);
    if (asked instanceof Response) return asked;
    const found = await load(asked);
    if (found instanceof Response) return found;
    const next = nextAddress(request, found.cursor);
    const headers = {
      vary: "Accept",
      link: [`</sources>; rel="license"`, ...(next ? [`<${next}>; rel="next"`] : [])].join(", "),
    };
    const { format } = asked.query as { format?: string };
    if (wantsCsv(format, request.headers.get("accept")))
      return answerTagged(request, found.csv(), { ...headers, "content-type": "text/csv; charset=utf-8" });
    const body = {
      ...found.body,
      ...(found.cursor !== undefined && { next }),
      meta: metaOf(found.draws, await liveReleases()),
    };
    return answerTagged(request, JSON.stringify(body), { ...headers, "content-type": "application/json" });
  }
  return { GET, OPTIONS: preflight };
}

/** The parameters of a request, or its refusal. */
export function readAsked<O extends Operation>(
  operation: O,
  { searchParams }: URL,
  params: unknown,
  missing: (given: string) => Response,
): Asked<O> | Response {
  const path = operation.inPath.safeParse(params ?? {});
  if (!path.success) return missing("");
  const read = readQuery(operation, searchParams);
  if (!("faults" in read)) return { path: path.data as z.output<O["inPath"]>, query: read.query };
  const names = read.faults.map(({ name }) => name).join(", ");
  return problem(
    400,
    "Wrong parameters",
    `Wrong in the address: ${names}. Each is named in errors.`,
    read.faults,
  );
}

/** What a browser asks before its program may ask with a tag. */
export const preflight = (): Response =>
  new Response(null, {
    status: 204,
    headers: {
      ...cors,
      allow: "GET, HEAD, OPTIONS",
      "access-control-allow-methods": "GET, HEAD, OPTIONS",
      "access-control-allow-headers": "Accept, If-None-Match",
      "access-control-max-age": "86400",
    },
  });

/** The refusal of one parameter that fits its schema and yet names nothing. */
export function wrongParameter(
  operation: Operation,
  name: string,
  status: 400 | 404 = 400,
  title = "Wrong parameters",
): Response {
  const hint = hintOf(operation.query.shape[name]);
  return problem(status, title, hint, [{ name, in: "query", detail: hint }]);
}

/** The area that a request asks for; or the refusal of one that is not known. */
export async function areaAsked(code: string): Promise<Area | Response> {
  return (await areaOf(code)) ?? unknownArea();
}

export const unknownArea = (): Response => wrongParameter(operations.role, "area", 400, "Unknown area");

/** The terms of a source; null where they are not known, or an editor named it. */
export function licenceOf(id: string): string | null {
  const source = sources.find((source) => source.id === id);
  return !source || source.id === "seed-page" ? null : source.licence;
}

function nextAddress(request: Request, cursor: string | null | undefined): string | null {
  if (!cursor) return null;
  const { pathname, searchParams } = new URL(request.url);
  searchParams.set("cursor", cursor);
  return `${pathname}?${searchParams}`;
}

function metaOf({ figures = [], sources: named = [], datasets }: Draws, live: LiveReleases): Meta {
  const loaded = datasets.filter((dataset) => live.id(dataset) >= 0);
  const drawn = [
    ...figures.map(({ source }) => source),
    ...named,
    ...loaded.map((dataset) => live.origin(live.id(dataset)).source),
  ].filter(({ release }) => release !== "");
  const once = [
    ...new Map(drawn.map((source) => [`${source.id} ${source.name} ${source.release}`, source])).values(),
  ];
  const known = sources.filter(({ id }) => once.some((source) => source.id === id));
  return {
    ...terms,
    attribution: known.map(({ attribution }) => attribution).filter((text) => text !== ""),
    releases: once.map(({ id, name, release, url }) => ({
      source: id,
      name,
      release,
      publisher: known.some((source) => source.id === id) ? sourceOf(id).publisher : null,
      licence: licenceOf(id),
      url,
    })),
  };
}

/** The data set that an area's name is from; none for the nation, which needs no table. */
export const datasetsOfArea = ({ code }: Area): DatasetId[] => (code === NATION.code ? [] : ["areas"]);
