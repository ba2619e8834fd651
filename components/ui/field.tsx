type Props = {
  id: string;
  name: string;
  label: string;
  hint?: string;
  defaultValue?: string;
  error?: string;
  list?: string;
};

/** One line of text in a form: label, hint, what is wrong with it, and the text as typed. */
export function Field({ id, name, label, hint, defaultValue, error, list }: Props) {
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div className={error ? "field wrong" : "field"}>
      <label htmlFor={id}>{label}</label>
      {hint && (
        <span id={`${id}-hint`} className="small">
          {hint}
        </span>
      )}
      {error && (
        <span id={`${id}-error`} className="error">
          {error}
        </span>
      )}
      <input
        id={id}
        name={name}
        type="text"
        defaultValue={defaultValue}
        list={list}
        maxLength={120}
        aria-invalid={error ? true : undefined}
        aria-describedby={described || undefined}
      />
    </div>
  );
}
