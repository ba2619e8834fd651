import { sitemapXml } from "@/domain/sitemap";
import { problem } from "@/server/answer/json";
import { answerXml } from "@/server/answer/xml";
import { appUrl } from "@/server/settings";
import { sitemapPart } from "@/server/sitemap/queries";

/** The pages of one part, each with the moment at which what it shows last changed. */
export async function GET(_: Request, { params }: { params: Promise<{ part: string }> }) {
  const entries = await sitemapPart((await params).part, new Date());
  return entries
    ? answerXml(sitemapXml(appUrl, entries))
    : problem(404, "No such list", "The address names no part of the sitemap.");
}
