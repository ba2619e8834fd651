import type { roleSkills, roles } from "@/db/schema";
import { isMeasureKey } from "@/domain/measure";
import { occupationRoleName } from "@/domain/role";
import { type FigureRow, type Reader, type RowOf, type RowsByTable, Tally } from "./dataset";
import { ImportError } from "./import-error";
import { type RawRow, RowKeys, readCsv } from "./raw-table";

const slugForm = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const slug = (row: RawRow, column: string) => row.code(column, slugForm, "a slug such as patient-liaison");

/**
 * One role for every detailed and merged occupation, and the titles of roles.csv; a row there with the slug
 * of an occupation's role gives that one its text. Throws ImportError when two roles share a slug or a name, or when a
 * title names an occupation that does not exist.
 */
export const readRoles: Reader = async (input) => {
  const tally = new Tally();
  const occupations = await input.occupations();
  const known = new Set(occupations.map(({ soc }) => soc));
  const bySlug = new Map<string, RowOf<typeof roles>>();
  for (const { soc, title } of occupations) {
    const name = occupationRoleName(title);
    const other = bySlug.get(name.slug);
    if (other) {
      throw new ImportError(
        "soc/soc2018_definitions.csv",
        `${other.soc} and ${soc} both give the slug ${name.slug}`,
        {
          column: "SOCTitle",
          expected: "titles that differ",
        },
      );
    }
    bySlug.set(name.slug, { ...name, kind: "occupation", soc });
  }
  for (const row of tally.opened(await readCsv(input.ownFolder, "roles.csv"))) {
    const soc = row.text("soc") || null;
    if (soc && !known.has(soc)) row.fail("soc", `${soc} is no occupation`, "a detailed or merged code");
    const other = bySlug.get(slug(row, "slug"));
    if (other && (other.kind === "title" || other.soc !== soc))
      row.fail(
        "slug",
        `${other.slug} is the slug of ${other.soc ?? "another role"} too`,
        "a slug of its own",
      );
    const plural = row.required("plural");
    const sameName = [...bySlug.values()].find((role) => role.plural === plural && role !== other);
    if (sameName) row.fail("plural", `${sameName.slug} has this name`, "a name of its own");
    const duties = row.text("duties");
    bySlug.set(row.text("slug"), {
      slug: row.text("slug"),
      singular: row.required("singular"),
      plural,
      article: row.code("article", /^an?$/, "a or an") as "a" | "an",
      // A row with the slug of its occupation gives that occupation's role its text.
      kind: other ? "occupation" : "title",
      soc,
      onetSoc: row.text("onet_soc") || null,
      summary: row.text("summary") || null,
      duties: duties ? duties.split("|").map((duty) => duty.trim()) : null,
    });
  }
  return tally.result({ roles: [...bySlug.values()] });
};

/** Title-level figures of the page that started the project. A share that goes with a text stands in `value`. */
export const readSeedFigures: Reader = async ({ ownFolder }) => {
  const tally = new Tally();
  const figures: FigureRow[] = [];
  const keys = new RowKeys();
  for (const row of tally.opened(await readCsv(ownFolder, "seed-figures.csv"))) {
    const measure = row.required("measure");
    if (!isMeasureKey(measure)) row.fail("measure", `${measure} is no measure`, "a key of domain/measure.ts");
    keys.add(row, "measure", slug(row, "role"), measure);
    const text = row.text("text") || null;
    figures.push({
      subject: slug(row, "role"),
      measure,
      area: "US",
      value: row.numberOrNull(text === null ? "value" : "share"),
      low: row.numberOrNull("low"),
      high: row.numberOrNull("high"),
      text,
      note: row.text("note") || null,
    });
  }
  return tally.result({ figures });
};

/** Skills that the page that started the project names for a title, with its shares; of what they are shares it does not say. */
export const readSeedSkills: Reader = async ({ ownFolder }) => {
  const tally = new Tally();
  const skills: RowOf<typeof roleSkills>[] = [];
  const keys = new RowKeys();
  for (const row of tally.opened(await readCsv(ownFolder, "seed-skills.csv"))) {
    keys.add(row, "position", slug(row, "role"), row.text("position"));
    skills.push({
      role: slug(row, "role"),
      position: row.whole("position"),
      name: row.required("name"),
      share: row.number("share"),
    });
  }
  return tally.result({ role_skills: skills });
};

/** Comparisons in the order an editor chose. */
export const readPairs: Reader = async ({ ownFolder }) => {
  const tally = new Tally();
  const pairs: NonNullable<RowsByTable["curated_pairs"]> = [];
  for (const row of tally.opened(await readCsv(ownFolder, "pairs.csv"))) {
    pairs.push({ a: slug(row, "a"), b: slug(row, "b") });
  }
  return tally.result({ curated_pairs: pairs });
};
