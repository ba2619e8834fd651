import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import { plainCells } from "./raw-line";

/** What the strict parser makes of a line; undefined when it refuses it. */
function strictCells(line: string): string[] | undefined {
  try {
    return parse(line, { record_delimiter: "\n" })[0] ?? [""];
  } catch {
    return undefined;
  }
}

test.each([
  ["a,,b", ["a", "", "b"]],
  ['"Abilene, TX",7,""', ["Abilene, TX", "7", ""]],
  [',"x",', ["", "x", ""]],
  ["", [""]],
])("the cells of %s", (line, cells) => {
  expect(plainCells(line)).toEqual(cells);
});

test.each(['"say ""so"""', 'a"b', '"a"b', ' "a"', '"a'])("%s is left to the parser", (line) => {
  expect(plainCells(line)).toBeUndefined();
});

test("a line is split as the strict parser does, or left to it", () => {
  const text = fc.array(fc.constantFrom("a", " ", ",", '"', '","', "é"), { maxLength: 12 });
  fc.assert(
    fc.property(text, (parts) => {
      const line = parts.join("");
      const cells = plainCells(line);
      if (cells) expect(cells).toEqual(strictCells(line));
    }),
    { numRuns: 2000 },
  );
});
