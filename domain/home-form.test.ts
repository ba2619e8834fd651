import { expect, test } from "vitest";
import { NATION } from "./area";
import { homeAnswer, homePicks } from "./home-form";
import { askedOf, type PickRole } from "./picker";

const role = (slug: string, singular: string): PickRole => ({
  slug,
  singular,
  plural: `${singular}s`,
  article: "a",
  titles: [],
});
const all = [role("bakers", "baker"), role("cooks", "cook")];
const nation = { text: "", area: NATION, near: [] };
const texas = { text: "texas", area: { code: "US-TX", name: "Texas", kind: "state" as const }, near: [] };

const asked = (search: Record<string, string>) => {
  const two = askedOf(search).slice(0, 2);
  return homePicks(
    two,
    two.map(({ typed }) => (typed === "" ? [] : all)),
  );
};

test("one title leads to its career, two to their comparison, each in the place", () => {
  expect(homeAnswer(asked({ a: "baker", b: "" }), nation, [])).toBe("/careers/bakers");
  expect(homeAnswer(asked({ a: "baker" }), texas, [])).toBe("/careers/bakers?area=US-TX");
  expect(homeAnswer(asked({ a: "cook", b: "baker" }), texas, [])).toBe("/compare/bakers-vs-cooks?area=US-TX");
  expect(homeAnswer(asked({ a: "cook", b: "baker" }), nation, [{ a: "cooks", b: "bakers" }])).toBe(
    "/compare/cooks-vs-bakers",
  );
});

test.each([
  [{}, undefined, undefined],
  [{ a: "", b: "" }, "Enter your job title, or", undefined],
  [{ a: "", b: "baker" }, "Enter your job title too", undefined],
  [{ a: "bake", b: "" }, "Choose which career you mean by “bake”.", undefined],
  [{ a: "baker", b: "coo" }, undefined, "Choose which career you mean by “coo”."],
  [{ a: "baker", b: "baker" }, undefined, "You entered bakers twice"],
])("%j is asked back in words", (search, own, other) => {
  const picks = asked(search as Record<string, string>);
  expect(picks.map(({ error }) => error)).toEqual(
    [own, other].map((words) => (words ? expect.stringContaining(words) : undefined)),
  );
  expect(homeAnswer(picks, nation, [])).toBeUndefined();
});

test("an unclear place keeps a clear title where it is", () => {
  expect(
    homeAnswer(asked({ a: "baker" }), { text: "portland", near: [], error: "Choose" }, []),
  ).toBeUndefined();
});
