import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { NATION } from "./area";
import { compare } from "./comparison";
import { comparisonCsv } from "./comparison-csv";
import { emptyFigure, type Figure } from "./figure";
import type { Profile } from "./profile";

const origin = {
  source: { id: "oews", name: 'OEWS, "wages"', release: "May 2025", url: "https://www.bls.gov/oes/" },
  vintage: "May 2025",
};
const figure = (measure: string, part: Partial<Figure>): Figure => ({
  ...emptyFigure(measure, origin, "US"),
  ...part,
});

function profile(singular: string, figures: Figure[], titleFigures: Figure[] = []): Profile {
  const role = {
    slug: singular,
    singular,
    plural: `${singular}s`,
    article: "a" as const,
    kind: "occupation" as const,
  };
  const lists = {
    skills: [],
    knowledge: [],
    technology: [],
    duties: [],
    related: [],
    states: [],
    metros: [],
    industries: [],
  };
  return {
    ...{ role, occupation: null, area: NATION, origins: {}, figures, nearest: [], titleFigures, lists },
    ...{ payByState: [], payByYear: { own: [], all: [] }, titleSkills: [], skillsNote: "", summary: "" },
  };
}

const comparison = compare(
  [
    profile(
      'baker, "night"',
      [
        figure("annual_wage_median", { value: 50_290 }),
        figure("annual_wage_range", { low: 38_180, high: 85_270 }),
        figure("projected_change_percent", { value: -4.5 }),
        figure("entry_education", { value: "=SUM(A1)" }),
      ],
      [figure("annual_wage_median", { value: 41_000, method: "modelled" })],
    ),
    profile("roofer", [
      figure("annual_wage_median", { value: 45_930 }),
      figure("annual_wage_range", { nullReason: "suppressed" }),
      figure("projected_change_percent", { value: 0 }),
      figure("entry_education", { value: "None", note: "two\nlines" }),
    ]),
  ],
  NATION,
);
const csv = comparisonCsv(comparison);
const lines = parse(csv, { columns: true, relax_column_count: false }) as Record<string, string>[];
const of = (measure: string, career: string, level = "official") =>
  lines.find((line) => line.measure === measure && line.career === career && line.level === level);

test("one line a figure; relation and gap stand with the other role", () => {
  expect(lines).toHaveLength(9);
  expect(of("annual_wage_median", 'baker, "night"')).toMatchObject({
    ...{ value: "50290", place: "US", year: "May 2025", relation: "", source: origin.source.name },
  });
  expect(of("annual_wage_median", "roofer")).toMatchObject({ relation: "a_higher", difference: "4360" });
  expect(of("annual_wage_median", 'baker, "night"', "title-level")).toMatchObject({
    value: "41000",
    method: "modelled",
  });
});

test("what is missing has its reason and no zero; zero, minus and None are values", () => {
  expect(of("annual_wage_range", "roofer")).toMatchObject({
    value: "",
    low: "",
    high: "",
    missing: "suppressed",
  });
  expect(of("annual_wage_range", "roofer")?.shown).toMatch(/^Not available/);
  expect(of("projected_change_percent", "roofer")?.value).toBe("0");
  expect(of("projected_change_percent", 'baker, "night"')?.value).toBe("-4.5");
  expect(of("entry_education", "roofer")).toMatchObject({ value: "None", note: "two\nlines" });
});

test("no cell is a formula to a spreadsheet", () => {
  expect(of("entry_education", 'baker, "night"')?.value).toBe("'=SUM(A1)");
});
