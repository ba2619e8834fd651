type Props = {
  /** What is wrong with the form as a whole. */
  formError: string | null;
  fieldErrors: Record<string, string[]>;
  /** Id of the control that a field's link leads to. */
  idOf?: (field: string) => string;
};

/** All that is wrong with a form, at the top of the page, where the focus goes; each line leads to its field. */
export function ErrorSummary({ formError, fieldErrors, idOf = (field) => field }: Props) {
  return (
    // biome-ignore lint/a11y/noAutofocus: a refused form is a new page, and what is wrong with it is what to read first
    <div className="error-summary" role="alert" tabIndex={-1} autoFocus aria-labelledby="error-summary-title">
      <h2 id="error-summary-title">There is a problem</h2>
      <ul>
        {formError && <li>{formError}</li>}
        {Object.entries(fieldErrors).flatMap(([field, messages]) =>
          messages.slice(0, 1).map((message) => (
            <li key={field}>
              <a href={`#${idOf(field)}`}>{message}</a>
            </li>
          )),
        )}
      </ul>
    </div>
  );
}
