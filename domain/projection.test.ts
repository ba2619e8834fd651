import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { NATION } from "./area";
import { emptyFigure } from "./figure";
import type { Profile } from "./profile";
import { ALL_OCCUPATIONS_CHANGE, projectionFinding } from "./projection";

const origin = { source: { id: "ep", name: "EP", release: "2024–34", url: "" }, vintage: "2024–34" };
const role = (plural: string, change: number | null) =>
  ({
    role: { plural },
    area: NATION,
    figures: [{ ...emptyFigure("projected_change_percent", origin, "US"), value: change }],
  }) as unknown as Profile;

test("the change of all occupations is the one published", () => {
  expect(readFileSync("data/bundle/ep-employment.csv", "utf8")).toContain(
    `\n00-0000,projected_change_percent,US,${ALL_OCCUPATIONS_CHANGE}\n`,
  );
});

test("the title gives each change with its direction", () => {
  expect(projectionFinding([role("cooks", 5.2), role("bakers", -1), role("actors", 0)])).toBe(
    "From 2024 to 2034 jobs are projected to grow by 5.2% for cooks, shrink by 1% for bakers, stay level for actors, and grow by 3.1% for all occupations",
  );
  expect(projectionFinding([role("cooks", 5.2), role("soldiers", null)])).toBe(
    "From 2024 to 2034 jobs are projected to grow by 5.2% for cooks and grow by 3.1% for all occupations; there is no projection for soldiers",
  );
  expect(projectionFinding([role("soldiers", null)])).toBeUndefined();
});
