import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { and, eq } from "drizzle-orm";
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { canonicalText, type Row } from "@/data/canonical";
import { loadBundleIfNeeded } from "@/data/import/bundle";
import { storeReleases, type WrittenRelease } from "@/data/import/run";
import type { DatasetId } from "@/data/sources";
import { type Connection, connection } from "@/db/client";
import { figures, releases, wages } from "@/db/schema";
import { agrees } from "./comparison";
import { publishedFigures } from "./published-figures";
import { publishedWages } from "./published-wages";
import { type Verification, verifyData } from "./verify";

const RAW = "../shared/data";
let database: Connection;

beforeAll(async () => {
  database = await connection();
  await database.migrate();
});

async function verified(folder: string, only?: readonly DatasetId[]): Promise<Verification[]> {
  const all: Verification[] = [];
  await verifyData(database, folder, only, (verification) => all.push(verification));
  return all;
}

describe.skipIf(!fs.existsSync(RAW))("from the official files", () => {
  test("a database that the bundle filled holds every cell as published", async () => {
    await loadBundleIfNeeded(database, () => {});
    const all = await verified(RAW);
    expect(all.filter((verification) => !agrees(verification))).toEqual([]);
    expect(all.map(({ dataset }) => dataset)).toEqual(
      [...publishedWages, ...publishedFigures].map(({ dataset }) => dataset),
    );
    const pay = all.filter(({ dataset }) => dataset.startsWith("oews-"));
    expect(pay.reduce((sum, { rows }) => sum + rows, 0)).toBe(230_091);
    expect(pay.reduce((sum, { filled }) => sum + filled, 0)).toBeGreaterThan(1_900_000);
  });
});

describe("from a small folder", () => {
  const small = ["oews-national-2024", "oews-state", "ep-employment"] as const;
  let folder: string;

  function write(file: string, ...lines: string[]) {
    const target = path.join(folder, file);
    fs.mkdirSync(path.dirname(target), { recursive: true });
    const text = `${lines.join("\n")}\n`;
    fs.writeFileSync(target, file.endsWith(".gz") ? gzipSync(text) : text);
  }

  const national = "oews/national_M2024.csv.gz";
  const state = "oews/oews_state_M2025.csv";
  const projections = "employment_projections_2024_34/table_1_2.csv";
  const stateHeader =
    "state_fips,state,occ_code,occ_title,tot_emp,loc_quotient,h_mean,h_median,a_mean,a_pct10,a_pct25,a_median,a_pct75,a_pct90";

  beforeEach(async () => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), "crossroads-official-"));
    write(
      national,
      "OCC_CODE,OCC_TITLE,O_GROUP,TOT_EMP,EMP_PRSE,LOC_QUOTIENT,H_MEAN,A_MEAN,MEAN_PRSE,H_PCT10,H_PCT25,H_MEDIAN,H_PCT75,H_PCT90,A_PCT10,A_PCT25,A_MEDIAN,A_PCT75,A_PCT90,ANNUAL,HOURLY",
      "31-1120,Aides,broad,900,0.4,,17,35360,0.2,12,14,16,18,21,24960,29120,33280,37440,43680,,",
      "31-1120,Aides,detailed,900,0.4,,17,35360,0.2,12,14,16,18,21,24960,29120,33280,37440,43680,,",
      '29-1211,"Anesthesiologists, all",detailed,**,**,,#,#,1.1,40.5,90,#,#,#,84240,187200,#,#,#,,',
      "53-2011,Pilots,detailed,93290,2.5,,*,250050,1.3,*,*,*,*,*,80950,143720,226600,#,#,TRUE,",
    );
    write(
      state,
      stateHeader,
      "06,California,29-1211,Anesthesiologists,,0.97,,,,,,,,",
      "06,California,31-1120,Aides,300,1.2,18.41,17.9,38290,30000,33000,37230,40000,45000",
      "48,Texas,31-1120,Aides,200,0.41,12.08,11.9,25130,20000,22000,24750,27000,31000",
    );
    write("geo/states.csv", "fips,abbr,name", "06,CA,California", "48,TX,Texas");
    write(
      projections,
      '2024 National Employment Matrix code,Occupation type,"Employment, 2024","Employment, 2034","Employment change, percent, 2024–34","Occupational openings, 2024–34 annual average"',
      "31-0000,Summary,2.1,2.2,4.8,0.3",
      "31-1120,Line item,0.9,1.1,17,0.2",
      "45-3031,Line item,35.7,—,-0.4,904.3",
    );
    // Without their digests the releases of the test before count as old, and all rows are written anew.
    await database.transaction((tx) => tx.update(releases).set({ digest: "" }));
    await storeReleases(database, held(), () => {});
  });
  afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

  /** What the database holds of those files, as an import would write it. */
  function held(): WrittenRelease[] {
    const tops = ["hourlyMean", "hourlyMedian", "hourlyP75", "hourlyP90"];
    const hourly = ["Mean", "P10", "P25", "Median", "P75", "P90"].map((name) => `hourly${name}`);
    const marks = (...lists: [columns: string[], mark: string][]) =>
      lists.flatMap(([columns, mark]) => columns.map((column) => `${column}=${mark}`)).join(";");
    const nation = { area: "US", naics: "" };
    const aides = {
      ...{ soc: "31-1120", ...nation, employment: 900, employmentError: 0.4, meanError: 0.2 },
      ...{ hourlyMean: 17, hourlyP10: 12, hourlyP25: 14, hourlyMedian: 16, hourlyP75: 18, hourlyP90: 21 },
      ...{ annualMean: 35_360, annualP10: 24_960, annualP25: 29_120, annualMedian: 33_280 },
      ...{ annualP75: 37_440, annualP90: 43_680 },
    };
    const doctors = {
      ...{ soc: "29-1211", ...nation, meanError: 1.1, hourlyP10: 40.5, hourlyP25: 90 },
      ...{ annualP10: 84_240, annualP25: 187_200 },
      marks: marks(
        [["employment", "employmentError"], "suppressed"],
        [[...tops, "annualMean", "annualMedian", "annualP75", "annualP90"], "top"],
      ),
    };
    const pilots = {
      ...{ soc: "53-2011", ...nation, employment: 93_290, employmentError: 2.5, meanError: 1.3 },
      ...{ annualMean: 250_050, annualP10: 80_950, annualP25: 143_720, annualMedian: 226_600 },
      marks: marks([hourly, "not_applicable"], [["annualP75", "annualP90"], "top"]),
    };
    const states = [
      { soc: "29-1211", area: "US-CA", naics: "", locationQuotient: 0.97 },
      {
        ...{ soc: "31-1120", area: "US-CA", naics: "", employment: 300, locationQuotient: 1.2 },
        ...{ hourlyMean: 18.41, hourlyMedian: 17.9, annualMean: 38_290, annualP10: 30_000 },
        ...{ annualP25: 33_000, annualMedian: 37_230, annualP75: 40_000, annualP90: 45_000 },
      },
      {
        ...{ soc: "31-1120", area: "US-TX", naics: "", employment: 200, locationQuotient: 0.41 },
        ...{ hourlyMean: 12.08, hourlyMedian: 11.9, annualMean: 25_130, annualP10: 20_000 },
        ...{ annualP25: 22_000, annualMedian: 24_750, annualP75: 27_000, annualP90: 31_000 },
      },
    ];
    const figure = (subject: string, measure: string, value: number | null) => ({
      ...{ subject, measure, area: "US", value },
      nullReason: value === null ? "not_applicable" : null,
    });
    const projected = [
      figure("31-1120", "projected_employment", 1_100),
      figure("31-1120", "projected_change_percent", 17),
      figure("31-1120", "openings_per_year", 200),
      figure("45-3031", "projected_employment", null),
      figure("45-3031", "projected_change_percent", -0.4),
      figure("45-3031", "openings_per_year", 904_300),
    ];
    const release = (dataset: DatasetId, table: "wages" | "figures", rows: Row[]): WrittenRelease => ({
      dataset,
      tables: [{ table, text: canonicalText(table, rows) }],
      report: { files: [], rowsKept: { [table]: rows.length }, rowsSkipped: {} },
    });
    return [
      release("oews-national-2024", "wages", [aides, doctors, pilots]),
      release("oews-state", "wages", states),
      release("ep-employment", "figures", projected),
    ];
  }

  const idOf = async (dataset: DatasetId) => {
    const [live] = await database.db
      .select({ id: releases.id })
      .from(releases)
      .where(and(eq(releases.dataset, dataset), eq(releases.state, "live")));
    if (!live) throw new Error(`${dataset} has no live release`);
    return live.id;
  };

  test("what was imported is what the files say", async () => {
    expect(await verified(folder, small)).toMatchObject([
      { dataset: "oews-national-2024", file: national, rows: 3, cells: 51, filled: 29, first: [] },
      { dataset: "oews-state", file: state, rows: 3, cells: 51, filled: 21, first: [] },
      { dataset: "ep-employment", file: projections, rows: 6, cells: 48, filled: 6, first: [] },
    ]);
  });

  test("projections of another cycle are read by the years that their heads name", async () => {
    const file = path.join(folder, projections);
    fs.writeFileSync(file, fs.readFileSync(file, "utf8").replaceAll("34", "36").replaceAll("2024", "2026"));
    expect(await verified(folder, ["ep-employment"])).toMatchObject([{ rows: 6, filled: 6, first: [] }]);
  });

  test("a changed cell, a lost row, an added row and a dropped mark are found and named", async () => {
    const nation = await idOf("oews-national-2024");
    const states = await idOf("oews-state");
    const ofState = (area: string) => and(eq(wages.releaseId, states), eq(wages.area, area));
    const ofPilots = and(eq(wages.releaseId, nation), eq(wages.soc, "53-2011"));
    const [pilots] = await database.db.select({ marks: wages.marks }).from(wages).where(ofPilots);
    const kept = pilots?.marks?.split(";").filter((mark) => mark !== "annualP90=top") ?? [];
    await database.transaction(async (tx) => {
      await tx
        .update(wages)
        .set({ annualMedian: 37_231 })
        .where(and(ofState("US-CA"), eq(wages.soc, "31-1120")));
      await tx.delete(wages).where(ofState("US-TX"));
      await tx.insert(wages).values({ releaseId: states, soc: "31-1120", area: "US-NV", employment: 5 });
      await tx
        .update(wages)
        .set({ marks: kept.join(";") })
        .where(ofPilots);
      await tx
        .update(figures)
        .set({ value: 0, nullReason: null })
        .where(and(eq(figures.subject, "45-3031"), eq(figures.measure, "projected_employment")));
    });

    const [ofNation, ofStates, ofProjections] = await verified(folder, small);
    const hourly = ["Mean", "Median", "P10", "P25", "P75", "P90"].map(
      (name) => `hourly${name}=not_applicable`,
    );
    expect(ofNation).toMatchObject({ rows: 3, differing: 1, onlyInFile: 0, onlyInDatabase: 0 });
    expect(ofNation?.first).toEqual([
      {
        line: 5,
        key: ["53-2011", "US", ""],
        column: "marks",
        expected: ["annualP75=top", "annualP90=top", ...hourly].join(";"),
        found: ["annualP75=top", ...hourly].join(";"),
      },
    ]);
    expect(ofStates).toMatchObject({ rows: 2, differing: 1, onlyInFile: 1, onlyInDatabase: 1 });
    expect(ofStates?.first).toEqual([
      {
        line: 3,
        key: ["31-1120", "US-CA", ""],
        column: "annualMedian",
        expected: 37_230,
        found: 37_231,
      },
      { line: null, key: ["31-1120", "US-NV", ""], column: null, expected: null, found: "the row" },
      { line: 4, key: ["31-1120", "US-TX", ""], column: null, expected: "the row", found: null },
    ]);
    const fishers = { line: 4, key: ["45-3031", "projected_employment", "US"] };
    expect(ofProjections?.first).toEqual([
      { ...fishers, column: "value", expected: null, found: 0 },
      { ...fishers, column: "nullReason", expected: "not_applicable", found: null },
    ]);
  });

  test("no more than twenty differences are kept, and all are counted", async () => {
    const row = (soc: number) => `06,California,99-${soc},New,10,1,,,,,,,,`;
    write(state, stateHeader, ...Array.from({ length: 30 }, (_, at) => row(1000 + at)));
    const [ofStates] = await verified(folder, ["oews-state"]);
    expect(ofStates?.onlyInFile).toBe(30);
    expect(ofStates?.first).toHaveLength(20);
  });

  test("a text that is no number is told as it stands, and a short row stops the check", async () => {
    write(state, stateHeader, '06,California,99-1000,New,"1,200",1,,,,,,,,');
    const releaseId = await idOf("oews-state");
    await database.transaction(async (tx) => {
      await tx.insert(wages).values({ releaseId, soc: "99-1000", area: "US-CA", locationQuotient: 1 });
    });
    const [ofStates] = await verified(folder, ["oews-state"]);
    expect(ofStates?.first).toContainEqual({
      line: 2,
      key: ["99-1000", "US-CA", ""],
      column: "employment",
      expected: "1,200",
      found: null,
    });
    write(state, stateHeader, "06,California,99-1000,New");
    await expect(verified(folder, ["oews-state"])).rejects.toThrow(/raw\.csv:2.*expected 14 columns/);
  });

  test("a missing column, a missing file and a data set without a check are named", async () => {
    write(state, "state_fips,occ_code,tot_emp", "06,99-1000,10");
    await expect(verified(folder, ["oews-state"])).rejects.toThrow(/no such column: raw\.\w+/);
    fs.rmSync(path.join(folder, state));
    await expect(verified(folder, ["oews-state"])).rejects.toThrow("oews_state_M2025.csv.gz) is missing in");
    await expect(verified(folder, ["areas"])).rejects.toThrow("these can be compared: oews-national-2021,");
  });

  test("without the program sqlite3 the words say what to install", async () => {
    vi.stubEnv("PATH", folder);
    try {
      await expect(verified(folder, small)).rejects.toThrow("apt-get install sqlite3");
    } finally {
      vi.unstubAllEnvs();
    }
  });

  test("the second reader shares no code with the importers", () => {
    const sources = fs.readdirSync(import.meta.dirname).filter((file) => !file.endsWith(".test.ts"));
    expect(sources).toContain("verify.ts");
    for (const file of sources)
      expect(fs.readFileSync(path.join(import.meta.dirname, file), "utf8")).not.toMatch(/from ".*\bimport\//);
  });
});
