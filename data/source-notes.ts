import type { MeasureKey } from "@/domain/measure";
import type { DatasetId, SourceId } from "./sources";

/** What each source measures, how it is used here and where it ends, in our own words. */
export type SourceNote = { measures: string; use: string; limits: readonly string[] };

export const sourceNotes: Readonly<Record<SourceId, SourceNote>> = {
  oews: {
    measures:
      "Jobs on the payrolls of employers and what these jobs pay before tax, by occupation. The survey asks employers; it does not ask workers.",
    use: "All pay, the jobs on payrolls, and the best-paying states, metro areas and sectors.",
    limits: [
      "People who work for themselves are not counted.",
      "A cell is blank where too few employers answered or where one of them could be known by it.",
      "The files of metro areas that are loaded have no means and no pay by the hour. Those of states have the mean and the median of hourly pay, and no other percentile of it.",
      "Until 2024 the highest pay is printed only as “at least” a top amount.",
      "Sectors may be of an earlier year than the rest. Each figure says its own.",
    ],
  },
  ep: {
    measures:
      "How many jobs each occupation had in one year and is expected to have ten years later, how many openings that gives, and what is typically asked of those who enter it.",
    use: "Expected jobs, change, openings, people who leave, schooling needed and held, experience and training. Where they are loaded, its own reasons for the change.",
    limits: [
      "It is a projection of the publisher, not a promise. Figures of the past are of one year.",
      "Its jobs include people who work for themselves, so they are never set beside jobs on payrolls.",
      "It is for the whole nation alone.",
      "The shares of schooling held come from a survey that counts wider groups, so several occupations may have one distribution.",
    ],
  },
  cps: {
    measures: "Age, sex, race and origin of people at work, from a monthly survey of households.",
    use: "The median age, and the shares of women, men and races.",
    limits: [
      "It counts by Census titles, many of which hold several occupations. The title that a figure is of stands beside it.",
      "Titles of fewer than 50,000 people have no figures.",
      "Age may be of another year than sex and race. Each figure says its own.",
      "Shares of race and of Hispanic origin overlap and need not sum to 100.",
    ],
  },
  onet: {
    measures:
      "What the work asks: skills, knowledge, tasks, technology and the schooling that workers call required, rated by workers and by analysts.",
    use: "Skills, knowledge, duties, technology, related careers, job zones, required schooling, and other names of occupations.",
    limits: [
      "Shares of required schooling rest on few answers. How many were asked stands beside each.",
      "A rating that the publisher advises against is left out.",
      "Skills are of the edition named; knowledge is of a later one and has importance alone.",
      "It describes finer profiles than the occupations that pay is published for. Where none stands for the whole, the mean of the profiles is shown and said to be one.",
    ],
  },
  bea: {
    measures: "What goods, services and rents cost in a place, in percent of the nation’s prices.",
    use: "Pay after prices: pay divided by the price level of its place. Nothing else is adjusted.",
    limits: [
      "States and metro areas have a level; nonmetro areas have none.",
      "It is of all prices together. Your own rent may differ.",
      "It may be of an earlier year than the pay it adjusts.",
    ],
  },
  soc: {
    measures: "Nothing: it is the list of occupations that the other sources count by.",
    use: "Codes and names of occupations, other titles, and which codes are published together.",
    limits: [
      "Twelve groups of codes are published as one. Each of their members shows the figures of the group.",
    ],
  },
  "census-areas": {
    measures: "Nothing: it says which counties make up a metro area.",
    use: "Finding the area of a county.",
    limits: ["Areas are as drawn at the date of the edition."],
  },
  geonames: {
    measures: "Nothing: it says in which town and county a ZIP code lies.",
    use: "Finding the area of a ZIP code or of a town.",
    limits: ["A ZIP code that crosses a border is kept under one county."],
  },
  cip: {
    measures: "Nothing: it links codes of one list to those of another.",
    use: "Linking occupations, Census titles and O*NET profiles.",
    limits: ["A link says that two codes have to do with each other, not that they are the same."],
  },
  "seed-page": {
    measures: "Not known. A page about two job titles, without a publisher, a date or a method.",
    use: "Figures of job titles, each beside the official one and labeled. They decide nothing: no sentence of the summary, no picture and no ranking rests on them.",
    limits: [
      "Nobody can recompute them.",
      "Averages are not named by kind, and ends of ranges are not named.",
    ],
  },
  crossroads: {
    measures: "Nothing: it is our own list of careers.",
    use: "Names and addresses of careers, text written by hand, and pairs that are often compared.",
    limits: ["Which occupation a job title is counted under is our judgment."],
  },
};

/** What a data set is, by the publisher's own name of its file or table (`{year}` is that of the edition), and how its cells become what is stored. */
export type DatasetNote = { title: string; file: string; reading: string };

const asPrinted = "Cells are stored as printed.";
const oewsCells =
  "Cells are stored as printed, pay by the year in whole dollars. A mark in place of a number is kept beside the row.";
const persons =
  "The table counts in thousands with one decimal; persons are stored. Percents are stored as printed.";

const national = (year: number): DatasetNote => ({
  title: `Pay and jobs of the nation, ${year}`,
  file: "national_M{year}_dl",
  reading: oewsCells,
});

export const datasetNotes: Readonly<Record<DatasetId, DatasetNote>> = {
  "soc-structure": {
    title: "Occupations, and codes published together",
    file: "SOC structure; NEM and O*NET crosswalk",
    reading: asPrinted,
  },
  "soc-titles": { title: "Other titles", file: "Direct match title file", reading: asPrinted },
  "soc-definitions": { title: "Definitions", file: "SOC definitions", reading: asPrinted },
  areas: { title: "Areas", file: "Areas of the state, metro and nonmetro files", reading: asPrinted },
  "area-counties": { title: "Counties of metro areas", file: "Delineation file, list 1", reading: asPrinted },
  "price-levels": {
    title: "Price levels of states and metro areas",
    file: "SARPP and MARPP, all items",
    reading: "The newest year and the line of all items are stored as printed.",
  },
  zips: {
    title: "ZIP codes",
    file: "US.txt",
    reading: "The metro area of each code’s county is stored with it.",
  },
  "oews-national-2021": national(2021),
  "oews-national-2022": national(2022),
  "oews-national-2023": national(2023),
  "oews-national-2024": national(2024),
  "oews-national-2025": national(2025),
  "oews-national-2026": national(2026),
  "oews-national-2027": national(2027),
  "oews-national-2028": national(2028),
  "oews-national-2029": national(2029),
  "oews-national-2030": national(2030),
  "oews-state": { title: "Pay and jobs of states", file: "state_M{year}_dl", reading: oewsCells },
  "oews-metro": { title: "Pay and jobs of metro areas", file: "MSA_M{year}_dl", reading: oewsCells },
  "oews-nonmetro": { title: "Pay and jobs of nonmetro areas", file: "BOS_M{year}_dl", reading: oewsCells },
  "oews-territory": { title: "Pay and jobs of territories", file: "state_M{year}_dl", reading: oewsCells },
  "oews-sector": { title: "Pay and jobs by sector", file: "natsector_M{year}_dl", reading: oewsCells },
  "ep-employment": { title: "Expected jobs and openings", file: "Table 1.2", reading: persons },
  "ep-separations": {
    title: "People who leave",
    file: "Table 1.10",
    reading: "The yearly rate of all who leave, in percent, is stored as printed.",
  },
  "ep-education-held": { title: "Schooling held", file: "Table 5.3", reading: asPrinted },
  "ep-entry": { title: "Schooling, experience and training to enter", file: "Table 5.4", reading: asPrinted },
  "ep-reasons": {
    title: "Reasons for expected change",
    file: "Table 1.12",
    reading: "The sentence of each occupation and industry is stored as printed.",
  },
  "cps-age": {
    title: "Median age",
    file: "Table 11b",
    reading:
      "The table has titles and no codes. Each title is linked to its occupations by the Census list of 2018.",
  },
  "cps-people": {
    title: "Sex, race and origin",
    file: "Table 11",
    reading:
      "The table has titles and no codes. Each title is linked to its occupations by the Census list of 2018. It prints the share of women; that of men is 100 minus it.",
  },
  "onet-titles": {
    title: "Other titles and profiles",
    file: "Alternate Titles; Occupation Data",
    reading: asPrinted,
  },
  "onet-activities": { title: "Work activities", file: "Tasks to DWAs; DWA Reference", reading: asPrinted },
  "onet-technology": { title: "Technology", file: "Technology Skills", reading: asPrinted },
  "onet-related": { title: "Related occupations", file: "Related Occupations", reading: asPrinted },
  "onet-education": {
    title: "Required schooling and job zones",
    file: "Education, Training, and Experience (scale RL); Job Zones",
    reading:
      "Cells are stored as printed; one that the publisher advises against is stored without its value.",
  },
  "onet-skills": { title: "Skills", file: "Skills (scales IM and LV)", reading: asPrinted },
  "onet-knowledge": {
    title: "Knowledge",
    file: "Knowledge (scale IM)",
    reading: "The copy that is loaded has the importance alone, the highest among the specialties of a code.",
  },
  "onet-texts": {
    title: "Descriptions and tasks",
    file: "Occupation Data; Task Statements",
    reading: asPrinted,
  },
  crosswalks: {
    title: "Links between lists of codes",
    file: "CIP 2020 to SOC 2018; Census 2018; O*NET-SOC 2019",
    reading: asPrinted,
  },
  roles: { title: "Careers", file: "roles.csv", reading: "Our own file, as it is." },
  "seed-figures": {
    title: "Figures of two job titles",
    file: "seed-figures.csv",
    reading: "Copied as printed on the page.",
  },
  "seed-skills": {
    title: "Skills of two job titles",
    file: "seed-skills.csv",
    reading: "Copied as printed on the page.",
  },
  pairs: { title: "Careers often compared", file: "pairs.csv", reading: "Our own file, as it is." },
};

/** The publisher's name of the column that a measure is read from, without its years, where it is not that of a row of pay. */
export const publishedColumns: Readonly<Record<MeasureKey, string>> = {
  projected_employment: "Employment, last year",
  projected_change_percent: "Employment change, percent",
  openings_per_year: "Occupational openings, annual average",
  leaving_rate: "Total occupational separations rate, annual average",
  entry_education: "Typical education needed for entry",
  work_experience_required: "Work experience in a related occupation",
  on_the_job_training: "Typical on-the-job training needed to attain competency in the occupation",
  education_held_less_than_high_school: "Less than high school diploma",
  education_held_high_school: "High school diploma or equivalent",
  education_held_some_college: "Some college, no degree",
  education_held_associate: "Associate's degree",
  education_held_bachelor: "Bachelor's degree",
  education_held_master: "Master's degree",
  education_held_doctoral: "Doctoral or professional degree",
  median_age: "Median age",
  women_share: "Women",
  men_share: "Women",
  race_white: "White",
  race_black: "Black or African American",
  race_asian: "Asian",
  race_hispanic: "Hispanic or Latino",
  job_zone: "Job Zone",
};
