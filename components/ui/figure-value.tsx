import { count, figureText, standardErrorText } from "@/domain/amount";
import { type Area, NATION } from "@/domain/area";
import { type Figure, hasValue, type Method } from "@/domain/figure";
import { measureOf } from "@/domain/measure";
import { CORRECTION } from "@/domain/profile";
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
  together?: boolean;
  /** The address of the row that it is read from (`figureAddress` of domain/figure-trace.ts). */
  row?: string;
};

const nameOf = (code: string, shown: Area = NATION) =>
  [NATION, shown].find((area) => area.code === code)?.name ?? stateOfCode(code)?.name ?? code;

/**
 * The only way a figure is drawn: its text, and its source, year, place and method one keystroke away. `together`:
 * the source stands once for all figures of a row or a table, as a `FigureOrigin`.
 */
export function FigureValue({ figure, area, aside, together = false, row }: Props) {
  return (
    <>
      {hasValue(figure) ? (
        <b className={typeof figure.value === "string" ? "words" : undefined}>{figureText(figure)}</b>
      ) : (
        <span className="figure-none">{figureText(figure)}</span>
      )}{" "}
      {aside && <span className="small">{aside} </span>}
      {!together && (
        <FigureOrigin figure={figure} area={area} of={measureOf(figure.measure).label} row={row} />
      )}
    </>
  );
}

/** Where a figure is from, folded. Nothing for one that no source stands for. The page of its row leads on to the publisher, and so does the list at a page's end: a link in each origin would weigh more than the figures. */
export function FigureOrigin({
  figure,
  area,
  of,
  word = "Source",
  row,
}: Pick<Props, "figure" | "area" | "row"> & { of: string; word?: string }) {
  const { source } = figure;
  if (source.release === "") return null;
  return (
    <details className="origin">
      <summary aria-label={`${word} of ${of}`}>{word}</summary>
      <p>
        {source.url && (!row || source.id === CORRECTION) ? (
          <a href={source.url}>{source.name}</a>
        ) : (
          source.name
        )}
        {factsText(figure, area)}
        {row && <a href={row}>Its row</a>}
      </p>
    </details>
  );
}

/** What stands behind the name of the source: ", May 2025. California. As the source reports it." */
function factsText(figure: Figure, shown: Area | undefined): string {
  const { source, vintage, area, method, n, note } = figure;
  const error = standardErrorText(figure);
  const facts = [
    vintage && vintage !== source.release && `Figures of ${vintage}`,
    nameOf(area, shown),
    hasValue(figure) && methodWords[method],
    n !== null && (n === 1 ? "1 person asked" : `${count(n)} people asked`),
    error && `Standard error ${error}`,
    note,
  ].flatMap((fact) => fact || []);
  return `, ${source.release}. ${facts.map((fact) => fact.replace(/\.?$/, ".")).join(" ")} `;
}

/** Whether figures have all that stands beside a figure in common, so that it need stand once only; a missing one has less. */
export function isOneOrigin(figures: readonly (Figure | undefined)[]): boolean {
  const known = figures.flatMap((figure) => figure ?? []);
  const isOne = (of: (figure: Figure) => unknown, list: Figure[]) =>
    new Set(list.map((figure) => JSON.stringify(of(figure)))).size <= 1;
  return (
    figures.length > 1 &&
    known.length === figures.length &&
    isOne(({ source, vintage, area }) => [source, vintage, area], known) &&
    isOne((figure) => factsText(figure, undefined), known.filter(hasValue)) &&
    known.some(hasValue)
  );
}

/**
 * The figure whose source stands for a column: that of the fewest words, as the others say more of themselves.
 * `isAway` tells those that need a source of their own beside them, such as a corrected one; a missing figure of the
 * same edition needs none.
 */
export function usualOrigin(figures: readonly Figure[]): {
  figure: Figure | undefined;
  isAway(figure: Figure): boolean;
} {
  const editionOf = ({ source, vintage, area }: Figure) => JSON.stringify([source, vintage, area]);
  const lengthOf = (figure: Figure) => factsText(figure, undefined).length;
  const known = figures.filter(hasValue);
  const candidates = known.length > 0 ? known : figures;
  const [first] = candidates;
  if (!first) return { figure: undefined, isAway: () => true };
  const usual = candidates.reduce((a, b) => (lengthOf(b) < lengthOf(a) ? b : a), first);
  const [edition, facts] = [editionOf(usual), factsText(usual, undefined)];
  return {
    figure: usual,
    isAway: (figure) =>
      editionOf(figure) !== edition || (hasValue(figure) && factsText(figure, undefined) !== facts),
  };
}
