import type { occupationRatings } from "@/db/schema";
import { type Reader, type RowOf, Tally } from "./dataset";
import { ImportError } from "./import-error";
import { KnownOccupations } from "./known-occupation";
import { isYes, statistic } from "./onet";
import { RowKeys, readCsv } from "./raw-table";

/** The month of the newest rating in the edition that sources.ts names. */
const NEWEST_RATING = "2025-08";

type Rating = RowOf<typeof occupationRatings>;

/** Skills: each with its importance (1 to 5) and level (0 to 7). A level the publisher advises against is null. */
export const readSkills: Reader = async (input) => {
  const tally = new Tally();
  const known = await KnownOccupations.of(input);
  const keys = new RowKeys();
  const ratings = new Map<string, Rating>();
  let newest = "";
  const table = tally.opened(await readCsv(input.folder, "onet/Skills_30x.csv"));
  for (const row of table) {
    const scale = row.code("Scale ID", /^(IM|LV)$/, "IM or LV");
    const onetSoc = known.onetSoc(row, "O*NET-SOC Code");
    const element = row.required("Element ID");
    keys.add(row, "Element ID", onetSoc, element, scale);
    const date = row
      .code("Date", /^(0[1-9]|1[0-2])\/\d{4}$/, "a month such as 08/2025")
      .replace(/(..)\/(....)/, "$2-$1");
    if (date > newest) newest = date;
    if (scale !== "IM") continue;
    ratings.set(`${onetSoc} ${element}`, {
      onetSoc,
      element,
      name: row.required("Element Name"),
      kind: "skill",
      importance: row.number("Data Value", [1, 5]),
      importanceN: statistic(row, "N"),
      importanceError: statistic(row, "Standard Error"),
      importanceSuppressed: isYes(row, "Recommend Suppress"),
      level: null,
      levelN: null,
      levelError: null,
      levelSuppressed: false,
    });
  }
  if (newest !== NEWEST_RATING) {
    throw new ImportError(
      table.name,
      `the newest rating is of ${newest}, so that the file is of another release`,
      {
        column: "Date",
        expected: NEWEST_RATING,
      },
    );
  }
  for (const row of table) {
    if (row.text("Scale ID") !== "LV") continue;
    const rating = ratings.get(`${row.text("O*NET-SOC Code")} ${row.text("Element ID")}`);
    if (!rating)
      return row.fail("Scale ID", "a level without an importance", "a row of scale IM for the same element");
    rating.levelN = statistic(row, "N");
    rating.levelSuppressed = isYes(row, "Recommend Suppress");
    if (rating.levelSuppressed) continue;
    rating.level = row.number("Data Value", [0, 7]);
    rating.levelError = statistic(row, "Standard Error");
  }
  return tally.result({ occupation_ratings: [...ratings.values()] });
};

/** Knowledge: importance only, at six-digit codes and at specialties. */
export const readKnowledge: Reader = async (input) => {
  const tally = new Tally();
  const known = await KnownOccupations.of(input);
  const keys = new RowKeys();
  const ratings: Rating[] = [];
  for (const row of tally.opened(
    await readCsv(input.folder, "onet/onet_30_3_skill_knowledge_importance_rollup.csv"),
  )) {
    if (row.code("kind", /^(skill|knowledge)$/, "skill or knowledge") === "skill") {
      tally.skip("skill, which its own file gives with level and error");
      continue;
    }
    const isSpecialty = row.text("code").includes(".");
    const onetSoc = isSpecialty ? known.onetSoc(row, "code") : known.soc(row, "code");
    const element = row.required("element_id");
    keys.add(row, "element_id", onetSoc, element);
    ratings.push({
      onetSoc,
      element,
      name: row.required("element_name"),
      kind: "knowledge",
      importance: row.number("importance_IM_1to5", [1, 5]),
      importanceSuppressed: false,
      levelSuppressed: false,
    });
  }
  return tally.result({ occupation_ratings: ratings });
};
