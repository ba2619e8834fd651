/**
 * The measures: what can be said of a role, with unit, kind, and when two values count as about equal.
 * The order here is the order of rows on every page, so that eyes learn it.
 */
type MeasureKind = "money" | "range" | "share" | "count" | "change" | "age" | "duration" | "level" | "text";

type MeasureGroup = "pay" | "outlook" | "entry" | "work" | "people";

export type Measure = {
  key: string;
  /** Row head, sentence case. */
  label: string;
  unit: string;
  kind: MeasureKind;
  group: MeasureGroup;
  /** Said under the label: what the number is, or its limits. */
  gloss: string;
};

const schooling = [
  ["less_than_high_school", "less than high school"],
  ["high_school", "high school"],
  ["some_college", "some college, no degree"],
  ["associate", "associate’s degree"],
  ["bachelor", "bachelor’s degree"],
  ["master", "master’s degree"],
  ["doctoral", "doctoral or professional degree"],
] as const;

/** The publisher's twelve levels of required education, in its order (O*NET scale RL). */
export const requiredEducationLevels = [
  ["less_than_high_school", "less than high school"],
  ["high_school", "high school diploma"],
  ["certificate", "certificate after high school"],
  ["some_college", "some college courses"],
  ["associate", "associate’s degree"],
  ["bachelor", "bachelor’s degree"],
  ["post_bachelor_certificate", "certificate after a bachelor’s degree"],
  ["master", "master’s degree"],
  ["post_master_certificate", "certificate after a master’s degree"],
  ["first_professional", "first professional degree"],
  ["doctoral", "doctoral degree"],
  ["post_doctoral", "training after a doctoral degree"],
] as const;

const percentiles = [
  ["p10", "10th percentile"],
  ["p25", "25th percentile"],
  ["median", "Median"],
  ["p75", "75th percentile"],
  ["p90", "90th percentile"],
  ["mean", "Mean"],
] as const;

const races = [
  ["white", "White"],
  ["black", "Black or African American"],
  ["asian", "Asian"],
  ["hispanic", "Hispanic or Latino"],
  ["american_indian", "American Indian and Alaska Native"],
  ["unknown", "Unknown"],
] as const;

const wage = (period: "annual" | "hourly"): Measure[] =>
  percentiles.map(([key, name]) => ({
    key: `${period}_wage_${key}`,
    label: `${name} pay, ${period === "annual" ? "a year" : "an hour"}`.replace(
      /^(\d+th percentile) pay/,
      "Pay at the $1",
    ),
    unit: period === "annual" ? "dollars a year" : "dollars an hour",
    kind: "money",
    group: "pay",
    gloss: {
      p10: "One in ten earns less",
      p25: "One in four earns less",
      median: "Half earn less, half more",
      p75: "One in four earns more",
      p90: "One in ten earns more",
      mean: "All pay divided by all jobs",
    }[key],
  }));

const best = (key: string, label: string, gloss: string): Measure => ({
  key: `best_paying_${key}`,
  label,
  unit: "name",
  kind: "text",
  group: "pay",
  gloss,
});

export const measures: readonly Measure[] = [
  ...wage("annual"),
  {
    key: "annual_wage_range",
    label: "Pay range, a year",
    unit: "dollars a year",
    kind: "range",
    group: "pay",
    gloss: "10th to 90th percentile: eight in ten earn between",
  },
  ...wage("hourly"),
  best("state", "Best-paying state", "By median; 50 states and DC with 100 jobs or more"),
  best("metro", "Best-paying metro area", "By median; 100 jobs or more"),
  best("city", "Best-paying city", "No public source ranks cities"),
  best("industry", "Best-paying industry", "By median; sectors with 500 jobs or more"),
  best("company", "Best-paying company", "No public source ranks companies"),
  {
    key: "employment",
    label: "Jobs on payrolls",
    unit: "persons",
    kind: "count",
    group: "outlook",
    gloss: "Without the self-employed",
  },
  {
    key: "projected_employment",
    label: "Jobs expected in 2034",
    unit: "persons",
    kind: "count",
    group: "outlook",
    gloss: "With the self-employed; not to be set against jobs on payrolls",
  },
  {
    key: "projected_change_percent",
    label: "Change in jobs, 2024–34",
    unit: "percent",
    kind: "change",
    group: "outlook",
    gloss: "All occupations: +3.1%",
  },
  {
    key: "openings_per_year",
    label: "Openings a year",
    unit: "persons",
    kind: "count",
    group: "outlook",
    gloss: "From growth and from people who leave; a yearly average",
  },
  {
    key: "leaving_rate",
    label: "Leave the occupation each year",
    unit: "percent",
    kind: "share",
    group: "outlook",
    gloss: "For other work or to stop",
  },
  {
    key: "leaving_rate_exit",
    label: "Stop working each year",
    unit: "percent",
    kind: "share",
    group: "outlook",
    gloss: "Part of those who leave: to retire, to study or to care for others",
  },
  {
    key: "leaving_rate_transfer",
    label: "Move to other work each year",
    unit: "percent",
    kind: "share",
    group: "outlook",
    gloss: "Part of those who leave: to another occupation",
  },
  {
    key: "open_postings",
    label: "Open postings here",
    unit: "adverts",
    kind: "count",
    group: "outlook",
    gloss: "Adverts on this site, not jobs",
  },
  {
    key: "postings_elsewhere",
    label: "Adverts counted elsewhere",
    unit: "adverts",
    kind: "count",
    group: "outlook",
    gloss: "Adverts, not jobs",
  },
  {
    key: "entry_education",
    label: "School needed to start",
    unit: "level",
    kind: "text",
    group: "entry",
    gloss: "Typical for entry",
  },
  {
    key: "most_common_education",
    label: "Most common schooling held",
    unit: "level",
    kind: "text",
    group: "entry",
    gloss: "By people in the job, 25 or older",
  },
  {
    key: "work_experience_required",
    label: "Experience needed",
    unit: "level",
    kind: "text",
    group: "entry",
    gloss: "In a related job",
  },
  {
    key: "on_the_job_training",
    label: "Training on the job",
    unit: "level",
    kind: "text",
    group: "entry",
    gloss: "To become able",
  },
  {
    key: "job_zone",
    label: "Job zone",
    unit: "zone",
    kind: "level",
    group: "entry",
    gloss: "1 little preparation, 5 long preparation",
  },
  {
    key: "most_common_major",
    label: "Most common major",
    unit: "name",
    kind: "text",
    group: "entry",
    gloss: "No public source gives it by occupation",
  },
  {
    key: "most_common_college",
    label: "Most common college",
    unit: "name",
    kind: "text",
    group: "entry",
    gloss: "No public source gives it",
  },
  {
    key: "time_to_become",
    label: "Time to become one",
    unit: "years",
    kind: "duration",
    group: "entry",
    gloss: "No public source measures it",
  },
  {
    key: "years_of_experience",
    label: "Years of experience",
    unit: "years",
    kind: "duration",
    group: "entry",
    gloss: "No public source measures it",
  },
  ...requiredEducationLevels.map(
    ([key, name]): Measure => ({
      key: `education_required_${key}`,
      label: `Required: ${name}`,
      unit: "percent",
      kind: "share",
      group: "entry",
      gloss: "Share of workers asked who say it is required",
    }),
  ),
  ...schooling.map(
    ([key, name]): Measure => ({
      key: `education_held_${key}`,
      label: `Held: ${name}`,
      unit: "percent",
      kind: "share",
      group: "entry",
      gloss: "Share of people in the job, 25 or older",
    }),
  ),
  {
    key: "no_degree_share",
    label: "Hold no bachelor’s degree",
    unit: "percent",
    kind: "share",
    group: "entry",
    gloss: "Share of people in the job, 25 or older",
  },
  {
    key: "job_satisfaction",
    label: "Job satisfaction",
    unit: "score",
    kind: "level",
    group: "work",
    gloss: "No public source measures it by occupation",
  },
  {
    key: "median_age",
    label: "Median age",
    unit: "years old",
    kind: "age",
    group: "people",
    gloss: "Half are younger",
  },
  {
    key: "women_share",
    label: "Women",
    unit: "percent",
    kind: "share",
    group: "people",
    gloss: "Share of people employed",
  },
  {
    key: "men_share",
    label: "Men",
    unit: "percent",
    kind: "share",
    group: "people",
    gloss: "100 minus the share of women",
  },
  ...races.map(
    ([key, name]): Measure => ({
      key: `race_${key}`,
      label: name,
      unit: "percent",
      kind: "share",
      group: "people",
      gloss: "Shares of race and Hispanic origin overlap",
    }),
  ),
  {
    key: "lgbt_share",
    label: "LGBT",
    unit: "percent",
    kind: "share",
    group: "people",
    gloss: "No public source gives it by occupation",
  },
];

export type MeasureKey = string;
export const measureKeys: MeasureKey[] = measures.map((measure) => measure.key);

const byKey = new Map(measures.map((measure) => [measure.key, measure]));

/** The measure of a key. Throws on an unknown key: keys come from code and checked files, never from a reader. */
export function measureOf(key: MeasureKey): Measure {
  const measure = byKey.get(key);
  if (!measure) throw new Error(`unknown measure ${key}`);
  return measure;
}

const positions = new Map(measures.map((measure, i) => [measure.key, i]));

/** Where a measure stands in the fixed order of rows. */
export const measurePosition = (key: MeasureKey): number => positions.get(key) ?? measures.length;

/** Whether a text is the key of a measure. */
export const isMeasureKey = (key: string): boolean => byKey.has(key);

export const heldEducationLevels = schooling;
