import { rowsShown } from "@/domain/comparison";
import { comparisonCsv } from "@/domain/comparison-csv";
import { operations } from "@/domain/open-data";
import { sentencesOf } from "@/domain/prose";
import { problem } from "@/server/answer/json";
import { datasetsOfArea, opened, unknownArea } from "@/server/answer/open-data";
import { type ComparisonFault, comparisonOf } from "@/server/comparison/queries";

/** `GET /api/v1/compare?roles=a,b&area=&real=&diff=&fields=`: the rows and sentences of the comparison page, in the order asked. */
export const { GET, OPTIONS } = opened(operations.compare, async ({ query }) => {
  const { roles, area: code, fields } = query;
  const isReal = query.real === "1";
  const found = await comparisonOf(roles, { area: code, isReal });
  if ("fault" in found) return problemOf(found);
  const { comparison, priceLevel } = found;
  if (isReal && !priceLevel) return noPriceLevel(comparison.area.name);
  const asked = rowsShown(comparison, query.diff === "1").filter(
    ({ measure }) => fields === undefined || fields.includes(measure),
  );
  const rows = asked.map(({ measure, cells, relations }) => ({ measure, cells, relations }));
  return {
    body: {
      roles: comparison.roles.map(({ role, occupation }) => ({ ...role, occupation })),
      area: comparison.area,
      priceLevel: priceLevel ?? null,
      rows,
      sentences: sentencesOf(comparison).map(({ text }) => text),
    },
    draws: {
      figures: rows.flatMap(({ cells }) => cells.flatMap(({ figure, also }) => [figure, ...also])),
      sources: priceLevel ? [priceLevel.source] : [],
      // A sentence may speak of skills, which have no row.
      datasets: ["roles", "soc-structure", "onet-skills", ...datasetsOfArea(comparison.area)],
    },
    csv: () => comparisonCsv({ ...comparison, rows: asked }),
  };
});

function problemOf(fault: ComparisonFault): Response {
  if (fault.fault === "unknown_area") return unknownArea();
  const refuse = (status: number, title: string, detail: string) =>
    problem(status, title, detail, [{ name: "roles", in: "query", detail }]);
  return fault.fault === "same_role"
    ? refuse(400, "The same role twice", "A role cannot be compared with itself.")
    : refuse(404, "Unknown role", `No role has the slug ${fault.slugs.join(", ")}.`);
}

function noPriceLevel(name: string): Response {
  const detail = `real=1 asks for pay after prices, and no price level is published for ${name}. Leave real out, or give a state or a metro area.`;
  return problem(400, "No price level", detail, [{ name: "real", in: "query", detail }]);
}
