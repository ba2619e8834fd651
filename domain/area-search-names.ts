/** What people call places beside their full names. Keys are written as `placeKey` of area-search.ts gives them. */

/** Older short forms of states, by postal abbreviation; the postal one itself is known without them. */
export const stateShortForms: Readonly<Record<string, readonly string[]>> = {
  AL: ["ala"],
  AZ: ["ariz"],
  AR: ["ark"],
  CA: ["calif", "cal"],
  CO: ["colo"],
  CT: ["conn"],
  DE: ["del"],
  DC: ["washington dc"],
  FL: ["fla"],
  IL: ["ill"],
  IN: ["ind"],
  KS: ["kan", "kans"],
  MA: ["mass"],
  MI: ["mich"],
  MN: ["minn"],
  MS: ["miss"],
  MT: ["mont"],
  NE: ["neb", "nebr"],
  NV: ["nev"],
  NM: ["n mex"],
  NC: ["n carolina", "no carolina"],
  ND: ["n dakota", "n dak", "no dakota"],
  OK: ["okla"],
  OR: ["ore", "oreg"],
  PA: ["penn", "penna"],
  SC: ["s carolina", "so carolina"],
  SD: ["s dakota", "s dak", "so dakota"],
  TN: ["tenn"],
  TX: ["tex"],
  WA: ["wash"],
  WV: ["w va", "w virginia"],
  WI: ["wis", "wisc"],
  WY: ["wyo"],
};

/** Names of the whole country. */
export const nationNames = ["us", "usa", "united states", "united states of america", "america", "nation"];

/** Names of cities that stand in no title or list: the city and the state that each means. */
export const cityNicknames: Readonly<Record<string, readonly (readonly [city: string, state: string])[]>> = {
  atl: [["atlanta", "GA"]],
  "bay area": [
    ["san francisco", "CA"],
    ["san jose", "CA"],
  ],
  bronx: [["new york", "NY"]],
  "the bronx": [["new york", "NY"]],
  "cape cod": [["barnstable", "MA"]],
  dc: [["washington", "DC"]],
  dfw: [["dallas", "TX"]],
  "hampton roads": [["virginia beach", "VA"]],
  hollywood: [["los angeles", "CA"]],
  "inland empire": [["riverside", "CA"]],
  kc: [["kansas city", "MO"]],
  la: [["los angeles", "CA"]],
  "long island": [["new york", "NY"]],
  manhattan: [["new york", "NY"]],
  nola: [["new orleans", "LA"]],
  nyc: [["new york", "NY"]],
  "new york city": [["new york", "NY"]],
  philly: [["philadelphia", "PA"]],
  "quad cities": [["davenport", "IA"]],
  queens: [["new york", "NY"]],
  "research triangle": [
    ["raleigh", "NC"],
    ["durham", "NC"],
  ],
  "san fran": [["san francisco", "CA"]],
  sf: [["san francisco", "CA"]],
  "silicon valley": [["san jose", "CA"]],
  slc: [["salt lake city", "UT"]],
  "tampa bay": [["tampa", "FL"]],
  "twin cities": [["minneapolis", "MN"]],
  vegas: [["las vegas", "NV"]],
  "washington dc": [["washington", "DC"]],
};

/** Parts of metro titles that are one city, with what people call it. A hyphen elsewhere parts two cities. */
export const citiesOfTitles: Readonly<Record<string, string>> = {
  "Boise City": "Boise",
  "Lexington-Fayette": "Lexington",
  "Nashville-Davidson": "Nashville",
  "Urban Honolulu": "Honolulu",
  "Wilkes-Barre": "Wilkes-Barre",
  "Winston-Salem": "Winston-Salem",
};

/** ZIP codes of the islands, which lists of the states leave out: their first digits and their postal abbreviation. */
export const islandZips: readonly (readonly [digits: string, postal: string])[] = [
  ["006", "PR"],
  ["007", "PR"],
  ["008", "VI"],
  ["009", "PR"],
  ["9691", "GU"],
  ["9692", "GU"],
  ["96931", "GU"],
  ["96932", "GU"],
];
