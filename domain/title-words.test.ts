import { expect, test } from "vitest";
import { readTitle } from "./title-reading";
import { partsOf, rootWord, singularWord } from "./title-words";

const wordsOf = (text: string) => readTitle(text).map(({ words }) => words.map(({ word }) => word).join(" "));

test.each([
  ["Régistered Nurse", ["registered nurse"]],
  ["R.N.", ["registered nurse"]],
  ["Sr. RN II - Nights - Remote", ["sr registered nurse ii", "night", "remote"]],
  ["Front-End Engineer", ["frontend engineer"]],
  ["Maître d’", ["maitre d"]],
  ["CNAs $22/hr", ["certified nursing assistant"]],
  ["VP of Sales", ["vp sale"]],
  ["PT Assistant", ["physical therapist assistant"]],
  ["Cook PT", ["cook"]],
  ["nurse\u200f\u0301", ["nurse"]],
  ["😀 !!! ()", []],
])("%j is read as %j", (text, parts) => {
  expect(wordsOf(text)).toEqual(parts);
});

test("what is noise weighs little, unless it is the job", () => {
  const weights = (text: string) => readTitle(text)[0]?.words.map(({ weight }) => weight < 0.5);
  expect(weights("Senior Nurse Remote")).toEqual([true, false, true]);
  expect(weights("Sales Associate")).toEqual([false, false]);
  expect(weights("Associate Nurse")).toEqual([true, false]);
  expect(weights("Growth Lead")).toEqual([true, false]);
  expect(weights("Software Engineer Lead")).toEqual([false, false, true]);
});

test("a reading has at most 32 words", () => {
  expect(partsOf("nurse, ".repeat(200)).flatMap(({ words }) => words)).toHaveLength(32);
});

test.each([
  ["secretaries", "secretary"],
  ["coaches", "coach"],
  ["saleswomen", "salesman"],
  ["salespersons", "salesman"],
  ["hostess", "host"],
  ["glass", "glass"],
  ["gas", "gas"],
])("%s → %s", (many, one) => {
  expect(singularWord(many)).toBe(one);
});

test("words of one trade have one root", () => {
  expect(new Set(["recruiting", "recruiter", "recruitment"].map(rootWord)).size).toBe(1);
  expect(new Set(["plumbing", "plumber"].map(rootWord)).size).toBe(1);
});
