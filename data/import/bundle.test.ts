import fs from "node:fs";
import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { bundleTexts } from "@/data/build-bundle";
import { datasets } from "@/data/sources";
import { type Connection, connection } from "@/db/client";
import { dialect } from "@/db/dialect";
import { figures, releases, wages } from "@/db/schema";
import {
  BUNDLE_FOLDER,
  bundledDigest,
  importBundle,
  liveDigests,
  loadBundleIfNeeded,
  readManifest,
} from "./bundle";
import { type ImportOutcome, importFolder, storeReleases, type WrittenRelease } from "./run";

const RAW = "../shared/data";
let database: Connection;

beforeAll(async () => {
  database = await connection();
  await database.migrate();
  await loadBundleIfNeeded(database, () => {});
});

/** The live row of an occupation, place and sector in one data set. */
async function wage(dataset: string, soc: string, area = "US") {
  const [row] = await database.db
    .select({ wages })
    .from(wages)
    .innerJoin(
      releases,
      and(eq(releases.id, wages.releaseId), eq(releases.dataset, dataset), eq(releases.state, "live")),
    )
    .where(and(eq(wages.soc, soc), eq(wages.area, area), eq(wages.naics, "")));
  return row?.wages;
}

async function figure(subject: string, measure: string) {
  const [row] = await database.db
    .select({ figures })
    .from(figures)
    .innerJoin(releases, and(eq(releases.id, figures.releaseId), eq(releases.state, "live")))
    .where(and(eq(figures.subject, subject), eq(figures.measure, measure)));
  return row?.figures;
}

const count = async (sql: string) => Number((await database.query(sql))[0]?.n);

describe("from the bundle", () => {
  test("29-2099 and 43-6013 hold the published figures", async () => {
    expect(await wage("oews-national-2025", "29-2099")).toMatchObject({
      annualMedian: 50_290,
      annualP10: 38_180,
      annualP90: 85_270,
      employment: 182_610,
    });
    expect(await wage("oews-national-2025", "43-6013")).toMatchObject({
      annualMedian: 45_930,
      hourlyMedian: 22.08,
    });
    expect(await wage("oews-state", "43-6013", "US-WA")).toMatchObject({ annualMedian: 58_100 });
    expect(await wage("oews-metro", "43-6013", "cbsa-41940")).toMatchObject({ annualMedian: 69_350 });
    expect((await figure("29-2099", "projected_change_percent"))?.value).toBe(5.2);
    expect((await figure("29-2099", "openings_per_year"))?.value).toBe(13_600);
    expect((await figure("29-2099", "education_held_some_college"))?.value).toBe(28.7);
  });

  test("fields of study lead from real occupations only", async () => {
    expect(
      await count(
        "select count(distinct from_code) as n from crosswalk_links where to_system = 'cip-2020' and from_code in (select soc from occupations)",
      ),
    ).toBe(687);
    expect(await count("select count(*) as n from crosswalk_links where from_code = '99-9999'")).toBe(0);
  });
  test("coverage is that of the official files", async () => {
    const national =
      "select count(*) as n from wages w join releases r on r.id = w.release_id and r.state = 'live' and r.dataset = 'oews-national-2025' where w.soc <> '00-0000'";
    expect(await count(national)).toBe(830);
    expect(await count(`${national} and w.annual_median is not null`)).toBe(825);
    expect(await count(`${national} and w.hourly_median is not null`)).toBe(772);
    expect(await count("select count(*) as n from occupations where level in ('detailed', 'merged')")).toBe(
      879,
    );
    expect(
      await count(
        "select count(*) as n from figures where measure = 'projected_change_percent' and subject <> '00-0000' and subject like '__-____'",
      ),
    ).toBe(832);
  });
  test("a second load changes nothing", async () => {
    const before = await liveDigests(database);
    const outcomes: ImportOutcome[] = [];
    await importBundle(database, (outcome) => outcomes.push(outcome));
    expect(outcomes.filter(({ result }) => result !== "unchanged")).toEqual([]);
    expect(await liveDigests(database)).toEqual(before);
    expect(await loadBundleIfNeeded(database, () => {})).toBe(false);
  });
  test("no live release repeats a data set", async () => {
    expect(
      await count(
        "select count(*) as n from (select dataset from releases where state = 'live' group by dataset having count(*) > 1) as twice",
      ),
    ).toBe(0);
  });
  test("the bundle keeps to its size and holds no sentences of the sources", () => {
    const bytes = fs
      .readdirSync(BUNDLE_FOLDER)
      .reduce((sum, file) => sum + fs.statSync(`${BUNDLE_FOLDER}/${file}`).size, 0);
    expect(bytes).toBeLessThan(8_000_000);
    expect(readManifest(BUNDLE_FOLDER).files.filter(({ table }) => table === "occupation_texts")).toEqual([]);
  });
});

describe.skipIf(!fs.existsSync(RAW))("from the official files", () => {
  if (dialect === "sqlite")
    test("the bundle is what its builder makes of them", async () => {
      const { files } = await bundleTexts(RAW);
      expect(files).toEqual(readManifest(BUNDLE_FOLDER).files);
    });
  test("an import finds the bundle's facts unchanged, and adds the texts", async () => {
    const outcomes: ImportOutcome[] = [];
    const only = datasets
      .map(({ id }) => id)
      .filter(
        (id) =>
          dialect === "sqlite" ||
          !id.startsWith("oews-") ||
          id === "oews-state" ||
          id === "oews-metro" ||
          id === "oews-national-2025",
      );
    await importFolder(database, RAW, only, (outcome) => outcomes.push(outcome));
    const loaded = outcomes.filter(({ result }) => result === "loaded").map(({ dataset }) => dataset);
    expect(loaded.sort()).toEqual(["ep-reasons", "onet-texts", "soc-definitions"]);
    expect(await liveDigests(database)).toMatchObject({
      "oews-state": bundledDigest(BUNDLE_FOLDER, "oews-state"),
    });
  });
  test("a missing file is named, and nothing changes", async () => {
    const before = await liveDigests(database);
    await expect(importFolder(database, "docs", ["oews-state"], () => {})).rejects.toThrow(
      /states\.csv.*missing/,
    );
    expect(await liveDigests(database)).toEqual(before);
  });
});

describe("after an operator's import", () => {
  test("a bundle that changed leaves the operator's release alone", async () => {
    const text = "area,year,level\nUS-CA,2025,111.5\n";
    const newer = { files: [], rowsKept: { price_levels: 1 }, rowsSkipped: {} };
    const release: WrittenRelease = {
      dataset: "price-levels",
      tables: [{ table: "price_levels", text }],
      report: newer,
    };
    await storeReleases(database, [release], () => {});
    const operators = (await liveDigests(database))["price-levels"];
    const outcomes: ImportOutcome[] = [];
    await importBundle(database, (outcome) => outcomes.push(outcome));
    expect(outcomes.filter(({ result }) => result === "kept").map(({ dataset }) => dataset)).toEqual([
      "price-levels",
    ]);
    expect((await liveDigests(database))["price-levels"]).toBe(operators);
  });
});
