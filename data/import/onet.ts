import { type DatasetId, datasetOf } from "@/data/sources";
import type { occupationActivities, relatedOccupations } from "@/db/schema";
import { requiredEducationLevels } from "@/domain/measure";
import { isBrought } from "./brought-file";
import { type FigureRow, type Reader, type RowOf, type RowsByTable, Tally } from "./dataset";
import { excerpt, ImportError } from "./import-error";
import { KnownOccupations } from "./known-occupation";
import { readFile, wholeLines } from "./raw-file";
import { type RawRow, type RawTable, RowKeys, readTabbed } from "./raw-table";

const folderOfRelease = "onet/db_30_1_text";
const textFile = (name: string) => `${folderOfRelease}/${name}.txt`;

/** Whether the folder of the release holds a file of a name, which then goes before a copy made from it. */
export const isInRelease = (folder: string, name: string): boolean => isBrought(folder, textFile(name));

/** Opens a file of the release by its name without ending, such as "Job Zones". */
export const open = async (folder: string, name: string, tally: Tally): Promise<RawTable> =>
  tally.opened(await readTabbed(folder, textFile(name)));

/**
 * The data files carry no release; Read Me.txt does. Its number alone is the edition where data/sources.ts knows
 * it; another bears its month too ("30.2, February 2026"), since a number does not say when its figures are of.
 * Throws ImportError on a release before 30.0, whose files differ.
 */
export async function editionOf(folder: string, dataset: DatasetId): Promise<string> {
  let text = "";
  const file = await readFile(folder, textFile("Read Me"), async (pieces, name) => {
    for await (const block of wholeLines(pieces, name, true)) text += block;
  });
  const [first = "", second = ""] = text.split(/\r?\n/).map((line) => line.trim());
  const number = /^O\*NET ((?:[3-9]\d|\d{3})\.\d) Database$/.exec(first)?.[1];
  if (number === undefined) {
    const expected = "O*NET 30.0 Database, or one of a later number";
    throw new ImportError(file.name, `the folder holds "${excerpt(first)}"`, { line: 1, expected });
  }
  const month = /^([A-Z][a-z]+ 20\d\d) Release$/.exec(second)?.[1];
  if (month === undefined) {
    const expected = "the month of the release, such as December 2025 Release";
    throw new ImportError(file.name, `the release is dated "${excerpt(second)}"`, { line: 2, expected });
  }
  return number === datasetOf(dataset).edition ? number : `${number}, ${month}`;
}

const code = "O*NET-SOC Code";
const socOf = (onetSoc: string) => onetSoc.slice(0, 7);
/** Throws ImportError on a cell other than Y and N. */
const isYes = (row: RawRow, column: string) => row.code(column, /^[YN]$/, "Y or N") === "Y";

/** Null for a task that the publisher has not rated. Throws ImportError on another type. */
const isCore = (row: RawRow): boolean | null => {
  const type = row.code("Task Type", /^(Core|Supplemental|n\/a|)$/, "Core, Supplemental, n/a or nothing");
  return type === "Core" || type === "Supplemental" ? type === "Core" : null;
};

/** Names of O*NET occupations, other titles, and titles that workers reported. */
export const readTitles: Reader = async (input) => {
  const { folder } = input;
  const tally = new Tally();
  const known = await KnownOccupations.of(input);
  const keys = new RowKeys();
  const edition = await editionOf(folder, "onet-titles");
  const titles: NonNullable<RowsByTable["occupation_titles"]> = [];
  for (const row of await open(folder, "Occupation Data", tally)) {
    const onetSoc = known.onetSoc(row, code);
    keys.add(row, code, onetSoc);
    titles.push({ soc: socOf(onetSoc), onetSoc, title: row.required("Title"), kind: "profile" });
  }
  for (const row of await open(folder, "Alternate Titles", tally)) {
    const onetSoc = known.onetSoc(row, code);
    const short = row.text("Short Title");
    const shortTitle = short === "n/a" || short === "" ? null : short;
    const title = row.required("Alternate Title");
    keys.add(row, "Alternate Title", onetSoc, "alternate", title);
    titles.push({ soc: socOf(onetSoc), onetSoc, title, shortTitle, kind: "alternate" });
  }
  for (const row of await open(folder, "Sample of Reported Titles", tally)) {
    const onetSoc = known.onetSoc(row, code);
    const title = row.required("Reported Job Title");
    keys.add(row, "Reported Job Title", onetSoc, "reported", title);
    titles.push({ soc: socOf(onetSoc), onetSoc, title, kind: "reported" });
  }
  return { ...tally.result({ occupation_titles: titles }), edition };
};

/** Detailed work activities, with how many of the occupation's tasks map to each. */
export const readActivities: Reader = async (input) => {
  const { folder } = input;
  const tally = new Tally();
  const known = await KnownOccupations.of(input);
  const keys = new RowKeys();
  const edition = await editionOf(folder, "onet-activities");
  const titleOf = new Map<string, string>();
  for (const row of await open(folder, "DWA Reference", tally)) {
    keys.add(row, "DWA ID", row.required("DWA ID"));
    titleOf.set(row.required("DWA ID"), row.required("DWA Title"));
  }
  const tasks = new Map<string, { place: number; core: boolean }>();
  const places = new Map<string, number>();
  for (const row of await open(folder, "Task Statements", tally)) {
    const onetSoc = known.onetSoc(row, code);
    const place = (places.get(onetSoc) ?? 0) + 1;
    places.set(onetSoc, place);
    keys.add(row, "Task ID", onetSoc, row.required("Task ID"));
    tasks.set(`${onetSoc} ${row.required("Task ID")}`, { place, core: isCore(row) === true });
  }
  const activities = new Map<string, RowOf<typeof occupationActivities>>();
  for (const row of await open(folder, "Tasks to DWAs", tally)) {
    const onetSoc = known.onetSoc(row, code);
    const activity = row.required("DWA ID");
    keys.add(row, "DWA ID", onetSoc, row.required("Task ID"), activity);
    const task = tasks.get(`${onetSoc} ${row.required("Task ID")}`);
    if (!task) {
      tally.skip("activity of a task that is not among the task statements");
      continue;
    }
    const key = `${onetSoc} ${activity}`;
    const title =
      titleOf.get(activity) ?? row.fail("DWA ID", `${activity} has no title`, "an id of DWA Reference");
    const entry = activities.get(key) ?? {
      onetSoc,
      activity,
      title,
      tasks: 0,
      coreTasks: 0,
      position: task.place,
    };
    entry.tasks += 1;
    entry.coreTasks += task.core ? 1 : 0;
    entry.position = Math.min(entry.position, task.place);
    activities.set(key, entry);
  }
  return { ...tally.result({ occupation_activities: [...activities.values()] }), edition };
};

/** Software named for an occupation. */
export const readTechnology: Reader = async (input) => {
  const { folder } = input;
  const tally = new Tally();
  const known = await KnownOccupations.of(input);
  const keys = new RowKeys();
  const edition = await editionOf(folder, "onet-technology");
  const technologies = Array.from(await open(folder, "Technology Skills", tally), (row) => {
    const onetSoc = known.onetSoc(row, code);
    const name = row.required("Example");
    const category = row.required("Commodity Title");
    keys.add(row, "Example", onetSoc, name, category);
    return {
      onetSoc,
      name,
      category,
      hot: isYes(row, "Hot Technology"),
      inDemand: isYes(row, "In Demand"),
    };
  });
  return { ...tally.result({ occupation_technologies: technologies }), edition };
};

/** Related occupations, at the level of O*NET codes. */
export const readRelated: Reader = async (input) => {
  const { folder } = input;
  const tally = new Tally();
  const known = await KnownOccupations.of(input);
  const keys = new RowKeys();
  const edition = await editionOf(folder, "onet-related");
  const related = Array.from(
    await open(folder, "Related Occupations", tally),
    (row): RowOf<typeof relatedOccupations> => {
      const onetSoc = known.onetSoc(row, code);
      const position = row.whole("Index", [1, 1000]);
      const relatedOnetSoc = known.onetSoc(row, "Related O*NET-SOC Code");
      keys.add(row, "Index", onetSoc, String(position));
      keys.add(row, "Related O*NET-SOC Code", onetSoc, relatedOnetSoc);
      return { onetSoc, position, relatedOnetSoc, tier: row.required("Relatedness Tier") };
    },
  );
  return { ...tally.result({ related_occupations: related }), edition };
};

/** Job zones (1 to 5), and the schooling that workers asked say is required, in percent with its error. */
export const readEducation: Reader = async (input) => {
  const { folder } = input;
  const tally = new Tally();
  const known = await KnownOccupations.of(input);
  const keys = new RowKeys();
  const edition = await editionOf(folder, "onet-education");
  const figures: FigureRow[] = [];
  for (const row of await open(folder, "Job Zones", tally)) {
    const subject = known.onetSoc(row, code);
    const value = row.whole("Job Zone", [1, 5]);
    keys.add(row, code, subject);
    figures.push({ subject, measure: "job_zone", area: "US", value });
  }
  for (const row of await open(folder, "Education, Training, and Experience", tally)) {
    const subject = known.onetSoc(row, code);
    keys.add(row, "Category", subject, row.text("Element ID"), row.text("Scale ID"), row.text("Category"));
    if (row.text("Scale ID") !== "RL") {
      tally.skip("experience and training scales, which we do not show");
      continue;
    }
    const [level] =
      requiredEducationLevels[row.whole("Category") - 1] ?? row.fail("Category", "unknown", "1 to 12");
    const isSuppressed = isUnreliable(row);
    figures.push({
      subject,
      measure: `education_required_${level}`,
      area: "US",
      value: isSuppressed ? null : row.number("Data Value", [0, 100]),
      nullReason: isSuppressed ? "suppressed" : null,
      n: statistic(row, "N"),
      standardError: isSuppressed ? null : statistic(row, "Standard Error"),
    });
  }
  return { ...tally.result({ figures }), edition };
};

/**
 * Whether the publisher advises against a figure. "n/a" stands beside figures without a sample, of which it gives
 * no error either. Throws ImportError on another cell.
 */
export const isUnreliable = (row: RawRow): boolean =>
  row.code("Recommend Suppress", /^(Y|N|n\/a)$/, "Y, N or n/a") === "Y";

/** A number that O*NET leaves out as "n/a" or an empty cell. */
export const statistic = (row: RawRow, column: string): number | null =>
  row.text(column) === "n/a" ? null : row.numberOrNull(column, [0, 1e6]);

/** Descriptions and task statements: the publisher's sentences, never in the bundle. */
export const readTexts: Reader = async (input) => {
  const { folder } = input;
  const tally = new Tally();
  const known = await KnownOccupations.of(input);
  const keys = new RowKeys();
  const edition = await editionOf(folder, "onet-texts");
  const texts: NonNullable<RowsByTable["occupation_texts"]> = [];
  for (const row of await open(folder, "Occupation Data", tally)) {
    const onetSoc = known.onetSoc(row, code);
    keys.add(row, code, onetSoc);
    texts.push({ soc: socOf(onetSoc), onetSoc, kind: "description", text: row.required("Description") });
  }
  for (const row of await open(folder, "Task Statements", tally)) {
    const onetSoc = known.onetSoc(row, code);
    keys.add(row, "Task ID", onetSoc, row.required("Task ID"));
    texts.push({ soc: socOf(onetSoc), onetSoc, kind: "task", text: row.required("Task"), core: isCore(row) });
  }
  return { ...tally.result({ occupation_texts: texts }), edition };
};
