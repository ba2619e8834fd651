import { expect, test } from "vitest";
import { askedOf, type PickRole, picksOf, searchText } from "./picker";

const role = (slug: string, singular: string, plural: string, titles: string[] = []): PickRole => ({
  slug,
  singular,
  plural,
  article: "a",
  titles,
});
const nurse = role("registered-nurses", "registered nurse", "registered nurses", ["RN"]);
const midwife = role("nurse-midwives", "nurse midwife", "nurse midwives");
const baker = role("bakers", "baker", "bakers", ["pastry baker"]);
const cook = role("cooks", "cook", "cooks", ["pastry baker", "baker"]);
const all = [midwife, nurse, cook, baker];

/** The picks of a form, each text of which comes near to all these roles. */
const picked = (search: Record<string, string | string[]>, near = all) => {
  const asked = askedOf(search);
  return picksOf(
    asked,
    asked.map((one) => (searchText(one) === "" ? [] : near)),
  );
};

test.each(["registered nurse", "Registered Nurses", " registered-nurses ", "RN", "rn"])(
  "%j is the name of one career",
  (typed) => {
    expect(picked({ a: typed })[0]).toMatchObject({ role: nurse, text: "registered nurse", near: [] });
  },
);

test("a career's own name goes before another title of a career; a title of two is asked about", () => {
  expect(picked({ a: "baker" })[0]?.role).toBe(baker);
  expect(picked({ a: "pastry baker" })[0]).toMatchObject({ near: all });
});

test("a text that is no name is kept, with the near ones to choose from", () => {
  const [pick] = picked({ a: "nurse", b: "baker" });
  expect(pick).toEqual({
    place: "a",
    text: "nurse",
    near: all,
    error: "Choose which career you mean by “nurse”.",
  });
});

test("a choice holds for the text it was made for, and only among what was offered", () => {
  const chosen = { "a-is": "registered-nurses", "a-of": "nurse" };
  expect(picked({ a: "nurse", ...chosen })[0]?.role).toBe(nurse);
  expect(picked({ a: "nurses", ...chosen })[0]?.role).toBeUndefined();
  expect(picked({ a: "baker", ...chosen })[0]?.role).toBe(baker);
  expect(picked({ a: "nurse", ...chosen, "a-is": "roofers" })[0]?.role).toBeUndefined();
});

test.each([
  ["a link with one career", { a: "baker" }, []],
  ["an empty form", { a: "", b: "", c: "", d: "" }, ["a: Enter two careers to compare."]],
  ["one career", { a: "baker", b: "", c: "", d: "" }, ["b: Enter a second career."]],
  ["two in the later places", { a: "", b: "", c: "baker", d: "cook" }, []],
  ["one career twice", { a: "cook", b: "Cooks" }, ["b: You entered cooks twice. Enter another career here."]],
  [
    "a text too long for a title",
    { a: "x".repeat(10_000), b: "cook" },
    ["a: Shorten this to 120 characters. It had 10,000, and the rest was cut off."],
  ],
])("%s", (_, search: Record<string, string>, errors) => {
  const said = picked(search).flatMap(({ place, error }) => (error ? [`${place}: ${error}`] : []));
  expect(said).toEqual(errors);
});

test("what nobody sees is no part of a name, and a name that stands twice in the address counts once", () => {
  expect(picked({ a: "\u0000\u202ebaker\r\n" })[0]?.role).toBe(baker);
  expect(picked({ a: ["baker", "cook"] })[0]?.role).toBe(baker);
  expect(picked({ a: "zzxqj" }, [])[0]?.error).toContain("No career found for “zzxqj”");
});
