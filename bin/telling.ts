import type { Difference } from "@/data/import/difference";
import type { ImportOutcome } from "@/data/import/run";
import { agrees, type Difference as DifferentCell } from "@/data/verify/comparison";
import type { CoverageLine } from "@/data/verify/coverage";
import type { Verification } from "@/data/verify/verify";

/** What the command line prints of imports and checks. */

const grouped = (value: number) => value.toLocaleString("en-US");

/** What an import would change: the edition, rows, the largest changes, and figures that an editor has corrected. */
export function tellDifference({ dataset, edition, tables, movers, contradicted }: Difference): void {
  const isSame = tables.every(({ added, changed, gone }) => added + changed + gone === 0);
  console.log(isSame ? `${dataset}: ${edition ? "no row" : "nothing"} would change` : `${dataset}:`);
  if (edition) console.log(`  edition: ${edition.before} becomes ${edition.after}`);
  for (const { table, added, changed, gone } of isSame ? [] : tables)
    console.log(`  ${table}: ${grouped(added)} rows new, ${grouped(changed)} changed, ${grouped(gone)} gone`);
  for (const { row, column, before, after } of movers) {
    const percent = before === 0 ? "" : ` (${(((after - before) / before) * 100).toFixed(1)} %)`;
    console.log(`  ${row}, ${column}: ${grouped(before)} becomes ${grouped(after)}${percent}`);
  }
  for (const { subject, measure, area, corrected, before, after } of contradicted)
    console.log(
      `  ${subject}, ${measure}, ${area}: ${before} becomes ${after}, and an editor has corrected it to ${corrected}`,
    );
}

/** What the marks of a source mean, as an operator reads them. */
const reasonWords: Readonly<Record<string, string>> = {
  not_applicable: "not applicable",
  not_single: "with parts that differ",
  suppressed: "withheld by the source",
  too_few: "of too few people",
  top: "at or above the most that the source prints",
};

/** The report of one data set: files, rows, what is filled, why the rest is not, and what is doubted. */
export function tellImport({ dataset, result, report }: ImportOutcome): void {
  console.log(`${dataset}: ${result}`);
  for (const { name, rowsRead, sha256 } of report.files)
    console.log(`  read ${name}: ${grouped(rowsRead)} rows, sha256 ${sha256.slice(0, 12)}…`);
  for (const [table, rows] of Object.entries(report.rowsKept))
    console.log(`  kept ${grouped(rows)} rows of ${table}`);
  for (const [reason, rows] of Object.entries(report.rowsSkipped))
    console.log(`  left out ${grouped(rows)} rows: ${reason}`);
  for (const [measure, { filled, empty }] of Object.entries(report.coverage ?? {})) {
    const reasons = Object.entries(empty).map(
      ([reason, rows]) => `${grouped(rows)} ${reasonWords[reason] ?? reason}`,
    );
    console.log(
      `  ${measure}: ${grouped(filled)} filled${reasons.length > 0 ? `, empty: ${reasons.join(", ")}` : ""}`,
    );
  }
  for (const file of report.unrecognized ?? []) console.log(`  nothing taken from ${file}`);
  for (const doubt of report.doubts ?? []) console.log(`  in doubt: ${doubt}`);
}

/** How far the database agrees with a file; the process ends with 1 where it does not. */
export function tellVerification(verification: Verification): void {
  const { dataset, file, rows, cells, filled, differing, onlyInFile, onlyInDatabase, first } = verification;
  console.log(
    `${dataset}: ${grouped(rows)} rows, ${grouped(cells)} cells compared, ${grouped(filled)} of them filled; ${grouped(differing)} cells differ, ${grouped(onlyInFile)} rows only in the file, ${grouped(onlyInDatabase)} only in the database`,
  );
  for (const difference of first) console.log(`  ${file}, ${differenceWords(difference)}`);
  if (!agrees(verification)) process.exitCode = 1;
}

function differenceWords({ line, key, column, expected, found }: DifferentCell): string {
  const place = [line === null ? "" : `line ${line}`, key.filter(Boolean).join(" "), column ?? ""];
  return `${place.filter(Boolean).join(", ")}: expected ${expected ?? "nothing"}, found ${found ?? "nothing"}`;
}

/** How many codes can be filled, ours beside those of the folder's table; the process ends with 1 where they differ. */
export function tellCoverage(lines: readonly CoverageLine[]): void {
  const width = Math.max(...lines.map(({ name }) => name.length));
  const row = (name: string, cells: readonly string[]) =>
    console.log(`${name.padEnd(width)}  ${cells.map((cell) => cell.padEnd(17)).join("")}`.trimEnd());
  const counts = (list: readonly (number | null)[] | undefined) =>
    list?.map((count) => count ?? "-").join(" / ") || "-";
  row("codes that can be filled", ["SOC: ours", "table", "OEWS: ours", "table"]);
  for (const { name, found, known, differs } of lines) {
    const cells = [found?.soc, known?.soc, found?.oews, known?.oews].map(counts);
    row(name, [...cells, differs ? "differs" : ""]);
    if (differs) process.exitCode = 1;
  }
}
