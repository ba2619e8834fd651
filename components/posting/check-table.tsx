export type CheckRow = { field: string; name: string; text: string; note?: string; missing?: string };

/** Where the errors of publishing lead: apart from the ids of the preview beside it. */
export const checkRow = (field: string): string => `check-${field}`;

/** All that a posting says, row by row, each with a link to where it is changed. */
export function CheckTable({ rows, changeAt }: { rows: CheckRow[]; changeAt: string | undefined }) {
  return (
    <table className="data stack">
      <caption className="vh">Your answers</caption>
      <tbody>
        {rows.map(({ field, name, text, note, missing }) => (
          <tr key={field} id={checkRow(field)}>
            <th scope="row" className="@3xl:w-40">
              {name}{" "}
            </th>
            <td>
              <bdi>{text}</bdi> {note && <span className="note">{note} </span>}
              {missing && <strong className="note">{missing} </strong>}
            </td>
            {changeAt && (
              <td className="whitespace-nowrap">
                <a href={`${changeAt}#${field}`}>
                  Change<span className="vh"> {name.toLowerCase()}</span>
                </a>{" "}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
