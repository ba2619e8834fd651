/** What is wrong with a file of a publisher, in words an operator can act on. */
export class ImportError extends Error {
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

  /** A library's error as ours; our own stays as it is. */
  static from(error: unknown, file: string, problem: string, expected: string): ImportError {
    if (error instanceof ImportError) return error;
    const reason = error instanceof Error ? error.message : String(error);
    return new ImportError(file, `${problem} (${reason})`, { expected });
  }
}

/** A text from a file, short enough to stand in a message. */
export const excerpt = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);
