import { rowsShown } from "@/domain/comparison";
import { comparisonCsv } from "@/domain/comparison-csv";
import { answerText } from "@/server/answer/json";
import { loadComparison, problemOf } from "../load";

/** The table of a comparison as the page of the same options shows it, to take away. */
export async function GET(request: Request, { params }: { params: Promise<{ pair: string }> }) {
  const { pair } = await params;
  const asked = Object.fromEntries(new URL(request.url).searchParams);
  const found = await loadComparison(pair, asked, "/table.csv");
  if ("fault" in found) return problemOf(found);
  const { comparison, view } = found;
  const rows = rowsShown(comparison, view.onlyDifferences);
  return answerText(comparisonCsv({ ...comparison, rows }), "text/csv; charset=utf-8", `${pair}.csv`);
}
