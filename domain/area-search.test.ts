import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { NATION } from "./area";
import {
  type AreaFacts,
  areaIndex,
  areasNamed,
  areasOfZip,
  type FoundArea,
  placeAnswer,
  placeKey,
  typedZip,
} from "./area-search";

const state = (postal: string, name: string, jobs: number) => ({
  code: `US-${postal}`,
  name,
  kind: "state" as const,
  states: postal,
  jobs,
});
const metro = (digits: string, name: string, jobs: number) => ({
  code: `cbsa-${digits}`,
  name,
  kind: "metro" as const,
  states: name.split(", ")[1] ?? "",
  jobs,
});

const facts: AreaFacts = {
  areas: [
    { ...NATION, states: "", jobs: 0 },
    state("CA", "California", 18),
    state("ME", "Maine", 1),
    state("MT", "Montana", 1),
    state("OR", "Oregon", 2),
    state("WA", "Washington", 4),
    metro("38900", "Portland-Vancouver-Hillsboro, OR-WA", 120),
    metro("38860", "Portland-South Portland, ME", 30),
    metro("41860", "San Francisco-Oakland-Fremont, CA", 240),
    metro("47900", "Washington-Arlington-Alexandria, DC-VA-MD-WV", 310),
    metro("42540", "Scranton--Wilkes-Barre, PA", 25),
    {
      code: "nonmetro-3000003",
      name: "Southwest Montana nonmetropolitan area",
      kind: "nonmetro",
      states: "MT",
      jobs: 0,
    },
    { code: "nonmetro-6600001", name: "Guam", kind: "nonmetro", states: "GU", jobs: 0 },
  ],
  counties: [
    { area: "cbsa-41860", county: "Alameda County", state: "CA" },
    { area: "cbsa-47900", county: "Fairfax County + Falls Church city", state: "VA" },
    { area: "cbsa-99999", county: "Otero County", state: "MT" },
  ],
  towns: [
    { name: "Portland", state: "OR", area: "cbsa-38900", zips: 60 },
    { name: "Portland", state: "CA", area: "US-CA", zips: 1 },
    { name: "Saint Helena", state: "CA", area: "US-CA", zips: 1 },
    { name: "Berkeley", state: "CA", area: "cbsa-41860", zips: 10 },
    { name: "Berkeley", state: "MT", area: "US-MT", zips: 1 },
    { name: "Portlend", state: "MT", area: "US-MT", zips: 1 },
  ],
};
const index = areaIndex(facts);
const codes = (typed: string) => areasNamed(typed, index).map(({ area }) => area.code);
const first = (typed: string): FoundArea | undefined => areasNamed(typed, index)[0];

describe("a place key", () => {
  test.each([
    ["St. Louis", "saint louis"],
    ["SAINT  LOUIS", "saint louis"],
    ["Coeur d’Alene", "coeur dalene"],
    ["Cañon City", "canon city"],
    ["N.Y.", "ny"],
    ["Ft. Worth", "fort worth"],
    ["Billings, MT", "billings mt"],
    ["Mt. Vernon", "mount vernon"],
    ["Winston-Salem", "winston salem"],
    ["!?", ""],
  ])("of %s is %j", (typed, key) => expect(placeKey(typed)).toBe(key));
});

describe("a name", () => {
  test("of two cities gives both, the larger first, and no hamlet", () => {
    expect(codes("portland")).toEqual(["cbsa-38900", "cbsa-38860"]);
    expect(codes("Portland, Maine")).toEqual(["cbsa-38860"]);
    expect(codes("Portland CA")).toEqual(["US-CA"]);
  });
  test("of a state and a city gives the state first", () => {
    expect(codes("Washington")).toEqual(["US-WA", "cbsa-47900"]);
    expect(codes("Washington State")).toEqual(["US-WA"]);
  });
  test("of a city in the middle of a title says that it is part of it", () => {
    expect(first("OAKLAND")).toEqual({
      area: { code: "cbsa-41860", name: "San Francisco-Oakland-Fremont, CA", kind: "metro" },
      why: "Oakland is part of this area.",
      isGuess: false,
    });
    expect(first("Wilkes-Barre")?.why).toBe("Wilkes-Barre is part of this area.");
    expect(codes("Barre")).toEqual([]);
  });
  test("of a county gives its metro area, each of joined counties too", () => {
    expect(first("Alameda County")?.why).toBe("Alameda County, California, is part of this area.");
    expect(codes("falls church city")).toEqual(["cbsa-47900"]);
  });
  test("of a place outside of metro areas gives the state, and says so", () => {
    expect(first("Otero County")).toMatchObject({
      area: { code: "US-MT" },
      why: "No metro area is published for Otero County, Montana; the state is shown.",
    });
    expect(codes("St. Helena")).toEqual(["US-CA"]);
  });
  test("of a large town leaves the hamlets of that name out", () => {
    expect(codes("Berkeley")).toEqual(["cbsa-41860"]);
    expect(codes("Berkeley, MT")).toEqual(["US-MT"]);
  });
  test("of a hamlet stands beside the city that may be meant", () => {
    const found = areasNamed("Portlend", index);
    expect(found.map(({ area, isGuess }) => [area.code, isGuess])).toEqual([
      ["US-MT", false],
      ["cbsa-38900", true],
      ["cbsa-38860", true],
    ]);
  });
  test.each([
    ["CA", "US-CA"],
    ["calif.", "US-CA"],
    ["MT", "US-MT"],
    ["usa", "US"],
    ["southwest montana", "nonmetro-3000003"],
    ["us-ca", "US-CA"],
    ["San Francisco metro area", "cbsa-41860"],
    ["SF", "cbsa-41860"],
  ])("%s is %s", (typed, code) => expect(codes(typed)).toEqual([code]));
  test("that is misspelled, swapped or unfinished is a guess", () => {
    for (const typed of ["Oaklnad", "Oaklan", "San Fransisco", "Berkely, CA"])
      expect(areasNamed(typed, index)[0]).toMatchObject({ area: { code: "cbsa-41860" }, isGuess: true });
    expect(codes("Oaxxand")).toEqual([]);
  });
});

test("any text is taken, and never more areas than asked for", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "grapheme", maxLength: 60 }),
      fc.integer({ min: 1, max: 9 }),
      (typed, limit) => {
        const found = areasNamed(typed, index, limit);
        expect(found.length).toBeLessThanOrEqual(limit);
        expect(new Set(found.map(({ area }) => area.code)).size).toBe(found.length);
        for (const { why } of found) expect(why).toMatch(/^[\p{L}\d].*\.$/u);
      },
    ),
  );
});

test("case, accents and punctuation change nothing", () => {
  for (const { name } of facts.areas)
    for (const typed of [name.toUpperCase(), name.normalize("NFD"), `  ${name.replace(/[-,]/g, " ")} .`])
      expect(codes(typed)).toEqual(codes(name));
});

describe("a ZIP code", () => {
  test.each([
    ["94612", "94612"],
    [" 94612-1234 ", "94612"],
    ["946121234", "94612"],
    ["Oakland, CA 94612", "94612"],
    ["9461", undefined],
    ["94612 Oakland", undefined],
    ["12345678", undefined],
    ["x94612", undefined],
  ])("in %j is %s", (typed, zip) => expect(typedZip(typed)).toBe(zip));

  const of = (zip: string, area?: string, neighbors: string[] = []) =>
    areasOfZip(
      zip,
      area === undefined ? undefined : { zip, place: "Somewhere", state: "MT", area },
      neighbors,
      index,
    ).map((found) => [found.area.code, found.why]);
  test("of a metro area names the place", () => {
    expect(of("94612", "cbsa-41860")).toEqual([
      ["cbsa-41860", "94612 is Somewhere, Montana, which is part of this area."],
    ]);
  });
  test("outside of metro areas, or of an area that is published no more, gives the state", () => {
    const words = "No metro area is published for 59711; Montana is shown.";
    expect(of("59711", "US-MT")).toEqual([["US-MT", words]]);
    expect(of("59711", "cbsa-00000")).toEqual([["US-MT", words]]);
  });
  test("on no list gives the states of those like it", () => {
    expect(of("59799", undefined, ["MT"])).toEqual([
      ["US-MT", "ZIP codes that begin with 597 are in Montana."],
    ]);
    expect(of("97999", undefined, ["OR", "WA"]).map(([code]) => code)).toEqual(["US-OR", "US-WA"]);
    expect(of("00000")).toEqual([]);
  });
  test("of an island is known by its first digits", () => {
    expect(of("96910")).toEqual([["nonmetro-6600001", "ZIP codes that begin with 9691 are in Guam."]]);
    expect(of("00901")).toEqual([]);
  });
});

describe("the answer to a typed place", () => {
  const answer = (typed: string) => placeAnswer(areasNamed(typed, index));
  test("is one sure area", () => expect(answer("Oakland")).toMatchObject({ area: { code: "cbsa-41860" } }));
  test("is a choice among several", () => {
    expect(answer("Portland")).toHaveProperty("choices.length", 2);
    expect(answer("Portlend")).toHaveProperty("choices.length", 3);
  });
  test("is no guess, though guesses are offered", () => {
    expect(answer("Oaklnad")).toHaveProperty("near.length", 1);
    expect(answer("xyzzy")).toEqual({ near: [] });
  });
});
