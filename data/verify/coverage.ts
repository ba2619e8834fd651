import fs from "node:fs";
import path from "node:path";
import type { Connection } from "@/db/client";
import { filledCodes } from "./filled-codes";

/** Counts of the detailed SOC codes and of the OEWS codes that a field is known of, part by part; null for none given. */
type Counts = { soc: readonly (number | null)[]; oews: readonly (number | null)[] };

/** A field, and how many codes have it by the live database and by the table in the folder, each where it counts the field. */
export type CoverageLine = { name: string; found?: Counts; known?: Counts; differs: boolean };

const TABLE = "COVERAGE_AND_TRAPS.md";

/**
 * Counts how many codes can be filled, beside the table of it that the folder may hold. A line of that table which
 * we do not count differs when it gives a number.
 */
export async function coverageOf(connection: Connection, folder: string): Promise<CoverageLine[]> {
  const known = knownCounts(folder);
  const lines: CoverageLine[] = [];
  for await (const { name, ...found } of filledCodes(connection)) {
    const line = known.find(({ field }) => field.startsWith(name));
    if (line) known.splice(known.indexOf(line), 1);
    lines.push({
      name: line?.field ?? name,
      found,
      known: line,
      differs: line ? differs(found, line) : false,
    });
  }
  const nothing = { soc: [], oews: [] };
  return [
    ...lines,
    ...known.map((line) => ({ name: line.field, known: line, differs: differs(nothing, line) })),
  ];
}

const differs = (found: Counts, known: Counts): boolean =>
  (["soc", "oews"] as const).some((base) =>
    known[base].some((count, part) => count !== null && count !== found[base][part]),
  );

/** The lines of the folder's table; none when it has no such file. Throws when the file is there without the table. */
function knownCounts(folder: string): (Counts & { field: string })[] {
  const file = path.join(folder, TABLE);
  if (!fs.existsSync(file)) return [];
  const [, section = ""] = fs.readFileSync(file, "utf8").split(/^## How many codes can be filled$/m);
  const [text = ""] = section.split(/^## /m);
  const [head, , ...rows] = text.split("\n").filter((line) => line.startsWith("|"));
  if (!/^\| *field *\| *SOC \d+ *\| *OEWS \d+ *\|/.test(head ?? "") || rows.length === 0)
    throw new Error(`${TABLE} has no table of field, SOC and OEWS below "How many codes can be filled"`);
  return rows.map((row) => {
    const [, field = "", soc = "", oews = ""] = row.split("|").map((cell) => cell.trim());
    return { field, soc: countsIn(soc), oews: countsIn(oews) };
  });
}

/** The counts of a cell such as `789 / 786`; a dash gives none. */
const countsIn = (cell: string): (number | null)[] =>
  cell.split("/").map((part) => (/\d/.test(part) ? Number(part.replaceAll(",", "")) : null));
