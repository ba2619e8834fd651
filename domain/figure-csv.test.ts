import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { csvOf } from "./csv";
import { emptyFigure, type Figure } from "./figure";
import { figureCsv } from "./figure-csv";

const origin = {
  source: { id: "oews", name: "OEWS", release: "May 2025", url: "https://www.bls.gov/oes/" },
  vintage: "May 2025",
};
const figure = (measure: string, part: Partial<Figure>): Figure => ({
  ...emptyFigure(measure, origin, "US"),
  ...part,
});
const linesOf = (text: string) => parse(text, { columns: true }) as Record<string, string>[];

test("a line has all of a figure, and says what it is of", () => {
  const text = figureCsv(
    "bakers",
    [
      figure("annual_wage_median", { value: 36_000, standardError: 1.5 }),
      figure("job_satisfaction", { nullReason: "not_collected" }),
    ],
    [figure("employment", { low: 5, high: 9, method: "modelled" })],
    (id) => (id === "oews" ? "Public domain" : null),
  );
  expect(linesOf(text)).toMatchObject([
    {
      of: "bakers",
      level: "official",
      measure: "annual_wage_median",
      value: "36000",
      area: "US",
      nullReason: "",
      sourceId: "oews",
      source: "OEWS",
      release: "May 2025",
      licence: "Public domain",
      standardError: "1.5",
    },
    { measure: "job_satisfaction", value: "", nullReason: "not_collected" },
    { level: "title-level", low: "5", high: "9", method: "modelled" },
  ]);
});

test("texts that a spreadsheet would run are escaped, and numbers below zero are not", () => {
  const note = '=HYPERLINK("https://evil.example","x")';
  const [line] = linesOf(
    figureCsv("-1+1", [figure("projected_change_percent", { value: -3.2, note })], [], () => null),
  );
  expect(line).toMatchObject({ of: "'-1+1", value: "-3.2", note: `'${note}` });
});

test("without rows the header stands alone, and rows can follow it later", () => {
  expect(csvOf(["a", "b"], [])).toBe("a,b\r\n");
  expect(csvOf(["a", "b"], [{ b: 'say "x"', a: true }], false)).toBe('true,"say ""x"""\r\n');
});
