import fc from "fast-check";
import { expect, test } from "vitest";
import { payDots, percentiles, pileRows } from "./pay-dots";

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
