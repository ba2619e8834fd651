/** One posting on the desk. */
export type DeskRow = { id: string; title: string; employer: string; state: string; nextDate: string };

/** An employer's postings, each with its state and the date that comes next. The employer stands where there are several. */
export function DeskTable({ rows, showEmployer }: { rows: DeskRow[]; showEmployer: boolean }) {
  return (
    <table className="data stack">
      <caption className="vh">Your postings</caption>
      <thead>
        <tr>
          <th scope="col">Posting</th>
          {showEmployer && <th scope="col">Employer</th>}
          <th scope="col">State</th>
          <th scope="col">Next date</th>
          <th scope="col">Applicants</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, title, employer, state, nextDate }) => (
          <tr key={id}>
            <th scope="row">
              <a href={`/employer/postings/${id}`}>
                <bdi>{title}</bdi>
              </a>{" "}
            </th>
            {showEmployer && (
              <td data-name="Employer">
                <bdi>{employer}</bdi>{" "}
              </td>
            )}
            <td data-name="State">{state} </td>
            <td data-name="Next date">{nextDate} </td>
            <td>
              <a href={`/employer/postings/${id}/applicants`}>
                Applicants<span className="vh"> of {title}</span>
              </a>{" "}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
