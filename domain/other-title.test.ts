import { expect, test } from "vitest";
import { otherTitles } from "./other-title";

test("those whom an editor or workers named come first, each once, and none of the career's own names", () => {
  const titles = otherTitles(
    [
      { title: "Front Desk Receptionist", kind: "alternate", position: 2 },
      { title: "Unit Clerk", kind: "reported", position: 9 },
      { title: "Admissions Clerk", kind: "reported", position: 3 },
      { title: "unit clerk", kind: "direct_match", position: 1 },
      { title: "Medical Secretaries", kind: "profile", position: 0 },
      { title: "medical secretary", kind: "alternate", position: 1 },
      { title: "Desk Hand", kind: "editor", position: 0 },
    ],
    ["medical secretary"],
  );
  expect(titles).toEqual(["Desk Hand", "Admissions Clerk", "Unit Clerk", "Front Desk Receptionist"]);
});
