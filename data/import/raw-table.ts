import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { parse } from "csv-parse/sync";
import { readSheet } from "read-excel-file/node";

/** What is wrong with a file of a publisher, in words an operator can act on. */
class ImportError extends Error {
  constructor(
    readonly file: string,
    problem: string,
    readonly place: { line?: number; column?: string; expected?: string } = {},
  ) {
    const where = [
      file,
      place.line === undefined ? "" : `line ${place.line}`,
      place.column === undefined ? "" : `column "${place.column}"`,
    ];
    super(
      `${where.filter(Boolean).join(", ")}: ${problem}${place.expected ? `; expected ${place.expected}` : ""}`,
    );
    this.name = "ImportError";
  }
}

type ColumnName = string | RegExp;

/** A table as a publisher's file holds it: a header and rows of texts. Nothing is converted before a reader asks. */
export class RawTable {
  readonly #index = new Map<string, number>();
  readonly #found = new Map<RegExp, string>();

  constructor(
    readonly file: { name: string; sha256: string },
    readonly header: readonly string[],
    readonly cells: readonly (readonly string[])[],
    readonly firstLine = 2,
  ) {
    header.forEach((name, at) => {
      if (!this.#index.has(name)) this.#index.set(name, at);
    });
  }

  get name(): string {
    return this.file.name;
  }

  has(column: string): boolean {
    return this.#index.has(column);
  }

  /** The full name of a column that carries a year, such as `Employment, 2034`. Throws ImportError when there is none. */
  columnLike(pattern: RegExp): string {
    const known = this.#found.get(pattern) ?? this.header.find((name) => pattern.test(name));
    if (known === undefined) {
      throw new ImportError(this.name, `there is no column like ${pattern.source}`, {
        line: this.firstLine - 1,
        expected: `one among ${this.header.join(" | ")}`,
      });
    }
    this.#found.set(pattern, known);
    return known;
  }

  /** Throws ImportError when the file has no such column. */
  position(column: ColumnName): number {
    const name = typeof column === "string" ? column : this.columnLike(column);
    const at = this.#index.get(name);
    if (at === undefined) {
      throw new ImportError(this.name, "the column is missing", {
        line: this.firstLine - 1,
        column: name,
        expected: `it among ${this.header.join(" | ")}`,
      });
    }
    return at;
  }

  *[Symbol.iterator](): Generator<RawRow> {
    for (let at = 0; at < this.cells.length; at++) {
      yield new RawRow(this, this.cells[at] ?? [], this.firstLine + at);
    }
  }
}

const dashes = new Set(["", "-", "–", "—"]);

/** One row of a RawTable; each getter names file, line and column when the cell is not what it must be. */
export class RawRow {
  constructor(
    readonly table: RawTable,
    readonly cells: readonly string[],
    readonly line: number,
  ) {}

  /** The cell as it stands, without blanks around it; may be empty. */
  text(column: ColumnName): string {
    return (this.cells[this.table.position(column)] ?? "").trim();
  }

  required(column: ColumnName): string {
    return this.text(column) || this.fail(column, "the cell is empty", "a text");
  }

  number(column: ColumnName): number {
    const text = this.text(column);
    const value = Number(text);
    if (text === "" || !Number.isFinite(value)) this.fail(column, `"${text}" is no number`, "a number");
    return value;
  }

  /** Null for an empty cell and for the dashes by which publishers say "no data"; never 0 for them. */
  numberOrNull(column: ColumnName): number | null {
    return dashes.has(this.text(column)) ? null : this.number(column);
  }

  textOrNull(column: ColumnName): string | null {
    const text = this.text(column);
    return dashes.has(text) ? null : text;
  }

  /** A cell that must have the form of a code, such as a SOC code. */
  code(column: ColumnName, form: RegExp, expected: string): string {
    const text = this.text(column);
    return form.test(text) ? text : this.fail(column, `"${text}" is no such code`, expected);
  }

  soc(column: ColumnName): string {
    return this.code(column, /^\d\d-\d{4}$/, "a SOC code such as 29-2099");
  }

  onetSoc(column: ColumnName): string {
    return this.code(column, /^\d\d-\d{4}\.\d\d$/, "an O*NET-SOC code such as 29-2099.08");
  }

  fail(column: ColumnName, problem: string, expected: string): never {
    const name = typeof column === "string" ? column : this.table.columnLike(column);
    throw new ImportError(this.table.name, problem, { line: this.line, column: name, expected });
  }
}

function readBytes(folder: string, name: string): { bytes: Buffer; sha256: string; name: string } {
  const found = [name, `${name}.gz`].find((file) => fs.existsSync(path.join(folder, file)));
  if (!found) {
    throw new ImportError(name, "the file is missing", {
      expected: `it (or ${name}.gz) in ${path.resolve(folder)}; name other data sets with --only to leave it out`,
    });
  }
  const stored = fs.readFileSync(path.join(folder, found));
  const bytes = found.endsWith(".gz") ? gunzipSync(stored) : stored;
  return { bytes, sha256: createHash("sha256").update(stored).digest("hex"), name: found };
}

/** Reads a comma-separated file, plain or gzipped. Throws ImportError when it is missing, empty or malformed. */
export function readCsv(folder: string, name: string): RawTable {
  const { bytes, ...file } = readBytes(folder, name);
  let records: string[][];
  try {
    records = parse(bytes, { bom: true, relax_column_count: true, skip_empty_lines: true });
  } catch (error) {
    throw new ImportError(file.name, error instanceof Error ? error.message : String(error));
  }
  return tableOf(file, records);
}

/** Reads a tab-separated O*NET file: no quoting, since texts hold bare quote marks. */
export function readTabbed(folder: string, name: string): RawTable {
  const { bytes, ...file } = readBytes(folder, name);
  const lines = bytes
    .toString("utf8")
    .replace(/^\uFEFF/, "")
    .split(/\r?\n/);
  if (lines.at(-1) === "") lines.pop();
  return tableOf(
    file,
    lines.map((line) => line.split("\t")),
  );
}

function tableOf(file: { name: string; sha256: string }, records: string[][]): RawTable {
  const [header, ...cells] = records;
  if (!header || cells.length === 0) throw new ImportError(file.name, "the file has no rows");
  const ragged = cells.findIndex((row) => row.length !== header.length);
  if (ragged >= 0) {
    throw new ImportError(file.name, `the row has ${cells[ragged]?.length} cells`, {
      line: ragged + 2,
      expected: `${header.length}, one for each column`,
    });
  }
  return new RawTable(
    file,
    header.map((name) => name.trim()),
    cells,
  );
}

/**
 * Reads one sheet of a workbook whose header stands below its heading. `header` are the column names we give,
 * in the sheet's order; `firstLine` is the number of the first row of data.
 */
export async function readWorkbook(
  folder: string,
  name: string,
  sheet: string | number,
  header: readonly string[],
  firstLine: number,
): Promise<RawTable> {
  const { bytes, ...file } = readBytes(folder, name);
  const rows = await readSheet(bytes, sheet);
  const cells = rows
    .slice(firstLine - 1)
    .map((row) => row.map((cell) => (cell === null ? "" : String(cell))));
  const width = cells[0]?.length ?? 0;
  if (width !== header.length) {
    throw new ImportError(file.name, `the sheet has ${width} columns`, {
      line: firstLine,
      expected: `${header.length}: ${header.join(" | ")}`,
    });
  }
  return new RawTable(file, header, cells, firstLine);
}
