import { zipSync } from "fflate";
import { readSheet } from "read-excel-file/node";
import { ImportError } from "./import-error";
import { unpack } from "./raw-archive";
import { readBytes } from "./raw-file";
import { RawTable } from "./raw-table";

/** How a sheet of a publisher is laid out. Columns are found by their headings, wherever they stand. */
export type SheetLayout = {
  /** Its number, from 1, or its name. */
  sheet: number | string;
  /** The first and last row whose texts, joined downwards, make the headings; data begin below. */
  headingRows: readonly [first: number, last: number];
  /** Our name of each column, and its heading. Left out: every column that has a heading, under that. */
  columns?: readonly (readonly [name: string, heading: RegExp])[];
  /** What the texts above the data say of its content and release, and the same in words. */
  says: readonly (readonly [text: RegExp, expected: string])[];
};

/** A sheet's table, with the texts that stand above its data, one a line. */
export class RawSheet extends RawTable {
  constructor(
    readonly heading: string,
    ...table: ConstructorParameters<typeof RawTable>
  ) {
    super(...table);
  }
}

/** More than any official sheet has: a cell far out makes the library fill all between. */
const CELLS = 10_000_000;

/**
 * Reads one sheet of a workbook whose header stands below its heading. Throws ImportError when the workbook is
 * missing, damaged, too large or of another release, when a column is missing, and when a cell of the data is a
 * formula or is merged so that a figure could be taken for missing.
 */
export async function readWorkbook(folder: string, name: string, layout: SheetLayout): Promise<RawSheet> {
  const { bytes, ...file } = await readBytes(folder, name);
  const parts = await unpack(bytes, file.name, (entry) => /\.xml(\.rels)?$/.test(entry));
  const [, headingEnd] = layout.headingRows;
  checkSheet(sheetXml(parts, layout.sheet, file.name), file.name, headingEnd + 1);
  const rows = await rowsOf(parts, layout.sheet, file.name);
  const heading = rows.slice(0, headingEnd).flat().map(plain).join("\n");
  checkRelease(heading, layout, file.name);
  const columns = columnsOf(rows, layout, file.name);
  const cells = rows.slice(headingEnd).map((row) => columns.map(({ at }) => row[at] ?? ""));
  if (cells.length === 0)
    throw new ImportError(file.name, "the sheet has no rows", {
      line: headingEnd + 1,
      expected: "rows of data",
    });
  return new RawSheet(
    heading,
    file,
    columns.map(({ title }) => title),
    cells,
    cells.map((_, at) => headingEnd + 1 + at),
    headingEnd,
  );
}

/**
 * The library reads an archive from its front and trusts its sizes, so it gets one packed anew from the parts
 * that `unpack` has measured and checked.
 */
async function rowsOf(
  parts: ReadonlyMap<string, Buffer>,
  sheet: number | string,
  name: string,
): Promise<string[][]> {
  try {
    const packed = Buffer.from(zipSync(Object.fromEntries(parts), { level: 0 }));
    const rows = await readSheet(packed, sheet);
    return rows.map((row) => row.map((cell) => (cell === null ? "" : String(cell))));
  } catch (error) {
    throw ImportError.from(error, name, "the workbook cannot be read", `a workbook with the sheet ${sheet}`);
  }
}

/** The XML of the sheet of a name or number, by way of the workbook's list and its relations. */
function sheetXml(parts: ReadonlyMap<string, Buffer>, sheet: number | string, name: string): string {
  const text = (part: string) => parts.get(part)?.toString() ?? "";
  const listed = [...text("xl/workbook.xml").matchAll(/<(?:\w+:)?sheet\s[^>]*>/g)].map(([tag]) => tag);
  const tag =
    typeof sheet === "number"
      ? listed[sheet - 1]
      : listed.find((candidate) => attribute(candidate, "name") === sheet);
  const relation = [...text("xl/_rels/workbook.xml.rels").matchAll(/<(?:\w+:)?Relationship\s[^>]*>/g)]
    .map(([candidate]) => candidate)
    .find((candidate) => tag !== undefined && attribute(candidate, "Id") === attribute(tag, "\\w+:id"));
  const target = relation && attribute(relation, "Target");
  const xml = target === undefined ? "" : text(target.startsWith("/") ? target.slice(1) : `xl/${target}`);
  if (xml === "")
    throw new ImportError(name, "the workbook lacks a sheet", {
      expected: `a sheet ${JSON.stringify(sheet)}`,
    });
  return xml;
}

const attribute = (tag: string, name: string): string | undefined =>
  new RegExp(`\\s${name}\\s*=\\s*["']([^"']*)["']`).exec(tag)?.[1];

/** Throws ImportError on cells far out, on formulas, and on merged cells among the data. */
function checkSheet(xml: string, name: string, firstLine: number): void {
  let lastRow = 0;
  let lastColumn = 0;
  for (const [tag, , formula] of xml.matchAll(/<(?:\w+:)?c(\s[^>]*?)?(?:\/>|>\s*(<(?:\w+:)?f[\s/>])?)/g)) {
    const address = /^([A-Z]{1,3})(\d{1,7})$/.exec(attribute(tag, "r") ?? "");
    if (!address)
      throw new ImportError(name, "the sheet holds a cell without an address", {
        expected: "one such as B7",
      });
    const [at, letters = "", digits] = address;
    const line = Number(digits);
    lastRow = Math.max(lastRow, line);
    lastColumn = Math.max(lastColumn, columnNumber(letters));
    if (lastRow * lastColumn > CELLS)
      throw new ImportError(name, `the sheet reaches to the cell ${at}`, {
        line,
        expected: `at most ${CELLS} cells`,
      });
    if (formula !== undefined && line >= firstLine)
      throw new ImportError(name, `the cell ${at} is a formula`, { line, expected: "a value" });
  }
  for (const [tag] of xml.matchAll(/<(?:\w+:)?mergeCell\s[^>]*>/g)) {
    const merged = /^([A-Z]+)(\d+):[A-Z]+(\d+)$/.exec(attribute(tag, "ref") ?? "");
    const [area, column, first, last] = merged ?? [];
    // A heading or footnote that starts in the first column stands over no figure.
    if (merged && (Number(last) < firstLine || (first === last && column === "A"))) continue;
    throw new ImportError(name, `the cells ${area ?? attribute(tag, "ref")} are merged`, {
      line: Number(first) || firstLine,
      expected: "a cell of its own for each figure",
    });
  }
}

const columnNumber = (letters: string): number =>
  [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);

function checkRelease(heading: string, { says }: SheetLayout, name: string): void {
  for (const [text, expected] of says) {
    if (!text.test(heading)) {
      throw new ImportError(name, "the sheet's heading names another table or release", {
        line: 1,
        expected,
      });
    }
  }
}

function columnsOf(
  rows: readonly string[][],
  { headingRows: [first, last], columns }: SheetLayout,
  name: string,
): { title: string; at: number }[] {
  const width = rows[last - 1]?.length ?? 0;
  const headings = Array.from({ length: width }, (_, at) =>
    plain(
      rows
        .slice(first - 1, last)
        .map((row) => row[at] ?? "")
        .join(" "),
    ),
  );
  if (!columns) return headings.map((title, at) => ({ title, at })).filter(({ title }) => title !== "");
  return columns.map(([column, pattern]) => {
    const at = headings.findIndex((heading) => pattern.test(heading));
    if (at < 0 || headings.findLastIndex((heading) => pattern.test(heading)) !== at) {
      throw new ImportError(name, at < 0 ? "the column is missing" : "two columns have this heading", {
        line: last,
        column,
        expected: `one heading like ${pattern.source} among ${headings.join(" | ")}`,
      });
    }
    return { title: column, at };
  });
}

const plain = (text: string): string => text.replace(/\s+/g, " ").trim();
