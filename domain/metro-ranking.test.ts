import { expect, test } from "vitest";
import { metroFinding, shortMetroName } from "./metro-ranking";

const metro = (name: string, value: number) => ({
  area: name,
  name,
  value,
  unit: "dollars a year" as const,
  employment: 500,
});

test("the title names the best metro area of each role, and the floor", () => {
  expect(
    metroFinding([
      {
        plural: "nurses",
        metros: [metro("San Jose-Sunnyvale-Santa Clara, CA", 216_740), metro("Napa, CA", 180_000)],
      },
      { plural: "cooks", metros: [metro("Napa, CA", 50_000), metro("Bend, OR", 50_000)] },
      { plural: "actors", metros: [] },
    ]),
  ).toBe(
    "Where at least 100 jobs are counted, median pay of nurses is highest in San Jose-Sunnyvale-Santa Clara, CA ($216,740); median pay of cooks is highest in Napa, CA and Bend, OR ($50,000); no metro area has a published median for actors",
  );
});

test.each([
  ["San Jose-Sunnyvale-Santa Clara, CA", "San Jose-Sunnyvale, CA"],
  ["Washington-Arlington-Alexandria, DC-VA-MD-WV", "Washington, DC-VA-MD-WV"],
  ["Louisville/Jefferson County, KY-IN", "Louisville, KY-IN"],
  ["Winston-Salem, NC", "Winston-Salem, NC"],
  ["Napa, CA", "Napa, CA"],
])("%s is %s for short", (name, short) => {
  expect(shortMetroName(name)).toBe(short);
});
