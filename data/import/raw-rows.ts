import fs from "node:fs";
import path from "node:path";
import { constants, gunzipSync } from "node:zlib";
import { CsvError, parse } from "csv-parse/sync";
import { type Entry, fromBufferPromise, openPromise, type ZipFile } from "yauzl";
import { ImportError } from "./import-error";
import { contentOf, entriesOf } from "./raw-archive";
import { readFile, tooLarge, UNPACKED_BYTES, wholeLines } from "./raw-file";
import { readSheetRows, type SheetContext, type TakeRow } from "./raw-sheet";
import { readXml } from "./raw-xml";

/** A table somewhere in a file, before its rows are read. */
export type FoundTable = {
  /** The file, and what leads to the table inside: `oesm25nat.zip > national_M2025_dl.xlsx > Sheet1`. */
  name: string;
  header: readonly string[];
  headerLine: number;
  /** Texts of the workbook that may tell what the table is of: names of sheets, and the first row of the others. */
  says: readonly string[];
};

/** Where the rows of a table go; `end` once they are all read, `fault` where they cannot be. */
export type TableSink = { row: TakeRow; end(): void; fault(error: ImportError): void };

export type TableVisitor = {
  /** Undefined leaves the table unread. */
  table(found: FoundTable): TableSink | undefined;
  /** A file, or a part of one, that cannot be read at all. */
  fault(error: ImportError): void;
};

/** A sheet is read piece by piece, so that its size costs time and no memory; the largest official one has 0.5 GB. */
const STREAMED_BYTES = 2 * 1024 ** 3;
/** A workbook inside an archive is held as it is packed; the largest official one has 80 MB. */
const NESTED_BYTES = 256 * 1024 ** 2;
const TEXT_CHARACTERS = 64 * 1024 ** 2;
const HEAD_BYTES = 4096;
const HEADER_BYTES = 4096;

const isZip = (head: Buffer) => head.subarray(0, 4).equals(Buffer.from("PK\x03\x04"));

/**
 * Shows a visitor each table of a file: a text, plain or gzipped; a workbook; or an archive of these. The kind is
 * told by the first bytes, whatever the name. Rows are streamed, so that a table of any size is read in little
 * memory. What cannot be read goes to the visitor as an ImportError, and the rest is read all the same. Returns
 * whether the file is a workbook or an archive.
 */
export async function visitTables(folder: string, name: string, visitor: TableVisitor): Promise<boolean> {
  let isArchive = false;
  await guarded(name, visitor, async () => {
    const head = headOf(path.join(folder, name));
    isArchive = isZip(head);
    if (!isArchive) {
      await visitText(name, head, visitor, (sink) => readFile(folder, name, sink));
      return;
    }
    const zip = await openPromise(path.join(folder, name), { autoClose: false });
    try {
      await visitArchive(zip, name, visitor, true);
    } finally {
      zip.close();
    }
  });
  return isArchive;
}

/** The first bytes of a file, unpacked where it is gzipped; none where they cannot be. */
function headOf(file: string): Buffer {
  const bytes = Buffer.alloc(HEAD_BYTES);
  const handle = fs.openSync(file, "r");
  let head: Buffer;
  try {
    head = bytes.subarray(0, fs.readSync(handle, bytes));
  } finally {
    fs.closeSync(handle);
  }
  if (!file.endsWith(".gz")) return head;
  try {
    return gunzipSync(head, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: UNPACKED_BYTES });
  } catch {
    return Buffer.alloc(0);
  }
}

async function guarded(name: string, visitor: TableVisitor, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    visitor.fault(ImportError.from(error, name, "the file cannot be read", "a whole file"));
  }
}

async function visitArchive(
  zip: ZipFile,
  name: string,
  visitor: TableVisitor,
  mayNest: boolean,
): Promise<void> {
  const entries = await entriesOf(zip, name);
  if (entries.has("xl/workbook.xml")) {
    await visitWorkbook(new Parts(zip, entries, name), visitor);
    return;
  }
  for (const entry of mayNest ? entries.values() : []) {
    const inner = `${name} > ${entry.fileName}`;
    await guarded(inner, visitor, () => visitEntry(zip, entry, inner, visitor));
  }
}

/** A file in an archive: a workbook is held whole, since it is read from its end, and a text is streamed. */
async function visitEntry(zip: ZipFile, entry: Entry, name: string, visitor: TableVisitor): Promise<void> {
  if (entry.fileName.endsWith("/")) return;
  if (entry.uncompressedSize > UNPACKED_BYTES) throw tooLarge(name);
  const pieces = contentOf(zip, entry);
  const { value: head } = await pieces.next();
  if (!head) return;
  if (!isZip(head)) {
    await visitText(name, head, visitor, (sink) => sink(following(head, pieces), name));
    await pieces.return(undefined);
    return;
  }
  if (entry.uncompressedSize > NESTED_BYTES) throw tooLarge(name, NESTED_BYTES);
  const held: Buffer[] = [];
  for await (const piece of following(head, pieces)) held.push(piece);
  await visitArchive(await fromBufferPromise(Buffer.concat(held)), name, visitor, false);
}

async function* following(head: Buffer, rest: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield head;
  yield* rest;
}

/** The parts of a workbook, by their names in its archive. */
class Parts {
  constructor(
    readonly zip: ZipFile,
    readonly entries: ReadonlyMap<string, Entry>,
    readonly name: string,
  ) {}

  /** The bytes of a part; none where the workbook lacks it. */
  async *bytes(part: string): AsyncGenerator<Buffer> {
    const entry = this.entries.get(part);
    if (!entry) return;
    if (entry.uncompressedSize > STREAMED_BYTES) throw tooLarge(this.name, STREAMED_BYTES);
    yield* contentOf(this.zip, entry);
  }

  /** Every tag of a part, in order; few parts are so small that they can be read so. */
  async tags(part: string, tell: (name: string, attributes: Record<string, string>) => void): Promise<void> {
    if (!this.entries.has(part)) return;
    const hooks = {
      open: (name: string, attributes: () => Record<string, string>) => tell(name, attributes()),
      close: () => {},
      text: () => {},
    };
    await readXml(this.bytes(part), this.name, hooks);
  }
}

async function visitWorkbook(parts: Parts, visitor: TableVisitor): Promise<void> {
  const { sheets, strings, styles } = await sheetsOf(parts);
  const context = { texts: await textsOf(parts, strings), isDate: await datesOf(parts, styles) };
  const heads: SheetHead[] = [];
  for (const sheet of sheets) heads.push(await headOfSheet(parts, sheet, context, visitor));
  for (const [at, { title, part }] of sheets.entries()) {
    const { cells, line } = heads[at] ?? { cells: [], line: 0 };
    if (cells.length === 0) continue;
    const name = `${parts.name} > ${title}`;
    const says = [title, ...heads.filter((_, other) => other !== at).map((head) => head.cells.join(" "))];
    const sink = visitor.table({ name, header: cells, headerLine: line, says });
    if (!sink) continue;
    await into(sink, name, () =>
      readSheetRows(parts.bytes(part), name, context, (row, rowLine) => {
        if (rowLine === line) return;
        if (row.length > cells.length) {
          throw new ImportError(name, "the row has a cell beyond the headings", {
            line: rowLine,
            expected: `at most ${cells.length} cells`,
          });
        }
        return sink.row(row, rowLine);
      }),
    );
  }
}

async function into(sink: TableSink, name: string, read: () => Promise<unknown>): Promise<void> {
  try {
    await read();
    sink.end();
  } catch (error) {
    sink.fault(ImportError.from(error, name, "the table cannot be read", "a whole table"));
  }
}

type SheetHead = { cells: string[]; line: number };

/** The first row of a sheet; empty where the sheet is, and where it cannot be read. */
async function headOfSheet(
  parts: Parts,
  { title, part }: SheetPart,
  context: SheetContext,
  visitor: TableVisitor,
): Promise<SheetHead> {
  const name = `${parts.name} > ${title}`;
  let head: SheetHead = { cells: [], line: 0 };
  await guarded(name, visitor, () =>
    readSheetRows(parts.bytes(part), name, context, (cells, line) => {
      head = { cells: cells.map((cell) => cell.trim()), line };
      return true;
    }),
  );
  return head;
}

type SheetPart = { title: string; part: string };

/** The sheets of a workbook in their order, and the parts that hold its texts and styles. */
async function sheetsOf(parts: Parts): Promise<{ sheets: SheetPart[]; strings: string; styles: string }> {
  const listed: { title: string; id: string }[] = [];
  await parts.tags("xl/workbook.xml", (name, attributes) => {
    if (name !== "sheet") return;
    const [, id = ""] = Object.entries(attributes).find(([key]) => key.endsWith(":id")) ?? [];
    listed.push({ title: attributes.name ?? "", id });
  });
  const targets = new Map<string, string>();
  let strings = "xl/sharedStrings.xml";
  let styles = "xl/styles.xml";
  await parts.tags("xl/_rels/workbook.xml.rels", (name, { Id = "", Type = "", Target = "" }) => {
    if (name !== "Relationship") return;
    const part = Target.startsWith("/") ? Target.slice(1) : `xl/${Target}`;
    targets.set(Id, part);
    if (Type.endsWith("/sharedStrings")) strings = part;
    if (Type.endsWith("/styles")) styles = part;
  });
  const sheets = listed.map(({ title, id }) => ({ title, part: targets.get(id) ?? "" }));
  const missing = sheets.find(({ part }) => !parts.entries.has(part));
  if (missing || sheets.length === 0)
    throw new ImportError(parts.name, "the workbook lacks a sheet that it lists", {
      expected: missing ? `the sheet ${missing.title}` : "one sheet or more",
    });
  return { sheets, strings, styles };
}

/** The texts that the cells of all sheets refer to by number. */
async function textsOf(parts: Parts, part: string): Promise<string[]> {
  const texts: string[] = [];
  if (!parts.entries.has(part)) return texts;
  let text = "";
  let isOpen = false;
  let isPhonetic = false;
  let characters = 0;
  await readXml(parts.bytes(part), parts.name, {
    open(name) {
      if (name === "si") text = "";
      else if (name === "rPh") isPhonetic = true;
      else if (name === "t") isOpen = !isPhonetic;
    },
    text(piece) {
      if (!isOpen) return;
      characters += piece.length;
      if (characters > TEXT_CHARACTERS) throw tooLarge(parts.name, TEXT_CHARACTERS);
      text += piece;
    },
    close(name) {
      if (name === "si") texts.push(text);
      else if (name === "rPh") isPhonetic = false;
      else if (name === "t") isOpen = false;
    },
  });
  return texts;
}

/** The formats of dates and times that workbooks have without naming them. */
const isDateFormat = (id: number) =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 58 && !(id >= 37 && id <= 44));

/** Which styles show a number as a date: those of a built-in format of dates, or of one that spells days or hours. */
async function datesOf(parts: Parts, part: string): Promise<SheetContext["isDate"]> {
  const formats = new Map<string, string>();
  const dates = new Set<string>();
  let isCellFormat = false;
  let style = 0;
  await parts.tags(part, (name, { numFmtId = "", formatCode = "" }) => {
    if (name === "numFmt") formats.set(numFmtId, formatCode);
    else if (name === "cellXfs") isCellFormat = true;
    else if (name === "cellStyles") isCellFormat = false;
    if (name !== "xf" || !isCellFormat) return;
    const spelled = (formats.get(numFmtId) ?? "").replace(/"[^"]*"|\[[^\]]*\]|\\.|_./g, "");
    if (isDateFormat(Number(numFmtId)) || /[dmyhs]/i.test(spelled)) dates.add(String(style));
    style += 1;
  });
  return (candidate) => dates.has(candidate);
}

type ReadPieces = (sink: (pieces: AsyncIterable<Buffer>, name: string) => Promise<void>) => Promise<unknown>;

/** A text whose first line is a header: tab-separated where that holds a tab, else comma-separated. */
async function visitText(
  name: string,
  head: Buffer,
  visitor: TableVisitor,
  readPieces: ReadPieces,
): Promise<void> {
  const first = firstLine(head);
  const isTabbed = first.includes("\t");
  const header = (isTabbed ? first.split("\t") : first.split(",")).map((cell) =>
    cell.replace(/^\s*"?|"?\s*$/g, ""),
  );
  const sink = header.length > 1 && visitor.table({ name, header, headerLine: 1, says: [] });
  if (!sink) return;
  await into(sink, name, () =>
    readPieces(async (pieces) => {
      let line = 0;
      for await (const block of wholeLines(pieces, name, false)) {
        for (const cells of isTabbed ? tabbed(block) : commaSeparated(block, name, line)) {
          line += 1;
          if (line > 1 && (cells.length > 1 || cells[0] !== ""))
            sink.row(checked(cells, header, name, line), line);
        }
      }
    }),
  );
}

/** The first line of a text; cut where it is longer than a header can be. */
const firstLine = (head: Buffer): string => {
  const isUtf16 = head[0] === 0xff && head[1] === 0xfe;
  const [line = ""] = head
    .subarray(0, HEADER_BYTES)
    .toString(isUtf16 ? "utf16le" : "utf8")
    .split(/\r?\n/, 1);
  return line.replace(/^\uFEFF/, "");
};

const tabbed = (block: Buffer): string[][] =>
  block
    .toString()
    .split("\n")
    .slice(0, -1)
    .map((text) => text.replace(/\r$/, "").split("\t"));

function commaSeparated(block: Buffer, name: string, linesBefore: number): string[][] {
  try {
    return parse(block, { relax_column_count: true });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = linesBefore + (typeof error.lines === "number" ? error.lines : 1);
    throw new ImportError(name, error.message, { line, expected: "comma-separated cells" });
  }
}

function checked(cells: string[], header: readonly string[], name: string, line: number): string[] {
  if (cells.length !== header.length)
    throw new ImportError(name, `the row has ${cells.length} cells`, {
      line,
      expected: `${header.length}, one for each column`,
    });
  const broken = cells.findIndex((cell) => cell.includes("\n"));
  if (broken >= 0)
    throw new ImportError(name, "the cell holds a line break", {
      line,
      column: header[broken],
      expected: "a text on one line",
    });
  return cells;
}
