import { distance } from "fastest-levenshtein";
import type { Area } from "./area";
import { citiesOfTitles, cityNicknames, islandZips, nationNames, stateShortForms } from "./area-search-names";
import { foldedWords } from "./fold-text";
import { stateOfCode, usStates } from "./us-state";

/** Finding an area by what people call it: a state, a city, a county, a town or a ZIP code. */

export type FoundArea = {
  area: Area;
  /** What it has to do with what was typed, in one sentence. */
  why: string;
  /** Whether its name is only like what was typed: spelled nearly so, or begins so. */
  isGuess: boolean;
};

/** What is known of areas and of places within them. States by postal abbreviation, areas by code. */
export type AreaFacts = {
  /** `states` are joined by `-`, the first one first; `jobs` order areas that share a name. */
  areas: readonly (Area & { states: string; jobs: number })[];
  /** Counties of metro and micro areas; one may be several joined by ` + `. */
  counties: readonly { area: string; county: string; state: string }[];
  /** Towns by the ZIP codes that carry their name; `area` is that of a metro, or the state's. */
  towns: readonly { name: string; state: string; area: string; zips: number }[];
};

/** How a name stands for an area, the strongest first. A county without the word "County" comes last. */
type Rank = "whole" | "firstCity" | "city" | "county" | "town" | "countyAlone";
const ranks: readonly Rank[] = ["whole", "firstCity", "city", "county", "town", "countyAlone"];

type Name = {
  key: string;
  area: Area;
  rank: Rank;
  /** Postal abbreviations of the states that one may name after it: "Oakland, CA". */
  states: readonly string[];
  /** Jobs of the area, or ZIP codes of the town. */
  size: number;
  why: string;
};

/** Every name by its key; made once for a set of facts. */
export type AreaIndex = {
  areas: ReadonlyMap<string, Area>;
  byKey: ReadonlyMap<string, readonly Name[]>;
  /** Names that something misspelled or unfinished may mean. */
  guessable: readonly Name[];
};

/** A town with fewer ZIP codes than this gives way to cities of its name and of like names. */
const LARGE_TOWN = 3;

const wordForms: Readonly<Record<string, string>> = {
  st: "saint",
  ste: "sainte",
  ft: "fort",
  mt: "mount",
};

/** A name as the index holds it: "St. Louis" and "saint louis" are one, and so are "N.Y." and "NY". */
export function placeKey(text: string): string {
  const plain = text.replace(/['’‘`´]/g, "").replace(/(?<=\b\p{L})\.(?=\p{L}\b)/gu, "");
  return (
    foldedWords(plain)
      // The last word may be the postal abbreviation of Montana.
      .map((word, at, { length }) => (at < length - 1 && wordForms[word]) || word)
      .join(" ")
  );
}

/** Makes the index of all names. */
export function areaIndex({ areas, counties, towns }: AreaFacts): AreaIndex {
  const byCode = new Map(areas.map((area) => [area.code, area]));
  const byKey = new Map<string, Name[]>();
  const add = (text: string, name: Omit<Name, "key">) => {
    const key = placeKey(text);
    if (key !== "") byKey.set(key, [...(byKey.get(key) ?? []), { key, ...name }]);
  };
  for (const area of areas) for (const [text, name] of ownNames(area)) add(text, name);
  for (const { area: code, county, state } of counties) {
    const place = placeIn(code, state, byCode);
    if (!place) continue;
    for (const one of county.split(" + ")) {
      // The District of Columbia is a county of its own name: whoever types it means the whole.
      if (one === stateName(state)) continue;
      const name = { ...place, why: partOf(`${one}, ${stateName(state)},`, place.area, code) };
      add(one, { ...name, rank: "county" });
      add(one.replace(/ (County|Parish|Borough|Municipality)$/, ""), { ...name, rank: "countyAlone" });
    }
  }
  for (const { name: town, state, area: code, zips } of towns) {
    const place = placeIn(code, state, byCode);
    if (!place) continue;
    const why = partOf(`${town}, ${stateName(state)},`, place.area, code);
    add(town, { ...place, rank: "town", size: zips, why });
  }
  for (const [nickname, cities] of Object.entries(cityNicknames)) {
    for (const [city, state] of cities) {
      const meant = byKey
        .get(city)
        ?.find(({ rank, states }) => rank === "firstCity" && states.includes(state));
      if (meant) add(nickname, meant);
    }
  }
  const guessable = [...byKey.values()]
    .flat()
    .filter(({ rank, size }) => rank !== "countyAlone" && (rank !== "town" || size >= LARGE_TOWN));
  return { areas: new Map(areas.map((area) => [area.code, plainArea(area)])), byKey, guessable };
}

const plainArea = ({ code, name, kind }: Area): Area => ({ code, name, kind });

const stateName = (postal: string): string => stateOfCode(`US-${postal}`)?.name ?? postal;

/** The area that is published for a place: its metro area, or else its state. */
function placeIn(code: string, state: string, byCode: ReadonlyMap<string, AreaFacts["areas"][number]>) {
  const found = byCode.get(code) ?? byCode.get(`US-${state}`);
  // Where the state stands for the place, it comes after the metro areas of places of that name.
  return found && { area: plainArea(found), states: [state], size: found.kind === "metro" ? found.jobs : 0 };
}

/** Says that a place is part of an area, or that its state stands for it. */
const partOf = (place: string, area: Area, code: string): string =>
  area.kind === "state" || area.code !== code
    ? `No metro area is published for ${place.replace(/,$/, "")}; the state is shown.`
    : `${place} is part of this area.`;

/** The names that an area itself has. */
function* ownNames(area: AreaFacts["areas"][number]): Generator<[string, Omit<Name, "key">]> {
  const states = area.states.split("-").filter((postal) => postal !== "");
  const own = { area: plainArea(area), states: [] as string[], size: area.jobs };
  const whole = (why: string) => ({ ...own, rank: "whole" as const, why });
  if (area.kind === "nation")
    for (const text of nationNames) yield [text, whole("This is the whole country.")];
  else if (area.kind === "metro") yield* metroNames(area, states);
  else if (area.kind === "nonmetro")
    yield* nonmetroNames(area.name, whole("This area lies outside of metro areas."));
  else {
    const [postal = ""] = states;
    const kind = postal === "DC" ? "district" : area.kind;
    yield [postal, whole(`${postal} is short for ${area.name}.`)];
    for (const text of [area.name, `${area.name} state`, ...(stateShortForms[postal] ?? [])])
      yield [text, whole(`This is the whole ${kind}.`)];
  }
  yield [area.code, whole(`${area.code} is its code.`)];
}

function* nonmetroNames(title: string, name: Omit<Name, "key">): Generator<[string, Omit<Name, "key">]> {
  yield [title, name];
  const region = title.replace(/ nonmetropolitan area.*$/, "");
  const isState = usStates.some((state) => state.name === region);
  if (region !== title && !isState) yield [region, name];
}

function* metroNames(
  area: AreaFacts["areas"][number],
  states: readonly string[],
): Generator<[string, Omit<Name, "key">]> {
  const own = { area: plainArea(area), states, size: area.jobs };
  const [title = ""] = area.name.split(", ");
  const cities = citiesOf(title);
  const [main = ""] = cities;
  const first: Omit<Name, "key"> = { ...own, rank: "firstCity", why: `This is the metro area of ${main}.` };
  // "Minneapolis-St. Paul" and "Dallas-Fort Worth" are said without the cities after them.
  const titles = [area.name, title, ...cities.map((_, at) => cities.slice(0, at + 1).join(" "))];
  for (const text of new Set(titles)) yield [text, first];
  for (const city of cities.slice(1))
    yield [city, { ...own, rank: "city", why: `${city} is part of this area.` }];
}

/** "San Francisco-Oakland-Fremont" → its three cities, as people call them. */
function citiesOf(title: string): string[] {
  const parts = title.includes("--") ? title.split("--") : [title];
  return parts
    .flatMap((part) => citiesOfTitles[part] ?? part.split(/[-/]/))
    .map((city) => city.replace(/ Town$/, ""));
}

/**
 * The areas that a text means, best first: names that are just so; or, where there is none, names that are
 * spelled nearly so or begin so. Empty for what names no place. ZIP codes are the business of `areasOfZip`.
 */
export function areasNamed(typed: string, index: AreaIndex, limit = 8): FoundArea[] {
  const key = placeKey(typed);
  if (key === "") return [];
  for (const asked of readings(key)) {
    const exact = exactly(asked, index);
    if (exact.length === 0) continue;
    // A hamlet called Huston must not hide Houston.
    const isSmall = exact.every(({ rank, size }) => rank === "town" && size < LARGE_TOWN);
    const likely = isSmall && !asked.state ? nearly(asked, index).filter(isCityOneSlipAway(asked.key)) : [];
    return distinct([...exact.map(sure), ...likely.map(guess)]).slice(0, limit);
  }
  for (const asked of readings(key)) {
    const near = nearly(asked, index);
    if (near.length > 0) return distinct(near.map(guess)).slice(0, limit);
  }
  return [];
}

const sure = ({ area, why }: Name): FoundArea => ({ area, why, isGuess: false });
const guess = ({ area, why }: Name): FoundArea => ({ area, why, isGuess: true });

const distinct = (found: readonly FoundArea[]): FoundArea[] =>
  found.filter(({ area }, at) => found.findIndex((other) => other.area.code === area.code) === at);

/** A name, and the state that was named after it. */
type Asked = { key: string; state?: string };

const noise =
  /^(?:(?:the|city of|town of|state of|greater|downtown|metro) )+|(?: (?:metro|metropolitan|statistical|area|region|msa|usa|us|united states))+$/g;

/** The ways to read what was typed: as it stands, with a state at its end, and without words that say nothing. */
function* readings(key: string): Generator<Asked> {
  yield { key };
  const words = key.split(" ");
  for (const length of [3, 2, 1]) {
    const state = words.length > length && postalOf(words.slice(-length).join(" "));
    if (state) yield { key: words.slice(0, -length).join(" "), state };
  }
  const plain = key.replace(noise, "");
  if (plain !== key && plain !== "") yield* readings(plain);
}

const postals: ReadonlyMap<string, string> = new Map(
  usStates.flatMap(({ postal, name }) =>
    [postal, name, ...(stateShortForms[postal] ?? [])].map((text) => [placeKey(text), postal] as const),
  ),
);

const postalOf = (words: string): string | undefined => postals.get(words);

const inState = (state: string | undefined) => (name: Name) => !state || name.states.includes(state);

function exactly({ key, state }: Asked, index: AreaIndex): Name[] {
  const all = (index.byKey.get(key) ?? []).filter(inState(state));
  const strong = all.some(({ rank, size }) => rank !== "town" || size >= LARGE_TOWN);
  const named = all.filter(({ rank }) => rank !== "countyAlone");
  const kept = named.filter(({ rank, size }) => rank !== "town" || !strong || size >= LARGE_TOWN);
  return (kept.length > 0 ? kept : all).toSorted(byStrength);
}

const byStrength = (a: Name, b: Name): number =>
  ranks.indexOf(a.rank) - ranks.indexOf(b.rank) || b.size - a.size || (a.area.code < b.area.code ? -1 : 1);

/** Names that begin with what was typed, and such as a slip or two turn into it. */
function nearly({ key, state }: Asked, index: AreaIndex): Name[] {
  if (key.length < 3) return [];
  const scored = index.guessable.filter(inState(state)).flatMap((name) => {
    const score = unlikeness(key, name.key);
    return score === undefined ? [] : [{ name, score: score + (name.rank === "town" ? 0.5 : 0) }];
  });
  return scored.sort((a, b) => a.score - b.score || byStrength(a.name, b.name)).map(({ name }) => name);
}

/** How far a name is from what was typed, in slips; undefined for too far. */
function unlikeness(key: string, name: string): number | undefined {
  if (name.startsWith(key)) return 0.5;
  const most = key.length < 4 ? 0 : key.length < 8 ? 1 : 2;
  if (most === 0 || Math.abs(name.length - key.length) > most) return undefined;
  const slips = distance(key, name);
  // Two letters in each other's place are one slip, which the distance counts as two.
  if (slips === 2 && most === 1) return isSwapped(key, name) ? 1 : undefined;
  return slips <= most ? slips : undefined;
}

function isSwapped(a: string, b: string): boolean {
  const at = [...a].findIndex((sign, i) => sign !== b[i]);
  return (
    a.length === b.length && a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2)
  );
}

const isCityOneSlipAway = (key: string) => (name: Name) =>
  (name.rank === "whole" || name.rank === "firstCity") && (unlikeness(key, name.key) ?? 2) === 1;

/** The five digits of a ZIP code, ZIP+4 and "Oakland, CA 94612" among them; undefined where none is typed. */
export function typedZip(typed: string): string | undefined {
  return /(?:^|[\s,])(\d{5})(?:-?\d{4})?$/.exec(typed.trim())?.[1];
}

export type ZipFacts = { zip: string; place: string; state: string; area: string };

/**
 * The area of a ZIP code: the metro area, or else the state. `known` is what is known of it, and `neighbors` are
 * the states, by postal abbreviation, of those that share its first three digits: they stand for one that is on
 * no list.
 */
export function areasOfZip(
  zip: string,
  known: ZipFacts | undefined,
  neighbors: readonly string[],
  index: AreaIndex,
): FoundArea[] {
  const found = (area: Area | undefined, why: string): FoundArea[] =>
    area ? [{ area, why, isGuess: false }] : [];
  if (known) {
    const state = index.areas.get(`US-${known.state}`);
    const metro = index.areas.get(known.area);
    if (metro?.kind === "metro")
      return found(metro, `${zip} is ${known.place}, ${stateName(known.state)}, which is part of this area.`);
    return found(state, `No metro area is published for ${zip}; ${state?.name} is shown.`);
  }
  const [digits, island] = islandZips.find(([start]) => zip.startsWith(start)) ?? [zip.slice(0, 3)];
  const codes = island ? [islandCode(island, index)] : neighbors.map((postal) => `US-${postal}`);
  return codes.flatMap((code) => {
    const area = code === undefined ? undefined : index.areas.get(code);
    return found(area, `ZIP codes that begin with ${digits} are in ${area?.name}.`);
  });
}

const islandNames: Readonly<Record<string, string>> = { PR: "Puerto Rico", VI: "Virgin Islands", GU: "Guam" };

const islandCode = (postal: string, index: AreaIndex): string | undefined =>
  [...index.areas.values()].find(({ name }) => name === islandNames[postal])?.code;

/** What becomes of a typed place: the one area that it means, areas to choose from, or like names where nothing is called so. */
export type PlaceAnswer = { area: Area } | { choices: FoundArea[] } | { near: FoundArea[] };

/** Whether what was found answers what was typed. One sure area does; two, or a sure one beside a guess, are a choice. */
export function placeAnswer(found: readonly FoundArea[]): PlaceAnswer {
  const [first] = found;
  if (!first || found.every(({ isGuess }) => isGuess)) return { near: [...found] };
  return found.length === 1 ? { area: first.area } : { choices: [...found] };
}
