import type { DatasetId } from "@/data/sources";
import { cellOf, type Published } from "./published";

/** The publisher's word for a figure in the name of a column, and ours. */
const statistics = [
  ["MEAN", "Mean"],
  ["PCT10", "P10"],
  ["PCT25", "P25"],
  ["MEDIAN", "Median"],
  ["PCT75", "P75"],
  ["PCT90", "P90"],
] as const;

/** In the order of our names, in which a comparison takes the marks of both sides. */
const columns = [
  ...statistics.map(([theirs, ours]) => [`annual${ours}`, `A_${theirs}`] as const),
  ...statistics.map(([theirs, ours]) => [`hourly${ours}`, `H_${theirs}`] as const),
  ["employment", "TOT_EMP"] as const,
  ["employmentError", "EMP_PRSE"] as const,
  ["meanError", "MEAN_PRSE"] as const,
  ["locationQuotient", "LOC_QUOTIENT"] as const,
].sort(([one], [other]) => (one < other ? -1 : 1));
const names = columns.map(([column]) => `"${column}"`).join(", ");

/** A star stands in all cells of the period in which an occupation is not paid; elsewhere it hides a figure. */
function markOf(published: string): string {
  const otherPeriod = { A: `raw."HOURLY"`, H: `raw."ANNUAL"` }[published.slice(0, published.indexOf("_"))];
  const star = otherPeriod ? `iif(${otherPeriod} = 'TRUE', 'not_applicable', 'suppressed')` : "'suppressed'";
  return `case trim(raw."${published}") when '#' then 'top' when '**' then 'suppressed' when '*' then ${star} end`;
}

function marked(dataset: DatasetId, file: string, naics: string): Published {
  const values = columns.map(
    ([, published]) =>
      `iif(trim(raw."${published}") in ('', '*', '**', '#'), null, trim(raw."${published}"))`,
  );
  const marks = columns.map(([column, published]) => `coalesce(';${column}=' || ${markOf(published)}, '')`);
  return {
    dataset,
    table: "wages",
    files: { raw: file },
    sql: `
      insert into expected (line, soc, area, naics, ${names}, marks)
      select raw.rowid + 1, raw."OCC_CODE", 'US', ${naics}, ${values.join(", ")},
        nullif(substr(${marks.join(" || ")}, 2), '')
      from raw where raw."O_GROUP" in ('total', 'detailed');`,
  };
}

const percentiles = ["A_PCT10", "A_PCT25", "A_MEDIAN", "A_PCT75", "A_PCT90"];
const ofAllPlaces = ["TOT_EMP", "LOC_QUOTIENT", ...percentiles];
const ofStates = [...ofAllPlaces, "H_MEAN", "H_MEDIAN", "A_MEAN"];

/** The converted files of places have no marks, and hold only the columns of `held`. */
function local(
  dataset: DatasetId,
  file: string,
  held: readonly string[],
  area: string,
  states?: string,
): Published {
  const found = columns.filter(([, published]) => held.includes(published));
  return {
    dataset,
    table: "wages",
    files: { raw: file, ...(states && { state: states }) },
    sql: `
      insert into expected (line, soc, area, naics, ${found.map(([column]) => `"${column}"`).join(", ")})
      select raw.rowid + 1, raw.occ_code, ${area}, '',
        ${found.map(([, published]) => cellOf("raw", published.toLowerCase())).join(", ")}
      from raw${states ? " left join state on state.fips = raw.state_fips" : ""};`,
  };
}

const ofState = "'US-' || coalesce(state.abbr, raw.state_fips)";
const states = "geo/states.csv";

/** Pay and employment, as OEWS publishes them. */
export const publishedWages: readonly Published[] = [
  marked("oews-national-2021", "oews/national_M2021.csv", "''"),
  marked("oews-national-2022", "oews/national_M2022.csv", "''"),
  marked("oews-national-2023", "oews/national_M2023.csv", "''"),
  marked("oews-national-2024", "oews/national_M2024.csv", "''"),
  marked("oews-national-2025", "oews/national_M2025.csv", "''"),
  local("oews-state", "oews/oews_state_M2025.csv", ofStates, ofState, states),
  local("oews-metro", "oews/oews_metro_M2025.csv", ofAllPlaces, "'cbsa-' || raw.cbsa"),
  local("oews-nonmetro", "oews/oews_nonmetro_M2025.csv", ofStates, "'nonmetro-' || raw.area_code"),
  local("oews-territory", "oews/oews_puerto_rico_M2025.csv", ofAllPlaces, ofState, states),
  marked("oews-sector", "oews/natsector_M2024.csv", `raw."NAICS"`),
];
