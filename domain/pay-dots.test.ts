import fc from "fast-check";
import { expect, test } from "vitest";
import { NATION } from "./area";
import { emptyFigure } from "./figure";
import { ownPaySentence, payDots, percentiles, pileRows } from "./pay-dots";
import type { Profile } from "./profile";

const ranks = [10, 25, 50, 75, 90];

/** Five amounts in rising order, any of which may be missing. */
const published = fc
  .tuple(
    fc.array(fc.integer({ min: 15_000, max: 600_000 }), { minLength: 5, maxLength: 5 }),
    fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
  )
  .map(([amounts, missing]) => {
    const rising = amounts.sort((a, b) => a - b).map((amount, i) => (missing[i] ? null : amount));
    return {
      p10: null,
      p25: null,
      median: null,
      p75: null,
      p90: null,
      ...Object.fromEntries(percentiles.map((key, i) => [key, rising[i] ?? null])),
    };
  });

test("there are twenty dots in rising order, each between the percentiles published around it", () => {
  fc.assert(
    fc.property(published, (amounts) => {
      const points = percentiles.flatMap((key, i) =>
        amounts[key] === null ? [] : [{ rank: ranks[i] ?? 0, dollars: amounts[key] as number }],
      );
      const dots = payDots(amounts);
      expect(dots).toHaveLength(points.length === 0 ? 0 : 20);
      let last = Number.NEGATIVE_INFINITY;
      for (const dot of dots) {
        const below = points.filter(({ rank }) => rank < dot.percentile).at(-1);
        const above = points.find(({ rank }) => rank > dot.percentile);
        if ("beyond" in dot) expect(dot.beyond).toBe(below ? "above" : "below");
        else {
          expect(dot.dollars).toBeGreaterThanOrEqual(
            Math.max(last, below?.dollars ?? Number.POSITIVE_INFINITY),
          );
          expect(dot.dollars).toBeLessThanOrEqual(above?.dollars ?? Number.NEGATIVE_INFINITY);
          last = dot.dollars;
        }
        // Nobody below the lowest point follows somebody above it.
        if ("beyond" in dot && dot.beyond === "below") expect(last).toBe(Number.NEGATIVE_INFINITY);
      }
      expect(dots.map(({ percentile }) => percentile)).toEqual(dots.map((_, i) => 2.5 + 5 * i));
    }),
  );
});

test("with all five published, two dots stand beyond each end and the rest on straight lines", () => {
  const dots = payDots({ p10: 10_000, p25: 25_000, median: 50_000, p75: 75_000, p90: 90_000 });
  expect(dots.map((dot) => ("beyond" in dot ? dot.beyond : dot.dollars))).toEqual([
    "below",
    "below",
    ...Array.from({ length: 16 }, (_, i) => 12_500 + 5_000 * i),
    "above",
    "above",
  ]);
});

test("a pile keeps dots of one row apart and leaves no lower row free", () => {
  fc.assert(
    fc.property(
      fc.array(fc.float({ min: 0, max: 100, noNaN: true }), { maxLength: 20 }),
      fc.integer({ min: 1, max: 10 }),
      (places, apart) => {
        const rising = places.sort((a, b) => a - b);
        const rows = pileRows(rising, apart);
        rows.forEach((row, i) => {
          const before = (wanted: number) => rising.filter((_, at) => at < i && rows[at] === wanted).at(-1);
          const own = before(row);
          if (own !== undefined) expect((rising[i] ?? 0) - own).toBeGreaterThanOrEqual(apart);
          for (let lower = 0; lower < row; lower++)
            expect((rising[i] ?? 0) - (before(lower) ?? Number.NEGATIVE_INFINITY)).toBeLessThan(apart);
        });
      },
    ),
  );
});

const origin = { source: { id: "oews", name: "OEWS", release: "May 2025", url: "" }, vintage: "May 2025" };
const aides = (amounts: Record<string, number | `${number}+`>) =>
  ({
    role: { plural: "pharmacy aides" },
    area: NATION,
    figures: Object.entries(amounts).map(([measure, amount]) => ({
      ...emptyFigure(measure, origin, "US"),
      value: typeof amount === "number" ? amount : null,
      low: typeof amount === "string" ? Number(amount.slice(0, -1)) : null,
    })),
  }) as unknown as Profile;
const annual = {
  annual_wage_p10: 30_000,
  annual_wage_p25: 35_000,
  annual_wage_median: 40_000,
  annual_wage_p75: 50_000,
  annual_wage_p90: 70_000,
};

test.each([
  [60_000, "With $60,000 a year you would earn more than 75% of pharmacy aides, and less than 10% of them."],
  [
    50_000,
    "With $50,000 a year you would stand at the 75th percentile of pharmacy aides: about 75% of them earn less.",
  ],
  [20_000, "With $20,000 a year you would earn less than at least 90% of pharmacy aides."],
  [90_000, "With $90,000 a year you would earn more than at least 90% of pharmacy aides."],
])("own pay of %d is placed by published percentiles alone", (pay, sentence) => {
  expect(ownPaySentence(aides(annual), pay)).toBe(sentence);
});

test("own pay above what is known only as a floor is placed by what lies below", () => {
  const open = { ...annual, annual_wage_p75: "208000+", annual_wage_p90: "208000+" } as const;
  expect(ownPaySentence(aides(open), 300_000)).toBe(
    "With $300,000 a year you would earn more than at least 50% of pharmacy aides.",
  );
  expect(ownPaySentence(aides(open), 100_000)).toBe(
    "With $100,000 a year you would earn more than 50% of pharmacy aides, and less than 25% of them.",
  );
});

test("own pay is converted for pay by the hour, and says so", () => {
  expect(ownPaySentence(aides({ hourly_wage_p10: 20, hourly_wage_median: 30 }), 52_000)).toBe(
    "With $52,000 a year, which is $25.00 an hour at 2,080 hours a year, you would earn more than 10% of pharmacy aides, and less than 50% of them.",
  );
});

test("without published pay there is nothing to be set against", () => {
  expect(ownPaySentence(aides({}), 52_000)).toBe(
    "No pay is published that your own could be set against for pharmacy aides.",
  );
});
