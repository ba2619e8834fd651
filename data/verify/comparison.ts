export type Cell = string | number | null;

/** A row as a file or the database holds it; `line` is that of the file. */
export type ComparedRow = { line: number | null; key: readonly string[]; cells: readonly Cell[] };

/** What stands otherwise in the database than in the file. Without a column it is the whole row that one side lacks. */
export type Difference = {
  line: number | null;
  key: readonly string[];
  column: string | null;
  expected: Cell;
  found: Cell;
};

export type Comparison = {
  /** Rows that both sides have. */
  rows: number;
  cells: number;
  /** Those of the cells that are not empty in the file. */
  filled: number;
  differing: number;
  onlyInFile: number;
  onlyInDatabase: number;
  /** The first of all differences. */
  first: Difference[];
};

const SHOWN = 20;

/** Whether both sides have the same rows with the same cells. */
export const agrees = ({ differing, onlyInFile, onlyInDatabase }: Comparison): boolean =>
  differing + onlyInFile + onlyInDatabase === 0;

/** Compares two sides that both come in the order of keys, a row of each at a time. */
export async function compare(
  published: AsyncIterable<ComparedRow>,
  held: AsyncIterable<ComparedRow>,
  columns: readonly string[],
): Promise<Comparison> {
  const result: Comparison = {
    rows: 0,
    cells: 0,
    filled: 0,
    differing: 0,
    onlyInFile: 0,
    onlyInDatabase: 0,
    first: [],
  };
  const note = (difference: Difference) => {
    if (result.first.length < SHOWN) result.first.push(difference);
  };
  const file = published[Symbol.asyncIterator]();
  const database = held[Symbol.asyncIterator]();
  try {
    let expected = await next(file);
    let found = await next(database);
    while (expected || found) {
      const order = expected && found ? compareKeys(expected.key, found.key) : expected ? -1 : 1;
      if (expected && found && order === 0) {
        compareCells(expected, found);
        expected = await next(file);
        found = await next(database);
      } else if (expected && order < 0) {
        result.onlyInFile++;
        note({ ...place(expected), column: null, expected: "the row", found: null });
        expected = await next(file);
      } else if (found) {
        result.onlyInDatabase++;
        note({ ...place(found), column: null, expected: null, found: "the row" });
        found = await next(database);
      }
    }
  } finally {
    await file.return?.();
    await database.return?.();
  }
  return result;

  function compareCells(expected: ComparedRow, found: ComparedRow) {
    result.rows++;
    columns.forEach((column, at) => {
      const cell = expected.cells[at] ?? null;
      const other = found.cells[at] ?? null;
      result.cells++;
      if (cell !== null) result.filled++;
      if (cell === other) return;
      result.differing++;
      note({ ...place(expected), column, expected: cell, found: other });
    });
  }
}

const place = ({ line, key }: ComparedRow) => ({ line, key });

async function next(rows: AsyncIterator<ComparedRow>): Promise<ComparedRow | undefined> {
  const { value, done } = await rows.next();
  return done ? undefined : value;
}

/** By the units of their characters, as the binary order of the `sqlite3` shell. */
export function compareKeys(one: readonly string[], other: readonly string[]): number {
  for (const [at, part] of one.entries()) {
    const against = other[at] ?? "";
    if (part !== against) return part < against ? -1 : 1;
  }
  return 0;
}
