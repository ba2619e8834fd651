import { uuidv7 } from "uuidv7";
import { roleEdits } from "@/db/schema";
import { editedRole, RevertRole } from "@/domain/correction";
import { command, Refusal } from "@/server/command";
import { oneEditorAtATime, roleForEditing } from "@/server/correction/editing";
import { wordsOf } from "./edit-role";
import { importedRoleOf, newestEdits } from "./queries";

/** Takes back all that editors wrote of a role: what was imported stands again. Appends a row that says nothing. */
export const revertRole = command({
  name: "role.revert",
  input: RevertRole,
  find: (tx, { role }) => roleForEditing(tx, role),
  async run({ tx, input, found: { role, live }, actor, now }) {
    if (actor.kind !== "person") throw new Error(`a ${actor.kind} cannot revert a role`);
    await oneEditorAtATime(tx);
    const imported = await importedRoleOf(tx, live, role.slug);
    const edit = (await newestEdits(tx, [role.slug])).get(role.slug);
    if (!imported || !edit || (!edit.summary && !edit.duties && !edit.titles && !edit.soc))
      throw new Refusal("There is nothing to revert: all of this page stands as imported.");
    const nothing = { summary: null, duties: null, titles: null, soc: null };
    await tx.insert(roleEdits).values({
      id: uuidv7(),
      role: role.slug,
      ...nothing,
      reason: input.reason,
      personId: actor.personId,
      createdAt: now,
    });
    return {
      value: { role: role.slug },
      subject: `role:${role.slug}`,
      reason: input.reason,
      before: wordsOf(editedRole(imported, edit)),
      after: wordsOf(editedRole(imported, nothing)),
    };
  },
});
