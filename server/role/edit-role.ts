import { and, eq, inArray } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { occupations, roleEdits } from "@/db/schema";
import { EditRole, editedRole, type RoleEdit } from "@/domain/correction";
import { command, Refusal } from "@/server/command";
import { oneEditorAtATime, roleForEditing } from "@/server/correction/editing";
import { dutiesOf, groupsOf } from "@/server/occupation/queries";
import { importedRoleOf, newestEdits } from "./queries";

/**
 * Writes a role's summary, duties, other titles and mapping. What is empty, or as imported, stays as imported,
 * so that it follows newer releases. Appends a row.
 */
export const editRole = command({
  name: "role.edit",
  input: EditRole,
  find: (tx, { role }) => roleForEditing(tx, role),
  async run({ tx, input, found: { role, live }, actor, now }) {
    if (actor.kind !== "person") throw new Error(`a ${actor.kind} cannot edit a role`);
    await oneEditorAtATime(tx);
    const imported = await importedRoleOf(tx, live, role.slug);
    if (!imported) throw new Error(`the role ${role.slug} went away`);
    if (input.soc !== "" && input.soc !== imported.soc) {
      if (role.kind !== "title")
        throw new Refusal("This page is an occupation of its own, so its code cannot change.", "soc");
      const [found] = await tx
        .select({ soc: occupations.soc })
        .from(occupations)
        .where(
          and(
            eq(occupations.releaseId, live.id("soc-structure")),
            eq(occupations.soc, input.soc),
            inArray(occupations.level, ["detailed", "merged"]),
          ),
        );
      if (!found) throw new Refusal("Enter the code of an occupation that is known here.", "soc");
    }
    const before = (await newestEdits(tx, [role.slug])).get(role.slug);
    // The list in the form is the one shown: of the occupation that stands before this edit.
    const standing = editedRole(imported, before);
    const [group = null] = await groupsOf(tx, live, [standing]);
    const dutiesImported =
      imported.duties ?? (group ? await dutiesOf(tx, live, { ...standing, duties: null }, group) : []);
    const edit: RoleEdit = {
      summary: input.summary === "" || input.summary === imported.summary ? null : input.summary,
      duties:
        input.duties.length === 0 || sameList(input.duties, dutiesImported.map(oneSpaced))
          ? null
          : input.duties,
      titles: input.titles.length === 0 ? null : input.titles,
      soc: input.soc === "" || input.soc === imported.soc ? null : input.soc,
    };
    const nothing: RoleEdit = { summary: null, duties: null, titles: null, soc: null };
    if (sameEdit(edit, before ?? nothing))
      throw new Refusal("Nothing was changed: all of this stands already.");
    await tx.insert(roleEdits).values({
      id: uuidv7(),
      role: role.slug,
      ...edit,
      reason: input.reason,
      personId: actor.personId,
      createdAt: now,
    });
    return {
      value: { role: role.slug },
      subject: `role:${role.slug}`,
      reason: input.reason,
      before: wordsOf(editedRole(imported, before)),
      after: wordsOf(editedRole(imported, edit)),
    };
  },
});

const oneSpaced = (text: string) => text.replace(/\s+/g, " ").trim();
const sameList = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((part, i) => part === b[i]);
const sameEdit = (a: RoleEdit, b: RoleEdit) =>
  a.summary === b.summary &&
  a.soc === b.soc &&
  sameList(a.duties ?? [], b.duties ?? []) &&
  sameList(a.titles ?? [], b.titles ?? []);

/** What the log keeps of a role. */
export const wordsOf = ({ summary, duties, titles, soc }: RoleEdit) => ({ summary, duties, titles, soc });
