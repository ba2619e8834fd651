import fs from "node:fs";
import { beforeEach, describe, expect, test } from "vitest";
import { OfficialCopy, RAW } from "./official-copy";

const official = new OfficialCopy();
const file = "geo/US.txt";

/** One row of the publisher's file. */
const row = (zip: string, place: string, state: string, county: string, code: string) =>
  `US\t${zip}\t${place}\tname of the state\t${state}\t${county}\t${code}\t\t\t40.1\t-90.1\t4\n`;

const read = async () => {
  const { tables, report, edition } = await official.read("zips");
  return { lines: tables[0]?.text.split("\n").slice(1, -1), skipped: report.rowsSkipped, edition };
};

describe.skipIf(!fs.existsSync(RAW))("ZIP codes", () => {
  beforeEach(() => {
    official.clear();
    official.copy(["geo/states.csv", "geo/cbsa_delineation_2023-07.csv"]);
  });

  test("of the package stand for the metro area of their county, or for the state", async () => {
    const { lines = [], skipped, edition } = await read();
    expect(lines).toHaveLength(40_977);
    expect(skipped).toEqual({ "mail to the armed forces": 511, "outside of the states": 2 });
    expect(edition).toBeUndefined();
    expect(lines.filter((line) => line.includes("cbsa-"))).toHaveLength(24_906);
    for (const line of [
      "90210,Beverly Hills,CA,cbsa-31080",
      "59711,Anaconda,MT,US-MT",
      "20001,Washington,DC,cbsa-47900",
      "06103,Hartford,CT,cbsa-25540",
    ])
      expect(lines).toContain(line);
  });

  test("of a county that the delineation joins with a city are in its metro area", async () => {
    official.write(
      file,
      [
        row("22902", "Charlottesville", "VA", "Charlottesville (city)", "540"),
        row("22911", "Charlottesville", "VA", "Albemarle", "003"),
        row("22801", "Harrisonburg", "VA", "City of Harrisonburg", "660"),
        row("23834", "Colonial Heights", "VA", "Colonial Heights (city", "570"),
        row("96742", "Kalaupapa", "HI", "Kalawao", "005"),
        row("24112", "Martinsville", "VA", "Martinsville (city)", "690"),
      ].join(""),
    );
    const { lines, edition } = await read();
    expect(lines).toEqual([
      "22801,Harrisonburg,VA,cbsa-25500",
      "22902,Charlottesville,VA,cbsa-16820",
      "22911,Charlottesville,VA,cbsa-16820",
      "23834,Colonial Heights,VA,cbsa-40060",
      "24112,Martinsville,VA,US-VA",
      "96742,Kalaupapa,HI,cbsa-27980",
    ]);
    expect(edition).toBe("as brought");
  });

  const chicago = row("60601", "Chicago", "IL", "Cook", "031");
  test.each([
    ["with a cell too few", chicago.replace("\t40.1", ""), /US\.txt, line 1: the row has 11 cells/],
    ["cut", `${chicago}US\t60602`, /the file ends inside a line/],
    ["with a ZIP code twice", chicago + chicago, /column "zip": 60601 stands on line 1 too/],
    ["with four digits", chicago.replace("60601", "6060"), /column "zip": "6060" is no such code/],
    ["without a county", chicago.replace("\tCook\t031", "\t\t"), /column "county code": "" is no such code/],
    ["without a place", chicago.replace("\tChicago", "\t"), /column "place": the cell is empty/],
    ["empty", "", /the file has no rows/],
  ])("%s are refused", async (_, text, message) => {
    official.write(file, text);
    expect(await official.refusal("zips")).toMatch(message);
  });
});
