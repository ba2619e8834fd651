import { careersCsv, familiesCsv } from "@/domain/family-csv";
import { answerText, problem } from "@/server/answer/json";
import { loadFamilies } from "../load";

/** The table that /careers shows at the same options, all pages of it, to take away. */
export async function GET(request: Request) {
  const params = new URL(request.url).searchParams;
  // Of several the first, as the page has it.
  const found = await loadFamilies(
    Object.fromEntries([...params.keys()].map((name) => [name, params.getAll(name)])),
  );
  if ("fault" in found)
    return found.fault === "unknown_area"
      ? problem(404, "No such place", "No place here has the code that the address gives as area.")
      : problem(404, "No such family", "No family of careers has the code that the address gives as family.");
  const { list, summaries, families, family } = found;
  const text = list ? careersCsv(list.careers, families) : familiesCsv(summaries);
  const name = list ? ["careers", family?.code].filter(Boolean).join("-") : "families";
  return answerText(text, "text/csv; charset=utf-8", `${name}.csv`);
}
