import { expect, test } from "vitest";
import { NATION } from "./area";
import { emptyFigure } from "./figure";
import type { Profile } from "./profile";
import { schoolingBar, schoolingFinding, sumText } from "./schooling-bar";

const origin = { source: { id: "onet", name: "O*NET", release: "30.1", url: "" }, vintage: "2025" };
const role = (plural: string, shares: Record<string, number | null>) =>
  ({
    role: { plural },
    area: NATION,
    figures: Object.entries(shares).map(([level, value]) => ({
      ...emptyFigure(`education_${level}`, origin, "US"),
      value,
      n: level.startsWith("required") ? 26 : null,
    })),
  }) as unknown as Profile;

const nurses = role("nurses", {
  held_associate: 25.6,
  held_bachelor: 54.4,
  held_master: 20,
  required_certificate: 0,
  required_associate: 44.1,
  required_bachelor: 55.9,
});

test("parts stand from least schooling to most, without empty ones", () => {
  expect(schoolingBar(nurses, "required")).toMatchObject({
    parts: [
      { key: "associate", share: 44.1, step: 3 },
      { key: "bachelor", share: 55.9, step: 4 },
    ],
    sum: 100,
    asked: 26,
  });
  expect(schoolingBar(role("cooks", {}), "held")).toBeUndefined();
});

test("the title sets what is held beside what is required, and never says one of the other", () => {
  expect(schoolingFinding([nurses])).toBe(
    "Among nurses the schooling most often held is a bachelor’s degree (54.4%), and the one most often required is a bachelor’s degree (55.9%)",
  );
  expect(
    schoolingFinding([role("cooks", { held_high_school: 50, held_less_than_high_school: 50 }), nurses]),
  ).toMatch(
    /^Among cooks the schooling most often held is less than a high school diploma and a high school diploma \(50%\); among nurses /,
  );
  expect(schoolingFinding([role("actors", {})])).toBeUndefined();
  const liaisons = role("liaisons", { held_some_college: 60 });
  expect(schoolingFinding([role("coordinators", { held_some_college: 60 }), liaisons])).toMatch(
    /^Among coordinators and liaisons the schooling most often held is some college[^;]+\(60%\)$/,
  );
});

test("where more is withheld than the largest share, no level is called the most common", () => {
  const managers = role("managers", { required_bachelor: 14.9, required_master: null });
  expect(schoolingFinding([managers])).toBeUndefined();
  const bar = schoolingBar(managers, "required");
  expect(bar && sumText(bar)).toBe("published shares sum to 14.9%");
  const rounded = schoolingBar(role("cooks", { held_high_school: 99.8 }), "held");
  expect(rounded && sumText(rounded)).toBe("");
});
