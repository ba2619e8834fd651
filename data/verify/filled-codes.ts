import type { DatasetId } from "@/data/sources";
import type { Connection } from "@/db/client";

/** One thing that may be known of an occupation; with more than one part, each is counted by itself. */
type Field = {
  /** How the line of the folder's own table begins. */
  name: string;
  parts: readonly Part[];
};

/** SQL, of both dialects, that selects those codes of either base of which something is known. */
type Part = { soc: string; oews: string };

/** How many codes of either base have each part of a field. */
export type FilledCodes = { name: string; soc: number[]; oews: number[] };

const live = (table: string, dataset: DatasetId): string =>
  `(select * from ${table} where release_id = (select id from releases where dataset = '${dataset}' and state = 'live'))`;

const codesOf = (table: string, dataset: DatasetId, having: string, code = "soc"): string =>
  `select distinct ${code} from ${live(table, dataset)} as held where ${having}`;

const structure = live("occupations", "soc-structure");
const national = live("wages", "oews-national-2025");

/** A source that publishes for merged codes: a detailed code takes the row of the merged one that it is in. */
const byPublished = (codes: string): Part => ({
  soc: `select soc from ${structure} as member where soc in (${codes}) or merged_into in (${codes})`,
  oews: codes,
});

/** A source that knows detailed codes alone: a merged code has what one of its members has. */
const byMembers = (codes: string): Part => ({
  soc: codes,
  oews: `select coalesce(merged_into, soc) from ${structure} as member where soc in (${codes})`,
});

const ofNation = (having: string) => byPublished(codesOf("wages", "oews-national-2025", having));

const manyJobs = "annual_median is not null and employment >= 100";
const inPlaces = (dataset: DatasetId, least: number) =>
  byPublished(
    `select soc from ${live("wages", dataset)} as held where ${manyJobs} group by soc having count(*) >= ${least}`,
  );

const isTopCoded = "';' || coalesce(marks, '') like '%;annualMedian=top%'";
const inSector = (having: string) =>
  byPublished(codesOf("wages", "oews-sector", `naics <> '' and employment >= 500 and ${having}`));

const figure = (dataset: DatasetId, measure: string) =>
  byPublished(codesOf("figures", dataset, `measure = '${measure}' and value is not null`, "subject"));

const fromSoc = "from_system = 'soc-2018'";
const links = live("crosswalk_links", "crosswalks");
const sharedCensusRow = `
  select from_code from ${links} as link where ${fromSoc} and to_system = 'census-2018' and to_code in (
    select to_code from ${links} as others where ${fromSoc} and to_system = 'census-2018'
    group by to_code having count(distinct from_code) > 1)`;

const onetCode = "substr(onet_soc, 1, 7)";
const ratings = live("occupation_ratings", "onet-skills");
const skills = `select ${onetCode} as code, onet_soc, element, importance from ${ratings} as rated where kind = 'skill'`;
/** How many rows an occupation has of its own profile, which those of its specialties are not. */
const ownRows = "sum(case when onet_soc like '%.00' then 1 else 0 end)";
const byOwn = `select code from (${skills}) as rated group by code having ${ownRows} > 0`;
const bySpecialties = `select code from (${skills}) as rated group by code having ${ownRows} = 0`;

/** Rows of an occupation's own profile, and only where it has none those of its specialties; with the code that OEWS publishes for it. */
const ownProfile = (rows: string) => `(
  select *, coalesce((select merged_into from ${structure} as member where member.soc = code), code) as published
  from (select *, ${ownRows} over (partition by code) as own_rows from (${rows}) as held) as profile
  where own_rows = 0 or onet_soc like '%.00')`;

const tiedSkills = (code: string) => `
  select code_of from (
    select code_of, importance, row_number() over (partition by code_of order by importance desc) as place from (
      select ${code} as code_of, element, round(cast(avg(importance) as numeric), 6) as importance
      from ${ownProfile(skills)} as held group by ${code}, element
    ) as means
  ) as ranked
  where place in (10, 11) group by code_of having count(*) = 2 and min(importance) = max(importance)`;

const zones = `
  select substr(subject, 1, 7) as code, subject as onet_soc, value
  from ${live("figures", "onet-education")} as held where measure = 'job_zone' and value is not null`;
const oneJobZone = (code: string) => `
  select ${code} from ${ownProfile(zones)} as held group by ${code} having min(value) = max(value)`;

const onet = (table: string, dataset: DatasetId) => byMembers(codesOf(table, dataset, "1 = 1", onetCode));
const title = (dataset: DatasetId, kind: string) =>
  byMembers(codesOf("occupation_titles", dataset, `kind = '${kind}'`));

const pricedState = (area: string) =>
  byPublished(
    codesOf(
      "wages",
      "oews-state",
      `area = '${area}' and annual_median is not null and area in (select area from ${live("price_levels", "price-levels")} as priced)`,
    ),
  );

const fields: readonly Field[] = [
  { name: "OEWS national row", parts: [ofNation("employment is not null")] },
  { name: "annual median", parts: [ofNation("annual_median is not null")] },
  { name: "hourly median", parts: [ofNation("hourly_median is not null")] },
  { name: "both units", parts: [ofNation("annual_median is not null and hourly_median is not null")] },
  { name: ">= 1 state", parts: [inPlaces("oews-state", 1)] },
  { name: "five such states", parts: [inPlaces("oews-state", 5)] },
  { name: ">= 1 metro", parts: [inPlaces("oews-metro", 1)] },
  { name: "five such metros", parts: [inPlaces("oews-metro", 5)] },
  {
    name: "metro mean / hourly",
    parts: [
      byPublished(codesOf("wages", "oews-metro", "annual_mean is not null or hourly_median is not null")),
    ],
  },
  {
    name: "best sector 2024",
    parts: [inSector(`(annual_median is not null or hourly_median is not null or ${isTopCoded})`)],
  },
  { name: "... best sector's median top-coded", parts: [inSector(isTopCoded)] },
  { name: "projections 2024-34", parts: [figure("ep-employment", "projected_employment")] },
  { name: "education attained", parts: [figure("ep-education-held", "education_held_bachelor")] },
  { name: "median age", parts: [figure("cps-age", "median_age")] },
  { name: "women / race", parts: [figure("cps-people", "women_share")] },
  { name: "Census row shared", parts: [{ soc: sharedCensusRow, oews: sharedCensusRow }] },
  { name: "skills", parts: [byMembers(`select distinct code from (${skills}) as rated`)] },
  {
    name: "... from the .00 row",
    parts: [
      { soc: byOwn, oews: byOwn },
      { soc: bySpecialties, oews: bySpecialties },
    ],
  },
  { name: "... 10th place tied", parts: [{ soc: tiedSkills("code"), oews: tiedSkills("published") }] },
  {
    name: "job zone",
    parts: [
      byMembers(`select distinct code from (${zones}) as held`),
      { soc: oneJobZone("code"), oews: oneJobZone("published") },
    ],
  },
  { name: "related occupations", parts: [onet("related_occupations", "onet-related")] },
  { name: "alternate titles", parts: [title("onet-titles", "alternate")] },
  { name: "reported titles", parts: [title("onet-titles", "reported"), title("soc-titles", "direct_match")] },
  { name: "tasks", parts: [byMembers(codesOf("occupation_texts", "onet-texts", "kind = 'task'"))] },
  {
    name: "related majors",
    parts: [
      byMembers(
        `select distinct from_code from ${links} as link where ${fromSoc} and to_system = 'cip-2020'`,
      ),
    ],
  },
  { name: "RPP-adjusted median", parts: ["US-CA", "US-TX", "US-MS"].map(pricedState) },
];

/**
 * Counts in the live releases how many codes can be filled, of the detailed SOC codes, whose members of a merged
 * code take its row, and of the codes of the national file of pay.
 */
export async function* filledCodes({ query }: Connection): AsyncGenerator<FilledCodes> {
  for (const { name, parts } of fields) {
    const soc: number[] = [];
    const oews: number[] = [];
    for (const part of parts) {
      const [counts] = await query(countsOf(part));
      soc.push(Number(counts?.soc));
      oews.push(Number(counts?.oews));
    }
    yield { name, soc, oews };
  }
}

/** Materialized, since PostgreSQL expects few rows of a table it has not analyzed, and would seek them again for each code. */
const countsOf = ({ soc, oews }: Part): string => `
  with soc_codes (code) as materialized (${soc}), oews_codes (code) as materialized (${oews})
  select
    (select count(*) from ${structure} as base
      where level = 'detailed' and soc in (select code from soc_codes)) as soc,
    (select count(*) from ${national} as base
      where soc <> '00-0000' and soc in (select code from oews_codes)) as oews`;
