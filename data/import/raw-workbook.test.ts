import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { strToU8, zipSync } from "fflate";
import { afterAll, expect, test } from "vitest";
import { ImportError } from "./import-error";
import { readWorkbook, type SheetLayout } from "./raw-workbook";

const folder = fs.mkdtempSync(path.join(os.tmpdir(), "raw-workbook-"));
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

const layout: SheetLayout = {
  sheet: "Pay",
  headingRows: [2, 3],
  columns: [
    ["Title", /^Occupation$/],
    ["Age", /^2025 Median age$/],
  ],
  says: [[/^Table 11b of 2025$/m, "table 11b of 2025"]],
};

const textCell = (address: string, text: string) =>
  `<c r="${address}" t="inlineStr"><is><t>${text}</t></is></c>`;
const rowsAbove =
  `<row r="1">${textCell("A1", "Table 11b of 2025")}</row>` +
  `<row r="2">${textCell("A2", "Occupation")}${textCell("B2", "2025")}</row>` +
  `<row r="3">${textCell("B3", "Median age")}</row>`;
const data = `<row r="4">${textCell("A4", "Nurse")}<c r="B4"><v>38.200000000000003</v></c></row>`;
const sheet = (rows: string, after = "") =>
  `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData>${after}</worksheet>`;

const parts = (xml: string, sheetName = "Pay"): Record<string, Uint8Array> => ({
  "[Content_Types].xml": strToU8(
    `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
  ),
  "xl/workbook.xml": strToU8(
    `<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="${sheetName}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  ),
  "xl/_rels/workbook.xml.rels": strToU8(
    `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
  ),
  "xl/worksheets/sheet1.xml": strToU8(xml),
});

async function read(bytes: Uint8Array) {
  fs.writeFileSync(path.join(folder, "w.xlsx"), bytes);
  return readWorkbook(folder, "w.xlsx", layout);
}

async function refusal(bytes: Uint8Array): Promise<string> {
  const error = await read(bytes).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(ImportError);
  return (error as ImportError).message;
}

const whole = zipSync(parts(sheet(rowsAbove + data)));

test("columns are found by their headings, in any order", async () => {
  const [row] = await read(whole);
  expect([row?.line, row?.text("Title"), row?.number("Age")]).toEqual([4, "Nurse", 38.2]);
  const turned = sheet(rowsAbove + data)
    .replace(/r="A([234])"/g, 'r="#$1"')
    .replace(/r="B([234])"/g, 'r="A$1"')
    .replace(/r="#([234])"/g, 'r="B$1"')
    .replace(/(<row r="[24]">)(<c .*?<\/c>)(<c .*?<\/c>)/g, "$1$3$2");
  const [other] = await read(zipSync(parts(turned)));
  expect([other?.text("Title"), other?.number("Age")]).toEqual(["Nurse", 38.2]);
});

test.each([
  [
    "of another release",
    sheet((rowsAbove + data).replace("11b of 2025", "11b of 2024")),
    /another table or release; expected table 11b of 2025/,
  ],
  [
    "with a renamed column",
    sheet((rowsAbove + data).replace("Median age", "Mean age")),
    /line 3, column "Age": the column is missing/,
  ],
  [
    "with a formula",
    sheet(rowsAbove + data.replace("<v>", "<f>SUM(B9:B12)</f><v>")),
    /line 4: the cell B4 is a formula/,
  ],
  [
    "with figures merged",
    sheet(rowsAbove + data, '<mergeCells><mergeCell ref="B4:B5"/></mergeCells>'),
    /line 4: the cells B4:B5 are merged/,
  ],
  [
    "with a cell far out",
    sheet(`${rowsAbove}${data}<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>`),
    /reaches to the cell XFD1048576/,
  ],
  ["without rows", sheet(rowsAbove), /the sheet has no rows/],
  ["that is no XML", `<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>9</v></c>`, /w\.xlsx/],
])("a workbook %s is refused", async (_, xml, message) => {
  expect(await refusal(zipSync(parts(xml)))).toMatch(message);
});

test("a merged heading or footnote is no fault", async () => {
  const merged = sheet(
    rowsAbove + data,
    '<mergeCells><mergeCell ref="A2:A3"/><mergeCell ref="A5:B5"/></mergeCells>',
  );
  expect((await read(zipSync(parts(merged)))).cells).toHaveLength(1);
});

test("a missing sheet is named", async () => {
  expect(await refusal(zipSync(parts(sheet(rowsAbove + data), "Notes")))).toMatch(
    /lacks a sheet; expected a sheet "Pay"/,
  );
});

test("an archive cut anywhere is refused", async () => {
  for (let length = 0; length < whole.length; length += 37)
    expect(await refusal(whole.subarray(0, length))).toMatch(/^w\.xlsx: the archive cannot be read/);
});

test("a turned bit in packed data is refused by its checksum", async () => {
  const stored = Buffer.from(zipSync(parts(sheet(rowsAbove + data)), { level: 0 }));
  const at = stored.indexOf("38.2");
  stored.write("88.2", at);
  expect(await refusal(stored)).toMatch(/checksum of xl\/worksheets\/sheet1\.xml is wrong/);
});

test("a zip bomb is refused before it is unpacked, whatever size it declares", async () => {
  const bomb = Buffer.from(
    zipSync({ ...parts(sheet(rowsAbove + data)), "xl/b.xml": new Uint8Array(600 * 1024 ** 2) }),
  );
  expect(bomb.length).toBeLessThan(4_000_000);
  const before = process.resourceUsage().maxRSS;
  expect(await refusal(bomb)).toMatch(/unpacks to too much/);
  bomb.writeUInt32LE(100, bomb.lastIndexOf("xl/b.xml") - 22);
  expect(await refusal(bomb)).toMatch(/the archive cannot be read \(too many bytes/);
  expect((process.resourceUsage().maxRSS - before) / 1024).toBeLessThan(100);
});

test("a name that leads out of the archive is refused, and nothing is written", async () => {
  const slip = zipSync({ ...parts(sheet(rowsAbove + data)), "../../slip.xml": strToU8("<a/>") });
  expect(await refusal(slip)).toMatch(/cannot be read \(invalid relative path/);
  expect(fs.existsSync(path.join(folder, "../../slip.xml"))).toBe(false);
  expect(fs.readdirSync(folder)).toEqual(["w.xlsx"]);
});
