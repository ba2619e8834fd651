import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";

export type RefusedForm = {
  fieldErrors: Record<string, string[]>;
  values: Record<string, string | string[]>;
};

/** Id of the reason of one revert: a page has several. */
export const revertReasonId = (correction: string) => `revert-${correction}-reason`;

/** Takes a correction of a figure back, with the reason why. */
export function RevertForm({
  role,
  correction,
  action,
  refused,
}: {
  role: string;
  correction: string;
  action: (form: FormData) => Promise<void>;
  /** The revert that this very request sent, where it was refused. */
  refused?: RefusedForm;
}) {
  const wrong = refused?.values.correction === correction ? refused : undefined;
  return (
    <details open={wrong !== undefined}>
      <summary>Revert</summary>
      <form className="form" action={action} noValidate>
        <input type="hidden" name="role" value={role} />
        <input type="hidden" name="correction" value={correction} />
        <Field
          id={revertReasonId(correction)}
          name="reason"
          label="Why it is reverted"
          maxLength={500}
          defaultValue={String(wrong?.values.reason ?? "")}
          error={wrong?.fieldErrors.reason?.[0]}
        />
        <Button>Revert to the imported value</Button>
      </form>
    </details>
  );
}
