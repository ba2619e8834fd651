import { count, figureText, standardErrorText } from "@/domain/amount";
import { type Area, NATION } from "@/domain/area";
import { type Figure, hasValue, type Method } from "@/domain/figure";
import { measureOf } from "@/domain/measure";
import { stateOfCode } from "@/domain/us-state";

const methodWords: Record<Method, string> = {
  reported: "As the source reports it",
  derived: "Computed here from the source’s figures",
  inherited: "The figure of the wider group this is counted in",
  modelled: "The source’s own estimate; how it is made is not known",
  corrected: "Corrected by an editor",
};

type Props = {
  figure: Figure;
  /** The area of the page, for its name; a figure carries the code. */
  area?: Area;
  aside?: string;
};

const nameOf = (code: string, shown: Area = NATION) =>
  [NATION, shown].find((area) => area.code === code)?.name ?? stateOfCode(code)?.name ?? code;

/** The only way a figure is drawn: its text, and its source, year, place and method one keystroke away. */
export function FigureValue({ figure, area: shown, aside }: Props) {
  const { source, vintage, area, method, n, note, measure } = figure;
  const standardError = standardErrorText(figure);
  const facts: [string, string][] = [
    ...(vintage ? [["Year", vintage] as [string, string]] : []),
    ["Place", nameOf(area, shown)],
    ...(hasValue(figure) ? [["Method", methodWords[method]] as [string, string]] : []),
    ...(n === null ? [] : [["People asked", count(n)] as [string, string]]),
    ...(standardError ? [["Standard error", standardError] as [string, string]] : []),
    ...(note ? [["Note", note] as [string, string]] : []),
  ];
  const words = typeof figure.value === "string" ? "figure-text figure-words" : "figure-text";
  return (
    <>
      <span className={hasValue(figure) ? words : "figure-none"}>{figureText(figure)}</span>{" "}
      {aside && <span className="small">{aside} </span>}
      {source.release !== "" && (
        <details className="origin">
          <summary>
            Source<span className="vh"> of {measureOf(measure).label} </span>
          </summary>
          <dl>
            <div>
              <dt>From </dt>
              <dd>
                {source.url ? <a href={source.url}>{source.name}</a> : source.name}, {source.release}{" "}
              </dd>
            </div>
            {facts.map(([name, text]) => (
              <div key={name}>
                <dt>{name} </dt>
                <dd>{text} </dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </>
  );
}
