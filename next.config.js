/** @type {import("next").NextConfig} */
export default {
  poweredByHeader: false,
  reactStrictMode: true,
  // front/document.ts compresses what it has finished.
  compress: false,
  images: { unoptimized: true },
  // The limiter finds its operators by a name that no bundler can follow.
  serverExternalPackages: ["better-sqlite3", "pg", "@electric-sql/pglite", "rate-limiter-flexible"],
  // A résumé has 5 MB at most; front/guard.ts keeps other forms to 1 MB.
  experimental: { serverActions: { bodySizeLimit: "5500kb" } },
  // Metadata must stand in the head of a document, not stream after it, for every reader.
  htmlLimitedBots: /.*/,
};
