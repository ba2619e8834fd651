import { ControlNotes, describedBy } from "./control-notes";

type Props = {
  id: string;
  name: string;
  label: string;
  hint?: string;
  defaultValue?: string;
  error?: string;
  rows?: number;
  maxLength?: number;
};

/** Several lines of text in a form, kept as typed. */
export function TextArea({ id, name, label, hint, error, rows = 6, maxLength, defaultValue }: Props) {
  return (
    <div className={error ? "field wrong" : "field"}>
      <label htmlFor={id}>{label}</label>
      <ControlNotes id={id} hint={hint} error={error} />
      <textarea
        id={id}
        name={name}
        rows={rows}
        maxLength={maxLength}
        defaultValue={defaultValue}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, hint, error)}
      />
    </div>
  );
}
