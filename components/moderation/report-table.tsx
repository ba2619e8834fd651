import { type ReportKind, reportKindWords } from "@/domain/report";
import { Moment } from "./moment";

type Report = { id: string; kind: ReportKind; note: string; createdAt: Date; settledAt: Date | null };

/** Readers' reports of one posting, newest first. Who sent them is not kept in a form that could be shown. */
export function ReportTable({ reports }: { reports: Report[] }) {
  if (reports.length === 0) return <p>No reports.</p>;
  return (
    <table className="data stack">
      <caption className="vh">Reports</caption>
      <thead>
        <tr>
          <th scope="col">When </th>
          <th scope="col">What </th>
          <th scope="col">In the reader’s words </th>
          <th scope="col">Settled </th>
        </tr>
      </thead>
      <tbody>
        {reports.map(({ id, kind, note, createdAt, settledAt }) => (
          <tr key={id}>
            <th scope="row">
              <Moment at={createdAt} />{" "}
            </th>
            <td data-name="What">{reportKindWords[kind]} </td>
            <td className="whitespace-pre-line" data-name="In the reader’s words">
              {note ? <bdi>{note}</bdi> : "No words"}{" "}
            </td>
            <td data-name="Settled">{settledAt ? <Moment at={settledAt} /> : "Open"} </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
