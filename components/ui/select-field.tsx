import { ControlNotes, describedBy } from "./control-notes";

type Props = {
  id: string;
  name: string;
  label: string;
  hint?: string;
  error?: string;
  defaultValue?: string;
  options: readonly { value: string; text: string }[];
};

/** One of a list. The first option stands where nothing is chosen yet. */
export function SelectField({ id, name, label, hint, error, defaultValue, options }: Props) {
  return (
    <div className={error ? "field wrong" : "field"}>
      <label htmlFor={id}>{label}</label>
      <ControlNotes id={id} hint={hint} error={error} />
      <select
        id={id}
        name={name}
        defaultValue={defaultValue}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, hint, error)}
      >
        {options.map(({ value, text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}
