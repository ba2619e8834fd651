import { beforeAll, describe, expect, test } from "vitest";
import { loadBundleIfNeeded } from "@/data/import/bundle";
import { connection } from "@/db/client";
import { together } from "@/db/together";
import { NATION } from "@/domain/area";
import { placeAnswer } from "@/domain/area-search";
import { liveFrom, livePart } from "@/server/release/queries";
import { allAreas, areasNear, placeFrom, placeParts } from "./queries";

beforeAll(async () => {
  const database = await connection();
  await database.migrate();
  await loadBundleIfNeeded(database, () => {});
});

async function placeOf(code: string) {
  const { db } = await connection();
  const { live, ...rows } = await together(db, { ...placeParts(code, true), live: livePart() });
  const place = placeFrom(rows, liveFrom(live), code, true);
  if (!place) throw new Error(`no area ${code}`);
  return place;
}
const priceLevelOf = async (code: string) => (await placeOf(code)).levels.get(code);

const BOSTON = "Boston-Cambridge-Newton, MA-NH";
const CHICAGO = "Chicago-Naperville-Elgin, IL-IN";
const DALLAS = "Dallas-Fort Worth-Arlington, TX";
const DC = "Washington-Arlington-Alexandria, DC-VA-MD-WV";
const HOUSTON = "Houston-Pasadena-The Woodlands, TX";
const LA = "Los Angeles-Long Beach-Anaheim, CA";
const MIAMI = "Miami-Fort Lauderdale-West Palm Beach, FL";
const NEW_YORK = "New York-Newark-Jersey City, NY-NJ";
const PORTLAND = "Portland-Vancouver-Hillsboro, OR-WA";
const SAN_DIEGO = "San Diego-Chula Vista-Carlsbad, CA";
const SAN_FRANCISCO = "San Francisco-Oakland-Fremont, CA";
const SAN_JOSE = "San Jose-Sunnyvale-Santa Clara, CA";
const SEATTLE = "Seattle-Tacoma-Bellevue, WA";
const TWIN_CITIES = "Minneapolis-St. Paul-Bloomington, MN-WI";

/** Typed places that mean one area, and the name of that area. */
const clear: readonly [typed: string, area: string][] = [
  // States, in every form that people write.
  ["California", "California"],
  ["CA", "California"],
  ["ca", "California"],
  ["calif.", "California"],
  ["  texas ", "Texas"],
  ["TX", "Texas"],
  ["Tex.", "Texas"],
  ["N.Y.", "New York"],
  ["new york state", "New York"],
  ["Washington State", "Washington"],
  ["N. Carolina", "North Carolina"],
  ["W.Va.", "West Virginia"],
  ["West Virginia", "West Virginia"],
  ["Mass", "Massachusetts"],
  ["MT", "Montana"],
  ["state of Ohio", "Ohio"],
  ["Georgia", "Georgia"],
  ["Hawai'i", "Hawaii"],
  ["District of Columbia", "District of Columbia"],
  ["US-CA", "California"],
  ["USA", "United States"],
  ["United States", "United States"],
  // Territories and areas outside of metro areas.
  ["Puerto Rico", "Puerto Rico"],
  ["Guam", "Guam"],
  ["Southwest Montana", "Southwest Montana nonmetropolitan area"],
  ["Connecticut nonmetropolitan area", "Connecticut nonmetropolitan area"],
  // Cities that a metro area is named for.
  ["San Diego", SAN_DIEGO],
  ["san diego, ca", SAN_DIEGO],
  ["San Diego California", SAN_DIEGO],
  ["cbsa-41740", SAN_DIEGO],
  [SAN_DIEGO, SAN_DIEGO],
  ["Chicago", CHICAGO],
  ["Chicago, USA", CHICAGO],
  ["Boston", BOSTON],
  ["greater Boston", BOSTON],
  ["Houston", HOUSTON],
  ["Seattle metro area", SEATTLE],
  ["St. Louis", "St. Louis, MO-IL"],
  ["Saint Louis, Missouri", "St. Louis, MO-IL"],
  ["Winston-Salem", "Winston-Salem, NC"],
  ["winston salem nc", "Winston-Salem, NC"],
  ["Coeur dAlene", "Coeur d'Alene, ID"],
  ["Coeur d’Alene", "Coeur d'Alene, ID"],
  ["Boise", "Boise City, ID"],
  ["Honolulu", "Urban Honolulu, HI"],
  ["Nashville", "Nashville-Davidson--Murfreesboro--Franklin, TN"],
  ["Louisville", "Louisville/Jefferson County, KY-IN"],
  ["Lexington KY", "Lexington-Fayette, KY"],
  ["Billings, MT", "Billings, MT"],
  ["Mayagüez", "Mayaguez, PR"],
  ["Kansas City", "Kansas City, MO-KS"],
  ["Kansas City, KS", "Kansas City, MO-KS"],
  ["Portland, Maine", "Portland-South Portland, ME"],
  ["Portland OR", PORTLAND],
  ["Columbus, GA", "Columbus, GA-AL"],
  ["New York City", NEW_YORK],
  ["NYC", NEW_YORK],
  ["Vegas", "Las Vegas-Henderson-North Las Vegas, NV"],
  ["Philly", "Philadelphia-Camden-Wilmington, PA-NJ-DE-MD"],
  ["Silicon Valley", SAN_JOSE],
  ["Minneapolis-St. Paul", TWIN_CITIES],
  ["Dallas/Fort Worth", DALLAS],
  // Further cities of their names.
  ["Oakland", SAN_FRANCISCO],
  ["Oakland, CA", SAN_FRANCISCO],
  ["Ft. Worth", DALLAS],
  ["St Paul", TWIN_CITIES],
  ["Vancouver, WA", PORTLAND],
  ["Wilkes-Barre", "Scranton--Wilkes-Barre, PA"],
  ["Tacoma", SEATTLE],
  ["Durham", "Durham-Chapel Hill, NC"],
  ["Springfield, OR", "Eugene-Springfield, OR"],
  ["Arlington, VA", DC],
  ["Arlington, Texas", DALLAS],
  // Towns that stand in no name.
  ["Beverly Hills", LA],
  ["Plano", DALLAS],
  ["Palo Alto", SAN_JOSE],
  ["Brooklyn", NEW_YORK],
  ["Queens", NEW_YORK],
  ["Manhattan, NY", NEW_YORK],
  ["Manhattan, KS", "Manhattan, KS"],
  ["Springfield, VA", DC],
  ["Pasadena, California", LA],
  ["Pasadena, TX", HOUSTON],
  ["Fairfax, VA", DC],
  ["Evanston", CHICAGO],
  ["Key West", "Florida"],
  ["Cañon City", "Colorado"],
  ["Augusta, ME", "Maine"],
  // Counties.
  ["Cook County", CHICAGO],
  ["King County, WA", SEATTLE],
  ["Orange County, FL", "Orlando-Kissimmee-Sanford, FL"],
  ["Los Angeles County", LA],
  ["Miami-Dade", MIAMI],
  ["Orleans Parish", "New Orleans-Metairie, LA"],
  ["Fairfax County", DC],
  ["Albemarle County", "Charlottesville, VA"],
  ["Doña Ana County", "Las Cruces, NM"],
  ["Otero County, NM", "New Mexico"],
  // ZIP codes: in metro areas, outside of them, of islands, and such as are on no list.
  ["90210", LA],
  ["10001", NEW_YORK],
  ["94612", SAN_FRANCISCO],
  ["02139-4307", BOSTON],
  ["Beverly Hills, CA 90210", LA],
  ["20001", DC],
  ["22903", "Charlottesville, VA"],
  ["06103", "Hartford-West Hartford-East Hartford, CT"],
  ["06269", "Hartford-West Hartford-East Hartford, CT"],
  ["99503", "Anchorage, AK"],
  ["59001", "Billings, MT"],
  ["59711", "Montana"],
  ["33040", "Florida"],
  ["00901", "Puerto Rico"],
  ["00802", "Virgin Islands"],
  ["96910", "Guam"],
  ["90299", "California"],
];

/** Typed places that mean several areas: their names, in order. */
const several: readonly [typed: string, ...areas: string[]][] = [
  ["Washington", "Washington", DC],
  ["New York", "New York", NEW_YORK],
  ["Portland", PORTLAND, "Portland-South Portland, ME"],
  ["LA", "Louisiana", LA],
  ["DC", "District of Columbia", DC],
  ["Washington, D.C.", "District of Columbia", DC],
  ["Bay Area", SAN_FRANCISCO, SAN_JOSE],
  ["Manhattan", NEW_YORK, "Manhattan, KS"],
  ["Arlington", DALLAS, DC],
  ["Charleston", "Charleston-North Charleston, SC", "Charleston, WV"],
  ["Jackson", "Jackson, MS", "Jackson, TN", "Jackson, MI"],
  ["Pasadena", HOUSTON, LA],
  // A hamlet in Idaho does not hide Houston.
  ["Huston", "Boise City, ID", HOUSTON],
];

/** Slips and beginnings: the areas that come first among those offered. */
const misspelled: readonly [typed: string, ...areas: string[]][] = [
  ["Chciago", CHICAGO],
  ["san fransisco", SAN_FRANCISCO],
  ["Los Angelos", LA],
  ["Pitsburgh, PA", "Pittsburgh, PA"],
  ["Philadelpia", "Philadelphia-Camden-Wilmington, PA-NJ-DE-MD"],
  ["Cincinatti", "Cincinnati, OH-KY-IN"],
  ["Albuquerqe", "Albuquerque, NM"],
  ["Californai", "California"],
  ["Massachusets", "Massachusetts"],
  ["Tenessee", "Tennessee"],
  ["New Yrok", "New York", NEW_YORK],
  ["San D", SAN_DIEGO],
  ["Minneap", TWIN_CITIES],
  ["Cook Conty", CHICAGO],
];

const meaningless = [
  "",
  " ",
  "asdfgh",
  "xyzzy",
  "banana",
  "hello",
  "remote",
  "!!!",
  "a",
  "12",
  "9021",
  "00000",
];
const injected = ["'; drop table areas; --", "%", "_____", "100%", "<script>", "\u0000", "x".repeat(5000)];

describe("of typed places", () => {
  test("the list is long enough to judge by", () => {
    expect([...clear, ...several, ...misspelled, ...meaningless].length).toBeGreaterThanOrEqual(150);
  });
  test.each(clear)("%s is %s", async (typed, area) => {
    const found = await areasNear(typed);
    expect(found.map(({ area: { name } }) => name)).toEqual([area]);
    expect(placeAnswer(found)).toMatchObject({ area: { name: area } });
  });
  test.each(several)("%s may be %s or %s", async (typed, ...names) => {
    const found = await areasNear(typed);
    expect(found.map(({ area: { name } }) => name)).toEqual(names);
    expect(placeAnswer(found)).toHaveProperty("choices");
  });
  test.each(misspelled)("%s is like %s", async (typed, ...names) => {
    const found = await areasNear(typed);
    expect(found.slice(0, names.length).map(({ area: { name } }) => name)).toEqual(names);
    expect(placeAnswer(found)).toHaveProperty("near");
  });
  test.each([...meaningless, ...injected])("%j is none", async (typed) => {
    expect(await areasNear(typed)).toEqual([]);
  });
  test("as many are given as are asked for", async () => {
    expect(await areasNear("San", 3)).toHaveLength(3);
  });
  test("a place outside of metro areas says so", async () => {
    const [zip] = await areasNear("59711");
    expect(zip?.why).toBe("No metro area is published for 59711; Montana is shown.");
    const [town] = await areasNear("Key West");
    expect(town?.why).toBe("No metro area is published for Key West, Florida; the state is shown.");
  });
});

test("every area is found by its own name and by its code", async () => {
  const areas = await allAreas();
  expect(areas).toHaveLength(583);
  for (const area of areas) {
    for (const typed of [area.name, area.code])
      expect((await areasNear(typed, 20)).map(({ area: { code } }) => code)).toContain(area.code);
  }
});

describe("larger areas", () => {
  test.each([
    ["cbsa-28140", ["US-MO", "US-KS", "US"]],
    ["cbsa-47900", ["US-DC", "US-VA", "US-MD", "US-WV", "US"]],
    ["cbsa-41740", ["US-CA", "US"]],
    ["nonmetro-3000003", ["US-MT", "US"]],
    ["nonmetro-6600001", ["US"]],
    ["cbsa-41980", ["US-PR", "US"]],
    ["US-CA", ["US"]],
    ["US", []],
  ])("of %s are %j", async (code, larger) => {
    expect((await placeOf(code)).larger.map((area) => area.code)).toEqual(larger);
  });
});

describe("price levels", () => {
  test("are those of states and metro areas", async () => {
    expect(await priceLevelOf("US-CA")).toMatchObject({
      level: 110.72,
      vintage: "2024",
      source: { id: "bea", release: "2024" },
    });
    expect((await priceLevelOf("cbsa-41740"))?.vintage).toBe("2024");
  });
  test.each(["nonmetro-3000003", "US-PR", "cbsa-41980"])("%s has none", async (code) => {
    expect(await priceLevelOf(code)).toBeUndefined();
  });
  test("the nation has none: its level is 100 by definition", async () => {
    expect(await priceLevelOf(NATION.code)).toBeUndefined();
  });
});
