import { Moment } from "@/components/moderation/moment";
import { FigureValue } from "@/components/ui/figure-value";
import { figureText } from "@/domain/amount";
import { type DeskFigure, type Level, whyNotCorrected } from "@/domain/correction";
import { hasValue } from "@/domain/figure";
import { measureOf } from "@/domain/measure";

import { type RefusedForm, RevertForm } from "./revert-form";

/** Figures of a role for its editor: value, source, vintage, method, what was imported, and what can be done. */
export function DeskTable({
  caption,
  role,
  level,
  figures,
  correctHref,
  revert,
  refused,
}: {
  caption: string;
  role: string;
  level: Level;
  figures: DeskFigure[];
  /** Where the form for a measure is. */
  correctHref: (measure: string) => string;
  revert: (form: FormData) => Promise<void>;
  refused?: RefusedForm;
}) {
  return (
    <table className="data stack">
      <caption className="vh">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">Measure </th>
          <th scope="col">As readers see it </th>
          <th scope="col">Source, year, method </th>
          <th scope="col">Change </th>
        </tr>
      </thead>
      <tbody>
        {figures.map(({ figure, imported, correction, review }) => {
          const { label } = measureOf(figure.measure);
          const why = whyNotCorrected(figure.measure, level);
          const { source, vintage, method } = figure;
          return (
            <tr key={figure.measure}>
              <th scope="row">{label} </th>
              <td data-name="As readers see it">
                <FigureValue figure={figure} />{" "}
              </td>
              <td data-name="Source, year, method">
                <bdi>{source.name}</bdi>, {vintage || "undated"}
                {hasValue(figure) && `, ${method}`}.{" "}
                {correction && (
                  <span className="small">
                    {imported ? `Imported: ${figureText(imported)}. ` : "Added by an editor. "}
                    Corrected by <bdi>{correction.by}</bdi>{" "}
                    {correction.at && (
                      <>
                        on <Moment at={correction.at} />
                      </>
                    )}
                    .{" "}
                  </span>
                )}
                {review && <strong>Review: {review} </strong>}
              </td>
              <td>
                {why ? (
                  <span className="small">{why} </span>
                ) : (
                  <a href={correctHref(figure.measure)}>
                    Correct<span className="vh"> {label}</span>
                  </a>
                )}{" "}
                {correction && (
                  <RevertForm role={role} correction={correction.id} action={revert} refused={refused} />
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
