import { wayCsv } from "@/domain/way-csv";
import { answerText, problem } from "@/server/answer/json";
import { loadWays } from "../load";

/** The ways that the page of the same options shows, to take away. */
export async function GET(request: Request, { params }: { params: Promise<{ role: string }> }) {
  const { role } = await params;
  const asked = Object.fromEntries(new URL(request.url).searchParams);
  const { found } = await loadWays(role, asked, "/table.csv");
  if ("fault" in found)
    return found.fault === "unknown"
      ? problem(404, "No such career", "The address names no career that is known here.")
      : problem(404, "No such place", "No place here has the code that the address gives as area.");
  return answerText(wayCsv(found.lists), "text/csv; charset=utf-8", `next-from-${found.role.slug}.csv`);
}
