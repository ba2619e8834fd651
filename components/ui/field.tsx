import { ControlNotes, describedBy } from "./control-notes";

type Props = {
  id: string;
  name: string;
  label: string;
  hint?: string;
  defaultValue?: string;
  error?: string;
  list?: string;
  type?: "text" | "email" | "url" | "date";
  autoComplete?: string;
  inputMode?: "text" | "decimal" | "numeric" | "email" | "url";
  maxLength?: number;
  /** What `public/enhance.js` may suggest while somebody types. */
  suggest?: "titles" | "areas";
};

/** One line of text in a form: label, hint, what is wrong with it, and the text as typed. */
export function Field({
  id,
  name,
  label,
  hint,
  error,
  type = "text",
  maxLength = 120,
  suggest,
  ...input
}: Props) {
  const box = (
    <input
      id={id}
      name={name}
      type={type}
      maxLength={type === "date" ? undefined : maxLength}
      aria-invalid={error ? true : undefined}
      aria-describedby={describedBy(id, hint, error)}
      {...input}
    />
  );
  return (
    <div className={error ? "field wrong" : "field"}>
      <label htmlFor={id}>{label}</label>
      <ControlNotes id={id} hint={hint} error={error} />
      {suggest ? <suggest-box of={suggest}>{box}</suggest-box> : box}
    </div>
  );
}
