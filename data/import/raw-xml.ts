import { Parser } from "saxen";
import { ImportError } from "./import-error";

/** What a reader of XML is told. Names come without the prefix of their namespace. */
export type XmlHooks = {
  open(name: string, attributes: () => Record<string, string>): void;
  close(name: string): void;
  text(text: string): void;
  /** Whether the rest need not be read. */
  readonly isDone?: boolean;
};

/** No tag or text of a workbook comes near this; one that is longer is made to exhaust. */
const TOKEN_CHARACTERS = 4 * 1024 * 1024;
const DEPTH = 64;

/** Reads XML piece by piece, never holding more than a piece. Throws ImportError when it is not well formed. */
export async function readXml(pieces: AsyncIterable<Buffer>, file: string, hooks: XmlHooks): Promise<void> {
  const refuse = (problem: string) => new ImportError(file, problem, { expected: "XML of a workbook" });
  const parser = new Parser();
  let depth = 0;
  let unread = 0;
  parser.on("error", (error) => {
    throw refuse(`the XML is not well formed (${error.message})`);
  });
  parser.on("attention", () => {
    throw refuse("the XML declares a document type");
  });
  parser.on("openTag", (name, attributes) => {
    unread = 0;
    depth += 1;
    if (depth > DEPTH) throw refuse("the XML is nested too deep");
    hooks.open(localName(name), () => {
      const found = attributes();
      if (found === false) throw refuse(`the XML has a broken attribute at ${name}`);
      return found;
    });
  });
  parser.on("closeTag", (name) => {
    unread = 0;
    depth -= 1;
    hooks.close(localName(name));
  });
  parser.on("text", (text, decode) => hooks.text(text.includes("&") ? decode(text) : text));
  parser.on("cdata", (text) => hooks.text(text));
  const decoder = new TextDecoder("utf-8", { fatal: true });
  try {
    for await (const piece of pieces) {
      unread += piece.length;
      if (unread > TOKEN_CHARACTERS) throw refuse("the XML holds a tag or text that is too long");
      parser.write(decoder.decode(piece, { stream: true }));
      if (hooks.isDone) return;
    }
    parser.write(decoder.decode());
    const error = parser.end();
    if (error) throw error;
  } catch (error) {
    throw ImportError.from(error, file, "the XML cannot be read", "XML of a workbook, in UTF-8");
  }
}

const localName = (name: string): string => {
  const at = name.indexOf(":");
  return at < 0 ? name : name.slice(at + 1);
};
