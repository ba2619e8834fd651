import { type CensusOccupation, censusOccupations, titleKey } from "./census-occupation";
import { type FigureRow, type Reader, Tally } from "./dataset";
import { type RawTable, readWorkbook } from "./raw-table";
import { readStructure } from "./soc";

type Values = Record<string, number | null>;

const ageHeader = [
  "Occupation",
  "Total",
  ...["16 to 19", "20 to 24", "25 to 34", "35 to 44", "45 to 54", "55 to 64", "65 and over"],
  "Median age",
];
const peopleHeader = ["Occupation", "Total", "Women", "White", "Black", "Asian", "Hispanic"];

/** Median age in years, by occupation. */
export const readAge: Reader = async (input) => {
  const tally = new Tally();
  const sheet = tally.opened(
    await readWorkbook(input.folder, "cps/cpsaat11b_2025_age.xlsx", 1, ageHeader, 7),
  );
  return figuresOf(input, tally, surveyRows(sheet, { median_age: "Median age" }));
};

/** Shares of women, of races and of Hispanic origin, in percent. The share of men is 100 minus that of women. */
export const readPeople: Reader = async (input) => {
  const tally = new Tally();
  const sheet = tally.opened(
    await readWorkbook(input.folder, "cps/cpsaat11_2022_sex_race.xlsx", 1, peopleHeader, 8),
  );
  const rows = surveyRows(sheet, {
    women_share: "Women",
    race_white: "White",
    race_black: "Black",
    race_asian: "Asian",
    race_hispanic: "Hispanic",
  });
  for (const values of rows.values()) {
    const women = values.women_share ?? null;
    // In tenths, as printed, so that no float dust is left.
    values.men_share = women === null ? null : (1000 - Math.round(women * 10)) / 10;
  }
  return figuresOf(input, tally, rows);
};

/** The survey's rows by title; heads and footnotes have no total. */
function surveyRows(sheet: RawTable, measures: Record<string, string>): Map<string, Values> {
  const rows = new Map<string, Values>();
  for (const row of sheet) {
    if (row.numberOrNull("Total") === null) continue;
    const values = Object.entries(measures).map(([measure, column]) => [measure, row.numberOrNull(column)]);
    rows.set(titleKey(row.required("Occupation")), Object.fromEntries(values) as Values);
  }
  return rows;
}

async function figuresOf(input: Parameters<Reader>[0], tally: Tally, survey: Map<string, Values>) {
  const figures: FigureRow[] = [];
  const add = (subject: string, values: Values, note: string | null) => {
    for (const [measure, value] of Object.entries(values)) {
      const nullReason = value === null ? "too_few" : null;
      figures.push({ subject, measure, area: "US", value, nullReason, note });
    }
  };
  const holderOf = new Map<string, CensusOccupation>();
  for (const census of await censusOccupations(input.folder, tally)) {
    const values = survey.get(titleKey(census.title));
    if (!values) {
      tally.skip("Census occupation that the survey does not list");
      continue;
    }
    for (const soc of census.socs) {
      holderOf.set(soc, census);
      add(soc, values, census.socs.length > 1 ? census.title : null);
    }
  }
  for (const [merged, members] of await membersOfMerged(input)) {
    const holders = new Set(members.map((member) => holderOf.get(member)));
    const [only] = holders;
    const values = only && survey.get(titleKey(only.title));
    if (holders.size === 1 && only && values) {
      add(merged, values, only.socs.length > members.length ? only.title : null);
      continue;
    }
    const measures = Object.keys([...survey.values()][0] ?? {});
    for (const measure of measures) {
      figures.push({
        subject: merged,
        measure,
        area: "US",
        value: null,
        nullReason: "not_single",
        note: null,
      });
    }
  }
  return tally.result({ figures });
}

async function membersOfMerged(input: Parameters<Reader>[0]): Promise<Map<string, string[]>> {
  const members = new Map<string, string[]>();
  for (const { soc, mergedInto } of (await readStructure(input)).tables.occupations ?? []) {
    if (mergedInto) members.set(mergedInto, [...(members.get(mergedInto) ?? []), soc]);
  }
  return members;
}
