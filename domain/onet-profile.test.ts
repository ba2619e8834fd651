import { expect, test } from "vitest";
import { rowsOfProfile, standingProfile } from "./onet-profile";

test.each([
  ["the one its editor named", ["29-2099.01", "29-2099.05", "29-2099.08"], "29-2099.08", "29-2099.08"],
  ["the general one before specialties", ["29-1141.02", "29-1141.00"], null, "29-1141.00"],
  ["the general one where the named has no data", ["43-6013.00"], "43-6013.01", "43-6013.00"],
  ["the only one", ["15-1299.08"], null, "15-1299.08"],
  ["a six-digit roll-up", ["29-2099", "29-2099.01"], null, "29-2099"],
  ["none of several specialties", ["29-2099.01", "29-2099.05"], null, undefined],
  ["none of a merged code's occupations", ["13-1022.00", "13-1023.00"], null, undefined],
  ["none where nothing is rated", [], null, undefined],
] as const)("the profile that stands for a role is %s", (_, codes, named, standing) => {
  expect(standingProfile(codes, named)).toBe(standing);
});

test("where no profile stands for the role, the rows of all do", () => {
  const rows = [{ onetSoc: "29-2099.01" }, { onetSoc: "29-2099.05" }];
  expect(rowsOfProfile(rows, null)).toEqual(rows);
  expect(rowsOfProfile(rows, "29-2099.05")).toEqual([{ onetSoc: "29-2099.05" }]);
});
