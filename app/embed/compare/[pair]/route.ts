import { sentenceCase } from "@/domain/amount";
import { areaAddress, NATION } from "@/domain/area";
import { canonicalPair, parsePair } from "@/domain/pair";
import { sentencesOf } from "@/domain/prose";
import { comparisonOf } from "@/server/comparison/queries";
import { cardAnswer, noSuchCard } from "../../card-answer";

/** `GET /embed/compare/{pair}?area=`: a comparison as a card for the frame of another site, in the order asked. */
export async function GET(request: Request, { params }: { params: Promise<{ pair: string }> }) {
  const { slugs, fault } = parsePair((await params).pair);
  if (fault) return noSuchCard("No such comparison");
  const code = new URL(request.url).searchParams.get("area") || NATION.code;
  const found = await comparisonOf(slugs, { area: code, isReal: false });
  if ("fault" in found)
    return noSuchCard(found.fault === "unknown_area" ? "No such place" : "No such comparison");
  const { comparison, pairs } = found;
  const { roles, area } = comparison;
  const names = roles.map(({ role }) => role);
  return cardAnswer({
    roles,
    area,
    name: sentenceCase(names.map(({ singular }) => singular).join(" vs ")),
    finding: sentencesOf(comparison)[0]?.text ?? "",
    page: areaAddress(
      `/compare/${canonicalPair(
        names.map(({ slug }) => slug),
        pairs,
      )}`,
      {},
      area,
      false,
    ),
  });
}
