import { csvOf } from "@/domain/csv";
import { pageOf } from "@/domain/cursor";
import { operations } from "@/domain/open-data";
import { opened, wrongParameter } from "@/server/answer/open-data";
import { allRoles } from "@/server/role/queries";

const columns = ["slug", "singular", "plural", "article", "kind", "soc"] as const;

/** `GET /api/v1/roles?limit=&cursor=`: every role by slug, a page at a time. */
export const { GET, OPTIONS } = opened(operations.roles, async ({ query }) => {
  const sorted = (await allRoles()).toSorted((a, b) => (a.slug < b.slug ? -1 : 1));
  const page = pageOf("roles", sorted, ({ slug }) => slug, query);
  if (!page) return wrongParameter(operations.roles, "cursor");
  const roles = page.entries.map(({ slug, singular, plural, article, kind, soc }) => ({
    slug,
    singular,
    plural,
    article,
    kind,
    soc,
  }));
  return {
    body: { roles },
    cursor: page.cursor,
    draws: { datasets: ["roles", "soc-structure"] },
    csv: () => csvOf(columns, roles),
  };
});
