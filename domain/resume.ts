/** What a résumé file may be, told by its name and its bytes. Nothing here reads or writes a file. */

const resumeKinds = ["pdf", "docx", "txt"] as const;
export type ResumeKind = (typeof resumeKinds)[number];

/** The most bytes a résumé may have: 5 MB. */
export const MOST_BYTES = 5 * 1024 * 1024;

export const mediaTypes: Record<ResumeKind, string> = {
  pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  txt: "text/plain",
};

const kindNames: Record<ResumeKind, string> = { pdf: "PDF", docx: "Word (DOCX)", txt: "plain text (TXT)" };

/** What is said of a file that is none of the kinds that are taken. */
const WRONG_KIND = "Choose a PDF, a Word file (DOCX) or a plain text file (TXT).";

/** Characters that show as nothing, turn the line of text around, or mean something in a path. */
const unfit = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}:*?"<>|]+/gu;
const LONGEST_NAME = 100;

/** The kind that a file's name ends with; undefined for any other ending. */
function kindOfName(name: string): ResumeKind | undefined {
  const ending = /\.([^./\\]*)$/.exec(name.trim())?.[1]?.toLowerCase();
  return resumeKinds.find((kind) => kind === ending);
}

/** A file's name fit to be shown and offered for download: no path, no signs that deceive, 100 characters, one ending that tells the kind. */
export function cleanName(name: string, kind: ResumeKind): string {
  const last = name.slice(-1_000).normalize("NFC").split(/[/\\]/).at(-1) ?? "";
  const stem = last
    .replace(unfit, "")
    .trim()
    .replace(/\.[^.]*$/, "")
    .replace(/^[.\s]+|[.\s]+$/g, "");
  const ending = `.${kind}`;
  const room = LONGEST_NAME - ending.length;
  return `${[...(stem || "resume")].slice(0, room).join("").trim()}${ending}`;
}

/** The header that has a browser save a file under its name (RFC 6266 with the encoding of RFC 5987). */
export function attachmentHeader(name: string): string {
  const plain = name.replace(/[^\w .()-]/g, "_");
  const encoded = encodeURIComponent(name).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}

/** What is wrong with a file before its content is looked at: its name, its size, or the type that the browser gave it; or its kind. */
export function kindOf(file: { name: string; size: number; type: string }): ResumeKind | { fault: string } {
  const kind = kindOfName(file.name);
  if (!kind) return { fault: WRONG_KIND };
  if (file.size === 0) return { fault: "This file is empty. Choose another one." };
  if (file.size > MOST_BYTES) return { fault: "This file is larger than 5 MB. Choose a smaller one." };
  const told = file.type.split(";")[0]?.trim().toLowerCase() ?? "";
  if (!["", "application/octet-stream", mediaTypes[kind]].includes(told))
    return {
      fault: `The name of this file says ${kindNames[kind]}, and it was sent as something else. ${WRONG_KIND}`,
    };
  return kind;
}

/** What is said of a file whose content is not what its name says; `content` is the ending it should have, where that is known. */
export const notOfKind = (kind: ResumeKind, content?: string): string =>
  `The name of this file says ${kindNames[kind]}, and its content is ${content?.toUpperCase() ?? "something else"}. ${WRONG_KIND}`;

/** How a document begins that a browser would draw. */
const htmlTag =
  /<\s*(!doctype|html|head|body|script|svg|iframe|img|meta|link|object|embed|style|form|table|title)\b/i;

/** What is wrong with bytes that say that they are plain text. */
export function textFault(bytes: Uint8Array): string | undefined {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return "This text file is not in UTF-8. Save it again as UTF-8, or choose a PDF or a Word file.";
  }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  if (/[\u0000-\u0008\u000b\u000e-\u001f\u007f]/.test(text)) return notOfKind("txt");
  if (text.trim() === "") return "This file is empty. Choose another one.";
  const head = text.trimStart().slice(0, 4096);
  return head.search(htmlTag) === 0 || /^(<(\?xml|!--)|\{\\rtf|%PDF-|%!PS)/i.test(head)
    ? notOfKind("txt")
    : undefined;
}

/** `JavaScript` as a name in a PDF may spell it: any character may stand as `#` and its code. */
const spelled = (name: string) =>
  [...name].map((sign) => `(?:${sign}|#${sign.charCodeAt(0).toString(16)})`).join("");
const active = [
  "JavaScript",
  "Launch",
  "EmbeddedFiles?",
  "FileAttachment",
  "RichMedia",
  "Rendition",
  "ImportData",
  "GoToE",
];
/**
 * A name that makes a PDF do something, as a token of its own or after another name or object head. In the
 * text of a page ("HTML/JavaScript") a letter or digit stands before it, and nothing happens.
 */
const activeName = new RegExp(
  `(?:^|[\\s\\0()<>[\\]{}/%]|/(?:${["S", "Type", "Subtype"].map(spelled).join("|")})|obj|\\d\\s{1,9}\\d{1,9})/(?:${active
    .map((name) => (name.endsWith("?") ? `${spelled(name.slice(0, -2))}(?:s|#73)?` : spelled(name)))
    .join("|")})(?![^\\s\\0()<>[\\]{}/%])`,
  "i",
);
/** Too short to be looked for in packed data, where chance would spell them. */
const shortActiveName = new RegExp(
  `/(?:${spelled("JS")}|${spelled("XFA")})(?![^\\s\\0()<>[\\]{}/%])\\s*[(<\\d]`,
);

export const DAMAGED_PDF = "This PDF is cut off or damaged. Save it again.";
const MIXED_PDF =
  "This PDF holds something beside its pages that is no part of it. Save it again as a plain PDF.";
const ACTIVE_PDF =
  "This PDF holds a script, a program or another file. Save it again as a plain PDF, or choose a Word or text file.";

/**
 * What is wrong with a PDF as it lies in the file; `latin1` is one character a byte. Packed parts are not
 * looked into: `packedStreams` finds them, and each, unpacked, is for `activeFault`.
 */
export function pdfFault(latin1: string): string | undefined {
  if (!/^%PDF-[12]\.\d/.test(latin1)) return notOfKind("pdf");
  const end = latin1.lastIndexOf("%%EOF");
  if (end < 0 || !latin1.includes("startxref")) return DAMAGED_PDF;
  // What stands beside the objects is no part of the document, and a browser may read it as another kind.
  const [head, tail] = [latin1.slice(0, 4096), latin1.slice(end + 5)];
  // biome-ignore lint/suspicious/noControlCharactersInRegex: NUL is white space in a PDF
  if (htmlTag.test(head) || /[^\s\u0000]/.test(tail)) return MIXED_PDF;
  if (/\/Encrypt(?:\s+\d+\s+\d+\s+R|\s*<<)/.test(latin1))
    return "This PDF is locked. Save it without a password and without restrictions.";
  const streams = streamsOf(latin1);
  if (streams.length > MOST_STREAMS) return DAMAGED_PDF;
  const hidden = streams.some(
    ({ dictionary }) => /\/ObjStm\b/.test(dictionary) && unusualPacking.test(dictionary),
  );
  return (
    activeFault(latin1) ??
    (hidden || shortActiveName.test(withoutStreams(latin1, streams)) ? ACTIVE_PDF : undefined)
  );
}

/** Ways to pack objects that no writer of résumés uses and that would hide them from a check. */
const unusualPacking = /\/(?:ASCII85|A85|ASCIIHex|AHx|LZW|RunLength|RL\b|Crypt|DecodeParms)/;

/** What is wrong with a part of a PDF: a name that makes it act. */
export const activeFault = (latin1: string): string | undefined =>
  activeName.test(latin1) ? ACTIVE_PDF : undefined;

/** Where the packed (deflated) streams of a PDF begin and end, in characters; pictures are left out. */
export function packedStreams(latin1: string): { start: number; end: number }[] {
  return streamsOf(latin1).filter(({ start, dictionary }) => {
    const [first, second] = [latin1.charCodeAt(start), latin1.charCodeAt(start + 1)];
    // RFC 1950: the method, and a check of the two bytes.
    const isDeflated = (first & 0x8f) === 8 && (first * 256 + second) % 31 === 0;
    // A stream of objects has to say where the first one lies; a picture has no such key.
    const isPicture = /\/Image\b/.test(dictionary) && !/\/(?:First|[First]*#)/.test(dictionary);
    return isDeflated && !isPicture;
  });
}

/** More streams than any résumé of 5 MB needs. */
const MOST_STREAMS = 20_000;
const LONGEST_DICTIONARY = 2_000;

type PdfStream = { start: number; end: number; dictionary: string };

/** Every place where a stream may begin, whether or not it lies within another: a reader may be led to any. One pass, whatever the file holds. */
function streamsOf(latin1: string): PdfStream[] {
  const streams: PdfStream[] = [];
  const open: PdfStream[] = [];
  let head = 0;
  for (const match of latin1.matchAll(/obj|endstream|stream\r?\n/g)) {
    const end = match.index + match[0].length;
    if (match[0] === "obj") head = match.index;
    else if (match[0] === "endstream") for (const stream of open.splice(0)) stream.end = match.index;
    else {
      const dictionary = latin1.slice(Math.max(head, match.index - LONGEST_DICTIONARY), match.index);
      const stream = { start: end, end: latin1.length, dictionary };
      streams.push(stream);
      open.push(stream);
    }
    if (streams.length > MOST_STREAMS) break;
  }
  return streams;
}

function withoutStreams(latin1: string, streams: readonly PdfStream[]): string {
  const kept: string[] = [];
  let at = 0;
  for (const { start, end } of streams.filter((stream) => stream.end > stream.start)) {
    if (start < at) continue;
    kept.push(latin1.slice(at, start));
    at = end;
  }
  return kept.join("") + latin1.slice(at);
}

/** An entry of a DOCX, which is a ZIP archive. */
export type DocxEntry = { name: string; packed: number; unpacked: number; encrypted: boolean };

/** The most bytes a DOCX may unpack to, the most entries, and how many times its packed size. */
export const MOST_UNPACKED = 50 * 1024 * 1024;
const MOST_ENTRIES = 2_000;
const MOST_RATIO = 200;
const LARGEST_PART = 2 * 1024 * 1024;

export const DAMAGED_DOCX = "This Word file is damaged. Save it again as DOCX, or as PDF.";
const ACTIVE_DOCX =
  "This Word file holds a macro or an embedded program. Save it again as DOCX without macros, or as PDF.";

/** What is wrong with the table of contents of a DOCX. */
export function docxFault(entries: readonly DocxEntry[]): string | undefined {
  const names = new Set(entries.map(({ name }) => name));
  if (entries.some(({ encrypted }) => encrypted))
    return "This Word file is locked. Save it without a password.";
  // Names that differ in nothing but case are one file to Word and two to a check.
  const folded = new Set(entries.map(({ name }) => name.toLowerCase()));
  if (folded.size !== entries.length || entries.some(({ name }) => leadsOut(name))) return DAMAGED_DOCX;
  if (!names.has("[Content_Types].xml") || !names.has("word/document.xml")) return notOfKind("docx");
  if (
    entries.some(({ name }) =>
      /vba(project|data)|activex|embeddings\/[^/]*\.bin$|\.(exe|dll|js|vbs|ps1|hta|lnk)$/i.test(name),
    )
  )
    return ACTIVE_DOCX;
  const total = entries.reduce((sum, { unpacked }) => sum + unpacked, 0);
  // Small files of XML are packed very tightly without harm.
  const swells = entries.some(
    ({ packed, unpacked }) => unpacked > 1024 * 1024 && unpacked > packed * MOST_RATIO,
  );
  return total > MOST_UNPACKED || entries.length > MOST_ENTRIES || swells
    ? "This Word file unpacks to far more than its size. Save it again, or as PDF."
    : undefined;
}

const leadsOut = (name: string) => /^[/\\]|^[a-z]:|\\|\p{Cc}/iu.test(name) || name.split("/").includes("..");

/** What is wrong with the parts of a DOCX that say what the others are: `[Content_Types].xml` and the `.rels`. */
export function docxPartFault(name: string, bytes: Uint8Array): string | undefined {
  const xml = bytes.length > LARGEST_PART ? undefined : xmlText(bytes);
  if (xml === undefined || /<!DOCTYPE/i.test(xml)) return DAMAGED_DOCX;
  if (name === "[Content_Types].xml") {
    if (/macroEnabled|vbaProject|vbaData|activeX|oleObject/i.test(xml)) return ACTIVE_DOCX;
    return xml.includes("wordprocessingml.document.main+xml") ? undefined : notOfKind("docx");
  }
  const links = xml.split("<").filter((element) => /^(?:\w{1,20}:)?Relationship\s/.test(element));
  if (
    links.some((element) =>
      /(?:vbaProject|oleObject|control|activeX)\w*$/i.test(attributeOf(element, "Type")),
    )
  )
    return ACTIVE_DOCX;
  // A link is followed by a reader's own hand; a template is fetched by opening the file, and may hold macros.
  return links.every(
    (element) =>
      !/^\s*External/i.test(attributeOf(element, "TargetMode")) ||
      attributeOf(element, "Type").endsWith("/hyperlink") ||
      onOwnDisk.test(attributeOf(element, "Target")),
  )
    ? undefined
    : "This Word file fetches something from elsewhere when it is opened. Save it again as PDF.";
}

const attributeOf = (element: string, name: "Type" | "Target" | "TargetMode"): string =>
  new RegExp(`\\s${name}\\s{0,9}=\\s{0,9}["']([^"']*)`).exec(element)?.[1] ?? "";

/** The template that a file was made from, as Word notes it: a path on the writer's own disk. */
const onOwnDisk = /^file:\/\/\/[a-z]:/i;

/** XML as text with numbered signs put in plainly, in the encoding that its first bytes tell; undefined for broken bytes. */
function xmlText(bytes: Uint8Array): string | undefined {
  const wide = bytes[0] === 0xff || bytes[1] === 0 ? "utf-16le" : bytes[0] === 0xfe ? "utf-16be" : "utf-8";
  try {
    return new TextDecoder(wide, { fatal: true })
      .decode(bytes)
      .replace(/&#(?:x([0-9a-f]{1,6})|(\d{1,7}));/gi, (_, hex?: string, decimal?: string) =>
        String.fromCodePoint(Math.min(hex ? Number.parseInt(hex, 16) : Number(decimal), 0x10ffff)),
      );
  } catch {
    return undefined;
  }
}
