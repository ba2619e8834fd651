import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, describe, expect, test } from "vitest";
import { ImportError } from "./import-error";
import { type RawRow, RowKeys, readCsv, readTabbed } from "./raw-table";

const folder = fs.mkdtempSync(path.join(os.tmpdir(), "raw-table-"));
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

const plain = "code,title,pay\n06,Nurse,50290\n07,Pilot,1234\n";

async function rowsOf(bytes: string | Buffer, name = "file.csv") {
  fs.writeFileSync(path.join(folder, name), bytes);
  const table = await readCsv(folder, name.replace(/\.gz$/, ""));
  fs.rmSync(path.join(folder, name));
  return [...table].map((row) => [row.text("code"), row.text("title"), row.whole("pay")]);
}

const nurseAndPilot = [
  ["06", "Nurse", 50_290],
  ["07", "Pilot", 1234],
];

async function refusal(read: Promise<unknown>): Promise<string> {
  const error = await read.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(ImportError);
  return (error as ImportError).message;
}

describe("the same table in another form", () => {
  test.each([
    ["with CRLF", plain.replaceAll("\n", "\r\n")],
    ["with a byte order mark", `\uFEFF${plain}`],
    ["in UTF-16 LE with its mark", Buffer.from(`\uFEFF${plain}`, "utf16le")],
    ["in UTF-16 BE with its mark", Buffer.from(`\uFEFF${plain}`, "utf16le").swap16()],
    ["with its columns in another order", "pay,code,title\n50290,06,Nurse\n1234,07,Pilot\n"],
    ["with quotes and groups of thousands", 'code,title,pay\n"06","Nurse","50,290"\n07,Pilot,"1,234"\n'],
    ["with empty lines and blanks", "code,title,pay\n\n06, Nurse , 50290 \n\n07,Pilot,1234\n"],
  ])("%s", async (_, text) => {
    expect(await rowsOf(text)).toEqual(nurseAndPilot);
  });
  test("gzipped", async () => {
    expect(await rowsOf(gzipSync(plain), "file.csv.gz")).toEqual(nurseAndPilot);
  });
  test("quotes inside a cell are kept", async () => {
    expect((await rowsOf('code,title,pay\n06,"Nurse ""RN"", night",1\n'))[0]?.[1]).toBe('Nurse "RN", night');
  });
});

describe("a file that is no whole table is refused with its place", () => {
  test.each([
    ["empty", "", /file\.csv: the file has no rows/],
    ["a header alone", "code,title,pay\n", /the file has no rows/],
    ["cut inside the last cell", plain.slice(0, -3), /line 3: the file ends inside a line/],
    ["cut inside a row", "code,title,pay\n06,Nurse\n", /line 2: the row has 2 cells; expected 3/],
    ["a quote left open", 'code,title,pay\n06,"Nurse,50290\n', /line 2: Quote Not Closed/],
    ["a quote in a bare cell", 'code,title,pay\n06,Nur"se,50290\n', /line 2: Invalid Opening Quote/],
    [
      "a quote far above the next",
      `code,title,pay\n06,Nur"se,1\n${"07,Pilot,1\n".repeat(9)}08,"Aide",1\n`,
      /line 2: I/,
    ],
    ["text behind a quoted cell", 'code,title,pay\n\n06,"Nurse"s,50290\n', /line 3: Invalid Closing Quote/],
    ["UTF-16 without its mark", Buffer.from(plain, "utf16le"), /line 1: the line holds a control character/],
    ["Latin-1", Buffer.from("code,title,pay\n06,Caf\u00e9,1\n", "latin1"), /line 2: .* no UTF-8 text/],
    ["half a UTF-16 character", Buffer.from(`\uFEFF${plain}`, "utf16le").subarray(0, -1), /no UTF-16 text/],
    ["two columns of one name", "code,title,pay,pay\n06,Nurse,1,2\n", /line 1, column "pay": two columns/],
    ["a missing column", "code,name,pay\n06,Nurse,1\n", /line 1, column "title": the column is missing/],
    ["a line break in a cell", 'code,title,pay\n06,"Nu\nrse",1\n', /line 3, column "title": .* line break/],
    [
      "text in a number",
      "code,title,pay\n06,Nurse,about 5\n",
      /line 2, column "pay": "about 5" is no number/,
    ],
  ])("%s", async (_, text, message) => {
    expect(await refusal(rowsOf(text))).toMatch(message);
  });
  test("a missing file, and a folder in its place", async () => {
    expect(await refusal(readCsv(folder, "none.csv"))).toMatch(/^none\.csv: the file is missing/);
    fs.mkdirSync(path.join(folder, "folder.csv"));
    expect(await refusal(readCsv(folder, "folder.csv"))).toMatch(/the file is missing/);
  });
  test("a gzip file cut or with a bit turned", async () => {
    const packed = gzipSync(plain);
    expect(await refusal(rowsOf(packed.subarray(0, -9), "file.csv.gz"))).toMatch(
      /cannot be read .*unexpected end/,
    );
    packed.writeUInt8(packed.readUInt8(packed.length - 6) ^ 1, packed.length - 6);
    expect(await refusal(rowsOf(packed, "file.csv.gz"))).toMatch(/cannot be read .*incorrect data check/);
  });
  test("a file that its publisher ends without a line break is held to its number of rows", async () => {
    fs.writeFileSync(path.join(folder, "bare.csv"), plain.trimEnd());
    expect((await readCsv(folder, "bare.csv", { rows: 2 })).cells).toHaveLength(2);
    expect(await refusal(readCsv(folder, "bare.csv", { rows: 3 }))).toMatch(
      /line 3: the file has 2 rows; expected the 3/,
    );
  });
  test("a tabbed file keeps bare quotes, and is refused when cut", async () => {
    fs.writeFileSync(path.join(folder, "t.txt"), 'code\ttask\r\n1\tSay "go\r\n');
    expect([...(await readTabbed(folder, "t.txt"))].map(({ cells }) => cells)).toEqual([["1", 'Say "go']]);
    fs.writeFileSync(path.join(folder, "t.txt"), "code\ttask\r\n1\tSay");
    expect(await refusal(readTabbed(folder, "t.txt"))).toMatch(/line 2: the file ends inside a line/);
  });
});

describe("a file made to exhaust is refused early", () => {
  const peak = () => process.resourceUsage().maxRSS / 1024;

  test("1 GB of one line, plain", async () => {
    fs.writeFileSync(path.join(folder, "line.csv"), "");
    fs.truncateSync(path.join(folder, "line.csv"), 1024 ** 3);
    const before = peak();
    expect(await refusal(readCsv(folder, "line.csv"))).toMatch(/line 1: the line is too long/);
    expect(peak() - before).toBeLessThan(100);
  });
  test("a gzip bomb", async () => {
    const line = `${"x".repeat(999)}\n`;
    const member = gzipSync(line.repeat(60_000));
    const before = peak();
    const bomb = Buffer.concat(Array(10).fill(member));
    expect(bomb.length).toBeLessThan(4_000_000);
    fs.writeFileSync(path.join(folder, "bomb.txt.gz"), bomb);
    expect(await refusal(readTabbed(folder, "bomb.txt"))).toMatch(
      /unpacks to too much; expected at most 536870912/,
    );
    expect(peak() - before).toBeLessThan(1500);
  });
  test("ten million cells", async () => {
    const row = `${",".repeat(999)}\n`;
    const header = `${Array.from({ length: 1000 }, (_, at) => `c${at}`).join(",")}\n`;
    expect(await refusal(rowsOf(header + row.repeat(10_100)))).toMatch(/the table is too large/);
  });
});

describe("numbers", () => {
  const rowOf = async (cell: string): Promise<RawRow> => {
    fs.writeFileSync(path.join(folder, "n.csv"), `n\n"${cell}"\n`);
    const [row] = await readCsv(folder, "n.csv");
    if (!row) throw new Error("no row");
    return row;
  };
  test.each([
    ["1234", 1234],
    [" 12 ", 12],
    ["1,234", 1234],
    ["1,234,567", 1_234_567],
  ])("whole: %s", async (cell, value) => {
    expect((await rowOf(cell)).whole("n")).toBe(value);
  });
  test.each([
    ["12.5", 12.5],
    ["-4.6", -4.6],
    ["1,234.5", 1234.5],
    ["1,234,567", 1_234_567],
  ])("with decimals: %s", async (cell, value) => {
    expect((await rowOf(cell)).number("n")).toBe(value);
  });
  const neither = [
    "1e5",
    "0x10",
    "Infinity",
    "NaN",
    "--",
    "1.2.3",
    "1 234",
    "1,23",
    "12,34,567",
    "+5",
    "٣",
    "5%",
    "$5",
  ];
  test.each([...neither, "12.5", "-3", "1.234", "2147483648"])("not whole: %s", async (cell) => {
    const row = await rowOf(cell);
    expect(() => row.whole("n")).toThrow(/^n\.csv, line 2, column "n": .*; expected /);
  });
  test.each([...neither, "1,234", "23,11", ".5", "5.", "1e-7"])("not with decimals: %s", async (cell) => {
    const row = await rowOf(cell);
    expect(() => row.number("n")).toThrow(/^n\.csv, line 2, column "n": .*; expected a number such as/);
  });
  test("a range is kept, and dashes are no number", async () => {
    const row = await rowOf("101");
    expect(() => row.number("n", [0, 100])).toThrow(/101 is out of range; expected 0 to 100/);
    expect((await rowOf("—")).numberOrNull("n")).toBeNull();
    expect((await rowOf("-")).wholeOrNull("n")).toBeNull();
  });
});

test("a second row of one key is refused with both lines", async () => {
  fs.writeFileSync(path.join(folder, "k.csv"), "k\na\nb\na\n");
  const table = await readCsv(folder, "k.csv");
  const keys = new RowKeys();
  expect(() => {
    for (const row of table) keys.add(row, "k", row.text("k"));
  }).toThrow('k.csv, line 4, column "k": a stands on line 2 too; expected one row for each');
});
