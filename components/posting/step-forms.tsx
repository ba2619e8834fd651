import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { SelectField } from "@/components/ui/select-field";
import type { PostingState } from "@/domain/posting";

/** The forms beside the page of fields, by the name they are refused under. */
export const postingSteps = ["pause", "resume", "close", "renew", "duplicate"] as const;
export type PostingStep = (typeof postingSteps)[number];

/** Where the errors of a small form lead. */
export const stepControl = (step: PostingStep, field: string): string => `${step}-${field}`;

type Props = {
  postingId: string;
  /** The state at this moment. */
  state: PostingState;
  /** Made anew for each page, so that a copy asked for twice is one. */
  duplicateKey: string;
  actions: Record<PostingStep, (form: FormData) => Promise<void>>;
  refused:
    | { step: PostingStep; values: Record<string, string | string[]>; fieldErrors: Record<string, string[]> }
    | undefined;
};

/** What may be done with a posting as it stands, each in a form of its own. */
export function StepForms({ postingId, state, duplicateKey, actions, refused }: Props) {
  const isOpen = state === "live" || state === "paused";
  const control = (step: PostingStep, name: string) => {
    const own = refused?.step === step ? refused : undefined;
    return {
      id: stepControl(step, name),
      name,
      defaultValue: [own?.values[name]].flat()[0] ?? "",
      error: own?.fieldErrors[name]?.[0],
    };
  };
  const id = <input type="hidden" name="postingId" value={postingId} />;
  return (
    <>
      {state === "live" && (
        <form className="form-row" action={actions.pause}>
          {id}
          <Button isSecond>Pause</Button>
        </form>
      )}
      {state === "paused" && (
        <form className="form-row" action={actions.resume}>
          {id}
          <Button isSecond>Resume</Button>
        </form>
      )}
      {isOpen && (
        <>
          <form className="form-row" action={actions.renew} noValidate>
            {id}
            <Field
              {...control("renew", "closesOn")}
              label="New closing date"
              maxLength={40}
              autoComplete="off"
            />
            <Button isSecond>Renew</Button>
          </form>
          <form className="form-row" action={actions.close} noValidate>
            {id}
            <SelectField
              {...control("close", "reason")}
              label="Why it closes"
              options={[
                { value: "", text: "Choose" },
                { value: "filled", text: "The job is filled" },
                { value: "withdrawn", text: "We no longer hire for it" },
              ]}
            />
            <Button isSecond>Close for good</Button>
          </form>
        </>
      )}
      <form className="form-row" action={actions.duplicate}>
        {id}
        <input type="hidden" name="key" value={duplicateKey} />
        <Button isSecond>Duplicate as a new draft</Button>
      </form>
    </>
  );
}
