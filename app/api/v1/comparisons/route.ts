import { csvOf } from "@/domain/csv";
import { pageOf } from "@/domain/cursor";
import { operations } from "@/domain/open-data";
import { parsePair } from "@/domain/pair";
import { opened, wrongParameter } from "@/server/answer/open-data";
import { curatedComparisons } from "@/server/comparison/queries";

/** `GET /api/v1/comparisons?limit=&cursor=`: the comparisons that editors chose, by address, a page at a time. */
export const { GET, OPTIONS } = opened(operations.comparisons, async ({ query }) => {
  const sorted = (await curatedComparisons()).toSorted((a, b) => (a.address < b.address ? -1 : 1));
  const page = pageOf("comparisons", sorted, ({ address }) => address, query);
  if (!page) return wrongParameter(operations.comparisons, "cursor");
  const comparisons = page.entries.map(({ address, changedAt }) => ({
    roles: parsePair(address.replace("/compare/", "")).slugs,
    page: address,
    changedAt: changedAt.toISOString(),
  }));
  return {
    body: { comparisons },
    cursor: page.cursor,
    draws: { datasets: ["pairs", "roles"] },
    csv: () =>
      csvOf(
        ["roles", "page", "changedAt"],
        comparisons.map(({ roles, ...rest }) => ({ roles: roles.join(","), ...rest })),
      ),
  };
});
