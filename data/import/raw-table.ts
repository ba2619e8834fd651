import { CsvError, parse } from "csv-parse/sync";
import { excerpt, ImportError } from "./import-error";
import { LINE_BYTES, readFile, wholeLines } from "./raw-file";
import { plainCells } from "./raw-line";

/** More than any official file has; a table with more is made to exhaust. */
const CELLS = 10_000_000;

type ColumnName = string | RegExp;

/** Rows of cells; an array of them is one. */
type Cells = { readonly length: number; at(row: number): readonly string[] | undefined };

/** A table as a publisher's file holds it: a header and rows of texts. Nothing is converted before a reader asks. */
export class RawTable {
  readonly #index = new Map<string, number>();
  readonly #found = new Map<RegExp, string>();

  /** `lines` holds the number of the line on which each row of `cells` ends. Throws ImportError when two columns share a name. */
  constructor(
    readonly file: { name: string; sha256: string },
    readonly header: readonly string[],
    readonly cells: Cells,
    readonly lines: readonly number[],
    readonly headerLine = 1,
  ) {
    header.forEach((name, at) => {
      if (this.#index.has(name)) {
        throw new ImportError(file.name, "two columns have this name", {
          line: headerLine,
          column: name,
          expected: "a name of its own for each column",
        });
      }
      this.#index.set(name, at);
    });
  }

  get name(): string {
    return this.file.name;
  }

  has(column: string): boolean {
    return this.#index.has(column);
  }

  /** The full name of a column that carries a year, such as `Employment, 2034`. Throws ImportError unless there is exactly one. */
  columnLike(pattern: RegExp): string {
    const known = this.#found.get(pattern);
    if (known !== undefined) return known;
    const [name, second] = this.header.filter((title) => pattern.test(title));
    if (name === undefined || second !== undefined) {
      throw new ImportError(
        this.name,
        `there is ${second === undefined ? "no" : "more than one"} column like ${pattern.source}`,
        { line: this.headerLine, expected: `one among ${this.header.join(" | ")}` },
      );
    }
    this.#found.set(pattern, name);
    return name;
  }

  /** Throws ImportError when the file has no such column. */
  position(column: ColumnName): number {
    const name = typeof column === "string" ? column : this.columnLike(column);
    const at = this.#index.get(name);
    if (at === undefined) {
      throw new ImportError(this.name, "the column is missing", {
        line: this.headerLine,
        column: name,
        expected: `it among ${this.header.join(" | ")}`,
      });
    }
    return at;
  }

  /** Throws ImportError on a row of more or fewer cells than the header. */
  *[Symbol.iterator](): Generator<RawRow> {
    for (let at = 0; at < this.cells.length; at++) {
      const row = new RawRow(this, this.cells.at(at) ?? [], this.lines[at] ?? 0);
      if (row.cells.length !== this.header.length) {
        throw new ImportError(this.name, `the row has ${row.cells.length} cells`, {
          line: row.line,
          expected: `${this.header.length}, one for each column`,
        });
      }
      yield row;
    }
  }
}

const dashes = new Set(["", "-", "–", "—"]);

/** The least and the most that a cell may hold. */
type Range = readonly [least: number, most: number];

/** What a column of the database holds on both dialects. */
const WHOLE: Range = [0, 2_147_483_647];
const DECIMAL: Range = [-1e9, 1e9];

/** Digits, in groups of three where there are commas. Nothing else: JavaScript also takes 1e5, 0x10 and Infinity. */
const wholeForm = /^(\d+|\d{1,3}(,\d{3})+)$/;
/** One comma and three digits may be a thousand or a decimal comma, so that a point must follow it here. */
const decimalForm = /^-?(\d+(\.\d+)?|\d{1,3}(,\d{3})+\.\d+|\d{1,3}(,\d{3}){2,})$/;

/** One row of a RawTable; each getter names file, line and column when the cell is not what it must be. */
export class RawRow {
  constructor(
    readonly table: RawTable,
    readonly cells: readonly string[],
    readonly line: number,
  ) {}

  /** The cell as it stands, without blanks around it; may be empty. */
  text(column: ColumnName): string {
    const text = (this.cells[this.table.position(column)] ?? "").trim();
    if (/[\r\n]/.test(text)) this.fail(column, "the cell holds a line break", "a text on one line");
    return text;
  }

  required(column: ColumnName): string {
    return this.text(column) || this.fail(column, "the cell is empty", "a text");
  }

  /** A count, or an amount in whole dollars; thousands may be set apart by commas. */
  whole(column: ColumnName, range = WHOLE): number {
    return this.#number(column, wholeForm, "a whole number", range);
  }

  /** A number that may have decimals. A lone comma before three digits is refused, since it has two meanings. */
  number(column: ColumnName, range = DECIMAL): number {
    return this.#number(column, decimalForm, "a number such as 1234.5", range);
  }

  #number(column: ColumnName, form: RegExp, expected: string, [least, most]: Range): number {
    const text = this.text(column);
    if (!form.test(text)) this.fail(column, `"${excerpt(text)}" is no number of this column`, expected);
    const value = Number(text.includes(",") ? text.replaceAll(",", "") : text);
    if (value < least || value > most)
      this.fail(column, `${excerpt(text)} is out of range`, `${least} to ${most}`);
    return value;
  }

  /** Null for an empty cell and for the dashes by which publishers say "no data"; never 0 for them. */
  numberOrNull(column: ColumnName, range?: Range): number | null {
    return dashes.has(this.text(column)) ? null : this.number(column, range);
  }

  wholeOrNull(column: ColumnName, range?: Range): number | null {
    return dashes.has(this.text(column)) ? null : this.whole(column, range);
  }

  textOrNull(column: ColumnName): string | null {
    const text = this.text(column);
    return dashes.has(text) ? null : text;
  }

  /** A cell that must have the form of a code, such as a SOC code. */
  code(column: ColumnName, form: RegExp, expected: string): string {
    const text = this.text(column);
    return form.test(text) ? text : this.fail(column, `"${excerpt(text)}" is no such code`, expected);
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

/** The keys of the rows read so far. */
export class RowKeys {
  /** By the first part of the key, which many rows share, and then by the rest. */
  readonly #lines = new Map<string, Map<string, number>>();

  /** Throws ImportError when an earlier row has the same key; `column` is where its words stand. */
  add(row: RawRow, column: ColumnName, first: string, ...more: string[]): void {
    let lines = this.#lines.get(first);
    if (!lines) {
      lines = new Map();
      this.#lines.set(first, lines);
    }
    const rest = more.length === 1 ? (more[0] ?? "") : more.join(" ");
    const line = lines.get(rest);
    if (line !== undefined) {
      const key = [first, ...more].join(" ");
      row.fail(column, `${excerpt(key)} stands on line ${line} too`, "one row for each");
    }
    lines.set(rest, row.line);
  }
}

type TextOptions = {
  /**
   * How many rows the edition has, where it never changes again. Publishers leave out the last line break of
   * some of these; of any other file its absence says that it was cut.
   */
  rows?: number;
  /** Whether notes of one cell stand among the rows: each is handed on as a row whose other cells are empty. */
  notes?: boolean;
};

/**
 * Reads a comma-separated file, plain or gzipped. Throws ImportError when it is missing, empty, cut, or larger
 * than a table of ours can be; and while its rows are walked, on one that is malformed.
 */
export async function readCsv(
  folder: string,
  name: string,
  { rows, notes = false }: TextOptions = {},
): Promise<RawTable> {
  const split: Split = (text, line, file, width) => {
    const cells = commaCells(text, line, file);
    return notes && cells.length === 1 ? [...cells, ...Array(width - 1).fill("")] : cells;
  };
  const table = await tableOf(folder, name, split, async (pieces, file, keep) => {
    let line = 0;
    let record = "";
    let isQuoted = false;
    for await (const block of wholeLines(pieces, file, rows !== undefined)) {
      for (const text of linesOf(block)) {
        line += 1;
        record += text;
        // An odd number of quotes leaves one open, so that the record goes on.
        if (text.includes('"') && text.split('"').length % 2 === 0) isQuoted = !isQuoted;
        if (isQuoted && record.length <= LINE_BYTES) {
          record += "\n";
          continue;
        }
        if (record.trim() !== "") keep(record, line);
        record = "";
        isQuoted = false;
      }
    }
    if (isQuoted) keep(record.slice(0, -1), line);
  });
  if (rows !== undefined && table.cells.length !== rows) {
    throw new ImportError(table.name, `the file has ${table.cells.length} rows`, {
      line: table.lines.at(-1),
      expected: `the ${rows} of its edition`,
    });
  }
  return table;
}

/** Reads a tab-separated O*NET file: no quoting, since texts hold bare quote marks. Throws ImportError as `readCsv` does. */
export function readTabbed(folder: string, name: string): Promise<RawTable> {
  return tableOf(
    folder,
    name,
    (text) => text.split("\t"),
    async (pieces, file, keep) => {
      let line = 0;
      for await (const block of wholeLines(pieces, file, false)) {
        for (const text of linesOf(block)) keep(text, ++line);
      }
    },
  );
}

/** The lines of a block, without their breaks. */
function linesOf(block: Buffer): string[] {
  const text = block.toString();
  const lines = (text.includes("\r") ? text.replaceAll("\r\n", "\n") : text).split("\n");
  if (lines.at(-1) === "") lines.pop();
  return lines;
}

/** The cells of a record that ends on this line. Throws ImportError where quotes do not stand as they must. */
function commaCells(text: string, line: number, file: string): string[] {
  const cells = plainCells(text);
  if (cells) return cells;
  try {
    // Price levels have a blank before the quotes of their codes.
    const [record = []] = parse(text, { ltrim: true, max_record_size: LINE_BYTES, record_delimiter: "\n" });
    return record;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const ofRecord = typeof error.lines === "number" ? error.lines : 1;
    throw new ImportError(file, error.message.replace(/ at line \d+/, ""), {
      line: line - (text.split("\n").length - ofRecord),
      expected: "comma-separated cells",
    });
  }
}

const tooManyCells = (file: string, line: number) =>
  new ImportError(file, "the table is too large", { line, expected: `at most ${CELLS} cells` });

/** The cells of a record, which ends on this line; `width` is that of the header, and 0 for the header itself. */
type Split = (record: string, line: number, file: string, width: number) => string[];
type Keep = (record: string, line: number) => void;

/**
 * Records are kept as they stand in the file, and split when a reader asks, each time anew: the cells of a large
 * table all at once take several times its room, and as long to clear away as to make.
 */
async function tableOf(
  folder: string,
  name: string,
  split: Split,
  fill: (pieces: AsyncIterable<Buffer>, file: string, keep: Keep) => Promise<void>,
): Promise<RawTable> {
  let header: string[] | undefined;
  const records: string[] = [];
  const lines: number[] = [];
  const file = await readFile(folder, name, (pieces, found) =>
    fill(pieces, found, (record, line) => {
      if (header === undefined) {
        header = split(record, line, found, 0).map((title) => title.trim());
        return;
      }
      if (records.length * header.length > CELLS) throw tooManyCells(found, line);
      records.push(record);
      lines.push(line);
    }),
  );
  if (header === undefined || records.length === 0)
    throw new ImportError(file.name, "the file has no rows", { expected: "a header and rows below it" });
  const width = header.length;
  const at = (row: number) => split(records[row] ?? "", lines[row] ?? 0, file.name, width);
  return new RawTable(file, header, { length: records.length, at }, lines);
}
