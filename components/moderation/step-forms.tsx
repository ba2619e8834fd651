import { Button } from "@/components/ui/button";
import { TextArea } from "@/components/ui/text-area";
import { LONGEST_WORDS } from "@/domain/report";

/** The steps that a moderator can take with a posting; each is the name of its form. */
export const moderationSteps = [
  "posting.approve",
  "posting.request-changes",
  "posting.reject",
  "posting.release",
  "posting.hold",
  "posting.remove",
] as const;
export type ModerationStep = (typeof moderationSteps)[number];

type Words = { title: string; says: string; button: string; asks?: { name: string; label: string } };

const words: Record<ModerationStep, Words> = {
  "posting.approve": {
    title: "Approve",
    says: "It goes live now.",
    button: "Approve and put it live",
  },
  "posting.request-changes": {
    title: "Ask for changes",
    says: "It goes back to the employer, who can send it again.",
    button: "Ask for changes",
    asks: { name: "message", label: "What the employer is to change" },
  },
  "posting.reject": {
    title: "Reject",
    says: "It is closed and never goes live.",
    button: "Reject it",
    asks: { name: "reason", label: "Why it is rejected" },
  },
  "posting.release": {
    title: "Release",
    says: "It goes live again, and its reports are settled.",
    button: "Release it",
  },
  "posting.hold": {
    title: "Hold",
    says: "Readers no longer see it until it is released or removed.",
    button: "Hold it",
    asks: { name: "reason", label: "Why it is held" },
  },
  "posting.remove": {
    title: "Remove",
    says: "It is closed for good, and its reports are settled.",
    button: "Remove it",
    asks: { name: "reason", label: "Why it is removed" },
  },
};

type Refused = { fieldErrors: Record<string, string[]>; values: Record<string, string | string[]> };

/** Id of a form's control: several forms of the page ask for a reason. */
export const stepFieldId = (step: ModerationStep, field: string): string =>
  `${step.replace("posting.", "")}-${field}`;

/** The forms for the steps that can be taken now, each with what it asks for and what was wrong with it. */
export function StepForms({
  posting: { id, version },
  steps,
  actions,
  refused,
}: {
  posting: { id: string; version: number };
  steps: ModerationStep[];
  actions: Record<ModerationStep, (form: FormData) => Promise<void>>;
  /** The form that this very request sent, where it was refused. */
  refused?: { step: ModerationStep } & Refused;
}) {
  if (steps.length === 0) return <p>There is nothing to decide in its present state.</p>;
  return steps.map((step) => {
    const { title, says, button, asks } = words[step];
    const wrong = refused?.step === step ? refused : undefined;
    return (
      <form className="form" key={step} action={actions[step]} noValidate>
        <h3>{title}</h3>
        <p>{says} The employer’s people get a mail.</p>
        <input type="hidden" name="postingId" value={id} />
        {asks ? (
          <TextArea
            id={stepFieldId(step, asks.name)}
            name={asks.name}
            label={asks.label}
            hint="It is mailed as you write it, and stands in the log."
            rows={4}
            maxLength={LONGEST_WORDS}
            defaultValue={String(wrong?.values[asks.name] ?? "")}
            error={wrong?.fieldErrors[asks.name]?.[0]}
          />
        ) : (
          <input type="hidden" name="version" value={version} />
        )}
        <Button isSecond={step !== "posting.approve" && step !== "posting.release"}>{button}</Button>
      </form>
    );
  });
}
