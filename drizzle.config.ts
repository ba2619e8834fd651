import { defineConfig } from "drizzle-kit";
import { databaseUrl, dialect } from "./db/dialect";

/** Run twice by `npm run migrations`, once a dialect, from the same schema. */
export default defineConfig({
  dialect: dialect === "postgres" ? "postgresql" : "sqlite",
  schema: "./db/schema.ts",
  out: `./drizzle/${dialect}`,
  casing: "snake_case",
  dbCredentials: { url: databaseUrl },
});
