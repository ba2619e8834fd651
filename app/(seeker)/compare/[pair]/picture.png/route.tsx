import { ImageResponse } from "next/og";
import { SHARE_SIZE, SharePicture } from "@/components/comparison/share-picture";
import { payFinding } from "@/domain/prose";
import { problem } from "@/server/answer/json";
import { loadComparison } from "../load";

/** The picture beside a shared link to a comparison, from the figures that its page shows. */
export async function GET(request: Request, { params }: { params: Promise<{ pair: string }> }) {
  const { pair } = await params;
  const asked = Object.fromEntries(new URL(request.url).searchParams);
  const found = await loadComparison(pair, asked, "/picture.png");
  if ("fault" in found) return problem(404, "No such comparison", "The address names no comparison.");
  const { comparison } = found;
  return new ImageResponse(
    <SharePicture comparison={comparison} finding={payFinding(comparison)} />,
    SHARE_SIZE,
  );
}
