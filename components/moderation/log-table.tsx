import { ChangeList } from "./change-list";
import { Moment } from "./moment";

type Entry = {
  id: string;
  at: Date;
  verb: string;
  actor: string | undefined;
  isSystem: boolean;
  subject: string;
  reason: string | null;
  before: Record<string, unknown>;
  after: Record<string, unknown>;
  title?: string;
};

const verbWords: Record<string, string> = {
  "employer.create": "Employer created",
  "employer.verify": "Employer verified",
  "posting.create": "Created",
  "posting.save": "Saved",
  "posting.publish": "Published, or sent for review",
  "posting.pause": "Paused",
  "posting.resume": "Resumed",
  "posting.close": "Closed",
  "posting.renew": "Renewed",
  "posting.duplicate": "Made as a copy",
  "posting.expire": "Ended at its closing date",
  "posting.approve": "Approved",
  "posting.request-changes": "Changes asked for",
  "posting.reject": "Rejected",
  "posting.hold": "Held",
  "posting.release": "Released",
  "posting.remove": "Removed",
  "posting.settle-reports": "Reports settled",
};

/** What was done, newest first: when, by whom, why; with the subject where it is not the same for all. */
export function LogTable({ caption, entries }: { caption: string; entries: Entry[] }) {
  if (entries.length === 0) return <p>Nothing yet.</p>;
  const hasSubjects = entries.some(({ title }) => title !== undefined);
  return (
    <table className="data stack">
      <caption className="vh">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">When </th>
          <th scope="col">What </th>
          {hasSubjects && <th scope="col">About </th>}
          <th scope="col">Who </th>
          <th scope="col">Why </th>
        </tr>
      </thead>
      <tbody>
        {entries.map(({ id, at, verb, actor, isSystem, subject, reason, before, after, title }) => (
          <tr key={id}>
            <th scope="row">
              <Moment at={at} />{" "}
            </th>
            <td data-name="What">
              {verbWords[verb] ?? verb} <ChangeList before={before} after={after} />
            </td>
            {hasSubjects && (
              <td data-name="About">
                {subject.startsWith("posting:") ? (
                  <a href={`/admin/queue/${subject.slice("posting:".length)}`}>
                    <bdi>{title?.trim() || "Untitled"}</bdi>
                  </a>
                ) : (
                  <bdi>{title}</bdi>
                )}{" "}
              </td>
            )}
            <td data-name="Who">
              {isSystem ? "Crossroads itself" : <bdi>{actor ?? "Somebody not signed in"}</bdi>}{" "}
            </td>
            <td className="whitespace-pre-line" data-name={reason ? "Why" : undefined}>
              {reason && <bdi>{reason}</bdi>}{" "}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
