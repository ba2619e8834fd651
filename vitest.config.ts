import path from "node:path";
import { defineConfig } from "vitest/config";

const alias = { "@": path.resolve(import.meta.dirname) };
const database = ["data/**/*.test.ts", "server/**/*.test.ts", "db/**/*.test.ts"];

/** Rules without a database once; all that touches one on each dialect. */
export default defineConfig({
  resolve: { alias },
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: "rules",
          include: ["domain/**/*.test.ts", "components/**/*.test.{ts,tsx}", "docs/**/*.test.ts"],
        },
      },
      {
        resolve: { alias },
        test: {
          name: "sqlite",
          include: database,
          env: { DATABASE_URL: "file::memory:" },
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: "postgres",
          include: database,
          env: { DATABASE_URL: "pglite:" },
          testTimeout: 300_000,
          hookTimeout: 600_000,
        },
      },
    ],
  },
});
