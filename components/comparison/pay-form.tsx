import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";

type Props = {
  /** The address of the page, without what is asked for in it. */
  action: string;
  /** The other things asked for in the address, kept as they are. */
  others: readonly (readonly [name: string, value: string])[];
  typed?: string;
  error?: string;
};

/** Asks for a reader's own pay; the answer stands in the address and nowhere else. */
export function PayForm({ action, others, typed, error }: Props) {
  return (
    <form className="form-row on-screen" method="get" action={action}>
      {others.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Field
        id="pay-own"
        name="pay"
        label="Your own pay, a year"
        hint="In dollars, before tax; kept only in the address"
        inputMode="decimal"
        maxLength={12}
        defaultValue={typed}
        error={error}
      />
      <Button isSecond>Show where I would land</Button>
    </form>
  );
}
