import { type Operation, operations } from "@/domain/open-data";

/** Every address of the open data with what it takes, from the table that checks the requests. */
export function AddressTable() {
  return (
    <table className="data stack">
      <caption>Addresses and what they take</caption>
      <thead>
        <tr>
          <th scope="col">Address </th>
          <th scope="col">What it answers </th>
          <th scope="col">Parameters </th>
        </tr>
      </thead>
      <tbody>
        {Object.values(operations).map(({ id, path, description, query }: Operation) => (
          <tr key={id}>
            <th scope="row">
              <code>{path}</code>{" "}
            </th>
            <td data-name="What it answers">{description} </td>
            <td data-name="Parameters">{Object.keys(query.shape).join(", ") || "none"} </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
