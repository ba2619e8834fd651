import path from "node:path";
import { defineConfig } from "vitest/config";

const alias = { "@": path.resolve(import.meta.dirname) };

/** Reads files and touches no database, though it lies among what does. */
const readsFiles = "data/import/{coverage,hostile,oews,oews-hostile,raw-*}.test.ts";

/** All that touches a database, on one dialect. Loading every figure takes PGlite a minute or two. */
const database = (name: string, url: string) => ({
  resolve: { alias },
  test: {
    name,
    include: ["data/**/*.test.ts", "server/**/*.test.ts", "db/**/*.test.ts"],
    exclude: [readsFiles],
    globalSetup: ["db/test-bundle.ts"],
    setupFiles: ["db/test-database.ts"],
    env: { DATABASE_URL: url },
    testTimeout: 600_000,
    hookTimeout: 600_000,
    maxWorkers: 2,
  },
});

export default defineConfig({
  test: {
    projects: [
      {
        resolve: { alias },
        test: { name: "rules", include: ["{domain,docs,front}/**/*.test.ts", "components/**/*.test.tsx"] },
      },
      {
        resolve: { alias },
        test: { name: "files", include: [readsFiles], testTimeout: 300_000 },
      },
      database("sqlite", "file:"),
      database("postgres", "pglite:"),
    ],
  },
});
