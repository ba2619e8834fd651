import { Moment } from "./moment";

type Item = {
  id: string;
  title: string;
  employer: { name: string; isVerified: boolean };
  since: Date;
  reporters: number;
};

/** Postings that wait for a moderator, longest first. What employers typed is kept from turning the line around. */
export function QueueTable({ caption, items, total }: { caption: string; items: Item[]; total: number }) {
  if (items.length === 0) return <p>Nothing waits here.</p>;
  return (
    <>
      <table className="data stack">
        <caption className="vh">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Posting </th>
            <th scope="col">Employer </th>
            <th scope="col">Waits since </th>
            <th scope="col">Reports </th>
          </tr>
        </thead>
        <tbody>
          {items.map(({ id, title, employer, since, reporters }) => (
            <tr key={id}>
              <th scope="row">
                <a href={`/admin/queue/${id}`}>
                  <bdi>{title.trim() || "Untitled"}</bdi>
                </a>{" "}
              </th>
              <td data-name="Employer">
                <bdi>{employer.name}</bdi>
                {employer.isVerified ? ", verified " : " "}
              </td>
              <td data-name="Waits since">
                <Moment at={since} />{" "}
              </td>
              <td data-name="Reports">{reporters === 0 ? "None" : reporters} </td>
            </tr>
          ))}
        </tbody>
      </table>
      {total > items.length && (
        <p className="small">
          These are the {items.length} that wait longest, of {total}.
        </p>
      )}
    </>
  );
}
