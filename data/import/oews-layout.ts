import { excerpt, ImportError } from "./import-error";

/** What a table of OEWS may be of. Each kind is a data set, or one for each year: that of the nation. */
export type Kind = "nation" | "state" | "territory" | "metro" | "nonmetro" | "sector";

/** The columns that a reader gets of each row, in this order, whatever the layout. */
export const columns = [
  "AREA",
  "AREA_TITLE",
  "PRIM_STATE",
  "NAICS",
  "OCC_CODE",
  "O_GROUP",
  "TOT_EMP",
  "EMP_PRSE",
  "LOC_QUOTIENT",
  "MEAN_PRSE",
  "H_MEAN",
  "H_PCT10",
  "H_PCT25",
  "H_MEDIAN",
  "H_PCT75",
  "H_PCT90",
  "A_MEAN",
  "A_PCT10",
  "A_PCT25",
  "A_MEDIAN",
  "A_PCT75",
  "A_PCT90",
  "ANNUAL",
  "HOURLY",
] as const;
type ColumnName = (typeof columns)[number];

/** What some editions or some kinds of table leave out. */
const optional: ReadonlySet<ColumnName> = new Set([
  "AREA_TITLE",
  "NAICS",
  "EMP_PRSE",
  "LOC_QUOTIENT",
  "MEAN_PRSE",
  "ANNUAL",
  "HOURLY",
]);

/** A row of a data set of ours: the cells of `columns`. */
export type KindRow = { kind: Kind; cells: string[] };

/** A heading in the spelling of today: older editions have lower case, and blanks for low lines. */
const spelled = (heading: string): string => {
  const name = heading.trim().toUpperCase().replace(/\s+/g, "_");
  return name === "OCC_GROUP" ? "O_GROUP" : name;
};

/** Headings of which other tables have two at most, and those of the publisher nearly all. */
const telling = ["AREA", "AREA_TYPE", "OWN_CODE", "OCC_CODE", "O_GROUP", "TOT_EMP"];

/**
 * Whether a header is that of the publisher's tables, with one row for each area, industry and occupation. One that
 * lacks a column or two is, too: it is named as faulty, not passed over.
 */
export function isWide(header: readonly string[]): boolean {
  const names = new Set(header.map(spelled));
  return telling.filter((name) => names.has(name)).length >= 4;
}

/** All owners together. */
const ALL_OWNERS = "1235";

const kindByAreaType: Record<string, Kind | undefined> = {
  "1": "nation",
  "2": "state",
  "3": "territory",
  "4": "metro",
  "6": "nonmetro",
};

/** Digits of the code of an area, which workbooks may hold as a number without the zeros in front. */
const areaDigits: Record<Kind, number> = {
  nation: 2,
  sector: 2,
  state: 2,
  territory: 2,
  metro: 5,
  nonmetro: 7,
};

/**
 * How rows of a wide table are read: into the cells that a reader gets, or into the reason why it gets none.
 * Throws ImportError when a column is missing or stands there twice; so does what it returns, on a row of no
 * known form.
 */
export function wideLayout(
  file: string,
  header: readonly string[],
  headerLine: number,
): (row: readonly string[], line: number) => KindRow | string {
  const names = header.map(spelled);
  const at = (column: string, isOptional: boolean): number => {
    const found = names.indexOf(column);
    if (found < 0 && isOptional) return -1;
    if (found < 0 || names.lastIndexOf(column) !== found) {
      throw new ImportError(file, found < 0 ? "the column is missing" : "two columns have this name", {
        line: headerLine,
        column,
        expected: `one such among ${header.join(" | ")}`,
      });
    }
    return found;
  };
  const positions = columns.map((column) => at(column, optional.has(column)));
  const areaType = at("AREA_TYPE", false);
  const group = at("I_GROUP", true);
  const naics = at("NAICS", true);
  const owner = at("OWN_CODE", true);
  const [area, level] = [columns.indexOf("AREA"), columns.indexOf("O_GROUP")];
  const sector = columns.indexOf("NAICS");

  return (row, line) => {
    const cell = (position: number) => (position < 0 ? "" : (row[position] ?? "").trim());
    const type = cell(areaType);
    if (!/^\d$/.test(type)) {
      throw new ImportError(file, `"${excerpt(type)}" is no type of area`, {
        line,
        column: "AREA_TYPE",
        expected: "1 to 6",
      });
    }
    const kind = kindOf(
      kindByAreaType[type],
      cell(group).toLowerCase(),
      cell(naics),
      owner < 0 ? ALL_OWNERS : cell(owner),
    );
    if (kind === undefined) return "other area, industry or owner";
    const cells = positions.map(cell);
    if (!levels.has((cells[level] ?? "").toLowerCase())) {
      throw new ImportError(file, `"${excerpt(cells[level] ?? "")}" is no level of occupations`, {
        line,
        column: "O_GROUP",
        expected: "a level such as detailed",
      });
    }
    cells[area] = (cells[area] ?? "").padStart(areaDigits[kind], "0");
    cells[level] = (cells[level] ?? "").toLowerCase();
    cells[sector] = kind === "sector" ? (cells[sector] ?? "").slice(0, 2) : "";
    const broken = cells.findIndex((text) => /[\t\r\n]/.test(text));
    if (broken >= 0) {
      throw new ImportError(file, "the cell holds a line break", {
        line,
        column: columns[broken],
        expected: "a text on one line",
      });
    }
    return { kind, cells };
  };
}

const levels: ReadonlySet<string> = new Set(["total", "major", "minor", "broad", "detailed"]);

/** Sectors are written as 31 in tables of sectors alone, and as 31-33 in those of all industries. */
const sectorForm = /^\d\d(-\d\d)?$/;

/** The kind of a row; undefined for industries below the sectors, single owners, and other types of area. */
function kindOf(kind: Kind | undefined, group: string, naics: string, owner: string): Kind | undefined {
  const isAllIndustries = group === "" ? /^0*$/.test(naics) : group === "cross-industry";
  if (isAllIndustries) return owner === ALL_OWNERS ? kind : undefined;
  const isSector = sectorForm.test(naics) && (group === "" || group === "sector");
  return kind === "nation" && isSector ? "sector" : undefined;
}

/** Whether a header is that of the publisher's database, with one row for each figure. */
export function isLong(header: readonly string[]): boolean {
  const names = new Set(header.map(spelled));
  return names.has("SERIES_ID") && names.has("VALUE");
}

/** What the last two digits of a series say that its value is. */
const columnByDatatype: Record<string, ColumnName | undefined> = {
  "01": "TOT_EMP",
  "02": "EMP_PRSE",
  "03": "H_MEAN",
  "04": "A_MEAN",
  "05": "MEAN_PRSE",
  "06": "H_PCT10",
  "07": "H_PCT25",
  "08": "H_MEDIAN",
  "09": "H_PCT75",
  "10": "H_PCT90",
  "11": "A_PCT10",
  "12": "A_PCT25",
  "13": "A_MEDIAN",
  "14": "A_PCT75",
  "15": "A_PCT90",
  "17": "LOC_QUOTIENT",
};

/** Type of area, area, industry, occupation and datatype. */
const seriesForm = /^OEU([NSM])(\d{7})([\d-]{6})(\d{6})(\d\d)$/;

/** Footnotes of a value that is not there: paid by the other period only, and at least the highest wage printed. */
const OTHER_PERIOD = "4";
const TOP = "5";

export type LongRow = KindRow & { year: number; line: number };

/** Gathers the figures of each area, industry and occupation into one row, in whatever order they come. */
export class LongLayout {
  readonly #rows = new Map<string, LongRow & { filled: Set<string> }>();
  readonly #at: Record<"series" | "year" | "value" | "footnote", number>;

  /** Throws ImportError when a column is missing. */
  constructor(
    readonly file: string,
    readonly header: readonly string[],
  ) {
    const names = header.map(spelled);
    const at = (column: string) => {
      const found = names.indexOf(column);
      if (found >= 0) return found;
      throw new ImportError(file, "the column is missing", {
        line: 1,
        column,
        expected: `it among ${header.join(" | ")}`,
      });
    };
    this.#at = {
      series: at("SERIES_ID"),
      year: at("YEAR"),
      value: at("VALUE"),
      footnote: names.indexOf("FOOTNOTE_CODES"),
    };
  }

  /** Takes one figure, and returns why it gives nothing where it does not. Throws ImportError on one of no known form. */
  add(row: readonly string[], line: number): string | undefined {
    const cell = (at: number) => (at < 0 ? "" : (row[at] ?? "").trim());
    const fail = (column: string, text: string, expected: string): never => {
      throw new ImportError(this.file, `"${excerpt(text)}" is no such value`, { line, column, expected });
    };
    const series = cell(this.#at.series);
    const [, type = "", area = "", industry = "", occupation = "", datatype = ""] =
      seriesForm.exec(series) ?? fail("series_id", series, "a series such as OEUS010000000000011101113");
    const column = columnByDatatype[datatype];
    const place = placeOf(type, area, industry);
    if (!column || !place) return "other industry, area or measure";
    const yearText = cell(this.#at.year);
    const year = /^20\d\d$/.test(yearText) ? Number(yearText) : fail("year", yearText, "a year");
    const value = cell(this.#at.value);
    if (!/^(|-|\d+(\.\d+)?)$/.test(value)) fail("value", value, "a number, or - for none");
    const key = `${year}${type}${area}${industry}${occupation}`;
    let found = this.#rows.get(key);
    if (!found) {
      const soc = `${occupation.slice(0, 2)}-${occupation.slice(2)}`;
      const cells = columns.map(() => "");
      cells[columns.indexOf("AREA")] = place.area;
      cells[columns.indexOf("OCC_CODE")] = soc;
      found = { kind: place.kind, cells, year, line, filled: new Set() };
      this.#rows.set(key, found);
    }
    if (found.filled.has(column)) fail("series_id", series, "one row for each series and year");
    found.filled.add(column);
    this.#fill(found.cells, column, value, cell(this.#at.footnote).split(/[,\s]+/));
    return undefined;
  }

  #fill(cells: string[], column: ColumnName, value: string, footnotes: readonly string[]): void {
    const isMissing = value === "" || value === "-";
    const isTop = isMissing && footnotes.includes(TOP);
    cells[columns.indexOf(column)] = isTop ? "#" : isMissing ? "*" : value;
    if (!isMissing || !footnotes.includes(OTHER_PERIOD)) return;
    if (column.startsWith("H_")) cells[columns.indexOf("ANNUAL")] = "TRUE";
    if (column.startsWith("A_")) cells[columns.indexOf("HOURLY")] = "TRUE";
  }

  rows(): Iterable<LongRow> {
    return this.#rows.values();
  }
}

/** States that are none: Guam, Puerto Rico, the Virgin Islands. */
const territories: ReadonlySet<string> = new Set(["66", "72", "78"]);

/** The database writes all codes of areas with seven digits: 0000000, 0100000 of Alabama, 0010180, 0100001. */
function placeOf(type: string, area: string, industry: string): { kind: Kind; area: string } | undefined {
  if (industry !== "000000") return undefined;
  if (type === "N") return { kind: "nation", area: "99" };
  const fips = area.slice(0, 2);
  if (type === "S") return { kind: territories.has(fips) ? "territory" : "state", area: fips };
  if (fips === "00") return { kind: "metro", area: area.slice(2) };
  return { kind: "nonmetro", area };
}
