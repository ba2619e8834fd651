import type { occupationRatings } from "@/db/schema";
import { type Reader, type RowOf, Tally } from "./dataset";
import { statistic } from "./onet";
import { readCsv } from "./raw-table";

type Rating = RowOf<typeof occupationRatings>;

/** Skills: each with its importance (1 to 5) and level (0 to 7). A level the publisher advises against is null. */
export const readSkills: Reader = ({ folder }) => {
  const tally = new Tally();
  const ratings = new Map<string, Rating>();
  const table = tally.opened(readCsv(folder, "onet/Skills_30x.csv"));
  for (const row of table) {
    if (row.code("Scale ID", /^(IM|LV)$/, "IM or LV") !== "IM") continue;
    const onetSoc = row.onetSoc("O*NET-SOC Code");
    const element = row.required("Element ID");
    ratings.set(`${onetSoc} ${element}`, {
      onetSoc,
      element,
      name: row.required("Element Name"),
      kind: "skill",
      importance: row.number("Data Value"),
      importanceN: statistic(row, "N"),
      importanceError: statistic(row, "Standard Error"),
      importanceSuppressed: row.text("Recommend Suppress") === "Y",
      level: null,
      levelN: null,
      levelError: null,
      levelSuppressed: false,
    });
  }
  for (const row of table) {
    if (row.text("Scale ID") !== "LV") continue;
    const rating = ratings.get(`${row.text("O*NET-SOC Code")} ${row.text("Element ID")}`);
    if (!rating)
      return row.fail("Scale ID", "a level without an importance", "a row of scale IM for the same element");
    rating.levelN = statistic(row, "N");
    rating.levelSuppressed = row.text("Recommend Suppress") === "Y";
    if (rating.levelSuppressed) continue;
    rating.level = row.number("Data Value");
    rating.levelError = statistic(row, "Standard Error");
  }
  return tally.result({ occupation_ratings: [...ratings.values()] });
};

/** Knowledge: importance only, at six-digit codes and at specialties. */
export const readKnowledge: Reader = ({ folder }) => {
  const tally = new Tally();
  const ratings: Rating[] = [];
  for (const row of tally.opened(readCsv(folder, "onet/onet_30_3_skill_knowledge_importance_rollup.csv"))) {
    if (row.text("kind") !== "knowledge") {
      tally.skip("skill, which its own file gives with level and error");
      continue;
    }
    ratings.push({
      onetSoc: row.code("code", /^\d\d-\d{4}(\.\d\d)?$/, "a SOC or an O*NET-SOC code"),
      element: row.required("element_id"),
      name: row.required("element_name"),
      kind: "knowledge",
      importance: row.number("importance_IM_1to5"),
      importanceSuppressed: false,
      levelSuppressed: false,
    });
  }
  return tally.result({ occupation_ratings: ratings });
};
