import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { and, eq, isNull } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { type Connection, openDatabase } from "@/db/client";
import { dialect } from "@/db/dialect";
import {
  areas,
  crosswalkLinks,
  figures,
  occupationActivities,
  occupationRatings,
  occupations,
  occupationTexts,
  occupationTitles,
  priceLevels,
  relatedOccupations,
  releases,
  wages,
} from "@/db/schema";
import { figureText, medianPay } from "@/domain/amount";
import { NATION } from "@/domain/area";
import { compare, rowFor } from "@/domain/comparison";
import { figureOf as figureOfMeasure, type Profile } from "@/domain/profile";
import { sentencesOf } from "@/domain/prose";
import { rankedSectors } from "@/domain/wage";
import { areaOf } from "@/server/area/queries";
import { profileOf } from "@/server/profile/queries";
import { liveReleases } from "@/server/release/queries";
import { roleOfOccupation } from "@/server/role/queries";
import { payFigures } from "@/server/wage/queries";
import { importBundle } from "./bundle";
import { importFolder } from "./run";

const RAW = "../shared/data";

// The pages' own queries read the process's connection: here that is the database under test.
const current = vi.hoisted(() => ({ connection: undefined as unknown }));
vi.mock("@/db/client", async (original) => ({
  ...(await original<typeof import("@/db/client")>()),
  connection: async () => current.connection,
}));

/** Where the facts of a database come from. */
const origins = [
  { origin: "the bundle", load: (database: Connection) => importBundle(database, () => {}) },
  {
    origin: "the raw files",
    load: (database: Connection) => importFolder(database, RAW, undefined, () => {}),
  },
];
// PGlite takes minutes for a second load; that raw files and bundle give the same rows is proved by their digests.
const run = origins.filter(
  ({ origin }) => origin === "the bundle" || (dialect === "sqlite" && fs.existsSync(RAW)),
);

describe.each(run)("from $origin", ({ origin, load }) => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "crossroads-traps-"));
  let database: Connection;
  beforeAll(async () => {
    database = await openDatabase(dialect === "sqlite" ? `file:${path.join(folder, "test.db")}` : "pglite:");
    await database.migrate();
    await load(database);
    current.connection = database;
  });
  afterAll(async () => {
    await database.close();
    fs.rmSync(folder, { recursive: true, force: true });
  });

  const idOf = async (dataset: string) => (await liveReleases()).id(dataset);

  /** Rows of one data set and occupation as stored. */
  async function wagesOf(dataset: string, soc: string) {
    return database.db
      .select()
      .from(wages)
      .where(and(eq(wages.releaseId, await idOf(dataset)), eq(wages.soc, soc)));
  }
  async function allWages(dataset: string) {
    return database.db
      .select()
      .from(wages)
      .where(eq(wages.releaseId, await idOf(dataset)));
  }
  const occupationRows = async (dataset: string) =>
    (await allWages(dataset)).filter(({ soc }) => soc !== "00-0000");

  async function figuresOfMeasure(measure: string) {
    return database.db.select().from(figures).where(eq(figures.measure, measure));
  }

  /** What a reader is told of an occupation in a place. Throws where no role or no area has the code. */
  async function profile(soc: string, areaCode = "US"): Promise<Profile> {
    const [role, area] = [await roleOfOccupation(soc), await areaOf(areaCode)];
    if (!role || !area) throw new Error(`no role for ${soc}, or no area ${areaCode}`);
    return profileOf(role, area);
  }
  function figure(found: Profile, measure: string) {
    const figure = figureOfMeasure(found, measure);
    if (!figure) throw new Error(`${found.role.slug} has no row ${measure}`);
    return figure;
  }
  const text = (found: Profile, measure: string) => figureText(figure(found, measure));

  async function comparison(a: string, b: string, areaCode = "US") {
    const compared = compare([await profile(a, areaCode), await profile(b, areaCode)], NATION);
    return {
      relation: (measure: string) => rowFor(compared, measure)?.relations[0],
      sentences: sentencesOf(compared).map((sentence) => sentence.text),
    };
  }

  test("trap 1: a code printed both as broad and as detailed counts once", async () => {
    const rows = await wagesOf("oews-national-2025", "31-1120");
    expect(rows.map(({ employment }) => employment)).toEqual([4_305_810]);
    expect(await occupationRows("oews-national-2025")).toHaveLength(830);
  });

  test("trap 2: members of a merged code take its figures, labelled as inherited", async () => {
    const member = await profile("13-1022");
    expect(member.occupation?.mergedInto?.soc).toBe("13-1020");
    expect(figure(member, "annual_wage_median")).toMatchObject({ value: 77_710, method: "inherited" });
    expect(figure(member, "projected_change_percent")).toMatchObject({ value: 5.8, method: "inherited" });
    const { relation, sentences } = await comparison("13-1022", "13-1023");
    expect(relation("annual_wage_median")?.relation).toBe("identical_inherited");
    expect(sentences[0]).toContain("Official figures cannot tell");
  });

  test("trap 3: merged codes in the form of detailed ones are never asked of O*NET", async () => {
    for (const soc of ["25-2052", "25-9045", "21-1018", "51-2028", "53-1047"]) {
      const [row] = await database.db.select().from(occupations).where(eq(occupations.soc, soc));
      expect(row?.level).toBe("merged");
      const members = await database.db.select().from(occupations).where(eq(occupations.mergedInto, soc));
      expect(members.length).toBeGreaterThan(1);
      const titles = await database.db.select().from(occupationTitles).where(eq(occupationTitles.soc, soc));
      expect(titles).toEqual([]);
      expect((await profile(soc)).lists.skills.length).toBeGreaterThan(10);
    }
  });

  test("trap 4: the merge list is that of 2025, with 28 members of 12 codes, and no hybrid of 2019", async () => {
    const rows = await database.db.select().from(occupations);
    const merged = rows.flatMap(({ mergedInto }) => mergedInto ?? []);
    expect([merged.length, new Set(merged).size]).toEqual([28, 12]);
    expect(rows.some(({ soc }) => soc === "15-1256")).toBe(false);
    expect(rows.find(({ soc }) => soc === "15-1252")?.mergedInto).toBeNull();
  });

  test("trap 5: pay published in one unit only is not converted into the other", async () => {
    const actors = await profile("27-2011");
    expect(figure(actors, "annual_wage_median")).toMatchObject({ value: null, nullReason: "not_applicable" });
    expect(medianPay([actors]).amounts).toEqual(["$29.05 an hour"]);
    const pilots = await profile("53-2011");
    expect(figure(pilots, "hourly_wage_median")).toMatchObject({ value: null, nullReason: "not_applicable" });
    expect(text(pilots, "annual_wage_median")).toBe("$232,140");
  });

  test("trap 6: a top-coded sector is the best one, and is said as at least", async () => {
    const pilots = await profile("53-2011");
    expect(pilots.lists.industries[0]).toMatchObject({
      naics: "48",
      value: 239_200,
      atLeast: true,
      employment: 93_290,
    });
    expect(figure(pilots, "best_paying_industry")).toMatchObject({
      value: "Transportation and warehousing",
      note: "Median at least $239,200 a year in May 2024, 93,290 jobs",
    });
  });

  test("trap 7: two top-coded sectors are ranked by their mean", async () => {
    const { industries } = (await profile("29-1215")).lists;
    expect(industries.filter(({ atLeast }) => atLeast).map(({ naics }) => naics)).toEqual(["99", "62"]);
    const stored = await wagesOf("oews-sector", "29-1215");
    expect(stored.find(({ naics }) => naics === "99")?.annualMean).toBe(266_460);
  });

  test("trap 8: a sector whose jobs are withheld is not ranked", async () => {
    const sector = (await wagesOf("oews-sector", "53-2011")).find(({ naics }) => naics === "42");
    expect(sector).toMatchObject({ annualMedian: 141_540, employment: null });
    expect(sector?.marks).toContain("employment=suppressed");
    expect((await profile("53-2011")).lists.industries.map(({ naics }) => naics)).not.toContain("42");
    const withheld = (await occupationRows("oews-sector")).filter(({ marks }) =>
      marks?.split(";").includes("employment=suppressed"),
    );
    expect(withheld).toHaveLength(644);
  });

  test("trap 9: a sector with 30 jobs does not win over one with thousands", async () => {
    const construction = (await wagesOf("oews-sector", "43-6013")).find(({ naics }) => naics === "23");
    expect(construction).toMatchObject({ annualMedian: 50_920, employment: 30 });
    expect((await profile("43-6013")).lists.industries[0]).toMatchObject({
      naics: "61",
      value: 49_140,
      employment: 9_480,
    });
  });

  test("trap 10: where mean and median rank oppositely, both are said by name", async () => {
    const { relation, sentences } = await comparison("11-2021", "23-1011");
    expect(relation("annual_wage_median")?.relation).toBe("a_higher");
    expect(relation("annual_wage_mean")?.relation).toBe("b_higher");
    expect(sentences[0]).toMatch(/median pay is \$166,790.*\$159,670/);
    expect(sentences.find((sentence) => sentence.startsWith("By the mean"))).toMatch(/\$185,840.*\$177,770/);
  });

  test("trap 11: sectors bear the file's own codes, and each has a name", async () => {
    const codes = [...new Set((await allWages("oews-sector")).map(({ naics }) => naics))].sort();
    expect(codes.join(" ")).toBe("11 21 22 23 31 42 44 48 51 52 53 54 55 56 61 62 71 72 81 99");
    const pay = { annualMedian: 1, annualMean: 1, employment: 500, topCode: null };
    const names = new Map(
      rankedSectors(codes.map((naics) => ({ naics, ...pay }))).map(({ naics, name }) => [naics, name]),
    );
    expect(codes.filter((naics) => names.get(naics) === naics)).toEqual([]);
    expect([names.get("31"), names.get("99")]).toEqual([
      "Manufacturing",
      "Government, without schools and hospitals",
    ]);
  });

  test("trap 12: the best sector says that it is of 2024, the other pay of 2025", async () => {
    const secretaries = await profile("43-6013");
    const sector = figure(secretaries, "best_paying_industry");
    expect(sector.vintage).toBe("May 2024");
    expect(sector.note).toBe("Median $49,140 a year in May 2024, 9,480 jobs");
    expect(figure(secretaries, "annual_wage_median")).toMatchObject({ value: 45_930, vintage: "May 2025" });
  });

  test("trap 13: a top code is said as at least that of its year, and not kept as a number", async () => {
    const live = await liveReleases();
    const said = async (dataset: string, soc: string) => {
      const [row] = await wagesOf(dataset, soc);
      const told = payFigures(
        { dataset, row, nation: row },
        live.origin(live.id(dataset)),
        NATION,
        false,
        soc,
      ).find(({ measure }) => measure === "annual_wage_median");
      return told && figureText(told);
    };
    expect(await said("oews-national-2021", "29-1211")).toBe("at least $208,000");
    expect(await said("oews-national-2024", "29-1211")).toBe("at least $239,200");
    expect(await said("oews-national-2025", "29-1211")).toBe("$391,490");
    const topped = await Promise.all(
      [2021, 2022, 2023, 2024, 2025].map(async (year) => {
        const rows = await occupationRows(`oews-national-${year}`);
        return rows.filter(({ marks }) => marks?.split(";").includes("annualMedian=top")).length;
      }),
    );
    expect(topped).toEqual([18, 11, 15, 17, 0]);
  });

  test("trap 14: an occupation missing in a year has no row there, and no zero", async () => {
    const years = [2021, 2022, 2023, 2024, 2025];
    const codes = await Promise.all(
      years.map(
        async (year) => new Set((await occupationRows(`oews-national-${year}`)).map(({ soc }) => soc)),
      ),
    );
    expect(codes.map(({ size }) => size)).toEqual([831, 830, 831, 831, 830]);
    const yearsOf = (soc: string) => years.filter((_, i) => codes[i]?.has(soc));
    expect(yearsOf("11-1031")).toEqual([2021, 2022, 2023, 2024]);
    expect(yearsOf("29-1024")).toEqual([2021, 2023, 2024, 2025]);
  });

  test("trap 15: median pay is that of 2025, not the one printed with the projections", async () => {
    expect(figure(await profile("29-2099"), "annual_wage_median")).toMatchObject({
      value: 50_290,
      vintage: "May 2025",
      source: { id: "oews" },
    });
    const projected = await database.db
      .selectDistinct({ measure: figures.measure })
      .from(figures)
      .innerJoin(releases, and(eq(releases.id, figures.releaseId), eq(releases.source, "ep")));
    const measures = projected.map(({ measure }) => measure);
    expect(measures).toContain("projected_change_percent");
    expect(measures.filter((measure) => measure.includes("wage"))).toEqual([]);
  });

  test("trap 16: a dash of any length is a missing value with its reason, never 0", async () => {
    const fishers = await profile("45-3031");
    expect(figure(fishers, "annual_wage_median")).toMatchObject({ value: null, nullReason: "not_published" });
    // Found by its column, whose name holds an en dash.
    expect(figure(fishers, "projected_change_percent").value).not.toBeNull();
    const ages = await figuresOfMeasure("median_age");
    expect(ages.filter(({ value }) => value === 0)).toEqual([]);
    expect(ages.filter(({ value }) => value === null).map(({ nullReason }) => nullReason)).not.toContain(
      null,
    );
    expect(figure(await profile("11-3111"), "median_age")).toMatchObject({
      value: null,
      nullReason: "too_few",
    });
  });

  test("trap 17: the word None is an answer", async () => {
    const found = await profile("29-2099");
    for (const measure of ["work_experience_required", "on_the_job_training"]) {
      expect(figure(found, measure)).toMatchObject({ value: "None", nullReason: null });
      expect(text(found, measure)).toBe("None");
    }
  });

  test("trap 18: thousands become persons, and no number keeps the dust of a workbook", async () => {
    const openings = async (soc: string) => text(await profile(soc), "openings_per_year");
    expect(await openings("43-6013")).toBe("85,900");
    expect(await openings("35-3023")).toBe("904,300");
    expect(await openings("11-1031")).toBe("2,200");
    const printed = ["projected_change_percent", "median_age", "women_share", "men_share", "race_white"];
    for (const measure of printed) {
      const values = (await figuresOfMeasure(measure)).flatMap(({ value }) => value ?? []);
      expect(values.filter((value) => value !== Number(value.toFixed(1)))).toEqual([]);
      expect(values.length).toBeGreaterThan(500);
    }
  });

  test("trap 19: a change in percent is the printed one", async () => {
    const contractors = await profile("13-1074");
    expect(figure(contractors, "projected_employment").value).toBe(4_200);
    expect(text(contractors, "projected_change_percent")).toBe("+6%");
  });

  test("trap 20: a change of exactly 0 % is said as level, not as missing", async () => {
    const flat = ["17-3027", "25-1123", "41-1012", "43-4171", "49-9044", "51-4041", "51-9061"];
    const stored = (await figuresOfMeasure("projected_change_percent")).filter(({ value }) => value === 0);
    expect(stored.map(({ subject }) => subject).sort()).toEqual(flat);
    expect(text(await profile("43-4171"), "projected_change_percent")).toBe("0%");
    const { sentences } = await comparison("43-4171", "29-2099");
    expect(sentences.find((sentence) => sentence.startsWith("From 2024"))).toMatch(/stay level/);
  });

  test("trap 21: jobs today are those of employers, apart from projected ones with the self-employed", async () => {
    const agents = await profile("41-9022");
    expect(figure(agents, "employment")).toMatchObject({ value: 193_370, source: { id: "oews" } });
    expect(figure(agents, "projected_employment")).toMatchObject({ value: 433_700, source: { id: "ep" } });
  });

  test("trap 22: shares of schooling stay as printed, and one distribution of many codes names them", async () => {
    const kindergarten = await profile("25-2021");
    expect(text(kindergarten, "most_common_education")).toBe("Master’s degree, 47%");
    expect(text(kindergarten, "entry_education")).toBe("Bachelor's degree");
    const tenths = new Map<string, number>();
    for (const level of [
      ...["less_than_high_school", "high_school", "some_college"],
      ...["associate", "bachelor", "master", "doctoral"],
    ])
      for (const { subject, value } of await figuresOfMeasure(`education_held_${level}`))
        tenths.set(subject, (tenths.get(subject) ?? 0) + Math.round((value ?? 0) * 10));
    const published = new Set((await occupationRows("oews-national-2025")).map(({ soc }) => soc));
    const sums = [...tenths].filter(([soc]) => published.has(soc)).map(([, sum]) => sum);
    expect(sums.filter((sum) => sum !== 1000)).toHaveLength(387);
    expect([Math.min(...sums), Math.max(...sums)]).toEqual([998, 1002]);
    const { relation } = await comparison("25-1011", "25-1021");
    expect(relation("most_common_education")?.relation).toBe("identical_inherited");
  });

  test("trap 23: schooling to enter and schooling held are two figures", async () => {
    const found = await profile("29-2099");
    expect(text(found, "entry_education")).toBe("Postsecondary nondegree award");
    expect(text(found, "most_common_education")).toBe("Some college, no degree, 28.7%");
  });

  test("trap 24: the most specific Census row speaks for an occupation", async () => {
    expect(figure(await profile("13-2011"), "median_age")).toMatchObject({ value: 44.7, note: null });
    const published = new Set((await occupationRows("oews-national-2025")).map(({ soc }) => soc));
    const ages = (await figuresOfMeasure("median_age")).filter(
      ({ subject, value }) => value !== null && published.has(subject),
    );
    expect(ages).toHaveLength(559);
  });

  test("trap 25: a wider Census row is named beside its figure", async () => {
    for (const soc of ["29-2099", "29-2091", "29-2092"])
      expect(figure(await profile(soc), "median_age")).toMatchObject({
        value: 41.7,
        method: "inherited",
        note: "Miscellaneous health technologists and technicians",
      });
  });

  test("trap 26: a merged code over several Census rows has no single age, its members have theirs", async () => {
    for (const soc of ["31-1120", "13-1020", "21-1018"])
      expect(figure(await profile(soc), "median_age")).toMatchObject({
        value: null,
        nullReason: "not_single",
      });
    expect(figure(await profile("31-1121"), "median_age").value).toBe(48.7);
    expect(figure(await profile("31-1122"), "median_age").value).toBe(45.4);
  });

  test("trap 27: age and origin are of two years, and the shares of origin overlap", async () => {
    const nurses = await profile("29-1141");
    const shares = ["white", "black", "asian", "hispanic"].map((race) => figure(nurses, `race_${race}`));
    expect(shares.map(({ value }) => value)).toEqual([73.6, 14.5, 8.9, 8.1]);
    expect(new Set(shares.map(({ vintage }) => vintage))).toEqual(new Set(["2022"]));
    expect(figure(nurses, "median_age").vintage).toBe("2025, without October");
  });

  test("trap 28: skills tied at the tenth place are told apart by level, the same every time", async () => {
    const { skills } = (await profile("43-6013")).lists;
    const tied = ["Monitoring", "Social Perceptiveness"];
    const [inside, outside] = [skills.slice(0, 10), skills.slice(10)].map((part) =>
      part.filter(({ name }) => tied.includes(name)),
    );
    expect([inside?.length, outside?.length]).toEqual([1, 1]);
    expect(inside?.[0]?.importance).toBe(outside?.[0]?.importance);
    expect(inside?.[0]?.level ?? 0).toBeGreaterThanOrEqual(outside?.[0]?.level ?? 0);
    const developers = (await profile("15-1252")).lists.skills;
    expect(developers[9]?.importance).toBeGreaterThan(developers[10]?.importance ?? 5);
  });

  test("trap 29: an occupation with specialties only says that its ratings are their mean", async () => {
    const found = await profile("29-2099");
    expect(found.skillsNote).toBe("Mean of 3 O*NET profiles: 29-2099.01, 29-2099.05, 29-2099.08");
    const [first] = found.lists.skills;
    const rated = (
      await database.db
        .select()
        .from(occupationRatings)
        .where(
          and(
            eq(occupationRatings.releaseId, await idOf("onet-skills")),
            eq(occupationRatings.element, first?.element ?? ""),
          ),
        )
    ).filter(({ onetSoc }) => onetSoc.startsWith("29-2099."));
    const sum = rated.reduce((total, { importance }) => total + importance, 0);
    expect(rated).toHaveLength(3);
    expect(first?.importance).toBeCloseTo(sum / 3, 3);
  });

  test("trap 30: no occupation is related to itself", async () => {
    const stored = await database.db
      .select()
      .from(relatedOccupations)
      .where(eq(relatedOccupations.onetSoc, "11-1011.00"));
    expect(stored.map(({ relatedOnetSoc }) => relatedOnetSoc)).toContain("11-1011.03");
    const related = (await profile("11-1011")).lists.related.map(({ soc }) => soc);
    expect(related.length).toBeGreaterThan(5);
    expect(related).not.toContain("11-1011");
    expect(new Set(related).size).toBe(related.length);
  });

  test("trap 31: the general profile gives the job zone, and members that differ give none", async () => {
    const zones = new Map((await figuresOfMeasure("job_zone")).map(({ subject, value }) => [subject, value]));
    expect([zones.get("29-1141.00"), zones.get("29-1141.02")]).toEqual([4, 5]);
    expect(figure(await profile("29-1141"), "job_zone").value).toBe(4);
    // Nurses' role names its profile; that of natural sciences managers leaves the choice to the rule.
    expect([zones.get("11-9121.00"), zones.get("11-9121.01")]).toEqual([5, 4]);
    expect(figure(await profile("11-9121"), "job_zone").value).toBe(5);
    expect(figure(await profile("29-2010"), "job_zone")).toMatchObject({
      value: null,
      nullReason: "not_single",
    });
  });

  test("trap 32: states with one median are ranked by jobs", async () => {
    const { states } = (await profile("29-2099")).lists;
    expect(states[4]).toMatchObject({ area: "US-CA", value: 60_390, employment: 26_540 });
    expect(states[5]).toMatchObject({ area: "US-OR", value: 60_390 });
    const clerks = (await profile("43-5052")).lists.states;
    const tied = clerks.filter(({ value }) => value === clerks[4]?.value);
    expect(tied).toHaveLength(6);
    expect(tied.map(({ employment }) => employment)).toEqual(
      tied.map(({ employment }) => employment).sort((a, b) => b - a),
    );
  });

  test("trap 33: the District of Columbia ranks among states, Puerto Rico only with its metros", async () => {
    const kinds = new Map(
      (await database.db.select().from(areas)).map(({ code, kind, states }) => [code, { kind, states }]),
    );
    expect([kinds.get("US-DC")?.kind, kinds.get("US-PR")?.kind]).toEqual(["state", "territory"]);
    const best = new Map<string, { area: string; median: number; jobs: number }>();
    for (const { soc, area, annualMedian, employment } of await occupationRows("oews-state")) {
      if (annualMedian === null || employment === null || employment < 100) continue;
      const known = best.get(soc);
      if (!known || annualMedian > known.median || (annualMedian === known.median && employment > known.jobs))
        best.set(soc, { area, median: annualMedian, jobs: employment });
    }
    expect([...best.values()].filter(({ area }) => area === "US-DC")).toHaveLength(111);
    expect((await occupationRows("oews-state")).filter(({ area }) => area === "US-PR")).toEqual([]);
    const puertoRico = [...kinds].filter(([, { kind, states }]) => kind === "metro" && states === "PR");
    expect(puertoRico).toHaveLength(6);
    for (const soc of ["25-9021", "43-9111", "53-5022"]) {
      const top = (await profile(soc)).lists.metros.slice(0, 5).map(({ area }) => area);
      expect(top.filter((area) => kinds.get(area)?.states === "PR")).not.toEqual([]);
    }
    const priced = new Set((await database.db.select().from(priceLevels)).map(({ area }) => area));
    expect(puertoRico.filter(([code]) => priced.has(code))).toEqual([]);
  });

  test("trap 34: codes keep their leading zeros, and no row of the nation stands among places", async () => {
    const codes = (await database.db.select().from(areas)).map(({ code }) => code);
    expect(codes.filter((code) => !/^(US|US-[A-Z]{2}|cbsa-\d{5}|nonmetro-\d{7})$/.test(code))).toEqual([]);
    expect(codes).toEqual(expect.arrayContaining(["US-CA", "US-AL", "nonmetro-0100001"]));
    const census = await database.db
      .select()
      .from(crosswalkLinks)
      .where(and(eq(crosswalkLinks.toSystem, "census-2018"), eq(crosswalkLinks.fromCode, "11-1011")));
    expect(census.map(({ toCode }) => toCode)).toEqual(["0010"]);
    const priced = (await database.db.select().from(priceLevels)).map(({ area }) => area);
    expect(priced.filter((area) => !codes.includes(area))).toEqual([]);
  });

  // No page shows pay adjusted for prices yet: the stored rows must give the right answer.
  test("trap 35: price levels are those of 2024, by which California's pay comes to $54,543", async () => {
    const rows = await database.db.select().from(priceLevels);
    const california = rows.find(({ area }) => area === "US-CA");
    expect(california).toMatchObject({ year: 2024, level: 110.72 });
    const pay = (await wagesOf("oews-state", "29-2099")).find(({ area }) => area === "US-CA");
    expect(Math.round(((pay?.annualMedian ?? 0) / (california?.level ?? 1)) * 100)).toBe(54_543);
  });

  test("trap 36: every metro of the newer delineation has its price level", async () => {
    const metros = (await database.db.select().from(priceLevels)).filter(({ area }) =>
      area.startsWith("cbsa-"),
    );
    expect(metros).toHaveLength(387);
    expect(new Set(metros.map(({ year }) => year))).toEqual(new Set([2024]));
    expect(metros.map(({ area }) => area)).toEqual(
      expect.arrayContaining(["cbsa-11200", "cbsa-17410", "cbsa-28450"]),
    );
  });

  test("trap 37: a range whose upper end is withheld is no range, and its end no 0", async () => {
    const iowa = await profile("29-1249", "US-IA");
    expect(figure(iowa, "annual_wage_median").value).toBe(370_390);
    expect(figure(iowa, "annual_wage_p90")).toMatchObject({ value: null, low: null });
    expect(figure(iowa, "annual_wage_range")).toMatchObject({ low: null, high: null });
    const cut = (await occupationRows("oews-state")).filter(
      ({ annualMedian, annualP90 }) => annualMedian !== null && annualP90 === null,
    );
    expect(cut).toHaveLength(6);
    const metro = await profile("29-1212", "cbsa-18580");
    const ends = ["p10", "p25", "median", "p75", "p90"].map(
      (key) => figure(metro, `annual_wage_${key}`).value !== null,
    );
    expect(ends).toEqual([true, true, false, false, false]);
    expect(figure(metro, "annual_wage_range")).toMatchObject({ low: null, high: null });
  });

  test("trap 38: a state whose jobs are withheld is not ranked, however high its pay", async () => {
    const colorado = (await wagesOf("oews-state", "11-1011")).find(({ area }) => area === "US-CO");
    expect(colorado).toMatchObject({ annualMedian: 213_370, employment: null });
    const { states } = (await profile("11-1011")).lists;
    expect(states.length).toBeGreaterThan(10);
    expect(states.map(({ area }) => area)).not.toContain("US-CO");
  });

  test("trap 39: both units are shown as published, though 2,080 hours do not join them", async () => {
    const found = await profile("19-2011");
    expect(text(found, "annual_wage_median")).toBe("$128,820");
    expect(text(found, "hourly_wage_median")).toBe("$61.94");
    const apart = (await occupationRows("oews-national-2025")).filter(
      ({ annualMedian, hourlyMedian }) =>
        annualMedian !== null &&
        hourlyMedian !== null &&
        // In whole numbers of 2,080ths: nine more lie at exactly half a cent, where it is rounding that decides.
        Math.abs(annualMedian * 100 - Math.round(hourlyMedian * 100) * 2080) > 1040,
    );
    expect(apart).toHaveLength(70);
  });

  test("trap 40: about equal means under 3 % of the lower annual median, unrounded", async () => {
    const near = await comparison("37-3011", "43-4171");
    expect(near.relation("annual_wage_median")?.relation).toBe("about_equal");
    expect(near.relation("annual_wage_median")?.difference?.percent).toBeCloseTo(2.9992, 4);
    expect(near.relation("hourly_wage_median")?.relation).not.toBe("about_equal");
    expect(near.sentences[0]).toContain("about the same");
    const far = await comparison("13-1081", "47-1011");
    expect(far.relation("annual_wage_median")?.relation).toMatch(/^[ab]_higher$/);
    expect(far.relation("annual_wage_median")?.difference?.percent).toBeCloseTo(3.003, 4);
  });

  test("trap 41: equal medians of two occupations are a gap of 0, not one group", async () => {
    const { relation, sentences } = await comparison("21-1093", "43-6013");
    expect(relation("annual_wage_median")).toMatchObject({
      relation: "identical",
      difference: { absolute: 0 },
    });
    expect(sentences[0]).toBe("Both careers have the same median pay: $45,930 a year.");
  });

  test("trap 42: ranges that touch do not overlap", async () => {
    const [cashiers] = await wagesOf("oews-national-2025", "41-2011");
    const [dancers] = await wagesOf("oews-national-2025", "47-2031");
    expect(cashiers?.annualP90).toBe(dancers?.annualP10);
    const { relation, sentences } = await comparison("41-2011", "47-2031");
    expect(relation("annual_wage_range")?.overlap).toEqual({ absolute: 0, share: 0 });
    expect(sentences.some((sentence) => sentence.endsWith("the two ranges do not overlap."))).toBe(true);
  });

  test("trap 43: titles with a curly apostrophe or double blanks still find their rows", async () => {
    const police = await profile("33-3051");
    expect(police.role.slug).toBe("police-and-sheriffs-patrol-officers");
    expect(figure(police, "annual_wage_median").value).not.toBeNull();
    expect(figure(police, "median_age").value).not.toBeNull();
  });

  test("trap 44: a title may belong to many occupations, and n/a is no short title", async () => {
    const titles = (await database.db.select().from(occupationTitles)).filter(
      ({ kind }) => kind === "alternate",
    );
    const socsOf = new Map<string, Set<string>>();
    for (const { title, soc } of titles) socsOf.set(title, (socsOf.get(title) ?? new Set()).add(soc));
    expect([...socsOf.values()].filter(({ size }) => size > 1)).toHaveLength(6_672);
    expect(socsOf.get("Teacher")?.size).toBe(25);
    expect(new Set(titles.filter(({ shortTitle }) => shortTitle === "CNA").map(({ soc }) => soc))).toContain(
      "29-9093",
    );
    expect(titles.filter(({ shortTitle }) => shortTitle?.toLowerCase() === "n/a")).toEqual([]);
    const profiled = await database.db
      .selectDistinct({ onetSoc: occupationActivities.onetSoc })
      .from(occupationActivities);
    expect(profiled).toHaveLength(923);
    // Sentences of the sources never come with the bundle.
    const tasks = (await database.db.select().from(occupationTexts)).filter(({ kind }) => kind === "task");
    const quoted = tasks.reduce((sum, { text: task }) => sum + task.split('"').length - 1, 0);
    expect([new Set(tasks.map(({ onetSoc }) => onetSoc)).size, quoted]).toEqual(
      origin === "the bundle" ? [0, 0] : [923, 12],
    );
  });

  test("trap 45: metro files lack what they do not publish, and nonmetro areas have no price level", async () => {
    const metro = await database.db
      .select()
      .from(wages)
      .where(
        and(
          eq(wages.releaseId, await idOf("oews-metro")),
          isNull(wages.hourlyMedian),
          isNull(wages.annualMean),
        ),
      );
    expect(metro).toHaveLength(136_038);
    const seattle = await profile("43-6013", "cbsa-42660");
    expect(figure(seattle, "annual_wage_median").value).not.toBeNull();
    expect(figure(seattle, "hourly_wage_median")).toMatchObject({ value: null, nullReason: "not_published" });
    const nonmetro = await profile("43-6013", "nonmetro-0100001");
    expect(figure(nonmetro, "hourly_wage_median").value).not.toBeNull();
    expect(figure(nonmetro, "annual_wage_mean").value).not.toBeNull();
    const priced = (await database.db.select().from(priceLevels)).map(({ area }) => area);
    expect(priced.filter((area) => area.startsWith("nonmetro-"))).toEqual([]);
  });
});
