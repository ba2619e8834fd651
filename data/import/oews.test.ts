import fs from "node:fs";
import { strToU8, zipSync } from "fflate";
import { beforeEach, describe, expect, test } from "vitest";
import { canonicalRows, type Row } from "@/data/canonical";
import type { DatasetId } from "@/data/sources";
import {
  csvOf,
  ofNation,
  ofPlaces,
  ofSectors,
  type PublishedTable,
  published,
  workbookOf,
} from "./oews-published";
import { OfficialCopy, RAW, stored } from "./official-copy";
import type { WrittenRelease } from "./run";

const official = new OfficialCopy();
const states = "geo/states.csv";
const copies = {
  "oews-state": "oews/oews_state_M2025.csv",
  "oews-territory": "oews/oews_puerto_rico_M2025.csv",
  "oews-metro": "oews/oews_metro_M2025.csv",
  "oews-nonmetro": "oews/oews_nonmetro_M2025.csv",
  "oews-sector": "oews/natsector_M2024.csv",
  "oews-national-2025": "oews/national_M2025.csv",
} as const;

/** What the converted copy of a data set says, before the test's own files lie in the folder. */
async function ofCopy(id: keyof typeof copies): Promise<WrittenRelease> {
  official.clear();
  official.copy([copies[id], states]);
  const release = await official.read(id);
  official.clear();
  return release;
}

const wagesIn = ({ tables }: WrittenRelease): Row[] =>
  tables.flatMap(({ table, text }) => [...canonicalRows(table, text)].flat());

function byArea(release: WrittenRelease): Map<unknown, Row[]> {
  const areas = new Map<unknown, Row[]>();
  for (const row of wagesIn(release)) {
    const known = areas.get(row.area);
    if (known) known.push(row);
    else areas.set(row.area, [row]);
  }
  return areas;
}

/** The figures of a long table of the publisher's database, from the rows of a wide one. */
function longOf({ rows }: PublishedTable, year: number): string {
  const datatypes = {
    TOT_EMP: "01",
    H_MEAN: "03",
    A_MEAN: "04",
    H_MEDIAN: "08",
    A_PCT10: "11",
    A_PCT25: "12",
    A_MEDIAN: "13",
    A_PCT75: "14",
    A_PCT90: "15",
    LOC_QUOTIENT: "17",
  };
  const types: Record<string, string> = { "1": "N", "2": "S", "3": "S" };
  const lines = rows.flatMap(({ AREA = "", AREA_TYPE = "", OCC_CODE = "", ...cells }) => {
    const type = types[AREA_TYPE] ?? "M";
    const area = type === "N" ? "0000000" : type === "S" ? `${AREA}00000` : AREA.padStart(7, "0");
    return Object.entries(datatypes).map(([column, datatype]) => {
      const series = `OEU${type}${area}000000${OCC_CODE.replace("-", "")}${datatype}`;
      const value = cells[column] || "-";
      return `${series}     \t${year}\tA01\t${value.padStart(12)}\t${value === "-" ? "8" : ""}`;
    });
  });
  return `${["series_id                     \tyear\tperiod\t       value\tfootnote_codes", ...lines].join("\r\n")}\r\n`;
}

const someMetros = (area: string) => Number(area) < 11_500 || area === "41940";
const someNonmetros = (area: string) => Number(area) < 200_000;

describe.skipIf(!fs.existsSync(RAW))("OEWS as its publisher gives it", () => {
  beforeEach(() => official.clear());

  test("the nation's own workbook, under any name, gives the facts of its copy", async () => {
    const copy = await ofCopy("oews-national-2025");
    official.write("downloads/nation (2).bin", stored("oews/national_M2025_dl.xlsx"));
    const found = await official.read("oews-national-2025");
    expect(found.tables).toEqual(copy.tables);
    expect(found.edition).toBe("May 2025");
    expect(found.report.files.map(({ name, rowsRead }) => [name, rowsRead])).toEqual([
      ["downloads/nation (2).bin > national_M2025_dl", 1401],
    ]);
    expect(found.report.rowsSkipped).toEqual(copy.report.rowsSkipped);
  });

  test.each([2021, 2022, 2023, 2024])(
    "the nation of %i is told by its jobs, in a text of any name",
    async (year) => {
      const id = `oews-national-${year}` as DatasetId;
      official.copy([`oews/national_M${year}.csv`]);
      const copy = await official.read(id);
      official.clear();
      official.write("table.txt", csvOf(ofNation(year)));
      expect((await official.read(id)).tables).toEqual(copy.tables);
      const lower = published.filter((column) => !/^PCT_|JOBS_1000/.test(column));
      official.write(
        "table.txt",
        csvOf(ofNation(year), lower).replace(/^.*/, (heads) =>
          heads.toLowerCase().replaceAll("o_group", "occ_group"),
        ),
      );
      const older = await official.read(id);
      expect(older.tables).toEqual(copy.tables);
      expect(older.edition).toBe(`May ${year}`);
    },
  );

  test("states and territories of one archive give the facts of their copies, state by state", async () => {
    const [copy, territory] = [await ofCopy("oews-state"), await ofCopy("oews-territory")];
    const rows = [...ofPlaces("state").rows, ...ofPlaces("territory").rows];
    const workbook = workbookOf(
      { sheet: "state_M2025_dl", rows },
      { description: "May 2025 OEWS Estimates" },
    );
    const about = workbookOf({ sheet: "Fields", rows: [] }, { columns: ["Field", "Description"] });
    official.write(
      "oesm25st.zip",
      zipSync({
        "oesm25st/state_M2025_dl.xlsx": workbook,
        "oesm25st/file_descriptions.xlsx": about,
        "oesm25st/read me.txt": strToU8("Read me\n"),
      }),
    );
    const found = await official.read("oews-state");
    const [ofFound, ofStates] = [byArea(found), byArea(copy)];
    expect(ofFound.size).toBe(51);
    for (const [area, wages] of ofStates) expect(ofFound.get(area), String(area)).toEqual(wages);
    expect(found.tables).toEqual(copy.tables);
    expect(found.report.rowsKept).toEqual({ wages: 35_223 });
    expect(found.report.unrecognized).toEqual([]);
    expect((await official.read("oews-territory")).tables).toEqual(territory.tables);
  });

  test("metro and nonmetro areas give the facts of their copies", async () => {
    const [metros, nonmetros] = [byArea(await ofCopy("oews-metro")), byArea(await ofCopy("oews-nonmetro"))];
    const nonmetro = ofPlaces("nonmetro", someNonmetros);
    // Spreadsheets that someone has stored again hold codes as numbers, without the zeros in front.
    for (const row of nonmetro.rows) row.AREA = String(Number(row.AREA));
    official.write(
      "places.zip",
      zipSync({
        "MSA_M2025_dl.xlsx": workbookOf(ofPlaces("metro", someMetros)),
        "BOS_M2025_dl.xlsx": workbookOf(nonmetro),
      }),
    );
    for (const [id, copy, least] of [
      ["oews-metro", metros, 15],
      ["oews-nonmetro", nonmetros, 3],
    ] as const) {
      const found = byArea(await official.read(id));
      expect(found.size).toBeGreaterThan(least);
      for (const [area, wages] of found) expect(wages, String(area)).toEqual(copy.get(area));
    }
  });

  test("places are named by the tables that their figures come from", async () => {
    official.copy([copies["oews-metro"], copies["oews-nonmetro"], states]);
    const namesIn = ({ tables }: WrittenRelease) =>
      new Map(
        tables.flatMap(({ text }) => [...canonicalRows("areas", text)].flat()).map((row) => [row.code, row]),
      );
    const copy = namesIn(await official.read("areas"));
    const [metro, nonmetro] = [ofPlaces("metro", someMetros), ofPlaces("nonmetro", someNonmetros)];
    official.clear();
    official.copy([states]);
    official.write("MSA_M2025_dl.csv", csvOf(metro));
    expect(await official.refusal("areas")).toMatch(/oews_nonmetro_M2025\.csv: the file is missing/);
    official.write("BOS_M2025_dl.csv", csvOf(nonmetro));
    const found = await official.read("areas");
    expect(found.edition).toBe("May 2025");
    expect(namesIn(found).get("cbsa-10180")).toMatchObject({ name: "Abilene, TX", states: "TX" });
    for (const [code, row] of namesIn(found)) expect(row, String(code)).toEqual(copy.get(code));
    official.copy([copies["oews-metro"], copies["oews-nonmetro"]]);
    const moved = metro.rows.map((row) => (row.AREA === "10180" ? { ...row, AREA: "99999" } : row));
    official.write(
      "oesm26ma.zip",
      zipSync({ "MSA_M2026_dl.csv": strToU8(csvOf({ sheet: "", rows: moved })) }),
    );
    const next = await official.read("areas");
    expect(next.edition).toBe("May 2026");
    expect(namesIn(next).get("cbsa-99999")).toMatchObject({ name: "Abilene, TX", kind: "metro" });
    expect(namesIn(next).has("nonmetro-0100001")).toBe(true);
    official.write("oesm26ma.zip", "");
    official.write("oe.data.0.Current", longOf(metro, 2026));
    expect(namesIn(await official.read("areas"))).toEqual(copy);
  });

  test("sectors give the facts of their copy, marks and all", async () => {
    const copy = await ofCopy("oews-sector");
    official.write("natsector_M2024_dl.xlsx", workbookOf(ofSectors()));
    const found = await official.read("oews-sector");
    expect(found.tables).toEqual(copy.tables);
    expect(found.edition).toBe("May 2024");
    expect(found.tables[0]?.text).toContain("annualMedian=top");
  });

  test("one table of all areas and industries feeds each data set", async () => {
    const [state, nation] = [await ofCopy("oews-state"), await ofCopy("oews-national-2025")];
    const sheet = "All May 2025 data";
    const california = (area: string) => area === "06";
    const tables = [
      ofNation(2025),
      ofPlaces("state", california),
      ofPlaces("territory"),
      ofPlaces("metro", (area) => area === "41940"),
      ofPlaces("nonmetro", (area) => area === "0100001"),
    ];
    const owners = ofNation(2025).rows.map((row) => ({
      ...row,
      I_GROUP: "cross-industry, ownership",
      NAICS: "000001",
      OWN_CODE: "5",
    }));
    const industries = ofSectors().rows.map((row) => ({
      ...row,
      I_GROUP: "3-digit",
      NAICS: `${row.NAICS}1000`,
    }));
    const rows = [...tables.flatMap((table) => table.rows), ...owners, ...industries];
    official.write("all_data_M_2025.xlsx", workbookOf({ sheet, rows }));
    expect((await official.read("oews-national-2025")).tables).toEqual(nation.tables);
    const found = byArea(await official.read("oews-state"));
    expect([...found.keys()]).toEqual(["US-CA"]);
    expect(found.get("US-CA")).toEqual(byArea(state).get("US-CA"));
    for (const [id, area] of [
      ["oews-territory", "US-PR"],
      ["oews-metro", "cbsa-41940"],
      ["oews-nonmetro", "nonmetro-0100001"],
    ] as const)
      expect([...byArea(await official.read(id)).keys()]).toEqual([area]);
    expect(await official.refusal("oews-sector")).toMatch(/natsector_M2024\.csv: the file is missing/);
  });

  test("sectors of a table of all industries are written as spans", async () => {
    const copy = await ofCopy("oews-sector");
    const spans: Record<string, string> = { "31": "31-33", "44": "44-45", "48": "48-49" };
    const rows = ofSectors().rows.map((row) => ({
      ...row,
      NAICS: spans[row.NAICS ?? ""] ?? row.NAICS ?? "",
    }));
    official.write("all.xlsx", workbookOf({ sheet: "All May 2024 data", rows }));
    expect((await official.read("oews-sector")).tables).toEqual(copy.tables);
  });

  test.each([
    ["oews-state", ofPlaces("state", (area) => area === "06" || area === "27")],
    ["oews-metro", ofPlaces("metro", (area) => area === "10180")],
    ["oews-nonmetro", ofPlaces("nonmetro", (area) => area === "0100001")],
  ] as const)("%s: the database's long table gives the same facts", async (id, table) => {
    const copy = byArea(await ofCopy(id));
    official.copy([states]);
    official.write("oe.data.0.Current", longOf(table, 2025));
    const found = await official.read(id);
    expect(found.edition).toBe("May 2025");
    const values = (rows: Row[] = []) => rows.map(({ marks: _, ...row }) => row);
    for (const [area, wages] of byArea(found))
      expect(values(wages), String(area)).toEqual(values(copy.get(area)));
    // What the database does not release it marks, which the copies have lost.
    expect(found.tables[0]?.text).toContain("=suppressed");
  });

  test("a footnote of the database says why a value is missing", async () => {
    official.copy([states]);
    const table = ofPlaces("state", (area) => area === "06");
    const noted = longOf(table, 2026)
      .replace(/(OEUS060000000000011101113\s+2026\tA01\s+)[\d-]+\t/, "$1-\t5")
      .replace(/(OEUS060000000000027201104\s+2026\tA01\s+)[\d-]+\t8?/, "$1-\t4");
    official.write("oe.data", noted);
    const rows = wagesIn(await official.read("oews-state"));
    const marksOf = (soc: string) => String(rows.find((row) => row.soc === soc)?.marks);
    expect(marksOf("11-1011")).toContain("annualMedian=top");
    expect(marksOf("27-2011")).toContain("annualMean=not_applicable");
  });

  test("a nation of a year to come is a data set of its own", async () => {
    const copy = await ofCopy("oews-national-2025");
    const rows = ofNation(2025).rows.map((row) =>
      row.O_GROUP === "total" || row.OCC_CODE === "41-2031"
        ? { ...row, TOT_EMP: String(Number(row.TOT_EMP) + 1_000_000) }
        : row,
    );
    official.write("oesm26nat.zip", zipSync({ "n.xlsx": workbookOf({ sheet: "national_M2026_dl", rows }) }));
    const next = await official.read("oews-national-2026");
    expect(next.edition).toBe("May 2026");
    expect(wagesIn(next)).toHaveLength(wagesIn(copy).length);
    expect(await official.refusal("oews-national-2025")).toMatch(/national_M2025\.csv: the file is missing/);
    official.clear();
    official.write("national_M2026.csv", csvOf({ sheet: "", rows }));
    expect((await official.read("oews-national-2026")).tables).toEqual(next.tables);
    official.write("national_M2026.csv", csvOf({ sheet: "", rows: rows.slice(0, 900) }));
    expect(await official.refusal("oews-national-2026")).toMatch(/or cut; expected \d+, as of May 2026/);
  });

  test("the newest table is read, and a copy before one of its own year or an older one", async () => {
    official.copy([copies["oews-state"], states]);
    const ofYear = (year: number) => ({
      ...ofPlaces("state", (area) => area === "06"),
      sheet: `state_M${year}_dl`,
    });
    official.write("older.xlsx", workbookOf(ofYear(2024)));
    official.write("same.xlsx", workbookOf(ofYear(2025)));
    expect((await official.read("oews-state")).report.files[0]?.name).toBe(copies["oews-state"]);
    official.write("newer.xlsx", workbookOf(ofYear(2026)));
    const newer = await official.read("oews-state");
    expect(newer.edition).toBe("May 2026");
    expect(newer.report.files[0]?.name).toBe("newer.xlsx > state_M2026_dl");
  });

  test("a damaged or unrelated workbook is named, and stops only what has nothing else", async () => {
    const workbook = workbookOf(ofPlaces("state", (area) => area === "06"));
    official.write("damaged.xlsx", workbook.subarray(0, workbook.length / 2));
    official.write("projections.xlsx", stored("employment_projections_2024_34/skills.xlsx"));
    official.write("~$state.xlsx", "PK\x03\x04");
    official.write("notes.txt", "Nothing, of, ours\n");
    expect(await official.refusal("oews-state")).toMatch(/^damaged\.xlsx: the file cannot be read/);
    official.write("state.xlsx", workbook);
    const { report } = await official.read("oews-state");
    expect(report.unrecognized).toEqual([
      expect.stringMatching(/^damaged\.xlsx: the file cannot be read .*expected a whole file/),
      "projections.xlsx: no table of OEWS",
    ]);
  });
});
