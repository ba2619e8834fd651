import { expect, test } from "vitest";
import { NATION } from "./area";
import { emptyFigure, type Figure } from "./figure";
import { occupationLd } from "./occupation-ld";
import type { Profile } from "./profile";

const oews = { source: { id: "oews", name: "OEWS", release: "May 2025", url: "" }, vintage: "May 2025" };
const figure = (measure: string, value: Figure["value"], more: Partial<Figure> = {}): Figure => ({
  ...emptyFigure(measure, oews, "US"),
  value,
  ...more,
});
const profile = {
  role: { slug: "bakers", singular: "baker", plural: "bakers", article: "a", kind: "occupation" },
  occupation: { soc: "51-3011", title: "Bakers", mergedInto: null },
  area: NATION,
  figures: [
    figure("annual_wage_p10", 27_000),
    figure("annual_wage_median", 38_000),
    figure("annual_wage_p90", null, { low: 239_200 }),
    figure("hourly_wage_p10", 13),
    figure("entry_education", "No formal educational credential"),
  ],
  titleFigures: [figure("annual_wage_median", 99_999)],
  lists: { skills: [], knowledge: [], technology: [], duties: ["Bake bread."], related: [] },
  summary: "Bakers bake.",
} as unknown as Profile;
const markup = (changes: Partial<Profile> = {}, isAdjusted = false) =>
  occupationLd({ ...profile, ...changes }, "https://crossroads.example/careers/bakers", isAdjusted);

test("official percentiles as published, and a floor is no amount", () => {
  expect(markup()).toMatchObject({
    name: "Bakers",
    occupationLocation: [{ "@type": "Country", name: "US" }],
    estimatedSalary: [
      {
        "@type": "MonetaryAmountDistribution",
        name: "Pay, OEWS, May 2025",
        currency: "USD",
        duration: "P1Y",
        percentile10: 27_000,
        median: 38_000,
      },
    ],
    educationRequirements: "No formal educational credential",
    responsibilities: ["Bake bread."],
  });
  expect(JSON.stringify(markup())).not.toMatch(/239200|99999|percentile90/);
});

test("pay after prices, pay that an editor corrected, and a role without an occupation are not official", () => {
  expect(markup({}, true)).not.toHaveProperty("estimatedSalary");
  const corrected = { ...oews.source, id: "correction" };
  expect(markup({ figures: [figure("annual_wage_median", 1, { source: corrected })] })).not.toHaveProperty(
    "estimatedSalary",
  );
  expect(markup({ occupation: null })).toBeUndefined();
});

test("a title carries the pay of its group under the group's name", () => {
  const title = markup({
    role: { ...profile.role, kind: "title" },
    figures: [figure("annual_wage_median", 38_000, { method: "inherited" })],
    area: { code: "US-OH", name: "Ohio", kind: "state" },
  });
  expect(title).toMatchObject({
    name: "baker",
    occupationLocation: [{ "@type": "State", name: "Ohio" }],
    estimatedSalary: [{ name: "Pay of Bakers, OEWS, May 2025" }],
  });
});
