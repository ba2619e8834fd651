import fc from "fast-check";
import { beforeAll, describe, expect, test, vi } from "vitest";

let columnOf: typeof import("@/public/enhance.js").columnOf;
beforeAll(async () => {
  vi.stubGlobal("HTMLElement", class {});
  vi.stubGlobal("customElements", { define: () => undefined });
  ({ columnOf } = await import("@/public/enhance.js"));
});

/** The texts of a column in its order. */
const sorted = (texts: string[], sign: 1 | -1) =>
  columnOf(texts)
    .order(sign)
    .map((at) => texts[at]);

describe("a column of a table that is sorted in the page", () => {
  test.each([
    ["money", ["$9,950", "$52,000", "$104,000"]],
    ["pay by the hour", ["$9.80 an hour", "$20.10 an hour", "$101.00 an hour"]],
    ["changes", ["\u221212.5%", "\u22122%", "0%", "+3.1%"]],
    ["floors", ["$150,000", "at least $239,200"]],
    ["parts of a whole", ["3 of 5", "12 of 30"]],
    ["ratings with what stands behind them", ["2.12, N 26", "3.5, N 8, advised against"]],
  ])("%s stand by number", (_, rising) => {
    expect(columnOf(rising).isNumeric).toBe(true);
    expect(sorted(rising.toReversed(), 1)).toEqual(rising);
    expect(sorted(rising, -1)).toEqual(rising.toReversed());
  });
  test.each([
    ["names", ["Iowa", "Ohio", "Utah"]],
    ["codes", ["1.A.1.a, Oral Comprehension", "1.A.1.b, Written Comprehension", "1.A.2.a, Dexterity"]],
    ["profiles", ["29-1141.00", "29-1141.01"]],
  ])("%s stand by letter", (_, rising) => {
    expect(columnOf(rising).isNumeric).toBe(false);
    expect(sorted(rising.toReversed(), 1)).toEqual(rising);
  });
  test("what is not ranked stands behind what is, and what is missing last, both ways", () => {
    const texts = [
      "Not available: too few",
      "$90,000, not ranked",
      "$50,000",
      "The source leaves it blank",
      "$60,000",
    ];
    expect(sorted(texts, 1)).toEqual(["$50,000", "$60,000", "$90,000, not ranked", texts[0], texts[3]]);
    expect(sorted(texts, -1)).toEqual(["$60,000", "$50,000", "$90,000, not ranked", texts[0], texts[3]]);
    expect(sorted(["Not given", "b", "", "a"], -1)).toEqual(["b", "a", "Not given", ""]);
  });
  test("every cell keeps its place among equals, and none is lost", () => {
    const cell = fc.oneof(
      fc.constantFrom("Not given", "$5", "$5, not ranked"),
      fc.nat(9).map((n) => `$${n}`),
    );
    fc.assert(
      fc.property(fc.array(cell), fc.constantFrom(1 as const, -1 as const), (texts, sign) => {
        const order = columnOf(texts).order(sign);
        expect(order.toSorted((a, b) => a - b)).toEqual([...texts.keys()]);
        order.forEach((at, i) => {
          const next = order[i + 1];
          if (next !== undefined && texts[at] === texts[next]) expect(at).toBeLessThan(next);
        });
      }),
    );
  });
});
