import { rowsShown } from "@/domain/comparison";
import { viewOf } from "@/domain/comparison-view";
import { sentencesOf } from "@/domain/prose";
import { answer, problem, unknownArea } from "@/server/answer/json";
import { type ComparisonFault, comparisonOf } from "@/server/comparison/queries";

/** `GET /api/v1/compare?roles=a,b&area=&real=&diff=`: the rows and sentences of the comparison page, in the order asked. */
export async function GET(request: Request): Promise<Response> {
  const { searchParams } = new URL(request.url);
  const slugs = (searchParams.get("roles") ?? "").split(",").filter((slug) => slug !== "");
  if (slugs.length < 2 || slugs.length > 4)
    return problem(400, "Two to four roles", "Give two to four slugs in roles, parted by commas.");
  const { area: code, isReal, onlyDifferences } = viewOf(Object.fromEntries(searchParams));
  const found = await comparisonOf(slugs, { area: code, isReal });
  if ("fault" in found) return problemOf(found);
  const { comparison, priceLevel } = found;
  if (isReal && !priceLevel)
    return problem(
      400,
      "No price level",
      `real=1 asks for pay after prices, and no price level is published for ${comparison.area.name}. Leave real out, or give a state or a metro area.`,
    );
  return answer({
    roles: comparison.roles.map(({ role, occupation }) => ({ ...role, occupation })),
    area: comparison.area,
    priceLevel: priceLevel ?? null,
    rows: rowsShown(comparison, onlyDifferences).map(({ measure, cells, relations }) => ({
      measure,
      cells,
      relations,
    })),
    sentences: sentencesOf(comparison).map(({ text }) => text),
  });
}

function problemOf(fault: ComparisonFault): Response {
  if (fault.fault === "unknown_area") return unknownArea();
  if (fault.fault === "same_role")
    return problem(400, "The same role twice", "A role cannot be compared with itself.");
  return problem(404, "Unknown role", `No role has the slug ${fault.slugs.join(", ")}.`);
}
