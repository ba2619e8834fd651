import { expect, test } from "vitest";
import { outlookReasons } from "./outlook-reason";

test("a sentence that is printed for several industries stands once, with each of them", () => {
  expect(
    outlookReasons([
      { text: "Fewer are needed.", industry: "Mills" },
      { text: "More are needed.", industry: "Farms" },
      { text: "Fewer are needed.", industry: "Mines" },
      { text: "Fewer are needed.", industry: "Mills" },
    ]),
  ).toEqual([
    { text: "Fewer are needed.", industries: ["Mills", "Mines"] },
    { text: "More are needed.", industries: ["Farms"] },
  ]);
  expect(outlookReasons([])).toEqual([]);
});
