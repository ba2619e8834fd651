import type { MetadataRoute } from "next";
import { curatedComparisons } from "@/server/comparison/queries";
import { appUrl } from "@/server/settings";

/** Made at each request: what a build saw is not what stands. */
export const dynamic = "force-dynamic";

/** The comparisons that editors chose, each with the day on which a figure or a word of it last changed. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const comparisons = await curatedComparisons();
  return comparisons.map(({ address, changedAt }) => ({
    url: new URL(address, appUrl).href,
    lastModified: changedAt,
  }));
}
