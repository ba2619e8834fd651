import { expect, test } from "vitest";
import { type Area, NATION } from "./area";
import type { FoundArea } from "./area-search";
import { placeAsked, placePickOf, placeSearchText } from "./place-pick";

const area = (code: string): Area => ({ code, name: code, kind: "metro" });
const found = (code: string, isGuess = false): FoundArea => ({ area: area(code), why: "", isGuess });
const pick = (search: Record<string, string | string[]>, list: FoundArea[]) =>
  placePickOf(placeAsked(search), list);

test("nothing typed is the nation; one sure place is found", () => {
  expect(pick({}, [])).toEqual({ text: "", area: NATION, near: [] });
  expect(pick({ place: "ames" }, [found("a")])).toMatchObject({ text: "ames", area: area("a") });
});

test("several places are a choice, which holds for the text it was made for", () => {
  const both = [found("a"), found("b")];
  expect(pick({ place: "portland" }, both)).toMatchObject({
    near: both,
    error: expect.stringContaining("Choose"),
  });
  const chosen = { "place-is": "b", "place-of": "portland" };
  expect(pick({ place: "portland", ...chosen }, both).area).toEqual(area("b"));
  expect(pick({ place: "salem", ...chosen }, both).area).toBeUndefined();
  expect(pick({ place: "portland", ...chosen, "place-is": "zz" }, both).area).toBeUndefined();
});

test("a guess is never taken in silence, and what is no place keeps its text", () => {
  expect(pick({ place: "huston" }, [found("a", true)])).toMatchObject({
    text: "huston",
    near: [found("a", true)],
    error: expect.stringContaining("No place called “huston”"),
  });
});

test("a text too long to be a place is cut and looked for nowhere", () => {
  const long = "x".repeat(10_000);
  expect(placeSearchText(placeAsked({ place: long }))).toBe("");
  expect(pick({ place: long }, [])).toMatchObject({
    text: "x".repeat(120),
    error: expect.stringContaining("10,000"),
  });
});

test("hidden signs and several values do no harm", () => {
  expect(placeAsked({ place: ["a\u0000b", "c"] }).typed).toBe("a b");
});
