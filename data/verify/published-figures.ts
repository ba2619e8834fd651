import type { DatasetId } from "@/data/sources";
import { cellOf, type Published } from "./published";

type Measures = Readonly<Record<string, string>>;

/** Ten years, which the columns of projections name: the code's its first, others its last or both. */
type Cycle = { code: string; target: number; years: string; occupation: string; lineItem: string };

function cycleOf(head: string): Cycle {
  const [, base] = /(\d{4}) National Employment Matrix code/.exec(head) ?? [];
  if (!base) throw new Error(`no column of codes names the cycle: ${head}`);
  const target = Number(base) + 10;
  const code = `raw."${base} National Employment Matrix code"`;
  const occupation = `${code} glob '[0-9][0-9]-[0-9][0-9][0-9][0-9]'`;
  return {
    code,
    target,
    years: `${base}–${String(target).slice(2)}`,
    occupation,
    lineItem: `${occupation} and (raw."Occupation type" = 'Line item' or ${code} = '00-0000')`,
  };
}

/** One row of `expected` for each measure and occupation; `into` is the column that the cells go to. */
const fill = ({ code }: Cycle, measures: Measures, into: "value" | "text", rows: string) =>
  Object.entries(measures)
    .map(
      ([measure, column]) => `
      insert into expected (line, subject, measure, area, "${into}")
      select raw.rowid + 1, ${code}, '${measure}', 'US', ${cellOf("raw", column)} from raw where ${rows};`,
    )
    .join("");

const withoutFigure = `update expected set "nullReason" = 'not_applicable' where value is null and text is null;`;

function projections(dataset: DatasetId, number: string, sql: (cycle: Cycle) => string): Published {
  const files = { raw: `employment_projections_2024_34/table_${number}.csv` };
  return { dataset, table: "figures", files, sql: (head) => `${sql(cycleOf(head))}\n${withoutFigure}` };
}

/** The file counts in thousands with one decimal, the database in persons. */
const inPersons = `
  update expected set value = cast(round(value * 1000) as integer)
  where measure in ('projected_employment', 'openings_per_year') and typeof(value) <> 'text';`;

/** Occupations with the same shares in all rows are one distribution, and their note names them. */
const sharedDistribution = `
  create table distribution as
    select subject, min(line) as line, group_concat(coalesce(value, ''), ' ') as shares
    from (select * from expected order by line, measure) group by subject;
  create table shared as
    select shares, 'One distribution for ' || count(*) || ' occupations: ' || group_concat(subject, ', ') as note
    from (select * from distribution order by line) group by shares having count(*) > 1;
  update expected set note =
    (select note from shared join distribution using (shares) where distribution.subject = expected.subject);`;

/**
 * The survey's figures by occupation. A code may stand in several rows of the file: the one that names it counts,
 * before one of its broad group, before wildcards. A merged code has a figure when one row holds all its members.
 */
function survey(dataset: DatasetId, measures: Measures): Published {
  const figures = Object.entries(measures).map(
    ([measure, value]) => `
      insert into expected (line, subject, measure, area, value, "nullReason", note)
      select line, soc2018, '${measure}', 'US', ${value}, iif(${value} is null, 'too_few', null),
        iif(width > 1, trim(census_title), null)
      from raw;
      insert into expected (line, subject, measure, area, value, "nullReason", note)
      select min(line), merged, '${measure}', 'US',
        iif(${single}, ${value}, null),
        iif(${single}, iif(${value} is null, 'too_few', null), 'not_single'),
        iif(${single} and width > count(*), trim(census_title), null)
      from member left join raw on raw.soc2018 = member.soc group by merged;`,
  );
  return {
    dataset,
    table: "figures",
    files: {
      row: "cps/cps_by_soc2018_derived.csv",
      matrix: "soc/nem_onet_to_soc_crosswalk_2023.csv",
    },
    sql: `
      create table raw as
        select *, count(*) over (partition by census2018_code) as width from (
          select row.rowid + 1 as line, *, row_number() over (partition by soc2018 order by
            census_soc_spec <> soc2018, length(census_soc_spec) - length(replace(census_soc_spec, 'X', ''))) as place
          from row)
        where place = 1;
      create table member as
        select distinct matrix."NEM Code" as merged, substr(matrix."O*NET-SOC Code", 1, 7) as soc from matrix
        where merged glob '[0-9][0-9]-[0-9][0-9][0-9][0-9]' and merged <> soc;
      ${figures.join("")}`,
  };
}
const single = "(count(distinct census2018_code) = 1 and count(census2018_code) = count(*))";
const women = cellOf("raw", "pct_women_2022");

/** Employment Projections, and the Current Population Survey by way of a file that others joined to SOC codes. */
export const publishedFigures: readonly Published[] = [
  projections("ep-employment", "1_2", (cycle) => {
    const measures = {
      projected_employment: `Employment, ${cycle.target}`,
      projected_change_percent: `Employment change, percent, ${cycle.years}`,
      openings_per_year: `Occupational openings, ${cycle.years} annual average`,
    };
    return fill(cycle, measures, "value", cycle.lineItem) + inPersons;
  }),
  projections("ep-separations", "1_10", (cycle) => {
    const measures = {
      leaving_rate: `Total occupational separations rate, ${cycle.years} annual average`,
      leaving_rate_exit: `Labor force exit rate, ${cycle.years} annual average`,
      leaving_rate_transfer: `Occupational transfer rate, ${cycle.years} annual average`,
    };
    return fill(cycle, measures, "value", cycle.lineItem);
  }),
  projections("ep-education-held", "5_3", (cycle) => {
    const measures = {
      education_held_less_than_high_school: "Less than high school diploma",
      education_held_high_school: "High school diploma or equivalent",
      education_held_some_college: "Some college, no degree",
      education_held_associate: "Associate's degree",
      education_held_bachelor: "Bachelor's degree",
      education_held_master: "Master's degree",
      education_held_doctoral: "Doctoral or professional degree",
    };
    return fill(cycle, measures, "value", cycle.occupation) + sharedDistribution;
  }),
  projections("ep-entry", "5_4", (cycle) => {
    const measures = {
      entry_education: "Typical education needed for entry",
      work_experience_required: "Work experience in a related occupation",
      on_the_job_training: "Typical on-the-job training needed to attain competency in the occupation",
    };
    return fill(cycle, measures, "text", cycle.occupation);
  }),
  survey("cps-age", { median_age: cellOf("raw", "median_age_2025") }),
  survey("cps-people", {
    women_share: women,
    men_share: `round(100 - ${women}, 1)`,
    race_white: cellOf("raw", "pct_white_2022"),
    race_black: cellOf("raw", "pct_black_2022"),
    race_asian: cellOf("raw", "pct_asian_2022"),
    race_hispanic: cellOf("raw", "pct_hispanic_2022"),
  }),
];
