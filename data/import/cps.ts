import { type CensusOccupation, censusOccupations, titleKey } from "./census-occupation";
import { type FigureRow, type Reader, type ReadInput, type ReadResult, Tally } from "./dataset";
import { type RawTable, RowKeys } from "./raw-table";
import { type RawSheet, readWorkbook, type SheetLayout } from "./raw-workbook";
import { readStructure } from "./soc";

type Values = Record<string, number | null>;

/** Stands alone above the figures. The survey has counted by the Census codes of 2018 since 2020. */
const year = /^20[2-9]\d$/m;

const ageLayout: SheetLayout = {
  sheet: 1,
  headingRows: [4, 6],
  columns: [
    ["Occupation", /^Occupation$/],
    ["Total", /Total, 16 years and over$/],
    ["Median age", /Median age$/],
  ],
  says: [
    [/^HOUSEHOLD DATA ANNUAL AVERAGES 11b\. .*age$/m, "table 11b, occupation and age"],
    [year, "the year of the annual averages, from 2020 on"],
  ],
};
const peopleLayout: SheetLayout = {
  sheet: 1,
  headingRows: [4, 7],
  columns: [
    ["Occupation", /^Occupation$/],
    ["Total", /Total employed$/],
    ["Women", /Women$/],
    ["White", /White$/],
    ["Black", /Black or African American$/],
    ["Asian", /Asian$/],
    ["Hispanic", /Hispanic or Latino$/],
  ],
  says: [
    [/^HOUSEHOLD DATA ANNUAL AVERAGES 11\. .*sex, race/m, "table 11, occupation, sex and race"],
    [year, "the year of the annual averages, from 2020 on"],
  ],
};

/** Median age in years, by occupation. */
export const readAge: Reader = async (input) => {
  const tally = new Tally();
  const sheet = await readWorkbook(input.folder, "cps/cpsaat11b_2025_age.xlsx", ageLayout);
  const rows = surveyRows(tally.opened(sheet), { median_age: "Median age" }, [14, 100]);
  return figuresOf(input, tally, rows, yearOf(sheet));
};

/** Shares of women, of races and of Hispanic origin, in percent. The share of men is 100 minus that of women. */
export const readPeople: Reader = async (input) => {
  const tally = new Tally();
  const sheet = await readWorkbook(input.folder, "cps/cpsaat11_2022_sex_race.xlsx", peopleLayout);
  const rows = surveyRows(
    tally.opened(sheet),
    {
      women_share: "Women",
      race_white: "White",
      race_black: "Black",
      race_asian: "Asian",
      race_hispanic: "Hispanic",
    },
    [0, 100],
  );
  for (const values of rows.values()) {
    const women = values.women_share ?? null;
    // In tenths, as printed, so that no float dust is left.
    values.men_share = women === null ? null : (1000 - Math.round(women * 10)) / 10;
  }
  return figuresOf(input, tally, rows, yearOf(sheet));
};

const yearOf = ({ heading }: RawSheet) => year.exec(heading)?.[0];

/** The survey's rows by title; heads and footnotes have no total. */
function surveyRows(
  sheet: RawTable,
  measures: Record<string, string>,
  range: readonly [number, number],
): Map<string, Values> {
  const rows = new Map<string, Values>();
  const keys = new RowKeys();
  for (const row of sheet) {
    if (row.wholeOrNull("Total") === null) {
      for (const column of Object.values(measures))
        if (row.text(column) !== "") row.fail("Total", "the cell is empty beside a figure", "a number");
      continue;
    }
    keys.add(row, "Occupation", titleKey(row.required("Occupation")));
    const values = Object.entries(measures).map(([measure, column]) => [
      measure,
      row.numberOrNull(column, range),
    ]);
    rows.set(titleKey(row.required("Occupation")), Object.fromEntries(values) as Values);
  }
  return rows;
}

async function figuresOf(
  input: ReadInput,
  tally: Tally,
  survey: Map<string, Values>,
  edition: string | undefined,
): Promise<ReadResult> {
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
  return { ...tally.result({ figures }), edition };
}

async function membersOfMerged(input: ReadInput): Promise<Map<string, string[]>> {
  const members = new Map<string, string[]>();
  for (const { soc, mergedInto } of (await readStructure(input)).tables.occupations ?? []) {
    if (mergedInto) members.set(mergedInto, [...(members.get(mergedInto) ?? []), soc]);
  }
  return members;
}
