import { SelectField } from "@/components/ui/select-field";
import { movesFrom, type Stage, stageNames } from "@/domain/application";
import { dateText } from "@/domain/posting-view";

type Applicant = {
  id: string;
  name: string;
  email: string;
  message: string;
  stage: Stage;
  createdAt: Date;
  movedAt: Date;
  /** Counts the moves so far. */
  version: number;
  resume: { name: string; bytes: number } | null;
};

type Props = {
  applicants: Applicant[];
  /** The posting's zone, by which days are told. */
  zone: string | null;
  page: number;
  move: (form: FormData) => Promise<void>;
  /** The move that was just refused, where there is one. */
  refused?: { values: Record<string, string | string[]>; fieldErrors: Record<string, string[]> };
};

/** The id of the control that moves an application. */
export const stageControl = (applicationId: string): string => `stage-${applicationId}`;

/** The people who applied, with what they sent, where they stand, and a form to move each on. */
export function ApplicantTable({ applicants, zone, page, move, refused }: Props) {
  return (
    <table className="data stack">
      <caption>Applicants, newest first</caption>
      <thead>
        <tr>
          <th scope="col">Name and address</th>
          <th scope="col">What they sent</th>
          <th scope="col">Stage</th>
          <th scope="col">Move</th>
        </tr>
      </thead>
      <tbody>
        {applicants.map((applicant) => (
          <tr key={applicant.id} id={`application-${applicant.id}`}>
            <th scope="row">
              <bdi>{applicant.name}</bdi>{" "}
              <a className="block" href={`mailto:${encodeURIComponent(applicant.email)}`}>
                {applicant.email}
              </a>
            </th>
            <td>
              <details>
                <summary>
                  Message<span className="vh"> of {applicant.name}</span>
                </summary>
                <p className="whitespace-pre-line" dir="auto">
                  {applicant.message}
                </p>
              </details>
              {applicant.resume && (
                <a href={`/employer/applications/${applicant.id}/resume`}>
                  <bdi>{applicant.resume.name}</bdi>{" "}
                  <span className="small whitespace-nowrap">{sizeText(applicant.resume.bytes)}</span>
                </a>
              )}
            </td>
            <td data-name="Stage">
              {stageNames[applicant.stage]}{" "}
              <span className="small block">
                Received <Day moment={applicant.createdAt} zone={zone} />
              </span>{" "}
              {applicant.version > 0 && (
                <span className="small block">
                  Moved <Day moment={applicant.movedAt} zone={zone} />
                </span>
              )}
            </td>
            <td>
              <MoveForm
                applicant={applicant}
                page={page}
                move={move}
                refused={refused?.values.applicationId === applicant.id ? refused : undefined}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function MoveForm({
  applicant: { id, name, stage, version },
  page,
  move,
  refused,
}: Pick<Props, "page" | "move" | "refused"> & { applicant: Applicant }) {
  const options = movesFrom(stage);
  // Nothing is left to choose, and what was refused a moment ago is told at the top of the page.
  if (options.length === 0) return <span className="small">It cannot be moved.</span>;
  const chosen = options.find((option) => option === refused?.values.stage);
  return (
    <form className="form-row" action={move} noValidate>
      <input type="hidden" name="applicationId" value={id} />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="page" value={page} />
      <SelectField
        id={stageControl(id)}
        name="stage"
        label="Move to"
        defaultValue={chosen ?? ""}
        error={refused?.fieldErrors.stage?.[0]}
        options={[
          { value: "", text: "Choose a stage" },
          ...options.map((option) => ({ value: option, text: stageNames[option] })),
        ]}
      />
      <button className="button second" type="submit">
        Move<span className="vh"> {name}</span>
      </button>
    </form>
  );
}

function Day({ moment, zone }: { moment: Date; zone: string | null }) {
  return <time dateTime={moment.toISOString()}>{dateText(moment, zone)}</time>;
}

const sizeText = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.ceil(bytes / 1_000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
