/**
 * Who publishes what we show: sources, and the data sets of each. A data set is the unit that is imported,
 * dated and swapped; its files and columns are the business of data/import.
 */
export type Source = {
  id: string;
  /** Null where the source does not name one. */
  publisher: string | null;
  /** The publisher's name of the data set. */
  name: string;
  licence: string;
  /** The sentence that must stand where the figures are shown; empty where none is asked for. */
  attribution: string;
  /** The publisher's own public address; empty where there is none. */
  url: string;
};

const bls = "U.S. Bureau of Labor Statistics";
const publicDomain = "Public domain (US Government work)";

export const sources = [
  {
    id: "oews",
    publisher: bls,
    name: "Occupational Employment and Wage Statistics",
    licence: publicDomain,
    attribution: "",
    url: "https://www.bls.gov/oes/",
  },
  {
    id: "ep",
    publisher: bls,
    name: "Employment Projections",
    licence: publicDomain,
    attribution: "",
    url: "https://www.bls.gov/emp/",
  },
  {
    id: "cps",
    publisher: bls,
    name: "Current Population Survey",
    licence: publicDomain,
    attribution: "",
    url: "https://www.bls.gov/cps/tables.htm",
  },
  {
    id: "onet",
    publisher: "U.S. Department of Labor, Employment and Training Administration",
    name: "O*NET Database",
    licence: "CC BY 4.0",
    attribution:
      "O*NET 30.1 Database by the U.S. Department of Labor, Employment and Training Administration (USDOL/ETA), CC BY 4.0; modified",
    url: "https://www.onetcenter.org/database.html",
  },
  {
    id: "bea",
    publisher: "U.S. Bureau of Economic Analysis",
    name: "Regional Price Parities",
    licence: publicDomain,
    attribution: "",
    url: "https://www.bea.gov/data/prices-inflation/regional-price-parities-state-and-metro-area",
  },
  {
    id: "soc",
    publisher: bls,
    name: "Standard Occupational Classification 2018",
    licence: publicDomain,
    attribution: "",
    url: "https://www.bls.gov/soc/",
  },
  {
    id: "census-areas",
    publisher: "U.S. Office of Management and Budget, U.S. Census Bureau",
    name: "Core based statistical areas",
    licence: publicDomain,
    attribution: "",
    url: "https://www.census.gov/programs-surveys/metro-micro.html",
  },
  {
    id: "geonames",
    publisher: "GeoNames",
    name: "Postal codes of the United States",
    licence: "CC BY 4.0",
    attribution: "Postal codes by GeoNames, CC BY 4.0; modified",
    url: "https://www.geonames.org/postal-codes/",
  },
  {
    id: "cip",
    publisher: "National Center for Education Statistics",
    name: "Classification of Instructional Programs 2020, crosswalk to SOC 2018",
    licence: publicDomain,
    attribution: "",
    url: "https://nces.ed.gov/ipeds/cipcode/",
  },
  {
    id: "seed-page",
    publisher: null,
    name: "Seed page",
    licence: "Unknown",
    attribution: "Publisher unnamed, undated, method unknown",
    url: "",
  },
  {
    id: "crossroads",
    publisher: "Crossroads",
    name: "Roles and curated comparisons",
    licence: "Our own work",
    attribution: "",
    url: "",
  },
] as const satisfies readonly Source[];

export type SourceId = (typeof sources)[number]["id"];

export type Dataset = {
  id: string;
  source: SourceId;
  /** The publisher's name of the edition. */
  edition: string;
  /** When its figures are of, as a figure shows it. */
  vintage: string;
  /** Read from a copy that someone else converted or trimmed, with untouched values. */
  converted: boolean;
  /** Whether the repository's bundle carries it. */
  bundle: boolean;
  /** Still to be published when this was written: nothing speaks of it before it is imported. */
  awaited: boolean;
};

type Trait = "converted" | "not bundled" | "awaited";
const dataset = <Id extends string>(
  id: Id,
  source: SourceId,
  edition: string,
  vintage: string,
  ...traits: Trait[]
) => ({
  id,
  source,
  edition,
  vintage,
  converted: traits.includes("converted"),
  bundle: !traits.includes("not bundled"),
  awaited: traits.includes("awaited"),
});

/** In the order of import: roles come after the occupations they are made from. */
export const datasets = [
  dataset("soc-structure", "soc", "2018 SOC, NEM crosswalk 2023", "2018", "converted"),
  dataset("soc-titles", "soc", "2018 SOC, November 2017", "2018", "converted"),
  dataset("soc-definitions", "soc", "2018 SOC", "2018", "not bundled"),
  dataset("areas", "oews", "May 2025", "May 2025", "converted"),
  dataset("area-counties", "census-areas", "July 2023", "2023", "converted"),
  dataset("price-levels", "bea", "2024", "2024", "converted"),
  dataset("zips", "geonames", "March 2026", "2026"),
  dataset("oews-national-2021", "oews", "May 2021", "May 2021", "converted"),
  dataset("oews-national-2022", "oews", "May 2022", "May 2022", "converted"),
  dataset("oews-national-2023", "oews", "May 2023", "May 2023", "converted"),
  dataset("oews-national-2024", "oews", "May 2024", "May 2024", "converted"),
  dataset("oews-national-2025", "oews", "May 2025", "May 2025", "converted"),
  dataset("oews-national-2026", "oews", "May 2026", "May 2026", "not bundled", "awaited"),
  dataset("oews-national-2027", "oews", "May 2027", "May 2027", "not bundled", "awaited"),
  dataset("oews-national-2028", "oews", "May 2028", "May 2028", "not bundled", "awaited"),
  dataset("oews-national-2029", "oews", "May 2029", "May 2029", "not bundled", "awaited"),
  dataset("oews-national-2030", "oews", "May 2030", "May 2030", "not bundled", "awaited"),
  dataset("oews-state", "oews", "May 2025", "May 2025", "converted"),
  dataset("oews-metro", "oews", "May 2025", "May 2025", "converted"),
  dataset("oews-nonmetro", "oews", "May 2025", "May 2025", "converted"),
  dataset("oews-territory", "oews", "May 2025", "May 2025", "converted"),
  dataset("oews-sector", "oews", "May 2024", "May 2024", "converted"),
  dataset("ep-employment", "ep", "2024–34", "2024–34", "converted"),
  dataset("ep-separations", "ep", "2024–34", "2024–34", "converted"),
  dataset("ep-education-held", "ep", "2024–34", "2024–34", "converted"),
  dataset("ep-entry", "ep", "2024–34", "2024–34", "converted"),
  dataset("ep-reasons", "ep", "2024–34", "2024–34", "converted", "not bundled"),
  dataset("cps-age", "cps", "2025", "2025, without October"),
  dataset("cps-people", "cps", "2022", "2022"),
  dataset("onet-titles", "onet", "30.1", "2025"),
  dataset("onet-activities", "onet", "30.1", "2025"),
  dataset("onet-technology", "onet", "30.1", "2025"),
  dataset("onet-related", "onet", "30.1", "2025"),
  dataset("onet-education", "onet", "30.1", "2025"),
  dataset("onet-skills", "onet", "30.x, August 2025", "2025", "converted"),
  dataset("onet-knowledge", "onet", "30.3", "2026", "converted"),
  dataset("onet-texts", "onet", "30.1", "2025", "not bundled"),
  dataset("crosswalks", "cip", "SOC 2018, CIP 2020, Census 2018, O*NET-SOC 2019", "2020"),
  dataset("roles", "crossroads", "ours", "", "not bundled"),
  dataset("seed-figures", "seed-page", "undated", "undated", "not bundled"),
  dataset("seed-skills", "seed-page", "undated", "undated", "not bundled"),
  dataset("pairs", "crossroads", "ours", "", "not bundled"),
] as const satisfies readonly Dataset[];

export type DatasetId = (typeof datasets)[number]["id"];

/** Data sets made from the project's own files in `data/`, not from a publisher's. */
export const ownDatasets: readonly DatasetId[] = ["roles", "seed-figures", "seed-skills", "pairs"];

/** The data set of an id. Throws on an unknown one: ids come from code and from our own releases. */
export function datasetOf(id: string): Dataset {
  const found = datasets.find((dataset) => dataset.id === id);
  if (!found) throw new Error(`unknown data set ${id}`);
  return found;
}

/** The source of an id. Throws on an unknown one. */
export function sourceOf(id: string): Source {
  const found = sources.find((source) => source.id === id);
  if (!found) throw new Error(`unknown source ${id}`);
  return found;
}

/** The year of a data set that holds the nation's pay and jobs of one; undefined for all others. */
export function nationalYear(id: string): number | undefined {
  const [, year] = /^oews-national-(\d{4})$/.exec(id) ?? [];
  return year === undefined ? undefined : Number(year);
}

const months = /\b(January|February|March|April|May|June|July|August|September|October|November|December)\b/g;

/**
 * Whether an edition is before another: by the numbers of their names, where these differ in nothing else but the
 * month. So "May 2024" is before "May 2025", and of "30.1" and "30.2, February 2026" nothing is said.
 */
export function isBefore(edition: string, other: string): boolean {
  const form = (name: string) => name.replace(/\d+/g, "#").replace(months, "month");
  if (form(edition) !== form(other)) return false;
  const numbers = (name: string) => (name.match(/\d+/g) ?? []).map(Number);
  const later = numbers(other);
  const [difference = 0] = numbers(edition)
    .map((number, at) => number - (later[at] ?? 0))
    .filter((number) => number !== 0);
  return difference < 0;
}

/**
 * The most that OEWS of a year prints, in dollars; a `top` mark means "at least this". Undefined for years of which
 * none is known: May 2025 marks no cell. A mark in such a year gives no amount, and is doubted when it is imported.
 */
export function oewsTopCode(year: number): { annual: number; hourly: number } | undefined {
  if (year === 2021) return { annual: 208_000, hourly: 100 };
  if (year >= 2022 && year <= 2024) return { annual: 239_200, hourly: 115 };
  return undefined;
}
