import type { MetadataRoute } from "next";
import { appUrl } from "@/server/settings";

/** Made at each request: what a build saw is not what stands. */
export const dynamic = "force-dynamic";

/** Crawlers read what readers read; the desks of people who are signed in are not for them. */
export default function robots(): MetadataRoute.Robots {
  return {
    rules: {
      userAgent: "*",
      allow: "/",
      disallow: ["/account/", "/admin/", "/employer/", "/outbox", "/sign-in"],
    },
    sitemap: new URL("/sitemap.xml", appUrl).href,
  };
}
