import { uuidv7 } from "uuidv7";
import { corrections } from "@/db/schema";
import { misfit, RevertFigure, snapshotOf } from "@/domain/correction";
import { areaOf } from "@/server/area/queries";
import { command, Refusal } from "@/server/command";
import { oneEditorAtATime, roleForEditing } from "@/server/correction/editing";
import { figuresOf } from "@/server/profile/queries";

/** Takes the corrections of a figure back, so that the imported one stands again, to the byte. Appends a row. */
export const revertFigure = command({
  name: "figure.revert",
  input: RevertFigure,
  find: (tx, { role }) => roleForEditing(tx, role),
  async run({ tx, input, found: { role, group, live }, actor, now }) {
    if (actor.kind !== "person") throw new Error(`a ${actor.kind} cannot revert a figure`);
    await oneEditorAtATime(tx);
    const nation = await areaOf("US", tx);
    if (!nation) throw new Error("the nation is an area");
    const national = await figuresOf(tx, live, { role, group }, nation);
    const correction = [...national.standing.values()].find(({ id }) => id === input.correction);
    if (!correction)
      throw new Refusal("This correction no longer stands: it was reverted, or a later one took its place.");
    const { subject, measure, area } = correction;
    const place = await areaOf(area, tx);
    const figures = area === "US" || !place ? national : await figuresOf(tx, live, { role, group }, place);
    const isTitle = subject === role.slug;
    const of = (list: typeof figures.figures) => list.find((figure) => figure.measure === measure);
    const imported = of(isTitle ? figures.importedTitleFigures : figures.imported);
    const shown = of(isTitle ? figures.titleFigures : figures.figures);
    if (!isTitle && imported) {
      const fault = misfit(
        figures.figures.map((figure) => (figure.measure === measure ? imported : figure)),
        measure,
      );
      if (fault) throw new Refusal(`${fault} Revert that one first.`);
    }
    await tx.insert(corrections).values({
      ...correction,
      id: uuidv7(),
      action: "revert",
      value: null,
      low: null,
      high: null,
      text: null,
      reason: input.reason,
      personId: actor.personId,
      createdAt: now,
    });
    const before = imported ? snapshotOf(imported) : null;
    return {
      value: { role: role.slug },
      subject: `figure:${subject}`,
      reason: input.reason,
      before: { imported: before, shown: shown ? snapshotOf(shown) : null },
      after: { correction: null, measure, area, shown: before },
    };
  },
});
