import { ImageResponse } from "next/og";
import { SHARE_SIZE, SharePicture } from "@/components/comparison/share-picture";
import { NATION } from "@/domain/area";
import { countedText, rangeFinding } from "@/domain/figure-card";
import { problem } from "@/server/answer/json";
import { areaOf } from "@/server/area/queries";
import { profilesOf } from "@/server/profile/queries";

/** `GET /careers/{role}/picture.png?area=`: the picture beside a shared link to a career, from the figures that its page shows. */
export async function GET(request: Request, { params }: { params: Promise<{ role: string }> }) {
  const area = await areaOf(new URL(request.url).searchParams.get("area") || NATION.code);
  if (!area)
    return problem(404, "No such place", "No place here has the code that the address gives as area.");
  const [profile] = await profilesOf([(await params).role], area);
  if (!profile)
    return problem(404, "No such career", "The address does not name a career that is known here.");
  return new ImageResponse(
    <SharePicture
      comparison={{ roles: [profile], area }}
      finding={[rangeFinding(profile), countedText(profile)].join(" ").trim()}
    />,
    SHARE_SIZE,
  );
}
