import type { occupationActivities, relatedOccupations } from "@/db/schema";
import { requiredEducationLevels } from "@/domain/measure";
import { type FigureRow, type Reader, type RowOf, type RowsByTable, Tally } from "./dataset";
import { type RawRow, type RawTable, readTabbed } from "./raw-table";

const open = (folder: string, name: string, tally: Tally): RawTable =>
  tally.opened(readTabbed(folder, `onet/db_30_1_text/${name}.txt`));

const code = "O*NET-SOC Code";
const socOf = (onetSoc: string) => onetSoc.slice(0, 7);
const isYes = (row: RawRow, column: string) => row.code(column, /^[YN]$/, "Y or N") === "Y";

/** Names of O*NET occupations, other titles, and titles that workers reported. */
export const readTitles: Reader = ({ folder }) => {
  const tally = new Tally();
  const titles: NonNullable<RowsByTable["occupation_titles"]> = [];
  for (const row of open(folder, "Occupation Data", tally)) {
    const onetSoc = row.onetSoc(code);
    titles.push({ soc: socOf(onetSoc), onetSoc, title: row.required("Title"), kind: "profile" });
  }
  for (const row of open(folder, "Alternate Titles", tally)) {
    const onetSoc = row.onetSoc(code);
    const short = row.text("Short Title");
    const shortTitle = short === "n/a" || short === "" ? null : short;
    const title = row.required("Alternate Title");
    titles.push({ soc: socOf(onetSoc), onetSoc, title, shortTitle, kind: "alternate" });
  }
  for (const row of open(folder, "Sample of Reported Titles", tally)) {
    const onetSoc = row.onetSoc(code);
    titles.push({
      soc: socOf(onetSoc),
      onetSoc,
      title: row.required("Reported Job Title"),
      kind: "reported",
    });
  }
  return tally.result({ occupation_titles: titles });
};

/** Detailed work activities, with how many of the occupation's tasks map to each. */
export const readActivities: Reader = ({ folder }) => {
  const tally = new Tally();
  const titleOf = new Map<string, string>();
  for (const row of open(folder, "DWA Reference", tally)) {
    titleOf.set(row.required("DWA ID"), row.required("DWA Title"));
  }
  const tasks = new Map<string, { place: number; core: boolean }>();
  const places = new Map<string, number>();
  for (const row of open(folder, "Task Statements", tally)) {
    const onetSoc = row.onetSoc(code);
    const place = (places.get(onetSoc) ?? 0) + 1;
    places.set(onetSoc, place);
    tasks.set(`${onetSoc} ${row.required("Task ID")}`, { place, core: row.text("Task Type") === "Core" });
  }
  const activities = new Map<string, RowOf<typeof occupationActivities>>();
  for (const row of open(folder, "Tasks to DWAs", tally)) {
    const onetSoc = row.onetSoc(code);
    const activity = row.required("DWA ID");
    const task = tasks.get(`${onetSoc} ${row.required("Task ID")}`);
    if (!task) {
      tally.skip("activity of a task that is not among the task statements");
      continue;
    }
    const key = `${onetSoc} ${activity}`;
    const title =
      titleOf.get(activity) ?? row.fail("DWA ID", `${activity} has no title`, "an id of DWA Reference");
    const known = activities.get(key) ?? {
      onetSoc,
      activity,
      title,
      tasks: 0,
      coreTasks: 0,
      position: task.place,
    };
    known.tasks += 1;
    known.coreTasks += task.core ? 1 : 0;
    known.position = Math.min(known.position, task.place);
    activities.set(key, known);
  }
  return tally.result({ occupation_activities: [...activities.values()] });
};

/** Software named for an occupation. */
export const readTechnology: Reader = ({ folder }) => {
  const tally = new Tally();
  const technologies = Array.from(open(folder, "Technology Skills", tally), (row) => ({
    onetSoc: row.onetSoc(code),
    name: row.required("Example"),
    category: row.required("Commodity Title"),
    hot: isYes(row, "Hot Technology"),
    inDemand: isYes(row, "In Demand"),
  }));
  return tally.result({ occupation_technologies: technologies });
};

/** Related occupations, at the level of O*NET codes. */
export const readRelated: Reader = ({ folder }) => {
  const tally = new Tally();
  const related = Array.from(
    open(folder, "Related Occupations", tally),
    (row): RowOf<typeof relatedOccupations> => ({
      onetSoc: row.onetSoc(code),
      position: row.number("Index"),
      relatedOnetSoc: row.onetSoc("Related O*NET-SOC Code"),
      tier: row.required("Relatedness Tier"),
    }),
  );
  return tally.result({ related_occupations: related });
};

/** Job zones (1 to 5), and the schooling that workers asked say is required, in percent with its error. */
export const readEducation: Reader = ({ folder }) => {
  const tally = new Tally();
  const figures: FigureRow[] = [];
  for (const row of open(folder, "Job Zones", tally)) {
    const value = row.number("Job Zone");
    figures.push({ subject: row.onetSoc(code), measure: "job_zone", area: "US", value });
  }
  for (const row of open(folder, "Education, Training, and Experience", tally)) {
    if (row.text("Scale ID") !== "RL") {
      tally.skip("experience and training scales, which we do not show");
      continue;
    }
    const [level] =
      requiredEducationLevels[row.number("Category") - 1] ?? row.fail("Category", "unknown", "1 to 12");
    const isSuppressed = row.text("Recommend Suppress") === "Y";
    figures.push({
      subject: row.onetSoc(code),
      measure: `education_required_${level}`,
      area: "US",
      value: isSuppressed ? null : row.number("Data Value"),
      nullReason: isSuppressed ? "suppressed" : null,
      n: statistic(row, "N"),
      standardError: isSuppressed ? null : statistic(row, "Standard Error"),
    });
  }
  return tally.result({ figures });
};

/** A number that O*NET leaves out as "n/a" or an empty cell. */
export const statistic = (row: RawRow, column: string): number | null =>
  row.text(column) === "n/a" ? null : row.numberOrNull(column);

/** Descriptions and task statements: the publisher's sentences, never in the bundle. */
export const readTexts: Reader = ({ folder }) => {
  const tally = new Tally();
  const texts: NonNullable<RowsByTable["occupation_texts"]> = [];
  for (const row of open(folder, "Occupation Data", tally)) {
    const onetSoc = row.onetSoc(code);
    texts.push({ soc: socOf(onetSoc), onetSoc, kind: "description", text: row.required("Description") });
  }
  for (const row of open(folder, "Task Statements", tally)) {
    const onetSoc = row.onetSoc(code);
    const type = row.text("Task Type");
    const core = type === "Core" ? true : type === "Supplemental" ? false : null;
    texts.push({ soc: socOf(onetSoc), onetSoc, kind: "task", text: row.required("Task"), core });
  }
  return tally.result({ occupation_texts: texts });
};
