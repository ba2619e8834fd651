import { createHash, randomUUID } from "node:crypto";
import Database from "better-sqlite3";
import { databaseFile } from "./place";

/** The site's database as it lies on disk, beside the doors of the site. */

type Row = Record<string, unknown>;

const readOnly = () => new Database(databaseFile, { readonly: true });

export function rows<T = Row>(sql: string, ...values: unknown[]): T[] {
  const database = readOnly();
  try {
    return database.prepare(sql).all(...values) as T[];
  } finally {
    database.close();
  }
}

export const one = (sql: string, ...values: unknown[]): Row => {
  const [row] = rows(sql, ...values);
  if (!row) throw new Error(`nothing is found by ${sql} with ${values}`);
  return row;
};

const tables = (isImported: boolean): string[] =>
  rows(
    `select m.name from sqlite_master m where type = 'table' and m.name not in ('rate_limits')
     and ${isImported ? "" : "not"} exists (select 1 from pragma_table_info(m.name) where name = 'release_id')
     order by m.name`,
  ).map(({ name }) => String(name));

/** A digest of all that may be written through the site, apart from counters of tries and when a session was last seen. */
export const digest = (): string => digestOf(tables(false));
/** A digest of all that importers write. */
export const importedDigest = (): string => digestOf(tables(true));

function digestOf(names: string[]): string {
  const database = readOnly();
  const hash = createHash("sha256");
  try {
    for (const name of names) {
      const columns = name === "sessions" ? "token_hash, id, person_id, created_at" : "*";
      hash.update(name);
      for (const row of database.prepare(`select ${columns} from "${name}" order by 1`).raw().iterate())
        hash.update(JSON.stringify(row));
    }
  } finally {
    database.close();
  }
  return hash.digest("hex");
}

const DAY_MS = 86_400_000;

/** Writes a posting in any state, as a copy of one that is live, without the steps that lead there. Returns its id. */
export function addPosting(employerId: string, title: string, more: Row): string {
  const pattern = one(
    "select * from postings where employer_id = ? and apply_by = 'here' and pay_min_cents is not null order by id",
    one("select id from employers where slug = 'demo-northfield-works'").id,
  );
  const ends = new Date(Date.now() + 20 * DAY_MS);
  return add("postings", {
    ...pattern,
    id: randomUUID(),
    employer_id: employerId,
    title,
    search_text: title.toLowerCase(),
    description: `${title}, described.`,
    workplace: "on_site",
    city: "Oakland",
    work_state: "US-CA",
    zone: "America/Los_Angeles",
    closes_on: ends.toISOString().slice(0, 10),
    ends_at: ends.getTime(),
    close_reason: null,
    closed_at: null,
    first_posted_at: Date.now() - DAY_MS,
    review_message: null,
    ...more,
  });
}

/** Writes an employer that nobody has verified and nobody acts for. Returns its id. */
export function addEmployer(name: string): string {
  const pattern = one("select * from employers where slug = 'demo-northfield-works'");
  const id = randomUUID();
  return add("employers", { ...pattern, id, slug: `employer-${id}`, name, verified_at: null });
}

function add(table: string, row: Row): string {
  const names = Object.keys(row);
  write(
    `insert into ${table} (${names.join(", ")}) values (${names.map(() => "?").join(", ")})`,
    Object.values(row),
  );
  return String(row.id);
}

/** Takes out what a test added, so that the next run finds the site as this one did. */
export function removePostings(titleLike: string): void {
  const of = "select id from postings where title like ?";
  write(
    `delete from resumes where application_id in (select id from applications where posting_id in (${of}))`,
    [titleLike],
  );
  write(`delete from posting_reports where posting_id in (${of})`, [titleLike]);
  write(`delete from applications where posting_id in (${of})`, [titleLike]);
  write("delete from postings where title like ?", [titleLike]);
}

function write(sql: string, values: unknown[]): void {
  const database = new Database(databaseFile, { timeout: 5_000 });
  try {
    database.prepare(sql).run(...values);
  } finally {
    database.close();
  }
}
