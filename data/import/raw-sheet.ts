import { excerpt, ImportError } from "./import-error";
import { readXml } from "./raw-xml";

/** Takes the cells of one row of a table, and its line. True asks for no more. */
export type TakeRow = (cells: string[], line: number) => boolean | undefined;

/** What a sheet refers to: the workbook's texts, and whether a style shows a number as a date. */
export type SheetContext = { texts: readonly string[]; isDate(style: string): boolean };

/** More columns than any official sheet has: a cell far out would make a row of blanks up to it. */
const COLUMNS = 256;

/**
 * Hands on the rows of a sheet as they come, the first as they stand and the others as data. Blank rows are left
 * out. Throws ImportError, with line and column, on a formula, a merged cell, a date or an error among the data,
 * and on cells that have no address or stand out of order.
 */
export async function readSheetRows(
  pieces: AsyncIterable<Buffer>,
  file: string,
  context: SheetContext,
  take: TakeRow,
): Promise<void> {
  await readXml(pieces, file, new Sheet(file, context, take));
}

class Sheet {
  #header: string[] | undefined;
  #cells: string[] = [];
  #line = 0;
  /** Counted from 0, as is the place in `#cells`; -1 before the first cell of a row. */
  #column = -1;
  #address = "";
  #type = "";
  #style = "";
  #value = "";
  #isInCell = false;
  #isOpen = false;
  #isPhonetic = false;
  isDone = false;

  constructor(
    readonly file: string,
    readonly context: SheetContext,
    readonly take: TakeRow,
  ) {}

  open(name: string, attributes: () => Record<string, string>): void {
    if (this.isDone) return;
    if (name === "c") this.#openCell(attributes());
    else if (name === "v" || name === "t") this.#isOpen = this.#isInCell && !this.#isPhonetic;
    else if (name === "row") this.#openRow(attributes());
    else if (name === "f" && this.#isInCell)
      this.#refuse(`the cell ${this.#address} is a formula`, "a value");
    else if (name === "rPh") this.#isPhonetic = true;
    else if (name === "mergeCell") this.#refuseMerged(attributes().ref ?? "");
  }

  text(text: string): void {
    if (this.#isOpen) this.#value += text;
  }

  close(name: string): void {
    if (this.isDone) return;
    if (name === "v" || name === "t") this.#isOpen = false;
    else if (name === "c") this.#closeCell();
    else if (name === "row") this.#closeRow();
    else if (name === "rPh") this.#isPhonetic = false;
  }

  #openRow({ r = "" }: Record<string, string>): void {
    const line = /^\d{1,7}$/.test(r) ? Number(r) : 0;
    if (line <= this.#line) {
      throw new ImportError(this.file, `a row has the number "${excerpt(r)}"`, {
        line: this.#line,
        expected: "rows that are numbered upwards",
      });
    }
    this.#line = line;
    this.#column = -1;
    this.#cells = [];
  }

  #openCell({ r = "", t = "n", s = "" }: Record<string, string>): void {
    const [, letters = "", digits] = /^([A-Z]{1,3})(\d{1,7})$/.exec(r) ?? [];
    this.#address = r;
    const column = columnNumber(letters) - 1;
    if (Number(digits) !== this.#line || column <= this.#column)
      this.#refuse(`a cell has the address "${excerpt(r)}"`, "addresses in order, such as B7");
    if (column >= COLUMNS) this.#refuse(`the sheet reaches to the cell ${r}`, `at most ${COLUMNS} columns`);
    this.#isInCell = true;
    this.#column = column;
    this.#type = t;
    this.#style = s;
    this.#value = "";
  }

  #closeCell(): void {
    this.#isInCell = false;
    const text = this.#textOfCell();
    if (text === "") return;
    while (this.#cells.length < this.#column) this.#cells.push("");
    this.#cells.push(text);
  }

  #closeRow(): void {
    if (this.#cells.length === 0) return;
    this.#header ??= this.#cells;
    this.isDone = this.take(this.#cells, this.#line) === true;
  }

  #textOfCell(): string {
    const value = this.#value;
    if (value === "" && this.#type !== "s") return "";
    switch (this.#type) {
      case "s": {
        const text = value === "" ? "" : this.context.texts[Number(value)];
        return text ?? this.#refuse(`the text ${excerpt(value)} is not in the workbook`, "a whole workbook");
      }
      case "n":
        if (this.context.isDate(this.#style)) this.#refuse(`the cell ${this.#address} is a date`, "a value");
        return withoutDust(value);
      case "str":
      case "inlineStr":
        return value;
      case "b":
        return value === "1" ? "TRUE" : "FALSE";
      case "d":
        return this.#refuse(`the cell ${this.#address} is a date`, "a value");
      default:
        return this.#refuse(`the cell ${this.#address} holds ${excerpt(value)}`, "a value");
    }
  }

  #refuse(problem: string, expected: string): never {
    const [letters = ""] = /^[A-Z]*/.exec(this.#address) ?? [];
    const column = this.#header?.[columnNumber(letters) - 1] || letters || undefined;
    throw new ImportError(this.file, problem, { line: this.#line, column, expected });
  }

  #refuseMerged(ref: string): void {
    const [, column, line] = /^([A-Z]+)(\d+):/.exec(ref) ?? [];
    throw new ImportError(this.file, `the cells ${excerpt(ref)} are merged`, {
      line: Number(line) || undefined,
      column: this.#header?.[columnNumber(column ?? "") - 1] ?? column,
      expected: "a cell of its own for each figure",
    });
  }
}

const columnNumber = (letters: string): number => {
  let number = 0;
  for (let at = 0; at < letters.length; at++) number = number * 26 + letters.charCodeAt(at) - 64;
  return number;
};

/** Workbooks write 134.48 with 17 digits, as 134.47999999999999. What is no number stays, for a reader to refuse. */
const withoutDust = (value: string): string => {
  if (value.length < 16) return value;
  const number = Number(value);
  return Number.isFinite(number) ? String(number) : value;
};
