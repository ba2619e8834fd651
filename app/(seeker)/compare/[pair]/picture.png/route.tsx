import { ImageResponse } from "next/og";
import { SHARE_SIZE, SharePicture } from "@/components/comparison/share-picture";
import { payFinding } from "@/domain/prose";
import { loadComparison, problemOf } from "../load";

/** The picture beside a shared link to a comparison, from the figures that its page shows. */
export async function GET(request: Request, { params }: { params: Promise<{ pair: string }> }) {
  const { pair } = await params;
  const asked = Object.fromEntries(new URL(request.url).searchParams);
  const found = await loadComparison(pair, asked, "/picture.png");
  if ("fault" in found) return problemOf(found);
  const { comparison } = found;
  return new ImageResponse(
    <SharePicture comparison={comparison} finding={payFinding(comparison)} />,
    SHARE_SIZE,
  );
}
