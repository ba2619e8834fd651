import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { SelectField } from "@/components/ui/select-field";
import { TextArea } from "@/components/ui/text-area";
import { boxesOf, knownLevels, type Level, type Typed } from "@/domain/correction";
import { measureOf } from "@/domain/measure";
import type { RefusedForm } from "./revert-form";

/** Id of a control: figures of the occupation and of the title may both be open on a page. */
export const correctionFieldId = (level: Level, field: string): string => `${level}-${field}`;

const labels: Record<keyof Typed, string> = {
  value: "Value",
  low: "Low end",
  high: "High end",
  text: "Text",
};

/** Corrects a figure, or adds one to a title: the value in the boxes that its measure takes, where it is from, and why. */
export function CorrectionForm({
  role,
  level,
  measure,
  area,
  now,
  action,
  refused,
}: {
  role: string;
  level: Level;
  measure: string;
  area: string;
  /** What readers see now, in words. */
  now: string;
  action: (form: FormData) => Promise<void>;
  refused?: RefusedForm;
}) {
  const { label, unit, gloss } = measureOf(measure);
  const boxes = boxesOf(measure, level);
  const known = knownLevels[measure];
  const control = (name: string) => ({
    id: correctionFieldId(level, name),
    name,
    defaultValue: String(refused?.values[name] ?? ""),
    error: refused?.fieldErrors[name]?.[0],
  });
  const hintOf = (box: keyof Typed) => {
    if (boxes[0] === "text" && box === "value") return "In percent, where the text goes with a share.";
    if (box === "value" && boxes.includes("low")) return `In ${unit}. Or leave it empty and give both ends.`;
    return box === "text" ? undefined : `In ${unit}.`;
  };
  return (
    <form className="form" action={action} noValidate>
      <p>
        {label}: {gloss}. Readers now see: <bdi>{now}</bdi>
      </p>
      <input type="hidden" name="role" value={role} />
      <input type="hidden" name="level" value={level} />
      <input type="hidden" name="measure" value={measure} />
      <input type="hidden" name="area" value={area} />
      {boxes.map((box) =>
        box === "text" && known ? (
          <SelectField
            key={box}
            {...control(box)}
            label="Level"
            options={[
              { value: "", text: "Choose a level" },
              ...known.map((value) => ({ value, text: value })),
            ]}
          />
        ) : (
          <Field
            key={box}
            {...control(box)}
            label={boxes[0] === "text" && box === "value" ? "Share" : labels[box]}
            hint={hintOf(box)}
            inputMode={box === "text" ? "text" : "decimal"}
          />
        ),
      )}
      <Field {...control("source")} label="Source" hint="Who publishes the figure, and under what name." />
      <Field
        {...control("sourceUrl")}
        label="Address of the source"
        hint="Begins with https://. Readers can follow it."
        type="url"
        inputMode="url"
        maxLength={500}
      />
      <Field
        {...control("vintage")}
        label="Year or month of the figure"
        hint="Such as May 2025."
        maxLength={40}
      />
      <TextArea
        {...control("reason")}
        label="Reason"
        hint="Readers see it beside the figure."
        rows={3}
        maxLength={500}
      />
      <Button>{level === "title" ? "Save the figure of the title" : "Save the correction"}</Button>
    </form>
  );
}
