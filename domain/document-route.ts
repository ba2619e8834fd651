import { sortKeys } from "./family";
import { placeSorts } from "./place-list";
import { schoolingKeys } from "./schooling";
import { schoolingLimits, waySorts } from "./way-view";

/**
 * Addresses of public documents: pages that are the same for every reader who is not signed in, so that they are kept
 * whole and sent again as they are.
 */
type DocumentRoute = {
  path: RegExp;
  /** Parameters that make another page, in the order of its one name, each with the values that a kept page may have. */
  views: Readonly<Record<string, RegExp>>;
  /** Parameters that carry what a reader typed: such a page is made for them alone. */
  typed: readonly string[];
  /** Its content comes with the build, and changes with nothing else. */
  isFixed?: boolean;
  /** Cookies that the page reads, beside the session. */
  reads?: readonly string[];
};

const SLUG = "[a-z0-9-]{1,160}";
const area = /^[A-Za-z0-9-]{1,40}$/;
const yes = /^1$/;
/** Of a list that is shorter than that each would be its last page once more. */
const page = /^[1-9]\d?$/;
const oneOf = (...words: readonly string[]) => new RegExp(`^(${words.join("|")})$`);
/** Only words that mean something: others would make the same page under names without number. */
const schooling = oneOf(...schoolingKeys, "no-degree");
const limit = oneOf(...Object.keys(schoolingLimits), "no-degree");
const [careerSort, waySort, placeSort] = [
  oneOf(...sortKeys.flatMap((key) => [key, `-${key}`])),
  oneOf(...Object.keys(waySorts)),
  oneOf(...placeSorts),
];
const place = ["place", "place-is", "place-of"];
const picks = ["a", "b", "c", "d"].flatMap((name) => [name, `${name}-is`, `${name}-of`]);

/** Every address of a public document, with all that it may be asked by. A test goes through them. */
export const documentRoutes: readonly DocumentRoute[] = [
  { path: /^\/$/, views: {}, typed: [...picks, ...place] },
  {
    path: /^\/compare$/,
    views: {},
    typed: [...picks, "replace", "add", "area", "real", "diff", "map", "pay", "tray", "more"],
    reads: ["crossroads.tray"],
  },
  {
    // The tray takes forms, and is no page.
    path: new RegExp(`^/compare/(?!tray$)${SLUG.replace("160", "700")}$`),
    views: { area, real: yes, diff: yes, map: /^jobs$/ },
    typed: ["pay", ...place],
  },
  {
    path: /^\/careers$/,
    views: { family: /^\d\d-0000$/, area, real: yes, schooling, growing: yes, sort: careerSort, page },
    typed: ["q", "pay", ...place],
  },
  { path: new RegExp(`^/careers/${SLUG}$`), views: { area, real: yes }, typed: place },
  {
    path: new RegExp(`^/careers/${SLUG}/next$`),
    views: { area, real: yes, schooling: limit, sort: waySort, steps: /^[1-3]$/, page },
    typed: place,
  },
  {
    path: new RegExp(`^/careers/${SLUG}/places$`),
    views: { kind: /^metro$/, sort: placeSort, page, area, real: yes },
    typed: [],
  },
  { path: /^\/jobs$/, views: { page }, typed: ["words", "pay", "place"] },
  { path: new RegExp(`^/jobs/[0-9a-f-]{36}/${SLUG}$`), views: {}, typed: [] },
  {
    path: /^\/offer$/,
    views: {},
    typed: ["title", "title-is", "title-of", "pay", "per", ...place],
    isFixed: true,
  },
  { path: /^\/sources$/, views: {}, typed: [] },
  // Without what is asked for it says that nothing is.
  {
    path: /^\/sources\/figure$/,
    views: {},
    typed: ["of", "measure", "area", "real"],
    isFixed: true,
  },
  { path: /^\/developers$/, views: {}, typed: [], isFixed: true },
];

/**
 * How a read of an address is answered: from the page kept under a key; by a page made for this reader alone; at
 * the address without what no page knows. Undefined for an address of no document.
 */
export type DocumentRead =
  | { route: DocumentRoute; kind: "kept"; key: string }
  | { route: DocumentRoute; kind: "made" }
  | { route: DocumentRoute; kind: "moved"; to: string };

/** What an address (path and query, as sent) asks for. */
export function documentRead(address: string): DocumentRead | undefined {
  const at = address.indexOf("?");
  const path = at < 0 ? address : address.slice(0, at);
  const route = documentRoutes.find((known) => known.path.test(path));
  if (!route) return undefined;
  if (at < 0) return { route, kind: "kept", key: path };
  const query = new URLSearchParams(address.slice(at + 1));
  const unknown = [...new Set(query.keys())].filter(
    (name) => !Object.hasOwn(route.views, name) && !route.typed.includes(name),
  );
  if (unknown.length > 0) {
    for (const name of unknown) query.delete(name);
    return { route, kind: "moved", to: query.size > 0 ? `${path}?${query}` : path };
  }
  if (route.typed.some((name) => query.has(name))) return { route, kind: "made" };
  const options: string[] = [];
  for (const [name, values] of Object.entries(route.views)) {
    const [value = "", ...more] = query.getAll(name);
    if (more.length > 0 || (value !== "" && !values.test(value))) return { route, kind: "made" };
    // A form sends its empty fields along.
    if (value !== "") options.push(`${name}=${value}`);
  }
  return { route, kind: "kept", key: options.length > 0 ? `${path}?${options.join("&")}` : path };
}

/** Whether a path (without its query) is that of a public document. */
export const isDocumentPath = (path: string): boolean =>
  documentRoutes.some((known) => known.path.test(path));
