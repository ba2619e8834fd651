import { parse } from "csv-parse/sync";
import { strToU8, zipSync } from "fflate";
import { stored } from "./official-copy";

/** The columns of the publisher's tables, in its order. */
export const published = [
  ...["AREA", "AREA_TITLE", "AREA_TYPE", "PRIM_STATE", "NAICS", "NAICS_TITLE", "I_GROUP", "OWN_CODE"],
  ...["OCC_CODE", "OCC_TITLE", "O_GROUP", "TOT_EMP", "EMP_PRSE", "JOBS_1000", "LOC_QUOTIENT", "PCT_TOTAL"],
  ...["PCT_RPT", "H_MEAN", "A_MEAN", "MEAN_PRSE", "H_PCT10", "H_PCT25", "H_MEDIAN", "H_PCT75", "H_PCT90"],
  ...["A_PCT10", "A_PCT25", "A_MEDIAN", "A_PCT75", "A_PCT90", "ANNUAL", "HOURLY"],
];

type Row = Record<string, string>;

const parsed = new Map<string, Row[]>();

function rowsOf(name: string): Row[] {
  const rows = parsed.get(name) ?? parse<Row>(stored(name), { columns: true });
  parsed.set(name, rows);
  return rows;
}

/** A table of the publisher for tests: its columns, and its rows by them. */
export type PublishedTable = { sheet: string; rows: Row[] };

/** The rows of a copy that has the publisher's own columns. */
export const ofNation = (year: number): PublishedTable => ({
  sheet: `national_M${year}_dl`,
  rows: rowsOf(`oews/national_M${year}.csv`),
});

export const ofSectors = (): PublishedTable => ({
  sheet: "natsector_M2024_dl",
  rows: rowsOf("oews/natsector_M2024.csv"),
});

/**
 * The rows of a converted copy of places as the publisher prints them: with the row of all occupations of each
 * place, and groups, which the copies leave out. `isKept` limits the places.
 */
export function ofPlaces(
  kind: "state" | "territory" | "metro" | "nonmetro",
  isKept = (_area: string) => true,
): PublishedTable {
  const place = places[kind];
  const states = new Map(rowsOf("geo/states.csv").map(({ fips = "", abbr = "" }) => [fips, abbr]));
  const rows: Row[] = [];
  const byArea = new Map<string, Row[]>();
  for (const row of rowsOf(place.copy)) {
    const area = row[place.area] ?? "";
    const known = byArea.get(area);
    if (known) known.push(row);
    else byArea.set(area, [row]);
  }
  for (const [area, occupations] of byArea) {
    if (!isKept(area)) continue;
    const [first = {}] = occupations;
    const common = {
      AREA: area,
      AREA_TITLE: first[place.title] ?? "",
      AREA_TYPE: place.type,
      PRIM_STATE: states.get(area.slice(0, 2)) ?? "US",
      NAICS: "000000",
      NAICS_TITLE: "Cross-industry",
      I_GROUP: "cross-industry",
      OWN_CODE: "1235",
    };
    const jobs = occupations.reduce((sum, { tot_emp }) => sum + Number(tot_emp), 0);
    const group = (OCC_CODE: string, O_GROUP: string) => ({
      ...common,
      OCC_CODE,
      OCC_TITLE: "A group",
      O_GROUP,
      TOT_EMP: String(jobs),
    });
    rows.push(group("00-0000", "total"), group("11-0000", "major"), group("11-1000", "minor"));
    for (const occupation of occupations) {
      const cells = Object.entries(occupation).map(([name, cell]) => [name.toUpperCase(), cell]);
      rows.push({ ...Object.fromEntries(cells), ...common, O_GROUP: "detailed" });
    }
  }
  return { sheet: place.sheet, rows };
}

const places = {
  state: {
    copy: "oews/oews_state_M2025.csv",
    area: "state_fips",
    title: "state",
    type: "2",
    sheet: "state_M2025_dl",
  },
  territory: {
    copy: "oews/oews_puerto_rico_M2025.csv",
    area: "state_fips",
    title: "state",
    type: "3",
    sheet: "state_M2025_dl",
  },
  metro: {
    copy: "oews/oews_metro_M2025.csv",
    area: "cbsa",
    title: "area_title",
    type: "4",
    sheet: "MSA_M2025_dl",
  },
  nonmetro: {
    copy: "oews/oews_nonmetro_M2025.csv",
    area: "area_code",
    title: "area_title",
    type: "6",
    sheet: "BOS_M2025_dl",
  },
};

/** A table in the publisher's CSV. */
export function csvOf({ rows }: PublishedTable, columns = published): string {
  const cell = (text: string) => (/[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const lines = rows.map((row) => columns.map((column) => cell(row[column] ?? "")).join(","));
  return `${[columns.join(","), ...lines].join("\n")}\n`;
}

type WorkbookOptions = {
  columns?: readonly string[];
  /** The first row of the sheet "Field Descriptions". */
  description?: string;
  /** Changes the XML of the sheet of data. */
  change?: (xml: string) => string;
};

/** A workbook as the publisher makes it: numbers as numbers, texts shared, and a sheet that describes the fields. */
export function workbookOf(
  { sheet, rows }: PublishedTable,
  { columns = published, description, change = (xml) => xml }: WorkbookOptions = {},
): Uint8Array {
  const texts = new Map<string, number>();
  const shared = (text: string) => {
    const at = texts.get(text) ?? texts.size;
    texts.set(text, at);
    return at;
  };
  const row = (cells: readonly string[], line: number, isText: (at: number) => boolean) =>
    `<row r="${line}" spans="1:32">${cells
      .map((cell, at) => {
        const address = `${letters(at)}${line}`;
        if (cell === "") return `<c r="${address}" s="1"/>`;
        if (isText(at) || !/^-?\d+(\.\d+)?$/.test(cell))
          return `<c r="${address}" s="1" t="s"><v>${shared(cell)}</v></c>`;
        return `<c r="${address}" s="2"><v>${seventeenDigits(cell)}</v></c>`;
      })
      .join("")}</row>`;
  const data = rows.map((cells, at) =>
    row(
      columns.map((column) => cells[column] ?? ""),
      at + 2,
      (column) => column < 11,
    ),
  );
  const heads = row([...columns], 1, () => true);
  const about = description && row([description], 1, () => true);
  const sheets = [change(sheetXml(heads + data.join(""))), ...(about ? [sheetXml(about)] : [])];
  const titles = [sheet, "Field Descriptions"].slice(0, sheets.length);
  return zipSync(
    {
      "[Content_Types].xml": strToU8(
        `${xml}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
      ),
      "xl/workbook.xml": strToU8(
        `${xml}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${titles
          .map((title, at) => `<sheet name="${title}" sheetId="${at + 5}" r:id="rId${at + 1}"/>`)
          .join("")}</sheets></workbook>`,
      ),
      "xl/_rels/workbook.xml.rels": strToU8(
        `${xml}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${titles
          .map((_, at) => relation(`rId${at + 1}`, "worksheet", `worksheets/sheet${at + 1}.xml`))
          .join("")}${relation("rId8", "sharedStrings", "sharedStrings.xml")}${relation(
          "rId9",
          "styles",
          "styles.xml",
        )}</Relationships>`,
      ),
      ...Object.fromEntries(
        sheets.map((content, at) => [`xl/worksheets/sheet${at + 1}.xml`, strToU8(content)]),
      ),
      "xl/sharedStrings.xml": strToU8(
        `${xml}<sst xmlns="${main}">${[...texts.keys()].map((text) => `<si><t>${escaped(text)}</t></si>`).join("")}</sst>`,
      ),
      "xl/styles.xml": strToU8(
        `${xml}<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="#,##0.00"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd"/></numFmts><cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="49"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>`,
      ),
    },
    { level: 1 },
  );
}

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

const relation = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`;

const sheetXml = (rows: string) =>
  `${xml}<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`;

const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** Spreadsheet programs write the nearest binary number with 17 digits: 134.48 as 134.47999999999999. */
const seventeenDigits = (text: string): string =>
  text.includes(".") ? String(Number(text).toPrecision(17)).replace(/0+$/, "") : text;

const letters = (at: number): string =>
  at < 26 ? String.fromCharCode(65 + at) : `${letters(Math.floor(at / 26) - 1)}${letters(at % 26)}`;
