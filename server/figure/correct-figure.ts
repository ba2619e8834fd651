import { uuidv7 } from "uuidv7";
import { corrections } from "@/db/schema";
import { NATION } from "@/domain/area";
import {
  CorrectFigure,
  type Correction,
  correctedFigure,
  correctionKey,
  misfit,
  readEntry,
  snapshotOf,
  whyNotCorrected,
} from "@/domain/correction";
import { areaOf } from "@/server/area/queries";
import { command, Refusal } from "@/server/command";
import { oneEditorAtATime, roleForEditing } from "@/server/correction/editing";
import { figuresOf } from "@/server/profile/queries";

/**
 * Sets an editor's figure in place of an imported one, or adds one to a title. Appends a row: what was
 * imported stays as it is, and is kept in the audit as it was, so that a newer release can be set against it.
 */
export const correctFigure = command({
  name: "figure.correct",
  input: CorrectFigure,
  find: (tx, { role }) => roleForEditing(tx, role),
  async run({ tx, input, found: { role, group, live }, actor, now }) {
    if (actor.kind !== "person") throw new Error(`a ${actor.kind} cannot correct a figure`);
    await oneEditorAtATime(tx);
    const { measure, level } = input;
    if (level === "title" && role.kind !== "title")
      throw new Refusal("This page is an occupation of its own, so it has no figures of a title.");
    const refused = whyNotCorrected(measure, level);
    if (refused) throw new Refusal(refused, "measure");
    const area = await areaOf(input.area, tx);
    if (!area) throw new Refusal("Choose a place that is known here.");
    const figures = await figuresOf(tx, live, { role, group }, area);
    const of = (list: typeof figures.figures) => list.find((figure) => figure.measure === measure);
    const imported = of(level === "title" ? figures.importedTitleFigures : figures.imported);
    const shown = of(level === "title" ? figures.titleFigures : figures.figures);
    if (level === "official" && (!group || !imported))
      throw new Refusal("The occupation of this page has no such figure to correct.", "measure");
    const entry = readEntry(measure, level, input);
    if ("message" in entry) throw new Refusal(entry.message, entry.field);

    const correction: Correction = {
      id: uuidv7(),
      subject: level === "title" || !imported ? role.slug : figures.subjectOf(imported),
      measure,
      // A figure that is published for the nation alone is corrected for the nation.
      area: imported?.area ?? NATION.code,
      action: "correct",
      ...entry,
      source: input.source,
      sourceUrl: input.sourceUrl,
      vintage: input.vintage,
      reason: input.reason,
    };
    const standing = figures.standing.get(
      correctionKey(correction.subject, correction.measure, correction.area),
    );
    if (standing && sameWords(standing, correction))
      throw new Refusal("This very correction stands already. Nothing was changed.");
    const after = correctedFigure(imported, correction);
    if (level === "official") {
      const fault = misfit(
        figures.figures.map((figure) => (figure.measure === measure ? after : figure)),
        measure,
      );
      if (fault) throw new Refusal(fault, "value");
    }
    await tx.insert(corrections).values({ ...correction, personId: actor.personId, createdAt: now });
    return {
      value: { role: role.slug, correction: correction.id },
      subject: `figure:${correction.subject}`,
      reason: input.reason,
      before: { imported: imported ? snapshotOf(imported) : null, shown: shown ? snapshotOf(shown) : null },
      after: { correction: correction.id, measure, area: correction.area, shown: snapshotOf(after) },
    };
  },
});

const sameWords = (a: Correction, b: Correction) =>
  (["value", "low", "high", "text", "source", "sourceUrl", "vintage", "reason"] as const).every(
    (key) => a[key] === b[key],
  );
