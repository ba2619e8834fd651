import type { DatasetId } from "@/data/sources";
import type { occupationRatings } from "@/db/schema";
import { type Reader, type ReadInput, type ReadResult, type RowOf, Tally } from "./dataset";
import { ImportError } from "./import-error";
import { KnownOccupations } from "./known-occupation";
import { editionOf, isInRelease, isUnreliable, open, statistic } from "./onet";
import { type RawTable, RowKeys, readCsv } from "./raw-table";

/** The month of the newest rating in the edition that sources.ts names. */
const NEWEST_RATING = "2025-08";

type Rating = RowOf<typeof occupationRatings>;

/** Skills: each with its importance (1 to 5) and level (0 to 7). A level the publisher advises against is null. */
export const readSkills: Reader = async (input) => {
  if (isInRelease(input.folder, "Skills")) return readRelease(input, "Skills", "skill", "onet-skills");
  const tally = new Tally();
  const table = tally.opened(await readCsv(input.folder, "onet/Skills_30x.csv"));
  checkNewest(table);
  return tally.result({ occupation_ratings: ratingsOf(table, await KnownOccupations.of(input), "skill") });
};

/**
 * Knowledge: as skills are rated where the release's own file is there, else importance only, at six-digit codes
 * and at specialties.
 */
export const readKnowledge: Reader = async (input) =>
  isInRelease(input.folder, "Knowledge")
    ? readRelease(input, "Knowledge", "knowledge", "onet-knowledge")
    : readRollUp(input);

/** Ratings from the file of a name in the folder of the release. */
async function readRelease(
  input: ReadInput,
  name: string,
  kind: Rating["kind"],
  dataset: DatasetId,
): Promise<ReadResult> {
  const tally = new Tally();
  const edition = await editionOf(input.folder, dataset);
  const table = await open(input.folder, name, tally);
  const ratings = ratingsOf(table, await KnownOccupations.of(input), kind);
  return { ...tally.result({ occupation_ratings: ratings }), edition };
}

/** One rating for each occupation and element, from its two rows. */
function ratingsOf(table: RawTable, known: KnownOccupations, kind: Rating["kind"]): Rating[] {
  const keys = new RowKeys();
  const ratings = new Map<string, Rating>();
  for (const row of table) {
    const scale = row.code("Scale ID", /^(IM|LV)$/, "IM or LV");
    const onetSoc = known.onetSoc(row, "O*NET-SOC Code");
    const element = row.required("Element ID");
    keys.add(row, "Element ID", onetSoc, element, scale);
    if (scale !== "IM") continue;
    ratings.set(`${onetSoc} ${element}`, {
      onetSoc,
      element,
      name: row.required("Element Name"),
      kind,
      importance: row.number("Data Value", [1, 5]),
      importanceN: statistic(row, "N"),
      importanceError: statistic(row, "Standard Error"),
      importanceSuppressed: isUnreliable(row),
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
    rating.levelSuppressed = isUnreliable(row);
    if (rating.levelSuppressed) continue;
    rating.level = row.number("Data Value", [0, 7]);
    rating.levelError = statistic(row, "Standard Error");
  }
  return [...ratings.values()];
}

/** The copy names no release: its newest rating does. Throws ImportError on that of another. */
function checkNewest(table: RawTable): void {
  let newest = "";
  for (const row of table) {
    const date = row
      .code("Date", /^(0[1-9]|1[0-2])\/\d{4}$/, "a month such as 08/2025")
      .replace(/(..)\/(....)/, "$2-$1");
    if (date > newest) newest = date;
  }
  if (newest !== NEWEST_RATING) {
    const problem = `the newest rating is of ${newest}, so that the file is of another release`;
    throw new ImportError(table.name, problem, { column: "Date", expected: NEWEST_RATING });
  }
}

async function readRollUp(input: ReadInput): Promise<ReadResult> {
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
}
