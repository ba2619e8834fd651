import { problems, problemType } from "@/domain/open-data";

/** Each kind of refusal, at the place that its type names. */
export function ProblemTable() {
  return (
    <table className="data stack">
      <caption>Problems</caption>
      <thead>
        <tr>
          <th scope="col">Title </th>
          <th scope="col">Status </th>
          <th scope="col">Why </th>
        </tr>
      </thead>
      <tbody>
        {problems.map(([status, title, why]) => (
          <tr key={title} id={problemType(title).replace(/^.*#/, "")}>
            <th scope="row">{title} </th>
            <td data-name="Status">{status} </td>
            <td data-name="Why">{why} </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
