import { desc, eq, inArray } from "drizzle-orm";
import { connection } from "@/db/client";
import { auditEntries, people } from "@/db/schema";
import { type Actor, may, type Person } from "@/domain/access";
import { type Area, NATION } from "@/domain/area";
import {
  type Correction,
  correctionKey,
  type DeskFigure,
  type HistoryEntry,
  reviewReason,
  type Snapshot,
  type StandingCorrection,
  snapshotOf,
} from "@/domain/correction";
import type { Figure } from "@/domain/figure";
import { areaOf } from "@/server/area/queries";
import { dutiesOf, groupsOf } from "@/server/occupation/queries";
import { figuresOf } from "@/server/profile/queries";
import { liveReleases } from "@/server/release/queries";
import { importedRoleOf, type Role, rolesOf } from "@/server/role/queries";

declare const proof: unique symbol;
/** A person of whom it has been asked whether they may read what editors did; `editorOf` alone makes one. */
export type Editor = Person & { readonly [proof]: true };

/** The actor as an editor; undefined for one without the power. */
export function editorOf(actor: Actor): Editor | undefined {
  return may(actor, "role.history") ? (actor as Editor) : undefined;
}

export type RoleDesk = {
  role: Role;
  /** Whether anything that an editor wrote of it stands. */
  isEdited: boolean;
  /** The list that readers see. */
  duties: string[];
  occupation: { soc: string; title: string } | null;
  area: Area;
  isAreaUnknown: boolean;
  figures: DeskFigure[];
  titleFigures: DeskFigure[];
  /** Corrections that stand but show nowhere here: in another place, or without an imported figure. */
  elsewhere: StandingCorrection[];
  history: HistoryEntry[];
};

/** All that an editor sees of a role, in the nation where the code names no area; undefined for an unknown slug. */
export async function roleDeskOf(_: Editor, slug: string, areaCode: string): Promise<RoleDesk | undefined> {
  const [{ db }, live] = [await connection(), await liveReleases()];
  const [role] = await rolesOf([slug]);
  if (role?.slug !== slug) return undefined;
  const [area, [group = null], importedRole] = await Promise.all([
    areaOf(areaCode),
    groupsOf(db, live, [role]),
    importedRoleOf(db, live, slug),
  ]);
  const found = await figuresOf(db, live, { role, group }, area ?? NATION);
  const duties = role.duties ?? (group ? await dutiesOf(db, live, role, group) : []);
  const subjects = new Set([
    slug,
    ...found.imported.map(found.subjectOf),
    ...[...found.standing.values()].map(({ subject }) => subject),
  ]);
  const entries = await entriesOf([...[...subjects].map((subject) => `figure:${subject}`), `role:${slug}`]);
  const noted = new Map(
    entries.flatMap((entry) => (entry.after?.correction ? [[entry.after.correction, entry]] : [])),
  );
  const withAuthor = (correction: Correction): StandingCorrection => ({
    ...correction,
    at: noted.get(correction.id)?.at,
    by: noted.get(correction.id)?.by ?? "",
  });

  const seen = new Set<string>();
  const deskFigure = (figure: Figure, imported: Figure | undefined, subject: string): DeskFigure => {
    const correction = found.standing.get(correctionKey(subject, figure.measure, figure.area));
    if (!correction) return { figure, imported, correction: undefined, review: undefined };
    seen.add(correction.id);
    const then = noted.get(correction.id)?.before?.imported ?? null;
    return {
      figure,
      imported,
      correction: withAuthor(correction),
      review: reviewReason(then, imported ? snapshotOf(imported) : null),
    };
  };
  const importedOf = (list: Figure[], { measure }: Figure) =>
    list.find((figure) => figure.measure === measure);
  const figures = found.figures.map((figure) => {
    const imported = importedOf(found.imported, figure);
    return deskFigure(figure, imported, imported ? found.subjectOf(imported) : "");
  });
  const titleFigures = found.titleFigures.map((figure) =>
    deskFigure(figure, importedOf(found.importedTitleFigures, figure), slug),
  );
  return {
    role,
    duties,
    isEdited:
      importedRole?.summary !== role.summary ||
      importedRole.soc !== role.soc ||
      role.titles.length > 0 ||
      JSON.stringify(importedRole.duties) !== JSON.stringify(role.duties),
    occupation: group && { soc: group.soc, title: group.title },
    area: area ?? NATION,
    isAreaUnknown: area === undefined,
    figures,
    titleFigures,
    elsewhere: [...found.standing.values()].filter(({ id }) => !seen.has(id)).map(withAuthor),
    history: entries.map(historyEntry),
  };
}

/** What figure and role verbs keep in the audit. */
type State = {
  summary?: string | null;
  duties?: string[] | null;
  titles?: string[] | null;
  soc?: string | null;
};
type Before = State & { imported?: Snapshot | null; shown?: Snapshot | null };
type After = State & { correction?: string | null; measure?: string; area?: string; shown?: Snapshot | null };
type Entry = {
  id: string;
  at: Date;
  by: string;
  verb: string;
  reason: string;
  before: Before | null;
  after: After | null;
};

async function entriesOf(subjects: string[]): Promise<Entry[]> {
  const { db } = await connection();
  const rows = await db
    .select({ entry: auditEntries, name: people.name, email: people.email })
    .from(auditEntries)
    .leftJoin(people, eq(people.id, auditEntries.actorId))
    .where(inArray(auditEntries.subject, subjects))
    .orderBy(desc(auditEntries.id));
  return rows
    .filter(({ entry }) => /^(figure|role)\./.test(entry.verb))
    .map(({ entry: { id, at, verb, reason, before, after }, name, email }) => ({
      id,
      at,
      by: name ?? email ?? "Somebody who is no longer here",
      verb,
      reason: reason ?? "",
      before: before as Before | null,
      after: after as After | null,
    }));
}

function historyEntry({ before, after, ...entry }: Entry): HistoryEntry {
  const parts: [part: string, before: string, after: string][] = after?.measure
    ? [["Figure", wordsOf(before?.shown), wordsOf(after.shown)]]
    : [
        ["Summary", before?.summary ?? AS_IMPORTED, after?.summary ?? AS_IMPORTED],
        ["Duties", listWords(before?.duties), listWords(after?.duties)],
        ["Other titles", before?.titles?.join("; ") || "None", after?.titles?.join("; ") || "None"],
        ["SOC code", before?.soc ?? "None", after?.soc ?? "None"],
      ];
  return {
    ...entry,
    measure: after?.measure ?? null,
    area: after?.area ?? null,
    changes: parts
      .filter(([part, one, two]) => part === "Figure" || one !== two)
      .map(([part, one, two]) => ({ part, before: one, after: two })),
  };
}

const AS_IMPORTED = "Made from the figures and lists of the sources";
const listWords = (list: string[] | null | undefined) => list?.join("; ") ?? AS_IMPORTED;
const wordsOf = (shown: Snapshot | null | undefined) =>
  shown ? [shown.text, shown.source, shown.release].filter(Boolean).join(", ") : "None";
