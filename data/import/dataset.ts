import type { InferInsertModel, Table } from "drizzle-orm";
import * as schema from "@/db/schema";
import type { ImportReport } from "@/db/schema/release";
import type { RawTable } from "./raw-table";

/** The tables that hold rows of releases. */
export const releaseTables = {
  occupations: schema.occupations,
  occupation_titles: schema.occupationTitles,
  occupation_texts: schema.occupationTexts,
  occupation_activities: schema.occupationActivities,
  occupation_technologies: schema.occupationTechnologies,
  related_occupations: schema.relatedOccupations,
  occupation_ratings: schema.occupationRatings,
  crosswalk_links: schema.crosswalkLinks,
  areas: schema.areas,
  area_counties: schema.areaCounties,
  price_levels: schema.priceLevels,
  zip_areas: schema.zipAreas,
  wages: schema.wages,
  figures: schema.figures,
  roles: schema.roles,
  role_skills: schema.roleSkills,
  curated_pairs: schema.curatedPairs,
} satisfies Record<string, Table>;

export type TableName = keyof typeof releaseTables;
export type RowOf<T extends Table> = Omit<InferInsertModel<T>, "releaseId">;
export type FigureRow = RowOf<typeof schema.figures>;
export type WageRow = RowOf<typeof schema.wages>;

/** Rows as a reader yields them. Where a table is keyed by `position` alone, the order of the rows is the position. */
export type RowsByTable = {
  [T in TableName]?: Omit<RowOf<(typeof releaseTables)[T]>, T extends PositionKeyed ? "position" : never>[];
};
type PositionKeyed =
  | "occupation_titles"
  | "occupation_texts"
  | "occupation_technologies"
  | "crosswalk_links"
  | "curated_pairs";

export type ReadResult = {
  tables: RowsByTable;
  report: ImportReport;
  /** The publisher's name of the edition, where the files say it themselves; else that of data/sources.ts. */
  edition?: string;
};

/** What a reader may use: the operator's folder, the project's own files, and the occupations being imported. */
export type ReadInput = {
  folder: string;
  /** Folder of roles.csv, seed-figures.csv, seed-skills.csv and pairs.csv. */
  ownFolder: string;
  /** Detailed and merged occupations, of this import where it brings them, else of the live release. */
  occupations(): Promise<{ soc: string; title: string; level: string }[]>;
};

export type Reader = (input: ReadInput) => ReadResult | Promise<ReadResult>;

/** Counts what is read and left out while a reader works. */
export class Tally {
  readonly #files: ImportReport["files"] = [];
  readonly #skipped: Record<string, number> = {};

  /** Notes a file as read, and hands it on. */
  opened(table: RawTable): RawTable {
    this.read(table.file, table.cells.length);
    return table;
  }

  read(file: RawTable["file"], rowsRead: number) {
    this.#files.push({ ...file, rowsRead });
  }

  skip(reason: string, rows = 1) {
    this.#skipped[reason] = (this.#skipped[reason] ?? 0) + rows;
  }

  result(tables: RowsByTable): ReadResult {
    const rowsKept = Object.fromEntries(Object.entries(tables).map(([name, rows]) => [name, rows.length]));
    return { tables, report: { files: this.#files, rowsKept, rowsSkipped: this.#skipped } };
  }
}
