import fc from "fast-check";
import { expect, test } from "vitest";
import {
  activeFault,
  attachmentHeader,
  cleanName,
  kindOf,
  MOST_BYTES,
  mediaTypes,
  textFault,
} from "./resume";

test.each([
  ["Ana Ruiz CV.pdf", "Ana Ruiz CV.pdf"],
  ["Lebenslauf Müller.PDF", "Lebenslauf Müller.pdf"],
  ["C:\\Users\\ana\\cv.pdf", "cv.pdf"],
  ["../../etc/passwd.pdf", "passwd.pdf"],
  ["cv\u202efdp.exe.pdf", "cvfdp.exe.pdf"],
  ["cv\r\nSet-Cookie: a=b.pdf", "cvSet-Cookie a=b.pdf"],
  ["..pdf", "resume.pdf"],
  [".pdf", "resume.pdf"],
  ['"; filename=evil.html".pdf', "; filename=evil.html.pdf"],
  [`${"x".repeat(300)}.pdf`, `${"x".repeat(96)}.pdf`],
])("%j is shown as %j", (name, shown) => {
  expect(cleanName(name, "pdf")).toBe(shown);
});

test("every name becomes one that is safe in a header and a list", { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (name) => {
      const shown = cleanName(name, "txt");
      expect([...shown].length).toBeLessThanOrEqual(100);
      expect(shown).toMatch(/^[^.\s/\\][^/\\\p{Cc}\p{Cf}\p{Cs}]*\.txt$/u);
      expect(attachmentHeader(shown)).toMatch(
        /^attachment; filename="[\w .()-]+"; filename\*=UTF-8''(?:[\w.~-]|%[0-9A-F]{2})+$/,
      );
    }),
  );
});

test.each([
  [{ name: "cv.pdf", size: 10, type: mediaTypes.pdf }, "pdf"],
  [{ name: "cv.PDF ", size: MOST_BYTES, type: "" }, "pdf"],
  [{ name: "cv.docx", size: 10, type: "application/octet-stream" }, "docx"],
  [{ name: "cv.txt", size: 10, type: "text/plain; charset=utf-8" }, "txt"],
])("%j is a %s by its name", (file, kind) => {
  expect(kindOf(file)).toBe(kind);
});

test.each([
  [{ name: "cv", size: 10, type: "" }, /Choose a PDF/],
  [{ name: "cv.docm", size: 10, type: "" }, /Choose a PDF/],
  [{ name: "cv\u202efdp.exe", size: 10, type: "" }, /Choose a PDF/],
  [{ name: "cv.pdf", size: 0, type: "" }, /empty/],
  [{ name: "cv.pdf", size: MOST_BYTES + 1, type: "" }, /5 MB/],
  [{ name: "cv.pdf", size: 10, type: "text/html" }, /sent as something else/],
])("%j is refused in words", (file, words) => {
  expect(kindOf(file)).toEqual({ fault: expect.stringMatching(words) });
});

test.each([
  "<</S/JavaScript/JS(app.alert(1))>>",
  "<< /S /JavaScript /JS 5 0 R >>",
  "<</S/#4aava#53cript>>",
  "<</#53/JavaScript>>",
  "7 0 obj/JavaScript endobj",
  "7 0 obj\n/JavaScript\nendobj",
  "<</Names<</JavaScript 4 0 R>>>>",
  "<</S /Launch /F (cmd.exe)>>",
  "<</Type/EmbeddedFile>>",
  "<</EmbeddedFiles 3 0 R>>",
  "<</S/Rendition>>",
  "<</Subtype/FileAttachment>>",
])("a PDF that holds %s acts", (part) => {
  expect(activeFault(part)).toMatch(/script/);
});

test.each([
  "(HTML/CSS/JavaScript) Tj",
  "(HTML5/JavaScript, TypeScript) Tj",
  "<</Title(JavaScript developer)>>",
  "<</LaunchDate 1>>",
])("a PDF whose page reads %s does not", (part) => {
  expect(activeFault(part)).toBeUndefined();
});

const utf8 = (text: string) => new TextEncoder().encode(text);

test.each([
  "Ana Ruiz\r\nNurse\tsince 2019\f",
  "\uFEFFAna",
  "I know <script> and <html>.",
  "BMW mechanic, 李",
])("%j is plain text", (text) => {
  expect(textFault(utf8(text))).toBeUndefined();
});

test.each([
  utf8("<!DOCTYPE html><script>alert(1)</script>"),
  utf8("\uFEFF\n <HTML>"),
  utf8("<?xml version='1.0'?><svg/>"),
  utf8("{\\rtf1 hello}"),
  utf8("%PDF-1.4"),
  utf8("a\0b"),
  utf8("\u001b[2J"),
  utf8("  \n "),
  new Uint8Array([0xff, 0xfe, 0x41, 0x00]),
  new Uint8Array([0x41, 0xe9]),
])("%j is not", (bytes) => {
  expect(textFault(bytes)).toBeTypeOf("string");
});
