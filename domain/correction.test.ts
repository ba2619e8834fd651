import { describe, expect, test } from "vitest";
import {
  CorrectFigure,
  type Correction,
  correctedFigure,
  EditRole,
  editedRole,
  misfit,
  readEntry,
  readNumber,
  reviewReason,
  snapshotOf,
  standingOf,
  whyNotCorrected,
  withCorrections,
  withTitleCorrections,
} from "./correction";
import { emptyFigure, type Figure } from "./figure";

const oews = {
  source: { id: "oews", name: "Occupational Employment and Wage Statistics", release: "May 2025", url: "" },
  vintage: "May 2025",
};
const figure = (measure: string, value: number | string | null): Figure => ({
  ...emptyFigure(measure, oews, "US"),
  value,
  nullReason: value === null ? "not_published" : null,
});
const correction = (measure: string, value: number | null, more: Partial<Correction> = {}): Correction => ({
  id: "1",
  subject: "29-2099",
  measure,
  area: "US",
  action: "correct",
  value,
  low: null,
  high: null,
  text: null,
  source: "State survey",
  sourceUrl: "https://example.org/survey",
  vintage: "June 2025",
  reason: "The release holds a typing error",
  ...more,
});
const pay = [
  figure("annual_wage_p10", 30_000),
  figure("annual_wage_p25", 40_000),
  figure("annual_wage_median", 50_290),
  figure("annual_wage_p75", 60_000),
  figure("annual_wage_p90", 70_000),
  { ...figure("annual_wage_range", null), nullReason: null, low: 30_000, high: 70_000 },
];
const soc = () => "29-2099";

describe("laying corrections over what was imported", () => {
  test("the newest row decides, and a revert leaves nothing", () => {
    const first = correction("annual_wage_median", 1);
    const second = { ...first, id: "2", value: 2 };
    const revert: Correction = { ...first, id: "3", action: "revert", value: null };
    expect([...standingOf([first, second]).values()]).toEqual([second]);
    expect(standingOf([first, second, revert]).size).toBe(0);
    expect([...standingOf([first, revert, second]).values()]).toEqual([second]);
  });

  test("a corrected figure keeps measure, unit and area, and names the imported value and the reason", () => {
    expect(correctedFigure(pay[2], correction("annual_wage_median", 55_000))).toMatchObject({
      measure: "annual_wage_median",
      unit: "dollars a year",
      area: "US",
      value: 55_000,
      method: "corrected",
      source: {
        id: "correction",
        name: "State survey",
        release: "June 2025",
        url: "https://example.org/survey",
      },
      vintage: "June 2025",
      n: null,
      standardError: null,
      note: "Imported: $50,290, OEWS, May 2025. Reason: The release holds a typing error",
    });
    expect(correctedFigure(figure("median_age", null), correction("median_age", 41)).note).toContain(
      "Imported: no value (the source leaves it blank), OEWS, May 2025.",
    );
  });

  test("without a correction the very list comes back", () => {
    expect(withCorrections(pay, standingOf([]), soc)).toBe(pay);
    expect(
      withCorrections(pay, standingOf([correction("annual_wage_median", 1, { area: "US-CA" })]), soc),
    ).toBe(pay);
  });

  test("the pay range, the share of men and the most common schooling follow", () => {
    const corrected = (figures: Figure[], ...rows: Correction[]) =>
      withCorrections(figures, standingOf(rows), soc);
    const of = (figures: Figure[], measure: string) => figures.find((found) => found.measure === measure);
    expect(of(corrected(pay, correction("annual_wage_p90", 90_000)), "annual_wage_range")).toMatchObject({
      low: 30_000,
      high: 90_000,
      method: "corrected",
      source: { id: "correction" },
    });
    const people = [figure("women_share", 80), { ...figure("men_share", 20), method: "derived" as const }];
    expect(of(corrected(people, correction("women_share", 83.8)), "men_share")).toMatchObject({
      value: 16.2,
      method: "corrected",
    });
    const held = [figure("education_held_bachelor", 40), figure("education_held_master", 30)];
    const schooling = corrected(held, correction("education_held_master", 45));
    expect(of(schooling, "most_common_education")).toMatchObject({
      value: "Master’s degree",
      share: 45,
      method: "corrected",
    });
  });

  test("a title's figures are replaced or added, and those of others are left", () => {
    const rows = [
      correction("annual_wage_mean", 33_000, { subject: "patient-liaison" }),
      correction("median_age", 42, { id: "2", subject: "patient-liaison" }),
      correction("women_share", 42, { id: "3" }),
    ];
    const figures = withTitleCorrections(
      [figure("annual_wage_mean", 32_314)],
      standingOf(rows),
      "patient-liaison",
    );
    expect(figures.map(({ measure, value }) => [measure, value])).toEqual([
      ["annual_wage_mean", 33_000],
      ["median_age", 42],
    ]);
    expect(figures[1]?.note).toBe("Added by an editor. Reason: The release holds a typing error");
  });

  test("an edited role keeps what was imported where the editor says nothing; a profile goes with its mapping", () => {
    const role = { soc: "29-2099", onetSoc: "29-2099.08", summary: "Words.", duties: null };
    expect(editedRole(role, undefined)).toEqual({ ...role, titles: [] });
    expect(
      editedRole(role, { summary: null, duties: ["Listen"], titles: ["Guide"], soc: "43-6013" }),
    ).toEqual({
      soc: "43-6013",
      onetSoc: null,
      summary: "Words.",
      duties: ["Listen"],
      titles: ["Guide"],
    });
  });
});

describe("what may be written", () => {
  const typed = { value: "", low: "", high: "", text: "" };

  test("numbers as people write them", () => {
    expect(["$50,290", "50290", " 5.2% ", "−4", "-$4", "0"].map(readNumber)).toEqual([
      50290, 50290, 5.2, -4, -4, 0,
    ]);
    for (const text of ["", "5,02", "1e5", "0x10", "∞", "NaN", "fifty", "1 000", "--4", "5."])
      expect(readNumber(text), text).toBeUndefined();
  });

  test.each([
    ["annual_wage_median", { value: "0" }, "value"],
    ["annual_wage_median", { value: "-5" }, "value"],
    ["annual_wage_median", { value: "" }, "value"],
    ["annual_wage_median", { low: "1", high: "2" }, "value"],
    ["women_share", { value: "100.1" }, "value"],
    ["women_share", { value: "-1" }, "value"],
    ["employment", { value: "1.5" }, "value"],
    ["projected_change_percent", { value: "-101" }, "value"],
    ["median_age", { value: "3" }, "value"],
    ["job_zone", { value: "6" }, "value"],
    ["time_to_become", { low: "4", high: "2" }, "low"],
    ["time_to_become", { low: "4" }, "high"],
    ["time_to_become", { value: "4", low: "2", high: "6" }, "value"],
    ["entry_education", { text: "A PhD" }, "text"],
    ["entry_education", { text: "" }, "text"],
    ["entry_education", { text: "Bachelor's degree", value: "5" }, "text"],
  ] as const)("%s refuses %j", (measure, given, field) => {
    expect(readEntry(measure, "official", { ...typed, ...given })).toMatchObject({ field });
  });

  test.each([
    ["annual_wage_median", "official", { value: "$55,000" }, { value: 55_000 }],
    ["annual_wage_mean", "title", { low: "30,000", high: "40,000" }, { low: 30_000, high: 40_000 }],
    ["annual_wage_range", "title", { low: "30,000", high: "40,000" }, { low: 30_000, high: 40_000 }],
    ["projected_change_percent", "official", { value: "−4%" }, { value: -4 }],
    ["entry_education", "official", { text: "Bachelor's degree" }, { text: "Bachelor's degree" }],
    [
      "most_common_education",
      "title",
      { text: "Bachelor’s degree", value: "51" },
      { text: "Bachelor’s degree", value: 51 },
    ],
    ["best_paying_city", "official", { text: "Boston, MA" }, { text: "Boston, MA" }],
  ] as const)("%s (%s) takes %j", (measure, level, given, entry) => {
    expect(readEntry(measure, level, { ...typed, ...given })).toEqual({
      value: null,
      low: null,
      high: null,
      text: null,
      ...entry,
    });
  });

  test("pay out of order is said with both amounts", () => {
    const withMedian = (value: number) =>
      pay.map((one) => (one.measure === "annual_wage_median" ? { ...one, value } : one));
    expect(misfit(withMedian(60_000), "annual_wage_median")).toBeUndefined();
    expect(misfit(withMedian(60_001), "annual_wage_median")).toBe(
      "Pay must rise from the 10th to the 90th percentile: median pay would be $60,001, and pay at the 75th percentile is $60,000.",
    );
    expect(misfit(withMedian(39_999), "annual_wage_median")).toContain("$40,000");
    expect(
      misfit([figure("openings_per_year", 200), figure("projected_employment", 100)], "openings_per_year"),
    ).toContain("exceed");
  });

  test("what follows other figures, or is counted here, is not corrected itself", () => {
    expect(whyNotCorrected("annual_wage_range", "official")).toContain("Correct those");
    expect(whyNotCorrected("annual_wage_range", "title")).toBeUndefined();
    expect(whyNotCorrected("open_postings", "title")).toContain("counted");
    expect(whyNotCorrected("annual_wage_median", "official")).toBeUndefined();
  });

  test("hostile words are refused by field", () => {
    const good = {
      role: "nurse",
      level: "official",
      measure: "annual_wage_median",
      area: "US",
      value: "1",
      low: "",
      high: "",
      text: "",
      source: "Survey",
      sourceUrl: "https://example.org/",
      vintage: "2025",
      reason: "Because",
    };
    const faults = (change: Record<string, unknown>) => {
      const parsed = CorrectFigure.safeParse({ ...good, ...change });
      return parsed.success ? [] : parsed.error.issues.map(({ path }) => path[0]);
    };
    expect(faults({})).toEqual([]);
    expect(faults({ sourceUrl: "javascript:alert(1)" })).toEqual(["sourceUrl"]);
    expect(faults({ sourceUrl: "https://user:word@example.org/" })).toEqual(["sourceUrl"]);
    expect(faults({ sourceUrl: "example.org" })).toEqual(["sourceUrl"]);
    expect(faults({ source: "Sur\u202Evey" })).toEqual(["source"]);
    expect(faults({ source: "a\u0000b" })).toEqual(["source"]);
    expect(faults({ source: "a\r\nb" })).toEqual(["source"]);
    expect(faults({ source: "x".repeat(100_000) })).toEqual(["source"]);
    expect(faults({ source: ["a", "b"] })).toEqual(["source"]);
    for (const field of ["source", "sourceUrl", "vintage", "reason"])
      expect(faults({ [field]: "  " })).toEqual([field]);
    expect(faults({ measure: "wealth" })).toEqual(["measure"]);
    expect(faults({ personId: "me" })).toEqual([undefined]);
    expect(CorrectFigure.parse({ ...good, reason: "one\r\ntwo" }).reason).toBe("one two");
  });

  test("lists come one a line, each once", () => {
    const edit = { role: "nurse", summary: "", duties: "", titles: "", soc: "", reason: "x" };
    expect(EditRole.parse({ ...edit, duties: " Listen\r\n\r\nListen \nWrite  it down" }).duties).toEqual([
      "Listen",
      "Write it down",
    ]);
    for (const change of [
      { soc: "29-209" },
      { duties: "x".repeat(301) },
      { titles: Array.from({ length: 51 }, (_, i) => `t${i}`).join("\n") },
      { summary: "x".repeat(2001) },
      { duties: "a\u202Eb" },
    ])
      expect(EditRole.safeParse({ ...edit, ...change }).success, JSON.stringify(change).slice(0, 40)).toBe(
        false,
      );
  });
});

test("a correction is flagged once a newer release comes", () => {
  const then = snapshotOf(figure("annual_wage_median", 50_290));
  expect(reviewReason(then, then)).toBeUndefined();
  expect(reviewReason(then, { ...then, release: "May 2026" })).toContain("same value");
  expect(reviewReason(then, { ...then, value: 52_000, text: "$52,000", release: "May 2026" })).toBe(
    "The imported value was $50,290 (May 2025) when this was corrected, and is now $52,000 (May 2026).",
  );
  expect(reviewReason(then, null)).toContain("no longer");
  expect(reviewReason(null, null)).toBeUndefined();
});
