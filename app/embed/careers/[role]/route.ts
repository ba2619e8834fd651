import { sentenceCase } from "@/domain/amount";
import { areaAddress, NATION } from "@/domain/area";
import { rangeFinding } from "@/domain/figure-card";
import { areaOf } from "@/server/area/queries";
import { profilesOf } from "@/server/profile/queries";
import { cardAnswer, noSuchCard } from "../../card-answer";

/** `GET /embed/careers/{role}?area=`: a career as a card for the frame of another site. */
export async function GET(request: Request, { params }: { params: Promise<{ role: string }> }) {
  const area = await areaOf(new URL(request.url).searchParams.get("area") || NATION.code);
  if (!area) return noSuchCard("No such place");
  const [profile] = await profilesOf([(await params).role], area);
  if (!profile) return noSuchCard("No such career");
  return cardAnswer({
    roles: [profile],
    area,
    name: sentenceCase(profile.role.singular),
    finding: rangeFinding(profile),
    page: areaAddress(`/careers/${profile.role.slug}`, {}, area, false),
  });
}
