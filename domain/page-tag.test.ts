import { expect, test } from "vitest";
import { tagsOf } from "./page-tag";

test("a change of a thing touches it and its kind; what no page tells of touches nothing", () => {
  expect(tagsOf("figure:29-1141")).toEqual(["figure", "figure:29-1141"]);
  expect(tagsOf("posting:0190")).toEqual(["posting", "posting:0190"]);
  for (const subject of ["person:1", "application:1", "posting", "", "figures:1"])
    expect(tagsOf(subject)).toEqual([]);
});
