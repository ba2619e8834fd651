import { csvOf } from "@/domain/csv";
import { operations } from "@/domain/open-data";
import { opened } from "@/server/answer/open-data";
import { titlesNear } from "@/server/title/queries";

const columns = ["soc", "role", "title", "score", "via", "viaSource"] as const;

/**
 * `GET /api/v1/titles?q=&limit=&typing=`: the occupations that a job title means, best first, one entry each, with the
 * title that matched and how sure it is. Empty where nothing sensible comes near.
 */
export const { GET, OPTIONS } = opened(operations.titles, async ({ query: { q, limit, typing } }) => {
  const titles = await titlesNear(q, { limit, isTyping: typing === "1" });
  return {
    body: { titles },
    draws: { datasets: ["soc-structure", "soc-titles", "onet-titles", "roles"] },
    csv: () =>
      csvOf(
        columns,
        titles.map(({ via, ...title }) => ({ ...title, via: via.title, viaSource: via.source })),
      ),
  };
});
