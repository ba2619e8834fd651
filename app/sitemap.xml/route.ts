import { sitemapIndexXml } from "@/domain/sitemap";
import { answerXml } from "@/server/answer/xml";
import { appUrl } from "@/server/settings";
import { sitemapPartsAt } from "@/server/sitemap/queries";

/** Made at each request: what a build saw is not what stands. */
export const dynamic = "force-dynamic";

/** Where the lists of all pages are. */
export async function GET() {
  return answerXml(sitemapIndexXml(appUrl, await sitemapPartsAt(new Date())));
}
