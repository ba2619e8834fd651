import fc from "fast-check";
import { expect, test } from "vitest";
import { pageOf } from "./cursor";

const read = (list: readonly string[], limit: number, cursor?: string) =>
  pageOf("words", list, (word) => word, { limit, cursor });

test("pages hold every entry once, in order, whatever their size", () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.string({ unit: "grapheme-ascii", minLength: 1 })),
      fc.integer({ min: 1, max: 9 }),
      (words, limit) => {
        const sorted = words.toSorted((a, b) => (a < b ? -1 : 1));
        const seen: string[] = [];
        let cursor: string | undefined;
        do {
          const page = read(sorted, limit, cursor);
          seen.push(...(page?.entries ?? []));
          cursor = page?.cursor ?? undefined;
        } while (cursor);
        expect(seen).toEqual(sorted);
      },
    ),
  );
});

test("an entry that is gone ends no list", () => {
  const first = read(["a", "b", "c"], 2);
  expect(read(["a", "c"], 2, first?.cursor ?? "")).toEqual({ entries: ["c"], cursor: null });
});

test("what is no cursor of the list is refused", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(read(["a"], 1, text)).toBeUndefined();
    }),
  );
  const other = pageOf("others", ["a", "b"], (word) => word, { limit: 1 })?.cursor ?? "";
  expect(other).toMatch(/^[\w-]+$/);
  expect(read(["a"], 1, other)).toBeUndefined();
  for (const body of ["null", "[]", '{"list":"words"}', '{"list":"words","after":1}'])
    expect(read(["a"], 1, btoa(body))).toBeUndefined();
});
