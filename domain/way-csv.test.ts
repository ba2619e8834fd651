import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { emptyFigure } from "./figure";
import { wayCsv } from "./way-csv";
import type { WayStop } from "./way-step";

const source = { id: "oews", name: "OEWS", release: "May 2025", url: "https://www.bls.gov/oes/" };
const stop = (singular: string, value: number): WayStop => ({
  role: { slug: singular, singular, plural: `${singular}s`, article: "a" },
  joins: [],
  figures: [
    { ...emptyFigure("annual_wage_median", { source, vintage: "May 2025" }, "US-OH"), value },
    { ...emptyFigure("employment", { source, vintage: "May 2025" }, "US-OH"), nullReason: "suppressed" },
  ],
});

test("each figure of each step is a line, and what is missing keeps its reason", () => {
  const [from, to] = [stop("=baker", 40_000), stop("cook", 50_000)];
  const step = {
    ...{ from, to, related: null },
    shared: { of: 10, held: 9, gaps: [{ element: "a", name: "Speaking", from: 2, to: 3.25 }] },
    change: { unit: null, why: "nobody knows" } as const,
  };
  const csv = wayCsv([{ steps: 1, total: 9, ways: [{ steps: [step], loss: 0, others: [] }] }]);
  const rows = parse(csv, { columns: true }) as Record<string, string>[];
  expect(rows.length).toBe(2);
  expect(rows[0]).toMatchObject({
    ...{ from: "'=baker", to: "cook", step: "1", offered: "alike", "skills held": "9", value: "50000" },
    ...{
      "skills to gain": "Speaking 2.0 to 3.3",
      "change of pay": "not known: nobody knows",
      place: "US-OH",
    },
  });
  expect(rows[1]).toMatchObject({ measure: "employment", value: "", missing: "suppressed" });
  expect(wayCsv([]).split("\r\n")).toHaveLength(2);
});
