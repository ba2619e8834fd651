import fs from "node:fs";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type DatasetId, isBefore } from "@/data/sources";
import { type Connection, connection } from "@/db/client";
import { liveReleases } from "@/server/release/queries";
import { csvOf, ofNation, ofPlaces, type PublishedTable, workbookOf } from "./oews-published";
import { OfficialCopy, RAW } from "./official-copy";
import { differencesOf, type ImportOutcome, importFolder, liveRelease } from "./run";

test.each([
  ["May 2024", "May 2025", true],
  ["May 2025", "May 2025", false],
  ["May 2026", "May 2025", false],
  ["2023–33", "2024–34", true],
  ["30.2, February 2026", "30.10, May 2026", true],
  ["30.1", "30.2, February 2026", false],
  ["undated", "2024", false],
])("%s is before %s: %s", (edition, other, expected) => {
  expect(isBefore(edition, other)).toBe(expected);
});

const official = new OfficialCopy();
const structure = ["soc/soc2018_definitions.csv", "soc/nem_onet_to_soc_crosswalk_2023.csv"];

/** Vermont as of a year. */
const vermont = (year: number): PublishedTable => ({
  ...ofPlaces("state", (area) => area === "50"),
  sheet: `state_M${year}_dl`,
});

describe.skipIf(!fs.existsSync(RAW))("an edition of OEWS", () => {
  let database: Connection;
  beforeAll(async () => {
    database = await connection();
    await database.migrate();
    official.copy(structure);
    await importFolder(database, official.folder, ["soc-structure"], () => {});
  });
  beforeEach(() => official.clear());

  async function imported(only: DatasetId[], options = {}) {
    const outcomes: ImportOutcome[] = [];
    await importFolder(database, official.folder, only, (outcome) => outcomes.push(outcome), options);
    return outcomes.map(({ dataset, result }) => `${dataset} ${result}`);
  }
  const edition = async () => {
    const live = await liveReleases();
    return live.origin(live.id("oews-state")).source.release;
  };

  test("is loaded, is unchanged the second time, and gives way to a newer one", async () => {
    official.write("a.xlsx", workbookOf(vermont(2025)));
    expect(await imported(["oews-state"])).toEqual(["oews-state loaded"]);
    official.clear();
    official.write("other name.csv", csvOf(vermont(2025)));
    await expect(imported(["oews-state"])).rejects.toThrow(/nothing says the year of this table/);
    official.clear();
    official.write("state_M2025.csv", csvOf(vermont(2025)));
    expect(await imported(["oews-state"])).toEqual(["oews-state unchanged"]);
    const newer = vermont(2026);
    newer.rows = newer.rows.map((row) => ({ ...row, LOC_QUOTIENT: "" }));
    official.write("b.xlsx", workbookOf(newer));
    expect(await imported(["oews-state"])).toEqual(["oews-state loaded"]);
    expect(await edition()).toBe("May 2026");
  });

  test("that is older is refused unless it is asked for", async () => {
    official.write("a.xlsx", workbookOf(vermont(2024)));
    const message =
      /^a\.xlsx > state_M2024_dl: oews-state of May 2024 is older than May 2026, which is live; .*--older/;
    await expect(imported(["oews-state"])).rejects.toThrow(message);
    await expect(differencesOf(database, official.folder, ["oews-state"])).rejects.toThrow(message);
    expect(await edition()).toBe("May 2026");
    expect(await imported(["oews-state"], { older: true })).toEqual(["oews-state loaded"]);
    expect(await edition()).toBe("May 2024");
  });

  test("of the nation is taken for each year that the folder has, and the newest is live", async () => {
    const nations: DatasetId[] = ["oews-national-2024", "oews-national-2025", "oews-national-2026"];
    expect((await liveReleases()).nation()).toBe("oews-national-2025");
    await expect(imported(nations)).rejects.toThrow(/national_M2024\.csv: the file is missing/);
    const { rows } = ofNation(2024);
    official.write("n.xlsx", workbookOf({ sheet: "national_M2024_dl", rows }));
    expect(await imported(nations)).toEqual(["oews-national-2024 loaded"]);
    expect((await liveReleases()).nation()).toBe("oews-national-2024");
    official.clear();
    official.write("n.xlsx", workbookOf({ sheet: "national_M2026_dl", rows }));
    expect(await imported(nations)).toEqual(["oews-national-2026 loaded"]);
    expect((await liveReleases()).nation()).toBe("oews-national-2026");
    const { report } = (await liveRelease(database, "oews-national-2026")) ?? {};
    expect(report?.doubts).toEqual([
      expect.stringMatching(/the most that May 2026 prints: \d+; data\/sources/),
    ]);
    await expect(imported(["oews-national-2027"])).rejects.toThrow(
      /national_M2027\.csv: the file is missing/,
    );
  });

  test("names a workbook that nothing was read from once, and none that something was", async () => {
    const [state, nation] = [vermont(2026), ofNation(2024)];
    official.write("s.xlsx", workbookOf(state));
    official.write("n.xlsx", workbookOf(nation));
    official.write("damaged.xlsx", workbookOf(state).subarray(0, 5000));
    const outcomes: ImportOutcome[] = [];
    const only: DatasetId[] = ["oews-national-2024", "oews-state"];
    await importFolder(database, official.folder, only, (outcome) => outcomes.push(outcome));
    expect(outcomes.map(({ report }) => report.unrecognized)).toEqual([
      [expect.stringMatching(/^damaged\.xlsx: /)],
      [],
    ]);
  });
});
