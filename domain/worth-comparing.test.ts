import { expect, test } from "vitest";
import { emptyFigure, type Figure } from "./figure";
import { comparisonsWorthMaking, type NearCareer } from "./worth-comparing";

const origin = { source: { id: "oews", name: "OEWS", release: "May 2025", url: "" }, vintage: "May 2025" };
const figure = (measure: string, value: number | string | null): Figure => ({
  ...emptyFigure(measure, origin, "US"),
  value,
});

type Known = { pay?: number; hourly?: number; school?: string; change?: number };
const figuresOf = ({ pay, hourly, school, change }: Known): Figure[] => [
  figure("annual_wage_median", pay ?? null),
  figure("hourly_wage_median", hourly ?? null),
  figure("entry_education", school ?? null),
  figure("projected_change_percent", change ?? null),
];
const near = (slug: string, index: number | null, known: Known): NearCareer => ({
  role: { slug, singular: slug, plural: slug, article: "a" },
  index,
  figures: figuresOf(known),
});
const bakers = (known: Known) =>
  ({
    role: { slug: "bakers", singular: "baker", plural: "bakers", article: "a", kind: "occupation" },
    figures: figuresOf(known),
  }) as Parameters<typeof comparisonsWorthMaking>[0];
const offered = (known: Known, careers: NearCareer[], chosen: string[] = []) =>
  comparisonsWorthMaking(bakers(known), careers, chosen).map(({ career, why }) => [career.role.slug, why]);

const high = "High school diploma or equivalent";
const none = "No formal educational credential";
const bachelor = "Bachelor's degree";

test("each comparison is offered once, with what sets it apart", () => {
  expect(
    offered(
      { pay: 40_000, school: high, change: 1 },
      [
        near("chosen", null, { pay: 40_000 }),
        near("closest", 1, { pay: 41_000, school: high, change: 1 }),
        near("same-school", 4, { pay: 50_000, school: none }),
        near("richest", 5, { pay: 90_000, school: bachelor }),
        near("easier", 6, { pay: 30_000, school: none }),
        near("growing", 7, { pay: 40_500, school: high, change: 9.5 }),
        near("poorer", 8, { pay: 20_000, school: high }),
      ],
      ["chosen"],
    ),
  ).toEqual([
    ["chosen", "Our editors chose this pair."],
    ["closest", "The closest work of those that O*NET names."],
    ["same-school", "Related work that pays $10,000 a year more and asks for no more school."],
    ["richest", "Related work that pays $50,000 a year more, and asks for a bachelor’s degree."],
    ["easier", "Related work that asks for less school: no formal schooling."],
    ["growing", "Related work whose jobs are projected to grow faster: by 9.5% from 2024 to 2034."],
  ]);
});

test("pay in different units is not set apart, nor is a gap under a tenth", () => {
  expect(offered({ hourly: 20 }, [near("closest", 1, {}), near("salaried", 2, { pay: 90_000 })])).toEqual([
    ["closest", "The closest work of those that O*NET names."],
  ]);
  expect(offered({ hourly: 20 }, [near("a", 1, {}), near("b", 2, { hourly: 30 })])[1]).toEqual([
    "b",
    "Related work that pays $10.00 an hour more.",
  ]);
  expect(offered({ pay: 100 }, [near("a", 1, {}), near("b", 2, { pay: 109 })])).toHaveLength(1);
});

test("what O*NET does not relate is compared within its official family, and what is far down its list is not", () => {
  expect(offered({ pay: 40_000 }, [near("brewers", null, { pay: 60_000 })])).toEqual([
    ["brewers", "Work of the same official family that pays $20,000 a year more."],
  ]);
  expect(offered({ pay: 40_000 }, [near("a", 1, {}), near("far", 11, { pay: 60_000 })])).toHaveLength(1);
  expect(offered({}, [near("gunners", null, {})])).toEqual([
    ["gunners", "Work of the same official family."],
  ]);
  expect(offered({ pay: 40_000 }, [])).toEqual([]);
  expect(offered({ pay: 40_000 }, [near("bakers", 1, {})])).toEqual([]);
});
