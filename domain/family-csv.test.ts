import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import type { Career } from "./family";
import { careersCsv, familiesCsv } from "./family-csv";
import { emptyFigure } from "./figure";

const origin = {
  source: { id: "oews", name: "OEWS", release: "May 2025", url: "https://www.bls.gov/oes/" },
  vintage: "May 2025",
};
const role = { slug: "actors", singular: "actor", plural: "actors", article: "an" as const };
const family = { code: "27-0000", name: "Arts, and =media" };
const hourly = { ...emptyFigure("hourly_wage_median", origin, "US-CA"), value: 24.5 };
const growth = {
  ...emptyFigure("projected_change_percent", origin, "US"),
  nullReason: "not_published" as const,
};
const career: Career = {
  role,
  soc: "27-2011",
  members: [{ ...role, plural: '=HYPERLINK("x")' }],
  titles: [],
  figures: { hourly_wage_median: hourly, projected_change_percent: growth },
};
const read = (csv: string) => parse(csv, { columns: true }) as Record<string, string>[];

test("a line a career, each number with its words, unit and source, formulas escaped", () => {
  const [line] = read(careersCsv([career], [family]));
  expect(line).toMatchObject({
    career: "actors",
    address: "/careers/actors",
    family: "Arts, and =media",
    "counted together": `'=HYPERLINK("x")`,
    "median pay": "24.5",
    "median pay, as shown": "$24.50",
    "median pay, unit": "dollars an hour",
    "median pay, source": "OEWS | May 2025 | May 2025 | US-CA | reported | https://www.bls.gov/oes/",
    "change in jobs": "",
    "change in jobs, as shown": "Not available: the source leaves it blank",
  });
});

test("a line a family", () => {
  const openings = {
    ...emptyFigure("openings_per_year", origin, "US"),
    value: 7,
    method: "derived" as const,
  };
  const [line] = read(
    familiesCsv([
      {
        family,
        careers: 2,
        lowest: undefined,
        highest: { role, figure: hourly },
        growing: { careers: 1, of: 2 },
        openings,
      },
    ]),
  );
  expect(line).toMatchObject({
    code: "27-0000",
    careers: "2",
    "lowest median pay": "",
    "career with the highest median pay": "actors",
    "expected to grow": "1",
    "with a projection": "2",
    "openings a year, added up": "7",
  });
});
