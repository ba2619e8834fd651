import { placeListOf, placesCsv } from "@/domain/place-list";
import { answerText, problem } from "@/server/answer/json";
import { placesOf } from "@/server/profile/places";

/** The whole list of places of a career, as the page of the same options orders it, to take away. */
export async function GET(request: Request, { params }: { params: Promise<{ role: string }> }) {
  const { role: slug } = await params;
  const view = placeListOf(Object.fromEntries(new URL(request.url).searchParams));
  const found = await placesOf(slug, view.kind, view);
  if ("fault" in found)
    return found.fault === "unknown"
      ? problem(404, "No such career", "The address names no career that is known here.")
      : problem(404, "No such place", "No place here has the code that the address gives as area.");
  const text = placesCsv(found, view.sort, found.role.singular, found.isAdjusted);
  return answerText(text, "text/csv; charset=utf-8", `${found.role.slug}-${view.kind}.csv`);
}
