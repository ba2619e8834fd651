import { csvOf } from "@/domain/csv";
import { pageOf } from "@/domain/cursor";
import { operations } from "@/domain/open-data";
import { opened, wrongParameter } from "@/server/answer/open-data";
import { allAreas, areaOf, areasNear } from "@/server/area/queries";

const columns = ["code", "name", "kind", "why"] as const;
const MOST_FOUND = 8;

/**
 * `GET /api/v1/areas?q=`: the areas that a typed place means, best first, each with why. `?code=`: the one of that
 * code. Without either: every area by code, a page at a time.
 */
export const { GET, OPTIONS } = opened(operations.areas, async ({ query }) => {
  const { q, code, limit } = query;
  const given = (
    areas: { code: string; name: string; kind: AreaKind; why: string | null }[],
    cursor: string | null,
  ) => ({
    body: { areas },
    cursor,
    draws: { datasets: ["areas" as const, ...(q === undefined ? [] : PLACES)] },
    csv: () => csvOf(columns, areas),
  });
  if (code !== undefined) {
    const area = await areaOf(code);
    return area
      ? given([{ ...area, why: null }], null)
      : wrongParameter(operations.areas, "code", 404, "Unknown area");
  }
  if (q !== undefined) {
    const found = await areasNear(q, Math.min(limit, MOST_FOUND));
    return given(
      found.map(({ area, why }) => ({ ...area, why })),
      null,
    );
  }
  const sorted = (await allAreas()).toSorted((a, b) => (a.code < b.code ? -1 : 1));
  const page = pageOf("areas", sorted, (area) => area.code, query);
  if (!page) return wrongParameter(operations.areas, "cursor");
  return given(
    page.entries.map((area) => ({ ...area, why: null })),
    page.cursor,
  );
});

type AreaKind = Awaited<ReturnType<typeof allAreas>>[number]["kind"];
/** What a typed place is looked for in. */
const PLACES = ["area-counties", "zips"] as const;
