import { expect, test } from "vitest";
import { careerAddress, NATIONWIDE_VIEW, placeOptions, placeViewOf } from "./place-view";

test("the nation as published is the view of an address without options", () => {
  expect(placeViewOf({})).toEqual(NATIONWIDE_VIEW);
  expect(placeViewOf({ area: "", real: "yes", colour: "red" })).toEqual(NATIONWIDE_VIEW);
  expect(careerAddress("bakers", NATIONWIDE_VIEW)).toBe("/careers/bakers");
});

test("a view and its address say the same", () => {
  const view = { area: "cbsa-41940", isReal: true };
  expect(careerAddress("bakers", view)).toBe("/careers/bakers?area=cbsa-41940&real=1");
  expect(placeViewOf(placeOptions(view))).toEqual(view);
  expect(placeViewOf({ area: ["US-OH", "US-CA"], real: ["1", "0"] })).toEqual({
    area: "US-OH",
    isReal: true,
  });
});
