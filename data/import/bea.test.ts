import fs from "node:fs";
import { parse } from "csv-parse/sync";
import { beforeEach, describe, expect, test } from "vitest";
import { OfficialCopy, RAW, stored } from "./official-copy";

const trimmed = ["bea_rpp/rpp_2024_state_all_items.csv", "bea_rpp/rpp_2024_metro_all_items.csv"] as const;
const states = "bea_rpp/SARPP_STATE_2008_2023.csv";
const metros = "bea_rpp/MARPP_MSA_2008_2023.csv";
const official = new OfficialCopy();

/** Copies the publisher's table of states, and what tells the areas that we know, with one row for each. */
function copyStates(): void {
  official.copy([states, "geo/states.csv"]);
  for (const name of ["oews/oews_metro_M2025.csv", "oews/oews_nonmetro_M2025.csv"])
    official.copy([name], (text) => [...firstOfArea(text).values()].join(""));
}

/** The header and the first line of each area, whose code stands in the first cell. */
function firstOfArea(text: string): Map<string, string> {
  const lines = new Map<string, string>();
  for (const line of text.split(/(?<=\n)/)) {
    const [area = ""] = line.split(",");
    if (!lines.has(area)) lines.set(area, line);
  }
  return lines;
}

/** The metro areas of 2023 in the layout of the table of states, which is that of the publisher. */
function metroTable(): string {
  const rows = parse<Record<string, string>>(stored("bea_rpp/rpp_msa_2023_5lines.csv"), { columns: true });
  const lines = [...new Set(rows.map(({ Description }) => Description))];
  return [
    "GeoFIPS,GeoName,Region,TableName,LineCode,IndustryClassification,Description,Unit,2022,2023",
    ...rows.map(({ GeoFIPS = "", GeoName, Description = "", ...levels }) => {
      const geography = ` "${GeoFIPS.padStart(5, "0")}","${GeoName}", ,MARPP,${3 + lines.indexOf(Description)}`;
      return `${geography},"...","${Description}","Index",(NA),${levels["RPP 2023"]}`;
    }),
    '"Note: See the included footnote file."',
    '"U.S. Bureau of Economic Analysis"',
    "",
  ].join("\n");
}

describe.skipIf(!fs.existsSync(RAW))("price levels", () => {
  beforeEach(() => official.clear());

  test("are of the year in their rows", async () => {
    official.copy(trimmed);
    expect((await official.read("price-levels")).edition).toBe("2024");
    official.copy(trimmed, (text) => text.replaceAll(",2024", ",2025"));
    const later = await official.read("price-levels");
    expect(later.edition).toBe("2025");
    expect(later.tables[0]?.text).toContain("US-CA,2025,110.72\n");
  });

  test("of two years are refused", async () => {
    official.copy(trimmed);
    official.copy([trimmed[1]], (text) => text.replaceAll(",2024", ",2025"));
    expect(await official.refusal("price-levels")).toMatch(
      /metro_all_items\.csv, line \d+, column "rpp_year": the price level is of 2025, and one above of 2024/,
    );
  });

  test("are read as the publisher has them, of the newest year", async () => {
    copyStates();
    official.write(metros, metroTable());
    const { edition, tables, report } = await official.read("price-levels");
    expect(edition).toBe("2023");
    const text = tables[0]?.text ?? "";
    expect(text).toContain("US-CA,2023,112.581\n");
    expect(text).toContain("US-DC,2023,");
    expect(text).toContain("cbsa-10180,2023,89.85\n");
    expect(text).not.toContain("cbsa-00999");
    expect(report.files.map(({ name }) => name)).toEqual([states, metros]);
    const [stateRows, metroRows] = [/^US-/gm, /^cbsa-/gm].map((form) => text.match(form)?.length);
    expect([stateRows, metroRows]).toEqual([51, 371]);
    expect(report.rowsSkipped).toEqual({
      footnote: 6,
      "income, spending, or a part of the price level": 468 + 1544,
      "metro area of another delineation": 13,
      "the nation, or a portion of it": 3,
    });
  });

  test("of copies go before those of the publisher", async () => {
    official.copy([...trimmed, states]);
    expect((await official.read("price-levels")).edition).toBe("2024");
  });

  test("of the newest file are read where there are two", async () => {
    copyStates();
    official.write(metros, metroTable());
    official.write(states.replace("2023", "2022"), "GeoFIPS\n1\n");
    expect((await official.read("price-levels")).report.files[0]?.name).toBe(states);
  });

  test("that are not published are left out", async () => {
    copyStates();
    official.write(metros, metroTable().replace(",89.85", ",(NA)"));
    const { tables, report } = await official.read("price-levels");
    expect(tables[0]?.text).not.toContain("cbsa-10180,");
    expect(report.rowsSkipped["no price level published"]).toBe(1);
  });

  test.each([
    ["without metro areas", () => official.copy([states]), /MARPP_MSA_2008_….csv: the file is missing/],
    [
      "of two newest years",
      () => {
        copyStates();
        official.write(metros, metroTable().replace(",2022,2023", ",2022,2024"));
      },
      /MARPP_MSA_2008_2023\.csv, line 1: the newest year is 2024, and 2023 in .*SARPP/,
    ],
    [
      "without the line of all items",
      () => {
        copyStates();
        official.write(metros, metroTable().replaceAll("RPPs: All items", "RPPs: Goods"));
      },
      /MARPP_MSA_2008_2023\.csv, column "Description": no row is of all items/,
    ],
    [
      "with an area twice",
      () => {
        copyStates();
        official.write(metros, metroTable().replace('"10420"', '"10180"'));
      },
      /column "GeoFIPS": 10180 stands on line 4 too/,
    ],
    [
      "cut",
      () => {
        official.copy([states], (text) => text.slice(0, 60_001));
        official.write(metros, metroTable());
      },
      /SARPP_STATE_2008_2023\.csv, line \d+: the file ends inside a line/,
    ],
  ])("%s are refused", async (_, place, message) => {
    place();
    expect(await official.refusal("price-levels")).toMatch(message);
  });
});
