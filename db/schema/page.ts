import { index, int, table, text } from "../dialect";

/**
 * When what public pages are made of last changed: by tag ("figure:29-1141"; domain/page-tag.ts), the number of the
 * change that it last had a part in. The row of the empty tag holds the last number given out.
 */
export const pageVersions = table(
  "page_versions",
  { tag: text().primaryKey(), version: int().notNull() },
  (t) => [index("page_versions_version").on(t.version)],
);
