type Shown = { element: string; name: string; importance: number; level: number | null };
type Row = {
  onetSoc: string;
  element: string;
  name: string;
  importance: number;
  importanceN: number | null;
  importanceError: number | null;
  importanceSuppressed: boolean;
  level: number | null;
  levelN: number | null;
  levelError: number | null;
  levelSuppressed: boolean;
};

/** Ratings as pages show them, and under them the rows that they are made from. */
export function RatingRows({
  label,
  shown,
  rows,
}: {
  label: string;
  shown: readonly Shown[];
  rows: readonly Row[];
}) {
  return (
    <>
      <sort-table>
        <table className="data stack">
          <caption>{label}, as pages show them</caption>
          <thead>
            <tr>
              <th scope="col">Name </th>
              <th scope="col">Importance, 1 to 5 </th>
              <th scope="col">Level, 0 to 7 </th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ element, name, importance, level }) => (
              <tr key={element}>
                <th scope="row">{name} </th>
                <td data-name="Importance">{importance} </td>
                <td data-name="Level">{level ?? "Not given"} </td>
              </tr>
            ))}
          </tbody>
        </table>
      </sort-table>
      <details>
        <summary>
          The rows they are made from, {label.toLowerCase()}: {rows.length}
        </summary>
        <sort-table>
          <table className="data stack">
            <caption>
              Rows as stored. N is how many were asked; a part marked “advised against” is left out of what is
              shown.
            </caption>
            <thead>
              <tr>
                <th scope="col">Element </th>
                <th scope="col">Profile </th>
                <th scope="col">Importance </th>
                <th scope="col">Level </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={`${row.element} ${row.onetSoc}`}>
                  <th scope="row">
                    {row.element}, {row.name}{" "}
                  </th>
                  <td data-name="Profile">{row.onetSoc} </td>
                  <td data-name="Importance">
                    {partText(
                      row.importance,
                      row.importanceN,
                      row.importanceError,
                      row.importanceSuppressed,
                    )}{" "}
                  </td>
                  <td data-name="Level">
                    {partText(row.level, row.levelN, row.levelError, row.levelSuppressed)}{" "}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </sort-table>
      </details>
    </>
  );
}

/** "3.12, N 26, standard error 0.12" */
const partText = (
  value: number | null,
  n: number | null,
  error: number | null,
  isSuppressed: boolean,
): string =>
  value === null
    ? "Not given"
    : [
        String(value),
        n !== null && `N ${n}`,
        error !== null && `standard error ${error}`,
        isSuppressed && "advised against",
      ]
        .filter(Boolean)
        .join(", ");
