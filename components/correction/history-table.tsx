import { Moment } from "@/components/moderation/moment";
import type { HistoryEntry } from "@/domain/correction";
import { measureOf } from "@/domain/measure";

const verbWords: Record<string, string> = {
  "figure.correct": "Corrected",
  "figure.revert": "Reverted",
  "role.edit": "Page edited",
  "role.revert": "Page reverted",
};

/** What editors did to a role and its figures, newest first: when, what with before and after, who, why. */
export function HistoryTable({ entries }: { entries: HistoryEntry[] }) {
  if (entries.length === 0) return <p>Nothing was changed here yet: all stands as imported.</p>;
  return (
    <table className="data stack">
      <caption className="vh">History</caption>
      <thead>
        <tr>
          <th scope="col">When </th>
          <th scope="col">What </th>
          <th scope="col">Before </th>
          <th scope="col">After </th>
          <th scope="col">Who </th>
          <th scope="col">Why </th>
        </tr>
      </thead>
      <tbody>
        {entries.flatMap(({ id, at, by, verb, reason, measure, area, changes }) =>
          changes.map(({ part, before, after }) => (
            <tr key={`${id} ${part}`}>
              <th scope="row">
                <Moment at={at} />{" "}
              </th>
              <td data-name="What">
                {verbWords[verb] ?? verb}: {measure ? `${measureOf(measure).label}, ${area}` : part}{" "}
              </td>
              <td data-name="Before">
                <bdi>{before}</bdi>{" "}
              </td>
              <td data-name="After">
                <bdi>{after}</bdi>{" "}
              </td>
              <td data-name="Who">
                <bdi>{by}</bdi>{" "}
              </td>
              <td data-name="Why">
                <bdi>{reason}</bdi>{" "}
              </td>
            </tr>
          )),
        )}
      </tbody>
    </table>
  );
}
